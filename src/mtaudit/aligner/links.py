"""What ties a French sentence to its English: a quotation they share, the whole, or only a part."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtaudit.aligner.anchors import quotes_in
from mtaudit.aligner.evidence import FRENCH_LENGTH
from mtaudit.aligner.space import background, floor_of, rescaled
from mtaudit.aligner.stretches import MIN_STRETCH_WORDS, Stretch
from mtaudit.aligner.vectors import VectorTable
from mtaudit.model import LinkKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

#: Log length ratio beyond which one side covers only a part of the other: a factor of 1.65. Of human
#: translations of news, sentence by sentence, 0.5 % are beyond it; half a sentence is at .69.
PART_LENGTH = 0.5
#: Nearness of two quotations from which they are the same one, in two languages.
SAME_QUOTE = 0.5
#: A stretch of one side is the counterpart when it is nearer to the other by this than the whole is.
PART_NEARER = 0.1
#: Lengths in words of a quotation and its translation: French runs longer, seldom twice as long.
_SHORTEST, _LONGEST = 0.4, 2.5


def source_link(french: str, english: str) -> LinkKind:
    """The link between a French sentence and the part of the true source that it translates.

    Args:
        french: The sentence.
        english: The English of its bead; two sentences where the French covers half of each.

    Returns:
        ``quote`` where both quote stretches of about the same length, ``part`` where the lengths
        differ by a factor of more than 1.65, else ``sentence``.
    """
    ours, theirs = ([len(quote.split()) for quote in quotes_in(text)] for text in (french, english))
    if any(_SHORTEST <= one / other <= _LONGEST for one in ours if one for other in theirs if other):
        return "quote"
    return "part" if _differ(french, english) else "sentence"


class MinedLinks:
    """Links between French sentences and comparable reporting.

    Args:
        french: Stretches of all French sentences.
        english: Stretches of all English ones.
        table: Vectors of all their texts, of all quotations and of the background.
    """

    def __init__(self, french: Sequence[Stretch], english: Sequence[Stretch], table: VectorTable) -> None:
        self._french, self._english = _by_owner(french), _by_owner(english)
        self._table = table
        self._floor = floor_of(*map(table.rows, background()))

    def link(self, row: int, column: int) -> LinkKind:
        """The link between the French sentence ``row`` and the English one ``column``."""
        ours, theirs = self._french[row], self._english[column]
        whole_f, whole_e = ours[0].text, theirs[0].text
        quoted = self._nearness(_quoted(ours), _quoted(theirs))
        if quoted is not None and quoted >= SAME_QUOTE:
            return "quote"
        if _differ(whole_f, whole_e):
            return "part"
        whole = self._nearness([whole_f], [whole_e])
        parts = [self._nearness([whole_f], _parts(theirs)), self._nearness(_parts(ours), [whole_e])]
        nearer = max((each for each in parts if each is not None), default=None)
        if whole is not None and nearer is not None and nearer >= whole + PART_NEARER:
            return "part"
        return "sentence"

    def _nearness(self, french: Sequence[str], english: Sequence[str]) -> float | None:
        """Of the nearest pair; None where one side is empty."""
        if not french or not english:
            return None
        cosine: Matrix = self._table.rows(french) @ self._table.rows(english).T
        return float(rescaled(cosine, self._floor).max())


def _by_owner(stretches: Sequence[Stretch]) -> dict[int, list[Stretch]]:
    found: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        found.setdefault(stretch.owner, []).append(stretch)
    return found


def _quoted(stretches: Sequence[Stretch]) -> list[str]:
    """Quotations, the short ones too, and the long ones by clauses, since one is often quoted in part."""
    clauses = [stretch.text for stretch in stretches if stretch.kind == "quote"]
    return list(dict.fromkeys((*quotes_in(stretches[0].text), *clauses)))


def _parts(stretches: Sequence[Stretch]) -> list[str]:
    return [stretch.text for stretch in stretches[1:] if stretch.words >= MIN_STRETCH_WORDS]


def _differ(french: str, english: str) -> bool:
    ratio = math.log(max(len(french) / FRENCH_LENGTH, 8.0) / max(len(english), 8.0))
    return abs(ratio) > PART_LENGTH
