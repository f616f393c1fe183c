"""What the script of the HTML page works on: the texts, and where everything lies in them."""

from __future__ import annotations

import json
from bisect import bisect_left
from typing import Any

from mtaudit.fingerprint import text_sha256
from mtaudit.reporter.html_view import DocumentView, PageView
from mtaudit.reporter.wording import Wording

#: Words with this prefix are for the script alone; reasons it shares with the page.
_SPOKEN, _REASONS = "say.", "reason."
#: What could end a script element or be taken for markup inside it; JSON can do without.
_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


class Utf16Offsets:
    """Turns offsets in code points into offsets in UTF-16 units, which scripts count in."""

    def __init__(self, text: str) -> None:
        self._astral = [place for place, character in enumerate(text) if ord(character) > 0xFFFF]

    def __call__(self, offset: int) -> int:
        """The same place in UTF-16 units."""
        return offset + bisect_left(self._astral, offset)


def page_data(page: PageView, wording: Wording) -> str:
    """The data block of the page, as JSON that can stand in a ``script`` element.

    Each sentence and finding has its place twice: ``start`` and ``end`` in code points, as every
    file of mtaudit counts, and ``at`` in UTF-16 units for slicing ``text`` in the script.
    """
    words = {
        key.removeprefix(_SPOKEN): text
        for key, text in wording.words.items()
        if key.startswith((_SPOKEN, _REASONS))
    }
    data = {"words": words, "documents": [_document(document) for document in page.documents]}
    # ASCII only: line separators, lone surrogates and NUL are all escaped.
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).translate(_UNSAFE)


def _document(view: DocumentView) -> dict[str, Any]:
    document = view.document
    offsets = Utf16Offsets(document.text)
    return {
        "path": document.path,
        "sha256": text_sha256(document.text),
        "language": view.language,
        "text": document.text,
        "sentences": [
            {
                "id": sentence.id,
                **_place(sentence.entry.sentence.start, sentence.entry.sentence.end, offsets),
                "findings": [
                    {
                        "id": each.id,
                        "number": each.number,
                        "rule": each.finding.rule,
                        **_place(each.finding.start, each.finding.end, offsets),
                        "suggestions": list(each.finding.suggestions),
                    }
                    for each in sentence.findings
                ],
            }
            for sentence in view.sentences
        ],
    }


def _place(start: int, end: int, offsets: Utf16Offsets) -> dict[str, Any]:
    return {"start": start, "end": end, "at": [offsets(start), offsets(end)]}
