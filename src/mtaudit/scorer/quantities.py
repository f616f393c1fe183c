"""Finding quantities: figures and number words with their unit, in French and in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from mtaudit.packs.tables import load_table
from mtaudit.scorer.date_facts import find_dates
from mtaudit.scorer.normal import lower, normalise
from mtaudit.scorer.number_words import Language, find_spoken

Category = Literal["plain", "percent", "money", "ordinal", "time", "date"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a sentence.

    Attributes:
        values: Every reading it allows: ``1.500`` is 1500 or 1.5, ``1.5m`` a million and a half or metres.
        category: What kind of number; only numbers of one kind can contradict each other.
        unit: Currency code, unit of measure, or key of the noun counted; empty when unknown.
        figures: Written with digits.
        soft: May be no number at all (*one*, *both*, *F-16*, a day of the month): can confirm, never
            contradict.
        about: Marked as approximate, a bound or a vague count (*près de*, *more than*).
        foreign_scale: Counted in French *billions* (10^12), the classic slip for English billions.
        scaled: Carries a word of scale (*million*); without one it may be left out (*two or three million*).
    """

    values: frozenset[Decimal]
    category: Category
    unit: str
    start: int
    end: int
    text: str
    figures: bool
    soft: bool = False
    about: bool = False
    foreign_scale: bool = False
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class _Units:
    nouns: dict[str, str]
    currencies: dict[str, str]
    after: re.Pattern[str]
    before: re.Pattern[str]


