"""A text on which markup is painted over with spaces, so that every offset still holds."""

from __future__ import annotations

#: Line breaks are never painted over: lines keep their places.
_KEPT = frozenset("\n\r\u2028\u2029")


class Canvas:
    """A same-length working copy of a text; `blank` is the only way to change it."""

    def __init__(self, text: str) -> None:
        self._characters = list(text)

    def __len__(self) -> int:
        return len(self._characters)

    def blank(self, start: int, end: int) -> None:
        """Put a space over every character of ``start``..``end`` but line breaks."""
        characters = self._characters
        for position in range(start, end):
            if characters[position] not in _KEPT:
                characters[position] = " "

    def slice(self, start: int, end: int) -> str:
        """What now stands between two offsets."""
        return "".join(self._characters[start:end])

    def text(self) -> str:
        """The whole text as it now stands."""
        return "".join(self._characters)
