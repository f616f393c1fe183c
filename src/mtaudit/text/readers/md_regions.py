"""Stretches of a Markdown file that hold no prose at all: front matter, code, comments, scripts."""

from __future__ import annotations

import re

from mtaudit.text.readers.canvas import Canvas
from mtaudit.text.readers.lines import iter_lines

_FENCE = re.compile(r"[ ]{0,3}(?:>[ ]?)*\s*(`{3,}(?=[^`]*$)|~{3,})")
_TITLE = re.compile(r"title\s*:\s*(\S.*)", re.IGNORECASE)
_BLOCK_SCALAR = re.compile(r"[|>][-+]?\d?\s*$")
_HTML_REGIONS = (
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<script\b", re.IGNORECASE), re.compile(r"</script\s*>", re.IGNORECASE)),
    (re.compile(r"<style\b", re.IGNORECASE), re.compile(r"</style\s*>", re.IGNORECASE)),
)


def take_front_matter(canvas: Canvas) -> tuple[str | None, int]:
    """Blank the YAML block that a file may begin with.

    Returns:
        Its ``title``, if it has one, and where the body begins. A block that is never closed is none.
    """
    lines = iter_lines(canvas.text())
    first = next(lines, None)
    if first is None or first.content.rstrip() != "---":
        return None, 0
    title = None
    for line in lines:
        if line.content.rstrip() in ("---", "..."):
            canvas.blank(0, line.end)
            return title, line.end
        found = _TITLE.match(line.content)
        if found is not None and title is None:
            title = _scalar(found.group(1).strip())
    return None, 0


def _scalar(value: str) -> str | None:
    """A one-line YAML string, unquoted. Block scalars (``>`` and ``|``) are not read."""
    if _BLOCK_SCALAR.match(value):
        return None
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'") or None
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"') or None
    return re.sub(r"\s#.*$", "", value).strip() or None


def blank_code_fences(canvas: Canvas, body: int) -> None:
    """Blank fenced code with its fences; a fence that is never closed runs to the end."""
    fence = ""
    for line in iter_lines(canvas.text()):
        if line.start < body:
            continue
        found = _FENCE.match(line.content)
        if fence:
            canvas.blank(line.start, line.end)
            mark = found.group(1) if found is not None else ""
            if found is not None and mark.startswith(fence) and not line.content[found.end() :].strip():
                fence = ""
        elif found is not None:
            fence = found.group(1)
            canvas.blank(line.start, line.end)


def blank_html_regions(canvas: Canvas) -> None:
    """Blank comments, scripts and styles; what is opened and never closed stays, lest the rest be lost."""
    for opening, closing in _HTML_REGIONS:
        text = canvas.text()
        opened = opening.search(text)
        while opened is not None:
            closed = closing.search(text, opened.end())
            if closed is None:
                break
            canvas.blank(opened.start(), closed.end())
            opened = opening.search(text, closed.end())
