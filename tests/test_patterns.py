"""The pattern language: what it matches, and how it says what it cannot read."""

from __future__ import annotations

import pytest

from mtaudit.detector.patterns.forms import expand
from mtaudit.detector.patterns.matching import Matcher
from mtaudit.detector.patterns.syntax import PatternError, parse
from mtaudit.text.inflection import Paradigms
from mtaudit.text.lexicon import french
from mtaudit.text.tokens import QUOTE, tokenise


def spans(pattern: str, text: str) -> list[str]:
    """What ``pattern`` flags in ``text``."""
    parsed = parse(pattern)
    lexicon = french()
    paradigms = Paradigms(lexicon, {lemma for ref in parsed.lemmas.values() for lemma in ref.lemmas})
    tables = {key: expand(ref, paradigms) for key, ref in parsed.lemmas.items()}
    words = [token for token in tokenise(text) if token.kind != QUOTE]
    found = Matcher(parsed.elements, tables, lexicon).search(words)
    return [text[words[match.start].start : words[match.end - 1].end] for match in found]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("camp", "Dans le camp. CAMP !", ["camp", "CAMP"]),
        ("=Target", "Target vise la target.", ["Target"]),
        ("<bal>", "Un bal, des bals.", ["bal", "bals"]),
        ("<tirer:v.pp>", "Il tire, il a tiré, elles sont tirées.", ["tiré", "tirées"]),
        ("<tirer:v.inf>", "Tirer, puis tirez.", ["Tirer"]),
        ("<le> <accord:n>", "L’accord et les accords.", ["L’accord", "les accords"]),
        ("<le|son> <accord:n>", "son accord", ["son accord"]),
        ("(à|dans) <le> <camp:n>", "à la camp dans le camp", ["à la camp", "dans le camp"]),
        (
            "<faire> ADV? <sens>",
            "Cela fait vraiment sens, cela fait sens.",
            ["fait vraiment sens", "fait sens"],
        ),
        ("<faire> ~2 <sens>", "cela fait un peu sens, cela fait, au fond, sens", ["fait un peu sens"]),
        ("<appel:n> ADJ* <de>", "l'appel clair et net, l'appel pressant de", ["appel pressant de"]),
        ("<appel:n> !<de>", "un appel de Paris, un appel clair", ["appel"]),
        ("<appel:n> &<de>", "un appel de Paris, un appel clair", ["appel"]),
        ("<jouer> [<un> <rôle>]", "il joue un rôle", ["un rôle"]),
        ("START mais", "Mais non, mais oui.", ["Mais"]),
        ("oui END", "Oui, c'est oui !", ["oui"]),
        ("NUM <an:n>", "douze ans et 12 ans", ["douze ans", "12 ans"]),
        ("<de> NAME", "la maison de Paul, de retour", ["de Paul"]),
        ("NOUN.p", "les chevaux", ["chevaux"]),
        ("fortement <demander:v.pp>", "il a “fortement demandé” cela", ["fortement demandé"]),
        ("<podcast:n>", "deux podcasts", ["podcasts"]),
        ("<retweeter:v>", "Elle a retweeté", ["retweeté"]),
        ("sans pas", "sans, pas", []),
    ],
)
def test_matches(pattern: str, text: str, expected: list[str]) -> None:
    assert spans(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "message", "column"),
    [
        ("", "empty", 0),
        ("<>", "empty lemma", 0),
        ("le (bal", "without '[)]'", 3),
        ("le bal)", "unexpected|without", 6),
        ("le | la", "without", 3),
        ("(a|)", "empty alternative", 3),
        ("?", "nothing before", 0),
        ("FOO bar", "unknown class", 0),
        ("<bal:x>", "unknown part of speech", 0),
        ("<bal:n.zz>", "unknown feature", 0),
        ("[le bal", "must stand once", 0),
        ("le? la?", "empty string", 0),
        ("~3", "empty", 0),
        ("(a [b])", "may not stand in a group", 0),
        ("le d'un", "2 elements: write d' un", 3),
    ],
)
def test_says_what_it_cannot_read(pattern: str, message: str, column: int) -> None:
    with pytest.raises(PatternError, match=message) as caught:
        parse(pattern)
    assert caught.value.position == column
