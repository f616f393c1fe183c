"""Looking a line up in a sorted file, without reading the file."""

from __future__ import annotations

import mmap
from collections.abc import Iterator


class SortedLines:
    """Lines sorted by bytes, each ending with a newline, in memory or mapped from a file.

    Args:
        data: What holds them.
        begin: Where the first line begins in it.
        end: Where the last one ends; the end of the data when None.
    """

    def __init__(self, data: bytes | mmap.mmap, begin: int = 0, end: int | None = None) -> None:
        self.data = data
        self._begin, self._end = begin, len(data) if end is None else end

    def first(self, key: bytes) -> int:
        """The place of the first line that does not sort before ``key``; the end where none does."""
        data = self.data
        low, high = self._begin, self._end
        while low < high:
            # Not found is -1: then it is the first line.
            line = max(data.rfind(b"\n", self._begin, (low + high) // 2) + 1, self._begin)
            end = data.find(b"\n", line)
            if data[line:end] < key:
                low = end + 1
            else:
                high = line
        return low

    def line(self, at: int) -> bytes:
        """The line that begins at ``at``, without its newline."""
        return self.data[at : self.data.find(b"\n", at)]

    def startswith(self, at: int, key: bytes) -> bool:
        """Whether the line at ``at`` begins with ``key``."""
        return at < self._end and self.data[at : at + len(key)] == key

    def __iter__(self) -> Iterator[bytes]:
        """Every line in order, without its newline."""
        at = self._begin
        while at < self._end:
            line = self.line(at)
            yield line
            at += len(line) + 1
