"""Source and target side by side: one pair a line, with a tab or `` ||| `` between them.

The text to audit is the French column; everything else is blanked, so offsets hold in the file as it
is. The other column is the true source (:func:`english_side`). English comes first, unless a first
line names the columns the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mtaudit.errors import InputError
from mtaudit.model import Block, Document
from mtaudit.text.readers.lines import iter_lines, trim
from mtaudit.text.readers.registry import Parsed, Reader

_BETWEEN = re.compile(r"\t| \|\|\| ")
_ENGLISH = frozenset(("source", "src", "english", "en", "source_en"))
_FRENCH = frozenset(("target", "tgt", "french", "fr", "target_fr", "translation"))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Places of the two cells of a line, trimmed, half-open."""

    english: tuple[int, int]
    french: tuple[int, int]


def _pairs(text: str) -> Iterator[_Pair]:
    english, french = 0, 1
    first = True
    for number, line in enumerate(iter_lines(text), start=1):
        content = text[line.start : line.end]
        if not content.strip():
            continue
        cells = list(_cells(text, line.start, line.start + len(content.rstrip("\r\n"))))
        if len(cells) < 2:
            raise InputError(
                f"line {number} has one column: source and target have a tab or ' ||| ' between them",
                "give each line both, or save the French alone as .txt",
            )
        names = [text[slice(*cell)].lower() for cell in cells]
        if first and _ENGLISH & set(names) and _FRENCH & set(names):
            english = next(place for place, name in enumerate(names) if name in _ENGLISH)
            french = next(place for place, name in enumerate(names) if name in _FRENCH)
        elif max(english, french) >= len(cells):
            raise InputError(f"line {number} has {len(cells)} columns, fewer than the first line names")
        else:
            yield _Pair(cells[english], cells[french])
        first = False


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _BETWEEN.finditer(text, start, end):
        yield trim(text, at, found.start())
        at = found.end()
    yield trim(text, at, end)


def _only(text: str, places: list[tuple[int, int]]) -> Parsed:
    """The text with everything blanked but these places."""
    plain = ["\n" if char == "\n" else " " for char in text]
    for start, end in places:
        plain[start:end] = text[start:end]
    return Parsed("".join(plain), tuple(Block(start, end) for start, end in places if start < end))


def parse_side_by_side(text: str) -> Parsed:
    """The French column.

    Raises:
        InputError: A line has one column only.
    """
    return _only(text, [pair.french for pair in _pairs(text)])


def english_side(document: Document) -> Document:
    """The English column of a document read from a side-by-side file; any other document as it is."""
    if document.format != READER.name:
        return document
    parsed = _only(document.text, [pair.english for pair in _pairs(document.text)])
    return replace(document, plain=parsed.plain, blocks=parsed.blocks)


READER = Reader("tsv", (".tsv", ".bitext"), parse_side_by_side)
