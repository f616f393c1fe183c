"""From an offset to the line and column that an editor shows."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

#: What editors count as the end of a line. U+2028 and form feeds are left out, as VS Code and Vim do.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A place in a text. Both numbers start at 1; columns count code points, not bytes or cells."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class LineIndex:
    """Answers offset to position for one text, in the time of a binary search."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """Position of a code point offset.

        An offset beyond the end counts on along the last line, so a report without its text still
        gives a usable place (line 1, the offset as column).

        Raises:
            ValueError: ``offset`` is negative.
        """
        if offset < 0:
            raise ValueError(f"offset must not be negative: {offset}")
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
