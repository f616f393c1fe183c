"""Markdown inside a block: what is blanked in a run of prose, after CommonMark 0.31.

Simplified where prose does not care: delimiters of emphasis pair up per character, and brackets
that are no link (``[sic]``, ``[…]``) stay, as editors write them. Every step is linear in the length.
"""

from __future__ import annotations

import re

from mtaudit.text.readers.canvas import Canvas

_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_BACKTICKS = re.compile(r"`+")
_TAG_OR_AUTOLINK = re.compile(r"<(?:/?[A-Za-z][^<>]*|![A-Z][^<>]*|[^<>\s@]+@[^<>\s]+)>")
_SPACE_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#8239|#[xX][aA]0|#[xX]202[fF]);")
_DELIMITERS = re.compile(r"\*+|_+|~~")
_DESTINATION = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)"""
    r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")

#: Stands for an escaped character while markup is looked for: neither space nor delimiter.
_LITERAL = "\0"


def blank_inline(canvas: Canvas, start: int, end: int, definitions: frozenset[str]) -> None:
    """Blank code, tags, link targets, images and emphasis marks between two offsets of ``canvas``.

    Args:
        canvas: The document; written to.
        start: Where the block begins.
        end: Where it ends.
        definitions: Labels of the document's link definitions, as `normal_label` gives them.
    """
    run = _Run(canvas, start, end)
    run.blank_escapes()
    run.blank_code()
    run.blank_all(_TAG_OR_AUTOLINK)
    run.blank_links(definitions)
    run.blank_emphasis()
    run.blank_all(_SPACE_ENTITY)


def normal_label(label: str) -> str:
    """Link labels match whatever their case and spacing."""
    return " ".join(label.split()).casefold()


class _Run:
    """One block's prose, kept in step with the canvas; offsets here count from its start."""

    def __init__(self, canvas: Canvas, start: int, end: int) -> None:
        self._canvas = canvas
        self._start = start
        self._view = Canvas(canvas.slice(start, end))

    def _blank(self, start: int, end: int) -> None:
        self._canvas.blank(self._start + start, self._start + end)
        self._view.blank(start, end)

    def blank_all(self, pattern: re.Pattern[str]) -> None:
        for found in pattern.finditer(self._view.text()):
            self._blank(*found.span())

    def blank_escapes(self) -> None:
        text = self._view.text()
        found = list(_ESCAPE.finditer(text))
        for escape in found:
            self._canvas.blank(self._start + escape.start(), self._start + escape.start() + 1)
        if found:
            self._view = Canvas(_ESCAPE.sub(" " + _LITERAL, text))

    def blank_code(self) -> None:
        runs = [found.span() for found in _BACKTICKS.finditer(self._view.text())]
        closing: dict[int, int] = {}
        last_of_length: dict[int, int] = {}
        for number in range(len(runs) - 1, -1, -1):
            length = runs[number][1] - runs[number][0]
            if length in last_of_length:
                closing[number] = last_of_length[length]
            last_of_length[length] = number
        number = 0
        while number < len(runs):
            if number in closing:
                self._blank(runs[number][0], runs[closing[number]][1])
                number = closing[number]
            number += 1

    def blank_links(self, definitions: frozenset[str]) -> None:
        text = self._view.text()
        openers: list[int] = []
        skip_to = 0
        for found in re.finditer(r"[\[\]]", text):
            position = found.start()
            if position < skip_to:
                continue
            if found.group() == "[":
                openers.append(position)
            elif openers:
                skip_to = self._close_bracket(text, openers.pop(), position, definitions)

    def _close_bracket(self, text: str, opener: int, closer: int, definitions: frozenset[str]) -> int:
        """Blank what the bracket pair marks, if anything; returns where to look on."""
        if text.startswith("^", opener + 1):
            self._blank(opener, closer + 1)
            return closer + 1
        after = closer + 1
        target = _DESTINATION.match(text, after)
        if target is None:
            target = _LABEL.match(text, after)
            # A label longer than CommonMark's 999 characters is none; that also bounds the copying.
            own = text[opener + 1 : closer] if closer - opener < 1000 else ""
            label = target.group(1) if target is not None and target.group(1).strip() else own
            if normal_label(label) not in definitions:
                return after
        end = target.end() if target is not None else after
        if opener > 0 and text[opener - 1] == "!":
            self._blank(opener - 1, end)
        else:
            self._blank(opener, opener + 1)
            self._blank(closer, end)
        return end

    def blank_emphasis(self) -> None:
        text = self._view.text()
        open_runs: dict[str, list[tuple[int, int]]] = {"*": [], "_": [], "~": []}
        for found in _DELIMITERS.finditer(text):
            mark = found.group()[0]
            before = text[found.start() - 1] if found.start() else " "
            after = text[found.end()] if found.end() < len(text) else " "
            start, left, stack = found.start(), len(found.group()), open_runs[mark]
            if not before.isspace() and not (mark == "_" and after.isalnum()):
                while left and stack:
                    opener, length = stack.pop()
                    used = min(left, length)
                    self._blank(opener + length - used, opener + length)
                    self._blank(start, start + used)
                    start, left = start + used, left - used
                    if length > used:
                        stack.append((opener, length - used))
            if left and not after.isspace() and not (mark == "_" and before.isalnum()):
                stack.append((start, left))
