"""A reader: texts of a news wire, a head of ``KEY: value`` lines before the first empty line."""

from __future__ import annotations

import re

from mtaudit.api import Block, Parsed, Reader

_HEAD = re.compile(r"(?:[A-Z]+: [^\n]*\n)+\n")
_PARAGRAPH = re.compile(r"\S[^\n]*")


def parse(text: str) -> Parsed:
    """Blanks the head, character by character, so that offsets stay; every line is a paragraph."""
    head = _HEAD.match(text)
    end = head.end() if head else 0
    plain = re.sub(r"[^\n]", " ", text[:end]) + text[end:]
    title = re.search(r"^SLUG: (.+)$", text[:end], re.MULTILINE)
    blocks = tuple(Block(match.start(), match.end()) for match in _PARAGRAPH.finditer(plain))
    return Parsed(plain, blocks, title[1] if title else None)


READER = Reader("wire", (".wire",), parse)
