"""Markdown: blocks of prose, with everything that is not prose blanked.

After CommonMark 0.31 with tables, strike-through and footnotes (GitHub's additions), and YAML
front matter. Two departures, both for news: a line indented by four spaces is prose and not code,
and a number of four digits with a full stop ("1945. La guerre…") is a year and not a list item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mtaudit.model import Block, BlockKind
from mtaudit.text.readers.canvas import Canvas
from mtaudit.text.readers.lines import Line, iter_lines, trim
from mtaudit.text.readers.md_inline import blank_inline, normal_label
from mtaudit.text.readers.md_regions import blank_code_fences, blank_html_regions, take_front_matter
from mtaudit.text.readers.registry import Parsed, Reader

_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?=\s|$)")
_HEADING_END = re.compile(r"\s#+\s*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}\s*$")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])(?:\s+\[[ xX]\])?(?:\s+|$)")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\s]+\]:\s*")
_DEFINITION = re.compile(
    r"""[ ]{0,3}\[([^\[\]^][^\[\]]*)\]:\s*(?:<[^<>]*>|\S+)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$"""
)
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_HARD_BREAK = re.compile(r"(?:[ ]{2}|(\\))$")


@dataclass
class _Builder:
    """The blocks found so far and the one that is still open."""

    source: str
    canvas: Canvas
    blocks: list[Block] = field(default_factory=list)
    definitions: set[str] = field(default_factory=set)
    title: str | None = None
    title_block: Block | None = None
    start: int = -1
    end: int = -1
    kind: BlockKind = "paragraph"

    @property
    def is_open(self) -> bool:
        return self.start >= 0

    def open(self, start: int, end: int, kind: BlockKind) -> None:
        self.close()
        self.start, self.end, self.kind = start, end, kind

    def close(self) -> None:
        if self.is_open:
            self.blocks.append(Block(self.start, self.end, self.kind))
            self.start = -1


def parse_markdown(text: str) -> Parsed:
    """Blank a Markdown text's markup and find its blocks.

    The title is that of the front matter, else the first heading of level one.
    """
    canvas = Canvas(text)
    title, body = take_front_matter(canvas)
    blank_code_fences(canvas, body)
    blank_html_regions(canvas)
    lines = [line for line in iter_lines(canvas.text()) if line.start >= body]
    builder = _Builder(text, canvas)
    number = 0
    while number < len(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is not None and _starts_table(lines[number], following):
            number = _read_table(builder, lines, number)
        else:
            _read_line(builder, lines[number])
            number += 1
    builder.close()
    definitions = frozenset(builder.definitions)
    for block in builder.blocks:
        blank_inline(canvas, block.start, block.end, definitions)
    plain = canvas.text()
    if title is None and builder.title_block is not None:
        heading = builder.title_block
        title = " ".join(plain[heading.start : heading.end].split()) or None
    return Parsed(plain, _trimmed(plain, builder.blocks), title)


def _trimmed(plain: str, blocks: list[Block]) -> tuple[Block, ...]:
    spans = ((*trim(plain, block.start, block.end), block.kind) for block in blocks)
    return tuple(Block(start, end, kind) for start, end, kind in spans if start < end)


def _read_line(builder: _Builder, line: Line) -> None:
    canvas = builder.canvas
    quote = _QUOTE.match(line.content)
    if quote is not None:
        canvas.blank(line.start, line.start + quote.end())
        line = Line(line.start + quote.end(), line.end, line.content[quote.end() :])
    if line.blank:
        builder.close()
    elif builder.is_open and builder.kind == "paragraph" and _UNDERLINE.match(line.content):
        canvas.blank(line.start, line.end)
        builder.kind = "heading"
        is_first_level = line.content.lstrip().startswith("=")
        builder.close()
        _note_title(builder, is_first_level=is_first_level)
    elif _RULE.match(line.content):
        canvas.blank(line.start, line.end)
        builder.close()
    elif (heading := _HEADING.match(line.content)) is not None:
        _read_heading(builder, line, heading)
    elif (definition := _DEFINITION.match(line.content)) is not None:
        builder.definitions.add(normal_label(definition.group(1)))
        canvas.blank(line.start, line.end)
        builder.close()
    else:
        _read_prose(builder, line, is_quote=quote is not None)


def _read_heading(builder: _Builder, line: Line, heading: re.Match[str]) -> None:
    builder.canvas.blank(line.start, line.start + heading.end())
    closing = _HEADING_END.search(line.content, heading.end())
    if closing is not None:
        builder.canvas.blank(line.start + closing.start(), line.end)
    builder.open(line.start, line.end, "heading")
    builder.close()
    _note_title(builder, is_first_level=len(heading.group(1)) == 1)


def _note_title(builder: _Builder, *, is_first_level: bool) -> None:
    if is_first_level and builder.title_block is None:
        builder.title_block = builder.blocks[-1]


def _read_prose(builder: _Builder, line: Line, *, is_quote: bool) -> None:
    """A line of a paragraph, a quotation or an item: it opens a block or goes on with the open one."""
    marker = _FOOTNOTE.match(line.content)
    kind: BlockKind = "quote" if is_quote else "paragraph"
    if marker is None:
        marker = _BULLET.match(line.content)
        kind = "item" if marker is not None else kind
    if marker is not None:
        builder.canvas.blank(line.start, line.start + marker.end())
    goes_on = builder.is_open and marker is None and not (is_quote and builder.kind == "paragraph")
    if goes_on:
        builder.end = line.end
    else:
        builder.open(line.start, line.end, kind)
    hard_break = _HARD_BREAK.search(builder.source[line.start : line.end])
    if hard_break is not None:
        if hard_break.group(1):
            builder.canvas.blank(line.end - 1, line.end)
        builder.close()


def _starts_table(header: Line, following: Line) -> bool:
    return (
        "|" in header.content and "|" in following.content and bool(_DELIMITER_ROW.match(following.content))
    )


def _read_table(builder: _Builder, lines: list[Line], number: int) -> int:
    """Make a block of each cell; returns the number of the first line after the table."""
    builder.close()
    builder.canvas.blank(lines[number + 1].start, lines[number + 1].end)
    row = number
    while row < len(lines) and (row <= number + 1 or "|" in lines[row].content):
        if row != number + 1:
            _read_row(builder, lines[row])
        row += 1
    return row


def _read_row(builder: _Builder, line: Line) -> None:
    start = line.start
    for pipe in _PIPE.finditer(line.content):
        position = line.start + pipe.start()
        builder.canvas.blank(position, position + 1)
        builder.open(start, position, "item")
        start = position + 1
    builder.open(start, line.end, "item")
    builder.close()


READER = Reader("md", (".md", ".markdown", ".mdown", ".mkd"), parse_markdown)
