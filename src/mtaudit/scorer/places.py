"""Where the compared words stand: several English texts laid out as one, and checks moved into place.

A check is made from facts with places of their own. While it is made, its French offsets count in the
sentence and its English ones in all counterparts laid out one after the other, with one character
between them; :func:`placed` turns both into what :class:`mtaudit.model.Check` promises.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, Protocol, TypeVar

from mtaudit.model import Check, CheckKind, CheckStatus

_BETWEEN = 1


class Spanned(Protocol):
    """A fact that knows its place in the text it was found in."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """What follows its last character."""


_Fact = TypeVar("_Fact", bound=Spanned)
Span = tuple[int, int]


def found_in(texts: Sequence[str], find: Callable[[str], Iterable[_Fact]]) -> list[_Fact]:
    """Find facts in several texts, with places that count in all of them laid out in a row.

    Args:
        texts: The English counterparts.
        find: Finds the facts of one text; they are frozen dataclasses.

    Returns:
        The facts in order.
    """
    return [
        _moved(fact, base) for text, base in zip(texts, _bases(texts), strict=True) for fact in find(text)
    ]


def check_at(
    kind: CheckKind,
    status: CheckStatus,
    french: str,
    english: str,
    note: str = "",
    *,
    ours: Span | None = None,
    theirs: Span | None = None,
) -> Check:
    """A check with the places of its words, where they have one.

    Args:
        kind: What was compared.
        status: How it came out.
        french: The words of the French sentence.
        english: Those of the English.
        note: What is the matter, in words.
        ours: The place of the French words in the sentence.
        theirs: That of the English words in the counterparts laid out in a row.
    """
    start, end = ours or (None, None)
    other_start, other_end = theirs or (None, None)
    return Check(kind, status, french, english, note, start, end, other_start, other_end)


def distinct(checks: Iterable[Check]) -> list[Check]:
    """Leave out what was checked before with the same outcome: a name said twice is one fact."""
    kept: dict[tuple[str, ...], Check] = {}
    for check in checks:
        kept.setdefault((check.kind, check.status, check.french, check.english, check.note), check)
    return list(kept.values())


def placed(check: Check, offset: int, texts: Sequence[str], numbers: Sequence[int]) -> Check:
    """Turn the places of a check into offsets of the document and of one counterpart.

    Args:
        check: As the checks of one kind made it.
        offset: Where the sentence starts in the document.
        texts: The counterparts it was made with.
        numbers: The place of each among the alignments of the sentence.

    Returns:
        The check; its English place is left out where it is not inside one counterpart.
    """
    moved = replace(
        check,
        french_start=None if check.french_start is None else check.french_start + offset,
        french_end=None if check.french_end is None else check.french_end + offset,
        english_start=None,
        english_end=None,
    )
    if check.english_start is None or check.english_end is None:
        return moved
    bases = _bases(texts)
    place = bisect_right(bases, check.english_start) - 1
    start, end = check.english_start - bases[place], check.english_end - bases[place]
    if end > len(texts[place]):
        return moved
    return replace(moved, english_start=start, english_end=end, alignment=numbers[place])


def shifted(check: Check, by: int) -> Check:
    """The check of a sentence that moved by some code points within its document."""
    if not by or check.french_start is None or check.french_end is None:
        return check
    return replace(check, french_start=check.french_start + by, french_end=check.french_end + by)


def span_of(fact: Spanned) -> Span:
    """The place of a fact."""
    return fact.start, fact.end


def _bases(texts: Sequence[str]) -> list[int]:
    """Where each text starts when all are laid out in a row."""
    return list(accumulate((len(text) + _BETWEEN for text in texts[:-1]), initial=0))


def _moved(fact: _Fact, by: int) -> _Fact:
    if not by:
        return fact
    copy: Any = fact
    moved: _Fact = replace(copy, start=fact.start + by, end=fact.end + by)
    return moved
