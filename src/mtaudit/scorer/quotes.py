"""Quotations of a French sentence held against the English: kept, or no longer the same stretch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.model import Check, CheckStatus
from mtaudit.scorer.places import Span, check_at, distinct, found_in
from mtaudit.text.words import count_words

_PAIRS = {"«": "»", "“": "”", "„": "“"}
_CLOSERS = frozenset("»”")
_PLAIN = '"'
#: Lengths in words of a quotation and its translation: French runs longer, seldom twice as long.
_SHORTEST, _LONGEST = 0.4, 2.5
#: A quotation of this many words or fewer may be a title or an ironic mark, which translators add or drop.
_TITLE_WORDS = 3
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)([^'’‘]{3,}?)['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch without its marks; ``open_left``/``open_right``: it goes on outside the sentence."""

    start: int
    end: int
    text: str
    open_left: bool = False
    open_right: bool = False

    @property
    def words(self) -> int:
        """Its length in words."""
        return count_words(self.text)

    @property
    def whole(self) -> bool:
        """Whether it opens and closes inside the sentence."""
        return not self.open_left and not self.open_right


def find_quotations(text: str, *, single: bool = False) -> tuple[Quotation, ...]:
    """Find the quoted stretches of a sentence, the outermost ones only.

    Args:
        text: One sentence; a quotation may open or close outside it.
        single: Take single marks for quotations too when there are no others (English only: in French
            they would be apostrophes).

    Returns:
        Stretches of at least one word, in the order of the text.
    """
    found: list[Quotation] = []
    opened: list[tuple[str, int]] = []
    for place, char in enumerate(text):
        if char == _PLAIN:
            if opened and opened[-1][0] == _PLAIN:
                start = opened.pop()[1]
                if not opened:
                    found.append(Quotation(start, place, text[start:place]))
            elif not opened or opened[-1][0] != _PLAIN:
                opened.append((_PLAIN, place + 1))
        elif char in _PAIRS:
            opened.append((_PAIRS[char], place + 1))
        elif char in _CLOSERS:
            if any(mark in _CLOSERS for mark, _ in opened):
                while opened and opened[-1][0] not in _CLOSERS:
                    opened.pop()
                start = opened.pop()[1]
                if not opened:
                    found.append(Quotation(start, place, text[start:place]))
            elif not opened and not found:
                found.append(Quotation(0, place, text[:place], open_left=True))
    if opened:
        start = opened[0][1]
        found.append(Quotation(start, len(text), text[start:], open_right=True))
    if single and not found:
        found = [Quotation(*match.span(1), match.group(1)) for match in _SINGLE.finditer(text)]
    return tuple(quotation for quotation in found if quotation.words)


def _similar_length(french: Quotation, english: Quotation) -> bool:
    if not (french.whole and english.whole):
        return True
    return _SHORTEST <= french.words / english.words <= _LONGEST


def _judge(
    quotation: Quotation, ours: Sequence[Quotation], theirs: Sequence[Quotation], french: str, strict: bool
) -> Check:
    fitting = [found for found in theirs if _similar_length(quotation, found)]
    if fitting:
        best = min(fitting, key=lambda found: (abs(found.words - quotation.words), found.start))
        if strict and quotation.open_right and len(ours) == 1 and all(found.whole for found in theirs):
            note = "the English closes the quotation inside the sentence"
            return _check("unclear", quotation, best, note)
        return _check("match", quotation, best)
    if not theirs:
        return _check("missing", quotation, None, "the English has no quotation")
    other = max(theirs, key=lambda found: found.words)
    swallowed = (
        strict
        and len(ours) == len(theirs) == 1
        and quotation.words > max(_TITLE_WORDS, other.words) * _LONGEST
        and other.words > _TITLE_WORDS
    )
    note = (
        "the quotation takes in words that the English does not quote" if swallowed else "of another length"
    )
    return _check("mismatch" if swallowed else "unclear", quotation, other, note)


def _check(status: CheckStatus, french: Quotation, english: Quotation | None, note: str = "") -> Check:
    return check_at(
        "quote",
        status,
        french.text.strip(),
        english.text.strip() if english else "",
        note,
        ours=_inside(french),
        theirs=_inside(english) if english else None,
    )


def _inside(quotation: Quotation) -> Span:
    """The place of the words without the spaces inside the marks."""
    start = quotation.start + len(quotation.text) - len(quotation.text.lstrip())
    return start, start + len(quotation.text.strip())


def check_quotes(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare the quotations of a French sentence with those of its English counterparts.

    Words cannot be compared across languages here; that a stretch is quoted, and how much of the
    sentence it takes, can.

    Args:
        french: The French sentence.
        english: Its counterparts; a match in any of them is a match.
        strict: The English is the true source. Then a quotation far longer than the only English one
            (words put into the speaker's mouth) is a mismatch; otherwise it is only unclear.

    Returns:
        One check per quotation, in the order of the French; none without English.
    """
    if not english:
        return []
    ours = find_quotations(french)
    theirs = found_in(english, lambda text: find_quotations(text, single=True))
    return distinct(_judge(quotation, ours, theirs, french, strict) for quotation in ours)
