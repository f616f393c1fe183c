"""English abbreviations, number signs and doubled punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.view import plain
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

_TITLES = {"Mr": "M.", "Mrs": "Mme", "Ms": "Mme", "Miss": "Mlle"}
_TITLE = re.compile(r"(?<![\w-])(?P<title>Mr|Mrs|Ms)(?P<dot>\.?)(?= [A-ZÀ-Ý])")
_NUMBER_SIGN = re.compile(r"(?<![\w&/])#(?P<n>\d{1,3})\b|(?<![\w.])No\. ?(?P<n2>\d{1,3})\b")
_DOUBLED = re.compile(
    r"(?P<pair>(?<=[^\s.,;])\s?\. ?[»”\"]? ?,(?!\w)|(?<=\w)\s?\? ,(?= (?:a-t|ont|a|explique|dit|demande|déclare))"
    r"|,\s?,(?![\w,])|(?<!\.)\.\s?\.(?![ .\w»)])(?<!\.\.)(?=\s*$)|;\s?[,.](?!\w)|(?<=\w)\s?:\s?,)"
)
_ABBREVIATION = re.compile(
    r"\b(?:etc|[A-Za-zÀ-ý]|[A-Z][a-z]{0,4}|[A-Z][\w.]*|cf|env|art|vol|no|pp|éd|janv|févr|juil|sept|oct|nov|déc|inc|ltd|corp|"
    r"jr|sr|bros|st|co|dr|prof|min|max|hab|tél|p\.m|a\.m)$",
    re.IGNORECASE,
)


@detector("TYP048")
def english_titles(context: SentenceContext) -> Iterator[Hit]:
    """Finds "Mr. Hayes", "Mrs Smith"."""
    text, at = plain(context), context.sentence.start
    for match in _TITLE.finditer(text):
        # "Mr. Big", a work: an English name of two capitals is left to the reader of films.
        if re.match(
            r" (?:Bean|Freeze|Robot|Nobody|Fox|Smith goes|President|Universe|Olympia|Turner)\b",
            text[match.end() :],
        ):
            continue
        yield Hit("TYP048", at + match.start(), at + match.end(), (_TITLES[match["title"]],), match.group())


@detector("TYP049")
def number_signs(context: SentenceContext) -> Iterator[Hit]:
    """Finds "#1" and "No. 5"."""
    text, at = plain(context), context.sentence.start
    for match in _NUMBER_SIGN.finditer(text):
        number = match["n"] or match["n2"]
        yield Hit("TYP049", at + match.start(), at + match.end(), (f"n°\u00a0{number}",), match.group())


@detector("TYP050")
def doubled_punctuation(context: SentenceContext) -> Iterator[Hit]:
    """Finds ". ,", "? , a déclaré", ",,", and a full stop before "», a déclaré"."""
    text, at = plain(context), context.sentence.start
    for match in _DOUBLED.finditer(text):
        pair = match["pair"].strip()
        start = match.end() - len(pair)
        if pair[0] == "." and "," in pair and _ABBREVIATION.search(text[:start]):
            continue
        yield Hit("TYP050", at + start, at + match.end(), (_kept(pair),))


def _kept(pair: str) -> str:
    """The mark that stays: a question mark over a comma, a comma after a closing quote, else the stronger."""
    quote = "".join(each for each in pair if each in '»”"')
    if pair[0] == "?":
        return "?"
    quote = "".join(each for each in pair if each in '»”"')
    if quote:
        return f" {quote}," if quote == "»" else f"{quote},"
    return pair[0] if pair[0] in ",;:" and "." not in pair else pair[-1]
