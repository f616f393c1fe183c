"""Telling a paragraph that was wrapped by hand from lines that are paragraphs of their own.

News texts come both ways: one paragraph per line (as a web page is saved), and wrapped at 60 to
80 columns with blank lines between paragraphs (as in mail). Joining the first would glue
paragraphs together, not joining the second would cut every sentence to pieces.

A line break *runs on* where no sentence-final mark stands before it. It is *full* where the next
line's first word would not have fitted: a program that wraps at width W starts a new line just
then, so in wrapped text every break inside a paragraph is full when measured against the longest
line (which is at most W). Lines that are paragraphs have any length, and begin with a capital. A
document counts as wrapped when

1. its longest line has `MIN_WIDTH` to `MAX_WIDTH` columns (a line of one long word, such as a
   web address, does not count), and
2. at least two breaks run on, of which `MIN_FULL` or more are full, and
3. after `MIN_LOWER` or more of them comes no capital (names do come there, headlines always).

Then every full break joins. Whatever the document, a break also joins when the sentence plainly
runs on: no punctuation before it and a lower-case word after it. The thresholds are by judgement,
tried on articles wrapped at 50 to 100 columns, with and without blank lines, and on the same
articles unwrapped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mtaudit.text.readers.lines import Line

MIN_WIDTH = 40
MAX_WIDTH = 110
MIN_FULL = 0.8
MIN_LOWER = 0.5

#: A line that ends a sentence, whatever closes after the mark.
_ENDS_SENTENCE = re.compile(r"[.!?…:][\s»”’\"')\]]*$")

#: A line that ends with any punctuation but a comma or a dash, which run on.
_ENDS_CLAUSE = re.compile(r"[.!?…:;»”\"')\]][\s»”’\"')\]]*$")

_FIRST_WORD = re.compile(r"\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What is known of a document's line breaks; ``width`` is None where lines are paragraphs."""

    width: int | None

    def joins(self, line: Line, following: Line) -> bool:
        """Whether the break between two neighbouring non-empty lines is inside a paragraph."""
        if self.width is not None and _is_full(line, following, self.width):
            return True
        return _runs_on(line, following)


def find_wrapping(lines: Sequence[Line]) -> Wrapping:
    """Decide from all the lines of a document whether it was wrapped by hand, and how wide."""
    width = max((_columns(line) for line in lines if not _is_one_word(line)), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return Wrapping(None)
    running_on = [
        (one, two)
        for one, two in pairwise(lines)
        if not one.blank and not two.blank and _ENDS_SENTENCE.search(one.content[-20:]) is None
    ]
    full = sum(_is_full(one, two, width) for one, two in running_on)
    lower = sum(not _first_word(two)[:1].isupper() for _, two in running_on)
    wrapped = (
        len(running_on) >= 2 and full >= MIN_FULL * len(running_on) and lower >= MIN_LOWER * len(running_on)
    )
    return Wrapping(width if wrapped else None)


def _columns(line: Line) -> int:
    return len(line.content.rstrip())


def _is_one_word(line: Line) -> bool:
    return len(line.content.split(maxsplit=1)) < 2


def _first_word(line: Line) -> str:
    found = _FIRST_WORD.match(line.content)
    return found.group(1) if found else ""


def _is_full(line: Line, following: Line, width: int) -> bool:
    return _columns(line) + 1 + len(_first_word(following)) > width


def _runs_on(line: Line, following: Line) -> bool:
    """A sentence that visibly goes on: ``iPhone`` and ``d'Or`` begin no lower-case continuation."""
    word = _first_word(following)
    return word[:1].islower() and word.islower() and _ENDS_CLAUSE.search(line.content[-20:]) is None
