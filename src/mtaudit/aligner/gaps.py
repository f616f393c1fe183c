"""What a French text leaves out of its true source, and what it adds.

Aligned in order, a sentence without counterpart may also be one that the alignment lost. So nothing
counts as a gap unless nothing near it on the other side is at all like it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mtaudit.aligner.anchors import Anchors, anchors_of
from mtaudit.aligner.encoders.base import Encoder
from mtaudit.aligner.evidence import FRENCH_LENGTH
from mtaudit.aligner.reference import ReferenceText
from mtaudit.aligner.stretches import stretches_of
from mtaudit.aligner.vectors import VectorTable
from mtaudit.model import Alignment, Sentence

#: Sentences looked at on either side of a gap.
NEAR = 4
#: Shorter sentences (captions, bylines, *Read more*) are left out and added freely.
MIN_WORDS = 6
#: A sentence that has something as like it as this (cosine) nearby is not missing.
MOST_LIKE = 0.40
#: Where more than this share of the source is missing (and more than a few), the text is a summary, or
#: the source is not its source: then single omissions mean nothing.
SUMMARY_SHARE, FEW = 0.3, 3
#: A French sentence with less than this share of the expected length has lost a part of its source ...
CUT_SHARE = 0.62
#: ... of at least so many words, if one part of it is like nothing in the French (cosine).
CUT_WORDS, CUT_LIKE = 12, 0.30
#: An added sentence this like a dropped one (cosine), at most so many source sentences away, renders it.
FREE_LIKE, FACING = 0.15, 2

GapKind = Literal["omission", "addition", "cut"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that stands on one side only.

    Attributes:
        kind: A source sentence left out, a French sentence added, a French sentence cut short.
        place: The French sentence it belongs to; for an omission the one it should follow (or precede,
            at the beginning of the text).
        english: The words left out; empty for an addition.
        before: An omission at the beginning of the text.
    """

    kind: GapKind
    place: int
    english: str = ""
    before: bool = False


def source_gaps(
    sentences: Sequence[Sentence],
    alignments: Sequence[Sequence[Alignment]],
    source: ReferenceText,
    encoder: Encoder,
) -> list[Gap]:
    """Find omissions, additions and sentences cut short.

    Args:
        sentences: French sentences in the order of the text.
        alignments: Their counterparts, from ``align`` with this source.
        source: The true source.
        encoder: Puts both languages into one space; called once at most.

    Returns:
        Gaps in the order of the French; none where the text is no translation of the whole source.
    """
    english = [sentence.text for sentence in source.sentences]
    ranges = [_range(found, source) for found in alignments]
    covered = {place for found in ranges if found for place in range(*found)}
    dropped = [place for place in range(len(english)) if place not in covered]
    added = [place for place, found in enumerate(ranges) if found is None]
    if not covered or (len(dropped) > FEW and len(dropped) > SUMMARY_SHARE * len(english)):
        dropped = []
    if len(added) > FEW and len(added) > SUMMARY_SHARE * len(sentences):
        added = []
    french = [sentence.text for sentence in sentences]
    cut = _short_groups(french, english, ranges)
    if not dropped and not added and not cut:
        return []
    table = _Likeness(french, english, encoder)
    dropped, added = _without_free_translations(dropped, added, ranges, table)
    gaps: list[Gap] = []
    for place in dropped:
        after, before = _neighbour(place, ranges)
        near = range(max(0, after - NEAR), min(len(french), after + NEAR + 1))
        if len(english[place].split()) >= MIN_WORDS and table.english_sentence(place, near) < MOST_LIKE:
            gaps.append(Gap("omission", after, english[place], before))
    for place in added:
        start = _expected(place, ranges)
        near = range(max(0, start - NEAR), min(len(english), start + NEAR + 1))
        if len(french[place].split()) >= MIN_WORDS and table.french_sentence(place, near) < MOST_LIKE:
            gaps.append(Gap("addition", place))
    for members, found in cut:
        lost = table.lost_part(found, members)
        if lost:
            gaps.append(Gap("cut", members[-1], lost))
    return sorted(gaps, key=lambda gap: gap.place)


def _range(found: Sequence[Alignment], source: ReferenceText) -> tuple[int, int] | None:
    """The places of the source sentences that an alignment has (half-open)."""
    for alignment in found:
        if alignment.kind != "source":
            continue
        places = [place for place, each in enumerate(source.sentences) if each.index == alignment.index]
        for start in places:
            for end in (start + 1, start + 2):
                if " ".join(each.text for each in source.sentences[start:end]) == alignment.text:
                    return start, end
    return None


