"""Dates of a French sentence held against the English: weekdays, months, days, years, *yesterday*."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from mtaudit.model import Check, CheckStatus
from mtaudit.scorer.date_facts import DateFact, DateKind, DateValue, find_dates
from mtaudit.scorer.places import Span, check_at, distinct, found_in, span_of
from mtaudit.scorer.quantities import find_quantities

_NAMES = {
    "weekday": "weekday",
    "day": "date",
    "month": "month",
    "year": "year",
    "relative": "day",
}
_OPPOSED = ({"yesterday", "tomorrow"},)


def _months(facts: Sequence[DateFact]) -> set[DateValue]:
    found: set[DateValue] = set()
    for fact in facts:
        for value in fact.values:
            if fact.kind == "month":
                found.add(value)
            elif fact.kind == "day" and isinstance(value, tuple):
                found.add(value[0])
    return found


def _confirms(french: DateFact, english: Sequence[DateFact]) -> DateFact | None:
    """The English fact that says the same, or None."""
    for fact in english:
        if fact.kind == french.kind and fact.values & french.values:
            return fact
        if french.kind == "month" and french.values & _months([fact]):
            return fact
    return None


def _leftovers(kind: DateKind, own: Sequence[DateFact], other: Sequence[DateFact]) -> list[DateFact]:
    """Sure facts of a kind that nothing on the other side confirms."""
    pool: set[DateValue] = {value for fact in other if fact.kind == kind for value in fact.values}
    if kind == "month":
        pool = _months(other)
    left: dict[frozenset[DateValue], DateFact] = {}
    for fact in own:
        if fact.kind == kind and not fact.soft and not fact.values & pool:
            left.setdefault(fact.values, fact)
    return list(left.values())


def _rival(fact: DateFact, french: Sequence[DateFact], english: Sequence[DateFact]) -> DateFact | None:
    """The one English fact of the same kind that stands where this one should, or None."""
    ours = _leftovers(fact.kind, french, english)
    theirs = _leftovers(fact.kind, english, french)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    if fact.kind == "relative" and {*ours[0].values, *theirs[0].values} not in _OPPOSED:
        return None
    return theirs[0]


_NIGHT = re.compile(r"\b(?:nuit|soir|soirée|veille|night|evening|overnight|eve)\b", re.IGNORECASE)


def _next_night(fact: DateFact, rival: DateFact, french: str, english: Sequence[str]) -> bool:
    """*La nuit de mardi* may be Monday night: the languages count nights from different days."""
    if fact.kind != "weekday" or not any(_NIGHT.search(text) for text in (french, *english)):
        return False
    return any(
        isinstance(ours, int) and isinstance(theirs, int) and (ours - theirs) % 7 in (1, 6)
        for ours in fact.values
        for theirs in rival.values
    )


def check_dates(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare the dates of a French sentence with those of its English counterparts.

    Args:
        french: The French sentence.
        english: Its counterparts; a match in any of them is a match.
        strict: The English is the true source. Then a weekday, month, date or year that stands alone
            without a partner on both sides is a mismatch; otherwise it is only unclear.

    Returns:
        One check per piece of a date, in the order of the French; none without English.
    """
    if not english:
        return []
    ours = find_dates(french, "french")
    theirs = found_in(english, lambda text: find_dates(text, "english"))
    numbers = _bare_numbers(english)
    checks: list[Check] = []
    for fact in ours:
        same = _confirms(fact, theirs)
        if same is not None:
            checks.append(
                check_at("date", "match", fact.text, same.text, ours=span_of(fact), theirs=span_of(same))
            )
            continue
        number = _confirmed_by_number(fact, numbers)
        if number is not None:
            checks.append(
                check_at("date", "match", fact.text, str(number), ours=span_of(fact), theirs=numbers[number])
            )
            continue
        if fact.soft:
            continue
        rival = _rival(fact, ours, theirs)
        status: CheckStatus = "missing"
        note = f"the English gives no such {_NAMES[fact.kind]}"
        if rival is not None:
            status = "mismatch" if strict and not _next_night(fact, rival, french, english) else "unclear"
            note = f"the English has another {_NAMES[fact.kind]}"
        checks.append(
            check_at(
                "date",
                status,
                fact.text,
                rival.text if rival else "",
                note,
                ours=span_of(fact),
                theirs=span_of(rival) if rival else None,
            )
        )
    return distinct(checks)


def _bare_numbers(english: Sequence[str]) -> dict[int, Span]:
    """Whole numbers of the English outside dates with a month, and where each stands first."""
    numbers: dict[int, Span] = {}
    for quantity in found_in(english, lambda text: find_quantities(text, "english")):
        if quantity.category == "date":
            continue
        for value in quantity.values:
            if value == int(value):
                numbers.setdefault(int(value), span_of(quantity))
    return numbers


def _confirmed_by_number(fact: DateFact, numbers: Container[int]) -> int | None:
    """A year written in words or glued to a name, a day given without its month (*on the 14th*)."""
    for value in fact.values:
        plain = value[1] if isinstance(value, tuple) else value
        if fact.kind in ("year", "day") and isinstance(plain, int) and plain in numbers:
            return plain
    return None


def unconfirmed(french: str, english: str) -> tuple[list[str], list[str]]:
    """The pieces of dates that one side has and the other lacks.

    Args:
        french: One or more French sentences.
        english: Their source.

    Returns:
        Pieces as written that only the French has, and that only the English has.
    """
    ours, theirs = find_dates(french, "french"), find_dates(english, "english")
    numbers_e = _bare_numbers([english])
    numbers_f = {
        int(value)
        for found in find_quantities(french, "french")
        for value in found.values
        if value == int(value)
    }
    only_ours = [
        fact.text
        for fact in ours
        if not fact.soft and _confirms(fact, theirs) is None and _confirmed_by_number(fact, numbers_e) is None
    ]
    only_theirs = [
        fact.text
        for fact in theirs
        if not fact.soft and _confirms(fact, ours) is None and _confirmed_by_number(fact, numbers_f) is None
    ]
    return list(dict.fromkeys(only_ours)), list(dict.fromkeys(only_theirs))
