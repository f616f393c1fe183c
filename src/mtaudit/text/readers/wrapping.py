"""Telling a paragraph that was wrapped by hand from lines that are paragraphs of their own.

News texts come both ways: one paragraph per line (as a web page is saved), and wrapped at 60 to
80 columns with blank lines between paragraphs (as in mail). Joining the first would glue
paragraphs together, not joining the second would cut every sentence to pieces.

A line break is *full* when the next line's first word would not have fitted: a program that wraps
at width W starts a new line just then, so in wrapped text every break inside a paragraph is full
when measured against the longest line (which is at most W). Lines that are paragraphs have any
length, and their breaks are hardly ever full. A document counts as wrapped when

1. its longest line has `MIN_WIDTH` to `MAX_WIDTH` columns (lines of one long word, such as a
   web address, do not count), and
2. of the breaks between two non-empty lines at least `MIN_FULL` are full, and
3. at least `MIN_RUNNING_ON` of them come in mid-sentence: no sentence-final mark before the break.

Then every full break joins. Whatever the document, a break also joins when the sentence plainly
runs on: no punctuation before it and a lower-case word after it. The thresholds are by judgement,
tried on articles wrapped at 50 to 100 columns and on the same articles unwrapped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mtaudit.text.readers.lines import Line

MIN_WIDTH = 40
MAX_WIDTH = 110
MIN_FULL = 0.6
MIN_RUNNING_ON = 0.4

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
    breaks = [(one, two) for one, two in pairwise(lines) if not one.blank and not two.blank]
    full = sum(_is_full(one, two, width) for one, two in breaks)
    running_on = sum(_ENDS_SENTENCE.search(one.content[-20:]) is None for one, _ in breaks)
    wrapped = (
        len(breaks) >= 2 and full >= MIN_FULL * len(breaks) and running_on >= MIN_RUNNING_ON * len(breaks)
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