def _expected(place: int, ranges: Sequence[tuple[int, int] | None]) -> int:
    """Where in the source the counterpart of a French sentence without one would stand."""
    return next((found[1] for found in reversed(ranges[:place]) if found), 0)


def _without_free_translations(
    dropped: Sequence[int], added: Sequence[int], ranges: Sequence[tuple[int, int] | None], table: _Likeness
) -> tuple[list[int], list[int]]:
    """Leave out what stands face to face and is a little alike: one is a free rendering of the other."""
    free = [
        (english, french)
        for french in added
        for english in dropped
        if abs(_expected(french, ranges) - english) <= FACING and table.pair(french, english) >= FREE_LIKE
    ]
    no_omissions, no_additions = {english for english, _ in free}, {french for _, french in free}
    return (
        [place for place in dropped if place not in no_omissions],
        [place for place in added if place not in no_additions],
    )


def _neighbour(place: int, ranges: Sequence[tuple[int, int] | None]) -> tuple[int, bool]:
    """The French sentence after which a dropped source sentence should stand."""
    earlier = [number for number, found in enumerate(ranges) if found and found[1] <= place]
    if earlier:
        return earlier[-1], False
    return next((number for number, found in enumerate(ranges) if found), 0), True


def _short_groups(
    french: Sequence[str], english: Sequence[str], ranges: Sequence[tuple[int, int] | None]
) -> list[tuple[list[int], tuple[int, int]]]:
    """French sentences (together, where they share a part of the source) that are far too short."""
    groups: dict[tuple[int, int], list[int]] = {}
    for place, found in enumerate(ranges):
        if found:
            groups.setdefault(found, []).append(place)
    short = []
    for found, members in groups.items():
        behind = " ".join(english[slice(*found)])
        said = sum(len(french[place]) for place in members) / FRENCH_LENGTH
        if len(behind.split()) >= CUT_WORDS and said < CUT_SHARE * len(behind):
            short.append((members, found))
    return short


class _Likeness:
    """Cosines between sentences and stretches of both sides, each text encoded once."""

    def __init__(self, french: Sequence[str], english: Sequence[str], encoder: Encoder) -> None:
        self._french = [[each.text for each in stretches_of([text])] for text in french]
        self._english = [[each.text for each in stretches_of([text])] for text in english]
        texts = [text for side in (self._french, self._english) for found in side for text in found]
        self._halves = {text: _halves(text) for text in english}
        self._table = VectorTable(
            encoder, [*texts, *(half for both in self._halves.values() for half in both)]
        )

    def _best(self, text: str, others: Sequence[str]) -> float:
        if not others:
            return 0.0
        return float((self._table.rows([text]) @ self._table.rows(others).T).max())

    def english_sentence(self, place: int, near: range) -> float:
        """How like the likest stretch of the French sentences nearby is."""
        return self._best(self._english[place][0], [text for other in near for text in self._french[other]])

    def french_sentence(self, place: int, near: range) -> float:
        """How like the likest stretch of the source sentences nearby is."""
        return self._best(self._french[place][0], [text for other in near for text in self._english[other]])

    def pair(self, french: int, english: int) -> float:
        """How like two whole sentences are."""
        return self._best(self._french[french][0], self._english[english][:1])

    def lost_part(self, found: tuple[int, int], members: Sequence[int]) -> str:
        """The half of the source (or one of its two sentences) that the French lacks; "" if neither surely."""
        ours = [text for place in members for text in self._french[place]]
        anchors = anchors_of(" ".join(self._french[place][0] for place in members))
        parts = [self._english[place][0] for place in range(*found)]
        if len(parts) == 1:
            parts = list(self._halves[parts[0]])
        rated = [(self._best(part, ours), part) for part in parts]
        worst, lost = min(rated)
        kept = max(rated)[0]
        lacking = _anchors_lacking(anchors_of(lost), anchors)
        if worst < CUT_LIKE and (lacking or worst < CUT_LIKE / 2) and kept > worst:
            return lost
        return ""


def _halves(text: str) -> tuple[str, str]:
    words = text.split()
    middle = (len(words) + 1) // 2
    return " ".join(words[:middle]), " ".join(words[middle:]) or text


def _anchors_lacking(own: Anchors, other: Anchors) -> bool:
    return bool(own.names - other.names - other.maybe) or bool(own.numbers - other.numbers)
