"""Finding weekdays, dates, months, years and *yesterday* in French and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from mtaudit.packs.tables import load_table
from mtaudit.scorer.normal import lower, normalise
from mtaudit.scorer.number_words import Language

DateKind = Literal["weekday", "day", "month", "year", "relative"]
#: A weekday or month number, a (month, day) pair, a year, or the name of a relative day.
DateValue = int | str | tuple[int, int]


@dataclass(frozen=True, slots=True)
class DateFact:
    """One piece of a date: all the readings it allows, and its place in the sentence.

    ``soft`` marks what may be no date at all (a bare *2000*): it can confirm, never contradict.
    """

    kind: DateKind
    values: frozenset[DateValue]
    start: int
    end: int
    text: str
    soft: bool = False


@dataclass(frozen=True, slots=True)
class _Calendar:
    weekdays: dict[str, int]
    months: dict[str, int]
    cased: frozenset[str]
    relative: dict[str, str]
    words: re.Pattern[str]
    days: re.Pattern[str]
    relatives: re.Pattern[str]


_KEY: dict[Language, str] = {"french": "fr", "english": "en"}
_YEAR_LEADS = {
    "french": re.compile(
        r"(?:\b(?:en|depuis|fin|début|mi|avant|après|an|année|années|printemps|été|automne|hiver|jusqu'en"
        r"|dès|exercice|saison)[ -]|[(]|\bde |\bet |\bà )$"
    ),
    "english": re.compile(
        r"(?:\b(?:in|since|late|early|mid|before|after|year|spring|summer|autumn|fall|winter|until|by|from"
        r"|during|for|of|and|to|fiscal)[ -]|[(]|\bthe )$"
    ),
}
_YEAR = re.compile(r"(?<![\w.,/-])(1[1-9][0-9]{2}|20[0-9]{2})(?![\w%/]|[.,][0-9]| ?[%€$£]| [0-9]{3}\b)")
_YEAR_RANGE = re.compile(
    r"(?<![\w.,/-])(1[89][0-9]{2}|20[0-9]{2}) ?[-/\u2013] ?([0-9]{4}|[0-9]{2})(?![\w%]|[.,][0-9])"
)
_SHORT_YEAR = re.compile(r"(?<![\w])'([0-9]{2})(?![\w])")
_DECADES: dict[Language, re.Pattern[str]] = {
    "french": re.compile(r"\bannées? ((?:19|20|18)?[0-9]0)(?![\w])"),
    "english": re.compile(r"(?<![\w.,])((?:19|20|18)?[0-9]0)'?s\b"),
}
_ISO = re.compile(r"(?<![\w])((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})(?![\w])")
_SLASHED = re.compile(
    r"(?<![\w/])([0-9]{1,2})([/.])([0-9]{1,2})(?:\2((?:19|20)?[0-9]{2}))?(?![\w/%]|[.,][0-9])"
)
_DAY_NUMBER = re.compile(r"[0-9]{1,2}")


def _alternatives(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (r"(?!\w)" if word[-1] != "." else "") for word in ordered)


@cache
def _calendar(language: Language) -> _Calendar:
    data, key = load_table("facts/calendar.toml"), _KEY[language]
    weekdays = {word: index for index, entry in enumerate(data["weekday"]) for word in entry[key]}
    months = {word: index for index, entry in enumerate(data["month"], 1) for word in entry[key]}
    cased = {word for entry in data["month"] if entry.get("cased") for word in entry[key]}
    relative = {word: entry["name"] for entry in data["relative"] for word in entry[key]}
    month = f"(?P<month>{_alternatives(list(months))})"
    if language == "french":
        number = r"[0-9]{1,2}(?: ?er)?"
        days = rf"(?<![\w.,])(?P<days>{number}(?:(?: ?(?:,|et|au|-|\u2013|ou|à|puis)(?: le)?) ?{number})*) {month}"
    else:
        number = r"[0-9]{1,2}(?:st|nd|rd|th)?"
        several = rf"{number}(?: ?(?:,|and|to|-|\u2013|or)(?: the)? ?{number}(?![0-9:]))*"
        days = (
            rf"(?<![\w.,])(?:(?P<days>{several})(?: of)?[ -]{month}"
            rf"|\b{month.replace('<month>', '<month2>')}\.?,? (?:the )?(?P<days2>{several})(?![0-9:%]|[.,][0-9]))"
        )
    return _Calendar(
        weekdays=weekdays,
        months=months,
        cased=frozenset(cased) if language == "english" else frozenset(),
        relative=relative,
        words=re.compile(rf"\b(?:{_alternatives([*weekdays, *months])})"),
        days=re.compile(days),
        relatives=re.compile(rf"\b(?:{_alternatives(list(relative))})"),
    )


def _capital_ok(word: str, place: int, text: str, calendar: _Calendar) -> bool:
    """*May* and *March* open sentences as verbs: there they need a number or a preposition near."""
    if word not in calendar.cased:
        return True
    if not text[place].isupper():
        return False
    if place == 0 or text[max(0, place - 2) : place] in (". ", '" ', ": "):
        return bool(re.match(r"\w+,? [0-9]", text[place:]))
    return True


def _days(text: str, low: str, language: Language) -> Iterator[DateFact]:
    calendar = _calendar(language)
    for match in calendar.days.finditer(low):
        groups = match.groupdict()
        month_group = "month" if groups["month"] else "month2"
        days_group = "days" if groups["month"] else "days2"
        if not _capital_ok(groups[month_group], match.start(month_group), text, calendar):
            continue
        month = calendar.months[groups[month_group]]
        for number in _DAY_NUMBER.finditer(groups[days_group]):
            if 1 <= int(number.group()) <= 31:
                value = (month, int(number.group()))
                span = match.span()
                yield DateFact("day", frozenset({value}), *span, text[slice(*span)])
    for match in _ISO.finditer(low):
        year, month, day = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield DateFact("day", frozenset({(month, day)}), *match.span(), match.group())
            yield DateFact("year", frozenset({year}), *match.span(1), match.group(1))
    for match in _SLASHED.finditer(low):
        first, second = int(match.group(1)), int(match.group(3))
        readings = {(a, b) for a, b in ((first, second), (second, first)) if 1 <= a <= 12 and 1 <= b <= 31}
        if readings and (match.group(4) or match.group(2) == "/"):
            soft = match.group(4) is None
            yield DateFact("day", frozenset(readings), *match.span(), match.group(), soft)


def _full_year(short: int) -> set[DateValue]:
    return {short, 1900 + short, 2000 + short}


def _years(low: str, language: Language) -> Iterator[DateFact]:
    for match in _DECADES[language].finditer(low):
        number = int(match.group(1))
        values: set[DateValue] = {number, number % 100} if number > 100 else _full_year(number)
        yield DateFact("year", frozenset(values), *match.span(1), match.group(1), soft=number < 100)
    for match in _YEAR_RANGE.finditer(low):
        first, second = int(match.group(1)), int(match.group(2))
        last = {second} if second > 100 else {second, first - first % 100 + second}
        yield DateFact("year", frozenset({first}), *match.span(1), match.group(1))
        yield DateFact("year", frozenset(last), *match.span(2), match.group(2), soft=True)
    for match in _SHORT_YEAR.finditer(low):
        yield DateFact("year", frozenset(_full_year(int(match.group(1)))), *match.span(), match.group(), True)
    months = _calendar(language).months
    for match in _YEAR.finditer(low):
        before = low[max(0, match.start() - 14) : match.start()]
        word = re.search(r"([\w.]+),? $", before)
        after_month = word is not None and word.group(1) in months
        after_day = (
            language == "english" and re.search(r"\b[0-9]{1,2}(?:st|nd|rd|th)?, $", before) is not None
        )
        sure = after_month or after_day or _YEAR_LEADS[language].search(before) is not None
        yield DateFact("year", frozenset({int(match.group())}), *match.span(), match.group(), soft=not sure)


@lru_cache(maxsize=2048)
def find_dates(text: str, language: Language) -> tuple[DateFact, ...]:
    """Find the pieces of dates in one sentence.

    Args:
        text: One sentence, as written.
        language: ``french`` or ``english``.

    Returns:
        Facts in the order of the text; those that overlap a longer one are left out.
    """
    plain = normalise(text)
    low = lower(plain)
    calendar = _calendar(language)
    facts = [*_days(plain, low, language), *_years(low, language)]
    facts = [replace(fact, text=text[fact.start : fact.end]) for fact in facts]
    taken = [(fact.start, fact.end) for fact in facts]
    for match in calendar.words.finditer(low):
        if any(start <= match.start() < end for start, end in taken):
            continue
        word = match.group()
        if word in calendar.weekdays:
            kind: DateKind = "weekday"
            value = calendar.weekdays[word]
        elif _capital_ok(word, match.start(), plain, calendar):
            kind, value = "month", calendar.months[word]
        else:
            continue
        # French days and months are lower-case: a capital inside a sentence is a name (Mars, Mardi gras).
        soft = language == "french" and match.start() > 0 and plain[match.start()].isupper()
        facts.append(
            DateFact(kind, frozenset({value}), *match.span(), plain[match.start() : match.end()], soft)
        )
    for match in calendar.relatives.finditer(low):
        values: frozenset[DateValue] = frozenset({calendar.relative[match.group()]})
        supply = match.group() not in ("hier", "aujourd'hui", "demain", "yesterday", "today", "tomorrow")
        facts.append(DateFact("relative", values, *match.span(), text[match.start() : match.end()], supply))
    unique = {(fact.kind, fact.start, fact.values): fact for fact in reversed(facts)}
    return tuple(sorted(unique.values(), key=lambda fact: (fact.start, fact.end, fact.kind)))
