"""Looking a line up in a sorted file, without reading the file."""

from __future__ import annotations

import mmap


class SortedLines:
    """Lines sorted by bytes, each ending with a newline, in memory or mapped from a file."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self.data = data

    def first(self, key: bytes) -> int:
        """The place of the first line that does not sort before ``key``; the length where none does."""
        data = self.data
        low, high = 0, len(data)
        while low < high:
            line = data.rfind(b"\n", 0, (low + high) // 2) + 1
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
        return self.data[at : at + len(key)] == key
