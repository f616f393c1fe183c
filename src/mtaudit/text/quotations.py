"""The quotations of a document, as spans."""

from __future__ import annotations

from mtaudit.model import Document

_PAIRS = {"«": "»", "“": "”", "„": "“"}
#: A quotation longer than this has most likely lost its closing mark.
_LONGEST = 2000


def quotations(document: Document) -> tuple[tuple[int, int], ...]:
    """Finds quoted stretches, marks included, inside the blocks of a document.

    A quotation may run over sentences, not over blocks: news opens it anew in each paragraph.
    One that is never closed reaches to the end of its block.

    Returns:
        Half-open spans in the order of the text; nested quotations are part of the outer one.
    """
    found: list[tuple[int, int]] = []
    for block in document.blocks:
        at = block.start
        while at < block.end:
            mark = document.plain[at]
            if mark in _PAIRS or mark == '"':
                close = document.plain.find(_PAIRS.get(mark, '"'), at + 1, block.end)
                end = close + 1 if close >= 0 else block.end
                if end - at <= _LONGEST:
                    found.append((at, end))
                    at = end
                    continue
            at += 1
    return tuple(found)
