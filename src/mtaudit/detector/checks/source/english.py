"""What the checks of this folder ask of the English source."""

from __future__ import annotations

import re
from functools import lru_cache

from mtaudit.detector.context import SentenceContext
from mtaudit.text.tokens import fold

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def source(context: SentenceContext) -> str:
    """The true source of a sentence with straight apostrophes, case kept; empty where there is none.

    Comparable reporting is no source: what it lacks proves nothing.
    """
    return fold("\n".join(context.english.texts)) if context.english.is_source else ""


@lru_cache(maxsize=256)
def english_words(text: str) -> frozenset[str]:
    """The words of an English text in lower case, without what follows an apostrophe."""
    return frozenset(_WORD.findall(text.lower()))


def doubles(text: str, link: str = r"(?:,|,? and|,? or|/)") -> bool:
    """Whether the English itself says a word on both sides of *and*, *or* or a comma."""
    return re.search(rf"\b(\w{{3,}})\W?{link}\W+(?:\w+ )?\1\b", text, re.IGNORECASE) is not None
