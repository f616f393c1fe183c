"""Text made comparable without moving a single character: offsets stay valid."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\u2019": "'",
        "\u02bc": "'",
        "\u0092": "'",  # an apostrophe of Windows-1252 read as Latin-1
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "-",
    }
)


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """Map special spaces, apostrophes and hyphens to plain ones; the length does not change."""
    return text.translate(_SAME_LENGTH)


def lower(text: str) -> str:
    """Lower-case a text without changing its length (a few letters, such as ``İ``, would grow)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


@lru_cache(maxsize=32768)
def fold(word: str) -> str:
    """Lower-case a word and take its accents off: ``Zélensky`` and ``Zelensky`` become one."""
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
