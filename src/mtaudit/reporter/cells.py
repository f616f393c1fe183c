"""How wide text is on a terminal, and lines of text that fit.

Widths follow Unicode's East Asian Width (UAX #11): wide and full-width characters take two cells,
combining marks and format characters none, all others one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_SOFT_HYPHEN = "\u00ad"
ELLIPSIS = "…"


def char_width(char: str) -> int:
    """Cells that one character takes: 0, 1 or 2. A soft hyphen takes one, as terminals draw it."""
    if " " <= char <= "~":
        return 1
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    if unicodedata.category(char) in _ZERO_WIDTH and char != _SOFT_HYPHEN:
        return 0
    return 1


def cell_width(text: str) -> int:
    """Cells that ``text`` takes on one line."""
    return sum(map(char_width, text))


def pad(text: str, width: int) -> str:
    """``text`` filled with spaces to ``width`` cells (left as it is when wider)."""
    return text + " " * (width - cell_width(text))


def truncate(text: str, width: int) -> str:
    """``text`` cut to ``width`` cells, with an ellipsis where something was cut."""
    if cell_width(text) <= width:
        return text
    end, used = 0, cell_width(ELLIPSIS)
    while end < len(text) and used + char_width(text[end]) <= width:
        used += char_width(text[end])
        end += 1
    return text[:end].rstrip() + ELLIPSIS


def wrap_ranges(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of ``text``, one per line of at most ``width`` cells.

    Lines break at ordinary spaces (never at a no-break space); the spaces at a break belong to no
    line. A word wider than a line is cut between characters, never before a combining mark.
    """
    width = max(width, 2)  # one wide character has to fit
    start = _skip_spaces(text, 0)
    while start < len(text):
        fits = _fitting_end(text, start, width)
        end = fits
        if fits < len(text) and text[fits] != " ":
            space = text.rfind(" ", start, fits)
            end = space if space > start else fits
        yield start, start + len(text[start:end].rstrip(" "))
        start = _skip_spaces(text, end)


def wrap(text: str, width: int) -> list[str]:
    """``text`` as lines of at most ``width`` cells; an empty text is one empty line."""
    return [text[start:end] for start, end in wrap_ranges(text, width)] or [""]


def _skip_spaces(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] == " ":
        offset += 1
    return offset


def _fitting_end(text: str, start: int, width: int) -> int:
    used, end = 0, start
    while end < len(text):
        used += char_width(text[end])
        if used > width:
            break
        end += 1
    return end
