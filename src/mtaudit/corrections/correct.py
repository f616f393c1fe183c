"""From a text and decisions to the corrected text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from mtaudit.corrections.decisions import Decision
from mtaudit.errors import InputError


def check_decisions(text: str, decisions: Iterable[Decision], where: str) -> tuple[Decision, ...]:
    """Checks decisions against their text and puts the replacements in order.

    Args:
        text: The text they were made for.
        decisions: Decisions of any kind.
        where: The document's name, for messages.

    Returns:
        The replacements, in the order of the text.

    Raises:
        InputError: A decision's words do not stand where it says, or two replacements overlap.
    """
    checked = tuple(decisions)
    for each in checked:
        if not 0 <= each.start <= each.end <= len(text) or text[each.start : each.end] != each.text:
            raise InputError(
                f"{where}: '{_short(each.text)}' does not stand at {each.start} to {each.end}",
                "the file of decisions was changed; export it again",
            )
    ordered = sorted(
        (each for each in checked if each.action != "dismiss"), key=lambda each: (each.start, each.end)
    )
    for one, other in pairwise(ordered):
        # Two insertions in one place would depend on their order.
        if other.start < one.end or (one.start, one.end) == (other.start, other.end):
            raise InputError(
                f"{where}: two replacements overlap: '{_short(one.text)}' and '{_short(other.text)}'",
                "keep one of them and export again",
            )
    return tuple(ordered)


def correct(text: str, replacements: Sequence[Decision]) -> str:
    """Writes the replacements into the text; all else stays as it is, line ends too.

    Args:
        text: The text.
        replacements: What ``check_decisions`` returned.
    """
    return _corrected(text, replacements, 0, len(text))


def changed_lines(text: str, replacements: Sequence[Decision]) -> list[tuple[str, str]]:
    """The text line by line, each beside what becomes of it.

    Returns:
        Pairs (before, after) in order, blank ones left out. A replacement that takes in a line
        end joins the lines it touches into one pair.
    """
    pairs = []
    start = 0
    pending = list(replacements)
    for line_end in _line_ends(text):
        is_last = line_end == len(text)
        if not is_last and any(each.start < line_end <= each.end for each in pending):
            continue
        here = [each for each in pending if each.start < line_end or is_last]
        pending = pending[len(here) :]
        before = text[start:line_end]
        after = _corrected(text, here, start, line_end)
        if before.strip() or after.strip():
            pairs.append((before.strip(), after.strip()))
        start = line_end
    return pairs


def _corrected(text: str, replacements: Sequence[Decision], start: int, end: int) -> str:
    """What becomes of ``text[start:end]``; every replacement lies inside it."""
    parts, place = [], start
    for each in replacements:
        parts += [text[place : each.start], each.replacement or ""]
        place = each.end
    return "".join([*parts, text[place:end]])


def _line_ends(text: str) -> list[int]:
    ends, place = [], 0
    for line in text.splitlines(keepends=True):
        place += len(line)
        ends.append(place)
    return ends


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
