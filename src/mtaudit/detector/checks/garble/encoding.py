"""Broken characters and leftovers of markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from mtaudit.detector.checks.view import plain
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

# UTF-8 read as Latin-1 or Windows-1252: a lead byte (Ã Â â Å) and a continuation byte.
_MOJIBAKE = re.compile(
    r"(?:Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf](?!\w)|â€[\u0080-\u00bf™œ“”¦¢˜]?|Å[“\u0080-\u0093]|ï¿½|\ufffd)+"
)
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|laquo|raquo|rsquo|lsquo|ldquo|rdquo|eacute|egrave|agrave|ccedil|ecirc|hellip|mdash|ndash|#\d{2,5}|#x[0-9A-Fa-f]{2,5});"
)
_PLACEHOLDER = re.compile(
    r"</?(?:br|p|b|i|em|strong|span|div|a|li|ul|h\d)(?:\s[^<>]{0,200})?/?>|%(?:\d\$)?[sd](?![\w%])|\{\{?\w{0,30}\}?\}|\[\[|\]\]|"
    r"\$\{\w+\}|__\w+__|<unk>|⁇|▁|@@(?=\s)|<(?:pad|s|eos)/?>|\[(?:UNK|NAME|NUM|URL)\]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200e\u200f\u202a-\u202e\ufffe\uffff]+")


def repaired(text: str) -> str | None:
    """The text with its bytes read aright, or None where that cannot be done."""
    for wrong in ("cp1252", "latin-1"):
        try:
            right = text.encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
        if right != text:
            return right
    return None


@detector("GAR003")
def mojibake(context: SentenceContext) -> Iterator[Hit]:
    """Finds "Ã©" for "é", "â€™" for an apostrophe, and the replacement character."""
    # Folding turns some of these characters into others, so the text itself is searched.
    text, at = context.sentence.text, context.sentence.start
    for match in _MOJIBAKE.finditer(text):
        start, end = match.span()
        while start > 0 and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and (text[end].isalpha()):
            end += 1
        whole = repaired(text[start:end])
        yield Hit("GAR003", at + start, at + end, (whole,) if whole else ())


@detector("GAR004")
def leftovers(context: SentenceContext) -> Iterator[Hit]:
    """Finds HTML entities, tags and placeholders."""
    text, at = plain(context), context.sentence.start
    for match in _ENTITY.finditer(text):
        yield Hit("GAR004", at + match.start(), at + match.end(), (html.unescape(match.group()),))
    for match in _PLACEHOLDER.finditer(text):
        yield Hit("GAR004", at + match.start(), at + match.end())


@detector("GAR005")
def control_characters(context: SentenceContext) -> Iterator[Hit]:
    """Finds characters that cannot be printed."""
    text, at = context.sentence.text, context.sentence.start
    for match in _CONTROL.finditer(text):
        yield Hit("GAR005", at + match.start(), at + match.end(), ("",))
