"""The article behind a report as paragraphs again, each character with its place in the text.

A report holds the text and its sentences. The paragraphs come from the reader that read the file,
so a paragraph wrapped over several lines is one again; what that reader sets aside (front matter,
code, comments) is no prose and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from mtaudit.model import Block, BlockKind, DocumentReport
from mtaudit.text.readers.lines import iter_lines
from mtaudit.text.readers.registry import reader_for

#: What Markdown puts before an item, behind quotation marks and indents.
_ITEM_MARK = re.compile(r"[\s>]*([-*+]|\d{1,3}[.)])\s+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the text: ``document.text[start : start + len(text)] == text``."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading, paragraph, quotation or item; ``mark`` is the bullet or number of an item."""

    kind: BlockKind
    lines: tuple[Line, ...]
    mark: str = ""


def paragraphs_of(document: DocumentReport) -> tuple[Paragraph, ...]:
    """The paragraphs of an article, in order.

    A report that does not carry its text gives each sentence as a paragraph.
    """
    if not document.text:
        return tuple(
            Paragraph(entry.sentence.kind, (Line(entry.sentence.start, entry.sentence.text),))
            for entry in document.sentences
        )
    parsed = reader_for(PurePath(document.path)).parse(document.text)
    return tuple(_paragraph(document.text, parsed.plain, block) for block in parsed.blocks)


def _paragraph(text: str, plain: str, block: Block) -> Paragraph:
    line_start = max(text.rfind(end, 0, block.start) for end in "\n\r") + 1
    mark = _ITEM_MARK.fullmatch(text[line_start : block.start]) if block.kind == "item" else None
    return Paragraph(block.kind, tuple(_lines(text, plain, block)), mark.group(1) if mark else "")


def _lines(text: str, plain: str, block: Block) -> Iterator[Line]:
    """The lines of a block without indents, and without what the reader blanked at their beginning."""
    for line in iter_lines(text[block.start : block.end]):
        start, end = block.start + line.start, block.start + line.end
        seen = plain[start:end]
        start += len(seen) - len(seen.lstrip())
        end -= len(seen) - len(seen.rstrip())
        if start < end:
            yield Line(start, text[start:end])


def cut(line: Line, places: Sequence[int]) -> Iterator[Line]:
    """A line in pieces that join up to it, cut at those ``places`` of the document that lie inside."""
    end = line.start + len(line.text)
    inside = sorted({place for place in places if line.start < place < end})
    for start, stop in zip([line.start, *inside], [*inside, end], strict=True):
        yield Line(start, line.text[start - line.start : stop - line.start])
