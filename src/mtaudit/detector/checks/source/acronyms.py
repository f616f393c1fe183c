"""GRA201, GRA202: initials with an article of the wrong gender (*le BCE*), or without their article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import kinds, word_list
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.packs.tables import load_table
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import PUNCT, WORD, Token

_FEMININE = {"le": "la", "du": "de la", "au": "à la", "un": "une", "ce": "cette", "cet": "cette"}
_MASCULINE = {"la": "le", "une": "un", "cette": "ce"}
#: "de la PKK", "à la PKK": the two words become one.
_CONTRACTED = {"de": "du", "à": "au"}
_OPENERS = word_list(", que qu' dont où mais car puisque lorsque quand")
_PREPOSITIONS = word_list("par selon avec contre")
_CLITICS = word_list("ne n' se s' y en l' le la les lui leur nous vous")
_VOWELS = "AEIOUÉÖ"


@lru_cache(maxsize=1)
def genders() -> Mapping[str, str]:
    """Initials -> ``f`` or ``m``."""
    data = load_table("words/acronyms.toml")
    return {
        name: gender
        for kind in ("institutions", "things")
        for key, gender in (("feminine", "f"), ("masculine", "m"))
        for name in data[kind][key].split()
    }


@lru_cache(maxsize=1)
def institutions() -> frozenset[str]:
    """Initials that never go without their article in a sentence."""
    data = load_table("words/acronyms.toml")["institutions"]
    return frozenset(word for words in data.values() for word in words.split())


def _with_article(name: str) -> str:
    if name[0] in _VOWELS:
        return f"l'{name}"
    return f"{'la' if genders()[name] == 'f' else 'le'} {name}"


@detector("GRA201")
def acronym_gender(context: SentenceContext) -> Iterator[Hit]:
    """Yields the article of the other gender before well-known initials."""
    words = context.words
    for at in range(1, len(words)):
        name, before = words[at].text, words[at - 1]
        gender = genders().get(name)
        if gender is None or _part_of_name(words, at):
            continue
        table = _FEMININE if gender == "f" else _MASCULINE
        wanted = table.get(before.norm)
        if wanted is None:
            continue
        first = before
        if at > 1 and before.norm == "la" and gender == "m" and words[at - 2].norm in _CONTRACTED:
            first, wanted = words[at - 2], _CONTRACTED[words[at - 2].norm]
        if name[0] in _VOWELS and wanted not in ("un", "une", "cette"):
            elided = {
                "de la": f"de l'{name}",
                "à la": f"à l'{name}",
                "du": f"de l'{name}",
                "au": f"à l'{name}",
            }
            yield hit("GRA201", context, first, words[at], [elided.get(wanted, f"l'{name}")], detail=name)
            continue
        yield hit("GRA201", context, first, words[at], [f"{wanted} {name}"], detail=name)


def _part_of_name(words: Sequence[Token], at: int) -> bool:
    """Whether more name, a stroke or a hyphen follows: *le BBC Symphony*, *le CDU-CSU*."""
    if at + 1 >= len(words):
        return False
    after = words[at + 1]
    return (after.capitalised and after.kind == WORD) or after.text in ("/", "-", "–", "&", "'")


@detector("GRA202")
def acronym_without_article(context: SentenceContext) -> Iterator[Hit]:
    """Yields well-known institutions without an article, as a subject or after a preposition."""
    words = context.words
    if not words or words[-1].kind != PUNCT:
        return  # headlines leave articles out
    for at, token in enumerate(words):
        if token.text not in institutions() or _part_of_name(words, at):
            continue
        before = words[at - 1].norm if at else ""
        subject = (not at or before in _OPENERS) and _verb_follows(context.lexicon, words, at + 1)
        if not subject and before not in _PREPOSITIONS:
            continue
        article = _with_article(token.text)
        if not at:
            article = article[0].upper() + article[1:]
        yield Hit("GRA202", token.start, token.end, (article,), detail=token.text)


def _verb_follows(lexicon: Lexicon, words: Sequence[Token], at: int) -> bool:
    while at < len(words) and words[at].norm in _CLITICS:
        at += 1
    if at >= len(words) or words[at].kind != WORD:
        return False
    found = kinds(lexicon, words[at].norm)
    return words[at].norm in ("a", "est") or (
        "fin" in found and not found & {"n", "a", "prep", "det", "adv", "conj"}
    )