_LONGEST = 15
_FIGURES = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*")
_PERCENT: dict[Language, re.Pattern[str]] = {
    "french": re.compile(r" ?(?:%|pour cent\b|pourcents?\b|p\. ?100\b|points? de (?:pourcentage|base)\b)"),
    "english": re.compile(r"[ -]?(?:%|per ?cent\b|pct\b|p\.?c\.?\b|(?:percentage|basis|base) points?\b)"),
}
_ORDINAL: dict[Language, re.Pattern[str]] = {
    "french": re.compile(r"(?:er|ère|re|e|ème|eme|ième|nde?|èmes|es|ers)\b"),
    "english": re.compile(r"(?:st|nd|rd|th)s?\b"),
}
_SCALE: dict[Language, re.Pattern[str]] = {
    "french": re.compile(
        r"[ -]?(milles?|millions?|milliards?|billions?|trillions?|mds?|mrds?|m(?=\$|€| ?d'euros)|k)(?!\w)"
    ),
    "english": re.compile(
        r"[ -]?(hundred|thousands?|millions?|billions?|trillions?|dozen|mn|bn|tn|m|b|k)(?!\w)"
    ),
}
_SCALES: dict[Language, dict[str, int]] = {
    "french": {
        "mille": 3, "milles": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "md": 9, "mds": 9, "mrd": 9,
        "mrds": 9, "billion": 12, "billions": 12, "trillion": 18, "trillions": 18, "m": 6, "k": 3,
    },
    "english": {
        "hundred": 2, "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9,
        "billions": 9, "trillion": 12, "trillions": 12, "mn": 6, "bn": 9, "tn": 12,
        "m": 6, "b": 9, "k": 3,
    },
}  # fmt: skip
_TIME: dict[Language, re.Pattern[str]] = {
    "french": re.compile(
        r"(?<![\w.,])([0-9]{1,2})(?: ?h(?:eures?)?(?!\w)(?: ?([0-5][0-9])(?![0-9]))?| ?h([0-5][0-9])(?!\w)|:([0-5][0-9])(?!\w))"
    ),
    "english": re.compile(
        r"(?<![\w.,])([0-9]{1,2})(?:[:.]([0-5][0-9]))? ?(?:[ap]\.?m\b\.?|o'clock)|(?<![\w.,])([0-9]{1,2}):([0-5][0-9])(?!\w)"
    ),
}
_NOON = {"midi": 12, "minuit": 24, "noon": 12, "midday": 12, "midnight": 24}
_NOON_WORD = re.compile(r"\b(?:midi|minuit|noon|midday|midnight)\b")
_ABOUT: dict[Language, re.Pattern[str]] = {
    "french": re.compile(
        r"(?:environ|près de|presque|quelque|quelques|plus de|plus d'|moins de|moins d'|au moins|au plus|jusqu'à|autour de"
        r"|à peine|à peu près|pas moins de|proche de|avoisine|approche|dépasse) (?:les |le |la )?$"
    ),
    "english": re.compile(
        r"(?:about|around|nearly|almost|some|over|more than|less than|fewer than|at least|at most|up to|roughly"
        r"|approximately|close to|as many as|under|below|above|estimated) (?:the |a )?$"
    ),
}
_HALF: dict[Language, re.Pattern[str]] = {
    "french": re.compile(r"\bdemi|\bmoitié"),
    "english": re.compile(r"\bhalf\b|\bhalves\b"),
}
_ROMAN = re.compile(r"(?<![\w-])([XVI]{1,6})(?:e|ème|er)?(?![\w-])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@cache
def _units(language: Language) -> _Units:
    data = load_table("facts/nouns.toml")
    key = "fr" if language == "french" else "en"
    nouns: dict[str, str] = {}
    for entry in data["noun"]:
        for word in entry[key]:
            nouns.setdefault(word, entry.get("unit") or entry["en"][0])
    currencies = {word: entry["code"] for entry in data["currency"] for word in entry[key]}
    words = "|".join(re.escape(word) for word in sorted(currencies, key=len, reverse=True))
    signs = "|".join(re.escape(word) for word in currencies if not word.isalpha())
    return _Units(
        nouns=nouns,
        currencies=currencies,
        after=re.compile(rf" ?(?:de |d'|-)?({words})(?!\w)"),
        before=re.compile(rf"({signs}|usd|eur) ?$"),
    )


def read_figures(written: str) -> frozenset[Decimal]:
    """Read figures in either country's way of writing them.

    Args:
        written: Digits with spaces, points and commas, such as ``1 500,5`` or ``20,000``.

    Returns:
        Every value they can have: ``1,500`` gives 1500 and 1.5; ``1,5`` only 1.5.
    """
    joined = written.replace(" ", "")
    marks = [char for char in joined if char in ".,"]
    if not marks:
        return frozenset({Decimal(joined)})
    if len(set(marks)) == 2:
        last = max(joined.rfind("."), joined.rfind(","))
        whole = joined[:last].replace(".", "").replace(",", "")
        return frozenset({Decimal(f"{whole}.{joined[last + 1 :]}")})
    plain = joined.replace(",", "").replace(".", "")
    if len(marks) > 1:
        return frozenset({Decimal(plain)})
    whole, _, rest = joined.replace(",", ".").partition(".")
    values = {Decimal(f"{whole}.{rest}")}
    if len(rest) == 3 and len(whole) <= 3 and " " not in written and whole != "0":
        values.add(Decimal(plain))
        if rest == "000":  # nobody writes a decimal "5,000"
            values = {Decimal(plain)}
    return frozenset(values)


def _unit_after(low: str, end: int, language: Language) -> tuple[Category, str, int]:
    """The category and unit behind a number that ends at ``end``, and where the unit ends."""
    percent = _PERCENT[language].match(low, end)
    if percent:
        return "percent", "%", percent.end()
    units = _units(language)
    money = units.after.match(low, end)
    if money and not (
        money.group(1) in ("livres", "livre", "franc", "couronne") and _is_weight(low, money.end())
    ):
        return "money", units.currencies[money.group(1)], money.end()
    for count, word in enumerate(_WORD.finditer(low, end, end + 45)):
        if count > 2 or re.search(r"[.;:,()0-9]", low[end : word.start()]):
            break
        key = units.nouns.get(word.group()) or units.nouns.get(word.group().split("-")[0])
        if key:
            return "plain", key, end
    return "plain", "", end


def _is_weight(low: str, end: int) -> bool:
    return low[end : end + 9].strip().startswith("de ")


def _attached(low: str, start: int, end: int) -> bool:
    """Part of a name or a code (F-16, G7, A380, 3D, 24/7), not a count."""
    before, after = low[start - 1 : start], low[end : end + 1]
    if before and (before.isalnum() or before in "_/"):
        return True
    if before in ("-", "\u2013") and start > 1 and low[start - 2].isalpha():
        return True
    return bool(after) and (after.isalpha() or after in "/_")


def _figures(low: str, language: Language) -> Iterator[Quantity]:
    units = _units(language)
    for match in _FIGURES.finditer(low):
        start, end = match.span()
        if sum(char.isdigit() for char in match.group()) > _LONGEST:
            continue
        values = read_figures(match.group())
        foreign = scaled_up = False
        scale = _SCALE[language].match(low, end)
        ordinal = None if scale else _ORDINAL[language].match(low, end)
        if scale:
            name = scale.group(1)
            power = _SCALES[language].get(name, 0)
            factor = Decimal(12) if name == "dozen" else Decimal(10) ** power
            scaled = frozenset(value * factor for value in values)
            values = scaled | values if name in ("m", "b", "k") else scaled
            foreign = language == "french" and name.startswith("billion")
            end = scale.end()
            second = _SCALE[language].match(low, end)  # "four thousand million", "42 000 millions"
            if (
                second
                and len(name) > 2
                and second.group(1) in ("million", "millions", "billion", "milliards")
            ):
                values = frozenset(
                    value * Decimal(10) ** _SCALES[language][second.group(1)] for value in values
                )
                end = second.end()
            scaled_up = True
        category: Category = "plain"
        unit = ""
        soft = False
        if ordinal:
            category, end = "ordinal", ordinal.end()
        else:
            lead = units.before.search(low, max(0, start - 5), start)
            soft = _attached(low, start, end) and not lead
            category, unit, end = _unit_after(low, end, language)
            if lead:
                category, unit, start = "money", units.currencies[lead.group(1)], lead.start()
        about = _ABOUT[language].search(low, max(0, start - 22), start) is not None
        yield Quantity(
            values, category, unit, start, end, low[start:end], True, soft, about, foreign, scaled_up
        )


def _times(low: str, language: Language) -> Iterator[Quantity]:
    for match in _TIME[language].finditer(low):
        hour, *rest = (int(group) for group in match.groups() if group is not None)
        minutes = rest[0] if rest else 0
        if hour > 24:
            continue
        half_days = {hour, (hour + 12) % 24, (hour - 12) % 24}
        values = {Decimal(value) + Decimal(minutes) / 60 for value in half_days}
        spelt = language == "french" and not rest
        if spelt:
            values = {Decimal(hour), Decimal((hour - 12) % 24)} if hour > 12 else {Decimal(hour)}
        unit = "hour" if spelt else "clock"
        category: Category = "plain" if spelt else "time"
        yield Quantity(frozenset(values), category, unit, *match.span(), match.group(), True, soft=spelt)
    for match in _NOON_WORD.finditer(low):
        value = Decimal(_NOON[match.group()])
        readings = frozenset({value, value % 24, Decimal(12), Decimal(0)})
        yield Quantity(readings, "time", "clock", *match.span(), match.group(), False, soft=True)


def _spoken(low: str, language: Language) -> Iterator[Quantity]:
    halves = _HALF[language].search(low) is not None
    for found in find_spoken(low, language):
        category, unit, end = _unit_after(low, found.end, language)
        if found.ordinal:
            category, unit, end = "ordinal", "", found.end
        text = low[found.start : end]
        foreign = language == "french" and "billion" in text
        about = _ABOUT[language].search(low, max(0, found.start - 22), found.start) is not None
        soft = found.soft or (halves and found.value >= 1000)
        values = frozenset({Decimal(found.value)})
        scaled = found.value >= 1000
        yield Quantity(values, category, unit, found.start, end, text, False, soft, about, foreign, scaled)


def _roman(plain: str) -> Iterator[Quantity]:
    for match in _ROMAN.finditer(plain):
        digits = [_ROMAN_VALUES[char] for char in match.group(1)]
        pairs = zip(digits, [*digits[1:], 0], strict=True)
        value = sum(-this if this < following else this for this, following in pairs)
        yield Quantity(frozenset({Decimal(value)}), "ordinal", "", *match.span(), match.group(), True, True)


def _capital_inside(text: str, found: Quantity) -> bool:
    """A number word with a capital inside the sentence is a name or English (*11 Sept*, *les Douze*)."""
    before = text[max(0, found.start - 2) : found.start]
    return not found.figures and text[found.start].isupper() and before[-1:] == " " and before[:1].isalnum()


def _without_overlaps(found: Iterable[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for quantity in found:
        if not any(quantity.start < other.end and other.start < quantity.end for other in kept):
            kept.append(quantity)
    return sorted(kept, key=lambda quantity: quantity.start)


@lru_cache(maxsize=2048)
def find_quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """Find every number of a sentence.

    Days of the month, years and decades are found too, with category ``date`` and soft: the date
    check answers for them.

    Args:
        text: One sentence, as written.
        language: ``french`` or ``english``.

    Returns:
        Quantities in the order of the text, not overlapping; ``text[start:end]`` is the number with
        its unit.
    """
    plain = normalise(text)
    low = lower(plain)
    dates = [(fact.start, fact.end) for fact in find_dates(text, language) if fact.kind in ("day", "year")]
    ordered = [*_times(low, language), *_figures(low, language), *_spoken(low, language), *_roman(plain)]
    result = []
    for found in _without_overlaps(ordered):
        dated = any(found.start < end and start < found.end for start, end in dates)
        result.append(
            replace(
                found,
                text=text[found.start : found.end],
                category="date" if dated else found.category,
                soft=found.soft or dated or _capital_inside(text, found),
            )
        )
    return tuple(result)
