"""Feet, miles, pounds and degrees Fahrenheit that a French reader cannot picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.view import plain
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

_WORDS = {
    word: number
    for number, word in enumerate(
        ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"), start=2
    )
} | {"quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100}
_NUMBER = rf"(?P<number>\d{{1,3}}(?: \d{{3}})+|\d+(?:,\d+)?|{'|'.join(_WORDS)})"

#: French word of the unit, metres (or kilos, litres, hectares) it holds, what it becomes.
_UNITS: tuple[tuple[str, float, str], ...] = (
    (r"pieds carrés", 0.0929, "mètres carrés"),
    (r"milles? carrés|miles? carrés", 2.59, "kilomètres carrés"),
    (r"pieds", 0.3048, "mètres"),
    (r"pouces", 2.54, "centimètres"),
    (r"verges|yards", 0.9144, "mètres"),
    (r"miles|milles(?! marins| nautiques)", 1.609, "kilomètres"),
    (r"miles? (?:à l'|par )heure|mph", 1.609, "km/h"),
    (r"gallons", 3.785, "litres"),
    (r"acres", 0.4047, "hectares"),
    (r"onces", 28.35, "grammes"),
)
_UNIT = re.compile(
    rf"(?<![\w.,'-]){_NUMBER}[ -](?:(?P<u6>{_UNITS[6][0]})|"
    + "|".join(f"(?P<u{n}>{unit[0]})" for n, unit in enumerate(_UNITS) if n != 6)
    + r")(?![\w-])"
)
_AND_A_HALF = re.compile(r" et demie?\b")
_FAHRENHEIT = re.compile(r"(?<![\w.,])(?P<number>-?\d+(?:,\d+)?) ?(?:degrés (?:de )?F(?:ahrenheit)?\b|°F\b)")
# "six pieds sous terre", "tables de trois pieds", a stage word: no measure is meant.
# Wheels and screens are sold by the inch everywhere.
_SAYING = re.compile(
    r"jantes?\b|roues?\b|pneus?\b|écrans?\b|dalles?\b|tablettes?\b|téléviseur|roulettes|modèles?|vélos?|six pieds sous terre|pieds? (?:de|d')(?:nez|biche|poule|page)|pieds? joints|pieds? dans"
)


#: What the English says where the French word is a measure: "douze pieds" may be legs or vines.
_ENGLISH = {
    "pied": r"feet|foot|ft",
    "pouce": r"inch(?:es)?|in\.|\d ?[\"”″]",
    "acre": r"acres?",
    "once": r"ounces?|oz",
    "verge": r"yards?|yds?",
}


def _meant(found: str, context: SentenceContext) -> bool:
    """Whether the English, if there is any, has the measure that the French word may stand for."""
    english = "\n".join(context.english.texts).lower()
    asked = next((pattern for word, pattern in _ENGLISH.items() if word in found), None)
    return not english or asked is None or re.search(rf"(?<![a-z])(?:{asked})(?![a-z])", english) is not None


def _value(number: str) -> float:
    if number in _WORDS:
        return float(_WORDS[number])
    return float(number.replace(" ", "").replace(",", "."))


def _rounded(value: float) -> str:
    """Two figures that count: 15.24 becomes 15, 2316.9 becomes 2 300."""
    if value >= 100:
        step = 10 ** (len(str(int(value))) - 2)
        value = round(value / step) * step
    text = f"{value:.2g}" if value < 10 else str(round(value))
    if float(text) >= 10000 or (float(text) >= 1000):
        text = f"{int(float(text)):,}".replace(",", "\u202f")
    return text.replace(".", ",")


@detector("TYP047")
def imperial(context: SentenceContext) -> Iterator[Hit]:
    """Finds "50 pieds", "deux miles", "100 degrés Fahrenheit" without the metric measure beside it."""
    text, at = plain(context), context.sentence.start
    for match in _UNIT.finditer(text):
        around = text[max(0, match.start() - 40) : match.end() + 40]
        if _SAYING.search(around) or re.search(
            r"\d ?(?:m|km|cm|kg|mètres?|kilomètres?|km/h|litres?|hectares?)\b", around
        ):
            continue
        if not _meant(match[0], context):
            continue
        index = int(next(name for name, value in match.groupdict().items() if name != "number" and value)[1:])
        _, factor, name = _UNITS[index]
        half = _AND_A_HALF.match(text, match.end())
        value = (_value(match["number"]) + (0.5 if half else 0)) * factor
        end = half.end() if half else match.end()
        if value < 2:
            name = re.sub(r"s\b", "", name)
        yield Hit("TYP047", at + match.start(), at + end, (f"{_rounded(value)} {name}",))
    for match in _FAHRENHEIT.finditer(text):
        celsius = round((_value(match["number"]) - 32) / 1.8)
        yield Hit("TYP047", at + match.start(), at + match.end(), (f"{celsius} degrés",))
