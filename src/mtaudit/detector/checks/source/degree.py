"""SEN1902: the most for more (*dépensons-nous le plus d'argent*, for "spend more money")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.source.english import source
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

_MORE = {"plus": re.compile(r"\bmore\b", re.I), "moins": re.compile(r"\b(?:less|fewer)\b", re.I)}
#: Superlatives, what comes near them, and rankings ("the third to earn more").
_MOST = re.compile(
    r"\b(?:most|least|fewest|best|worst|top|maximum|minimum|possible|ever|\w+est|first|second|third|\w+th|as many|as much|the more)\b",
    re.I,
)


@detector("SEN1902")
def most_for_more(context: SentenceContext) -> Iterator[Hit]:
    """Yields *le plus de*, *le moins de* where the English compares and has no superlative."""
    english = source(context)
    words = context.words
    if not english or _MOST.search(english):
        return
    for at in range(1, len(words) - 1):
        degree = words[at].norm
        if degree not in _MORE or words[at - 1].norm != "le" or words[at + 1].norm not in ("de", "d'"):
            continue
        if not _MORE[degree].search(english) or any(token.norm == "possible" for token in words):
            continue
        yield hit("SEN1902", context, words[at - 1], words[at], [degree])
