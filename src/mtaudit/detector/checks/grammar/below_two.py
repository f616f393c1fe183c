"""Plurals after a number below two: "1,4 milliards" is "1,4 milliard" in French."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.view import plain
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

_BELOW_TWO = re.compile(r"(?<![\d.,])(?:[01],\d+|1)\s(?P<noun>millions|milliards|billions)\b")


@detector("GRA100")
def plural_below_two(context: SentenceContext) -> Iterator[Hit]:
    """Finds a plural after 0,... or 1,... ("1,4 milliards"): the plural begins at two."""
    at = context.sentence.start
    for match in _BELOW_TWO.finditer(plain(context)):
        start, end = match.span("noun")
        yield Hit("GRA100", at + start, at + end, (match["noun"][:-1],))
