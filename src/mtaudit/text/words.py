"""Counting words, the unit that every rate of the audit is given in."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")


def count_words(text: str) -> int:
    """Count the words of a text.

    A word is a run of letters and digits. An apostrophe splits (``l'homme`` is 2 words), a hyphen
    joins (``cessez-le-feu`` is 1), punctuation never counts.

    Args:
        text: Any text, in any script.

    Returns:
        The number of words, 0 or more.
    """
    return sum(1 for _ in _WORD.finditer(text))
