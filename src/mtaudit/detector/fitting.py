"""Fitting a suggestion to the word before it: *que* + *une* is *qu'une*, *le* + *accord* *l'accord*.

A suggestion is pasted over its span as it stands. Where the word in front would have to elide,
or to give up its elision, that word becomes part of the span and of the suggestion.
"""

from __future__ import annotations

from dataclasses import replace

from mtaudit.detector.context import SentenceContext
from mtaudit.detector.suggest import agree
from mtaudit.model import Finding
from mtaudit.text.euphony import begins_with_vowel, join
from mtaudit.text.inflection import codes
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import Token, tokenise

_ARTICLES = {"le", "la", "l'"}
_FUSED = {"du": "de l'", "au": "à l'"}
_OTHERS = frozenset(
    [
        "de",
        "d'",
        "que",
        "qu'",
        "ne",
        "n'",
        "se",
        "s'",
        "me",
        "m'",
        "te",
        "t'",
        "je",
        "j'",
        "jusque",
        "jusqu'",
        "lorsque",
        "lorsqu'",
        "ce",
        "cet",
        "ma",
        "ta",
        "sa",
    ]
)


def fit(finding: Finding, context: SentenceContext) -> Finding:
    """Widens a finding to the word before it, if its suggestions cannot be pasted otherwise."""
    if not finding.suggestions:
        return finding
    finding = _with_space_after(finding)
    before = _word_before(finding.start, context)
    if before is None or before.norm not in _ARTICLES | _FUSED.keys() | _OTHERS:
        return finding
    joined = [_joined(before, suggestion, context.lexicon) for suggestion in finding.suggestions]
    gap = "" if before.norm.endswith("'") else " "
    if all(new == f"{before.text}{gap}{old}" for new, old in zip(joined, finding.suggestions, strict=True)):
        return finding
    start = before.start
    if None in joined:
        # Which article is meant cannot be told: better advice than a wrong replacement.
        hint = finding.hint or finding.suggestions[0]
        return replace(finding, suggestions=(), hint=hint)
    return replace(
        finding,
        start=start,
        text=context.span_text(start, finding.end),
        suggestions=tuple(dict.fromkeys(each for each in joined if each is not None)),
    )


def _with_space_after(finding: Finding) -> Finding:
    """A span that ends in an elided word ("mesure d'") has no space after it: its replacement brings one."""
    if not finding.text.endswith(("'", "’")):
        return finding
    spaced = (each if each.endswith(("'", "’")) else each + " " for each in finding.suggestions)
    return replace(finding, suggestions=tuple(spaced))


def _word_before(start: int, context: SentenceContext) -> Token | None:
    found = None
    for token in context.tokens:
        if token.end > start:
            break
        found = token
    if found is None or context.span_text(found.end, start).strip(" \u00a0\u202f"):
        return None
    return found


def _joined(before: Token, suggestion: str, lexicon: Lexicon) -> str | None:
    first = next((token for token in tokenise(suggestion) if token.kind == "word"), None)
    gap = "" if before.norm.endswith("'") else " "
    plain = f"{before.text}{gap}{suggestion}"
    if first is None or first.start != 0:
        return plain
    vowel = begins_with_vowel(first.text)
    if before.norm == "l'" and not vowel:
        return _with_article(before, suggestion, first, lexicon)
    if before.norm in _FUSED and vowel:
        fused = _FUSED[before.norm]
        return (fused.capitalize() if before.capitalised else fused) + suggestion
    made = join(f"{before.norm}{gap}{first.norm}")
    if made == f"{before.norm}{gap}{first.norm}":
        return plain
    head = made[: len(made) - len(first.norm)]
    return (head[:1].upper() + head[1:] if before.capitalised else head) + suggestion


def _with_article(before: Token, suggestion: str, first: Token, lexicon: Lexicon) -> str | None:
    genders = {
        code[0]
        for reading in lexicon.readings(first.norm)
        if reading.pos in ("n", "a")
        for code in codes(reading.pos, reading.morph)
    }
    if len(genders) != 1:
        return None
    article = agree("le", genders.pop(), lexicon)
    if article is None:
        return None
    return (article.capitalize() if before.capitalised else article) + " " + suggestion
