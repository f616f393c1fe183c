"""Plain text: nothing is markup, and a block is a paragraph, a headline or a list item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtaudit.model import Block, BlockKind
from mtaudit.text.readers.lines import Line, iter_lines, trim
from mtaudit.text.readers.registry import Parsed, Reader
from mtaudit.text.readers.wrapping import find_wrapping

#: A bullet and a space. En and em dashes are no bullets: in French they open a line of dialogue.
_BULLET = re.compile(r"\s*[-*•·‣◦▪]\s+\S")

_ENDS_SENTENCE = re.compile(r"[.!?…;:,][\s»”’\"')\]]*$")

#: A longer line without a full stop is a paragraph that lost it, not a headline. In words.
MAX_HEADING_WORDS = 20


def parse_plain_text(text: str) -> Parsed:
    """Find the blocks of a plain text; ``plain`` is the text itself."""
    lines = list(iter_lines(text))
    groups = list(_group(lines))
    blocks = []
    for number, group in enumerate(groups):
        start, end = trim(text, group[0].start, group[-1].end)
        if start < end:
            is_last = number == len(groups) - 1
            blocks.append(Block(start, end, _kind(text[start:end], group, is_last=is_last)))
    return Parsed(text, tuple(blocks))


def _group(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each block: one line, or several where a paragraph was wrapped."""
    wrapping = find_wrapping(lines)
    group: list[Line] = []
    for line in lines:
        joins = group and not line.blank and not _is_item(line) and wrapping.joins(group[-1], line)
        if group and not joins:
            yield group
            group = []
        if not line.blank:
            group.append(line)
    if group:
        yield group


def _is_item(line: Line) -> bool:
    return _BULLET.match(line.content) is not None


def _kind(content: str, group: Sequence[Line], *, is_last: bool) -> BlockKind:
    """A headline stands on one line, has few words and no final mark, and something follows it."""
    if _is_item(group[0]):
        return "item"
    short = len(content.split(maxsplit=MAX_HEADING_WORDS)) <= MAX_HEADING_WORDS
    if len(group) == 1 and short and not is_last and _ENDS_SENTENCE.search(content[-20:]) is None:
        return "heading"
    return "paragraph"


READER = Reader("txt", (".txt", ".text"), parse_plain_text)
