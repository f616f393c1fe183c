"""Hours, dates and ordinals written the English way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.view import plain
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_ENGLISH_MONTHS = {
    "jan": "janvier",
    "january": "janvier",
    "feb": "février",
    "february": "février",
    "march": "mars",
    "apr": "avril",
    "april": "avril",
    "may": "mai",
    "jun": "juin",
    "june": "juin",
    "jul": "juillet",
    "july": "juillet",
    "aug": "août",
    "august": "août",
    "sept": "septembre",
    "sep": "septembre",
    "september": "septembre",
    "oct": "octobre",
    "october": "octobre",
    "nov": "novembre",
    "november": "novembre",
    "dec": "décembre",
    "december": "décembre",
}
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"

_CLOCK = re.compile(
    r"(?<![\w.,:])(?P<hour>\d{1,2})(?:(?: ?h ?|[:.])(?P<minute>\d{2})?| ?h(?:eures?)?)? ?(?P<half>[ap]\.m\.|[AaPp][Mm]\b)(?!\w)"
)
_COLON = re.compile(
    r"(?<=\b[àÀ] )(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![:\d]|[.,]\d| ?(?:h|[ap]\.?m))",
    re.IGNORECASE,
)

_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTHS}) (?P<day>[12]?\d|3[01])(?:er)?(?:, ?| )(?P<year>(?:19|20)\d\d)\b"
    rf"|(?<=\b(?:le|du|au) )(?P<month2>{_MONTHS}) (?P<day2>[12]?\d|3[01])(?![\w.,]\w| ?[%h:])\b",
    re.IGNORECASE,
)
_ENGLISH_DATE = re.compile(
    r"\b(?P<month>(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Apr|Jul|Jun)\.|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)(?=[ ]))(?: ?(?P<day>[12]?\d|3[01])(?![\d.,]\d)(?:st|nd|rd|th)?"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?)"
)
_COMMA_YEAR = re.compile(
    rf"\b(?P<date>(?:1er|[12]?\d|3[01]) (?:{_MONTHS})), (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_COMMA_DAY = re.compile(
    rf"(?<=\b[lL]e )(?P<day>{_DAYS}), (?P<date>(?:1er|[12]?\d|3[01]) (?:{_MONTHS})\b)", re.IGNORECASE
)

_ENGLISH_ORDINAL = re.compile(
    r"(?<![\w$])(?P<n>\d{1,3})(?P<end>st|rd|th)\b(?! (?:Street|Avenue|St\b|Ave\b|[A-Z]))"
)
_CENTURY = re.compile(r"(?<![\w,.])(?P<n>[12]?\d)(?:ème|e|ième|ième|è)s? siècle", re.IGNORECASE)
_DAY_ORDINAL = re.compile(rf"(?<=\b[lLdDaA][eu] )(?P<n>[2-9]|[12]\d|3[01])(?:e|ème) (?P<month>{_MONTHS})\b")
_FIRST = re.compile(rf"(?<=\b[lLdDaA][eu] )1 (?P<month>{_MONTHS})\b")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _first(day: str) -> str:
    return "1er" if day == "1" else day


def roman(number: int) -> str:
    """A number under 40 in Roman figures."""
    figures = ""
    for value, sign in _ROMAN:
        while number >= value:
            figures, number = figures + sign, number - value
    return figures


@detector("TYP043")
def clock(context: SentenceContext) -> Iterator[Hit]:
    """Finds "8 pm", "10 h 30 AM" and "à 17:00"."""
    text, at = plain(context), context.sentence.start
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["hour"]), match["minute"] or ""
        if not 1 <= hour <= 12 or int(minute or 0) > 59:
            continue
        afternoon = match["half"][0] in "pP"
        hour = hour % 12 + (12 if afternoon else 0)
        spoken = f"{hour}h{minute}" if int(minute or 0) else f"{hour} heure{'s' if hour > 1 else ''}"
        yield Hit("TYP043", at + match.start(), at + match.end(), (spoken,), match.group())
    for match in _COLON.finditer(text):
        yield Hit("TYP043", at + match.start(), at + match.end(), (f"{match['hour']}h{match['minute']}",))


@detector("TYP044")
def date_order(context: SentenceContext) -> Iterator[Hit]:
    """Finds "mars 14, 2025", "le mars 14", "Nov. 10", "14 mars, 2025"."""
    text, at = plain(context), context.sentence.start
    for match in _MONTH_FIRST.finditer(text):
        month, day = (match["month"] or match["month2"]).lower(), match["day"] or match["day2"]
        year = f" {match['year']}" if match["year"] else ""
        yield Hit("TYP044", at + match.start(), at + match.end(), (f"{_first(day)} {month}{year}",))
    for match in _ENGLISH_DATE.finditer(text):
        month = _ENGLISH_MONTHS[match["month"].rstrip(".").lower()]
        year = f" {match['year']}" if match["year"] else ""
        fixed = f"{_first(match['day'])} {month}{year}"
        yield Hit("TYP044", at + match.start(), at + match.end(), (fixed,), match.group())
    for match in _COMMA_YEAR.finditer(text):
        # "Le 14 mars, 2000 personnes": a number of people may follow a comma.
        if re.match(r" [a-zàâéèêîôû]{4,}", text[match.end() :]):
            continue
        yield Hit("TYP044", at + match.start(), at + match.end(), (f"{match['date']} {match['year']}",))
    for match in _COMMA_DAY.finditer(text):
        yield Hit("TYP044", at + match.start(), at + match.end(), (f"{match['day']} {match['date']}",))


@detector("TYP045")
def ordinals(context: SentenceContext) -> Iterator[Hit]:
    """Finds "21st", "le 2e mars", "le 1 mars"."""
    text, at = plain(context), context.sentence.start
    for match in _ENGLISH_ORDINAL.finditer(text):
        number = match["n"]
        right = {"st": number.endswith("1"), "rd": number.endswith("3"), "th": True}[match["end"]]
        if right:
            fixed = "1er" if number == "1" else f"{number}e"
            yield Hit("TYP045", at + match.start(), at + match.end(), (fixed,), match.group())
    for match in _DAY_ORDINAL.finditer(text):
        yield Hit("TYP045", at + match.start(), at + match.end(), (f"{match['n']} {match['month']}",))
    for match in _FIRST.finditer(text):
        yield Hit("TYP045", at + match.start(), at + match.end(), (f"1er {match['month']}",))


@detector("TYP046")
def centuries(context: SentenceContext) -> Iterator[Hit]:
    """Finds "19e siècle": newspapers write centuries in Roman figures."""
    text, at = plain(context), context.sentence.start
    for match in _CENTURY.finditer(text):
        number = int(match["n"])
        if 1 <= number <= 25:
            fixed = f"{roman(number)}{'er' if number == 1 else 'e'} siècle"
            yield Hit("TYP046", at + match.start(), at + match.end(), (fixed,))
