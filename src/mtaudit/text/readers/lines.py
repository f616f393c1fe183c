"""Lines and where they stand: the ground that every reader works on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: CR LF counts once. U+0085 and U+000C stay inside a line: the one is a badly decoded "…", the
#: other a page break in the middle of a paragraph.
LINE_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without its line break: ``text[start:end] == content``."""

    start: int
    end: int
    content: str

    @property
    def blank(self) -> bool:
        """Whether there is nothing but white space on it."""
        return not self.content or self.content.isspace()


def iter_lines(text: str) -> Iterator[Line]:
    """Yield the lines of ``text`` in order; the part after the last line break only if not empty."""
    start = 0
    for found in LINE_BREAK.finditer(text):
        yield Line(start, found.start(), text[start : found.start()])
        start = found.end()
    if start < len(text):
        yield Line(start, len(text), text[start:])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow ``start``..``end`` past the white space at both ends; empty if there is nothing else."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return start + left, max(start + left, end - (len(stretch) - len(stretch.rstrip())))
