"""Making a hit from the words it covers, with suggestions that can be pasted as they stand."""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit
from mtaudit.text.tokens import QUOTE, Token


def hit(
    rule: str,
    context: SentenceContext,
    first: Token,
    last: Token,
    suggestions: Iterable[str | None] = (),
    *,
    hint: str = "",
    detail: str = "",
    confidence: float | None = None,
) -> Hit:
    """A hit from ``first`` to ``last``.

    Suggestions that change nothing are dropped; they take the capital of what they replace. Where
    a quotation mark stands inside the span a suggestion would tear it out: it becomes the hint.
    """
    found = context.span_text(first.start, last.end)
    quoted = any(token.kind == QUOTE and first.start < token.start < last.end for token in context.tokens)
    made: list[str] = []
    for suggestion in suggestions:
        if not suggestion:
            continue
        if found[:1].isupper():
            suggestion = suggestion[:1].upper() + suggestion[1:]
        if "’" in found:
            suggestion = suggestion.replace("'", "’")
        if suggestion != found and suggestion not in made:
            made.append(suggestion)
    if quoted and made:
        return Hit(rule, first.start, last.end, (), None, confidence, hint or made[0], detail)
    return Hit(rule, first.start, last.end, tuple(made), None, confidence, hint, detail)
