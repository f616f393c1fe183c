"""Names translated word for word: "Vérité sociale" for Truth Social, "Garçons fiers" for Proud Boys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.packs.tables import load_table
from mtaudit.text.tokens import Token, fold, tokenise


class Rendering(NamedTuple):
    """One literal rendering: its words, the name behind it, the right French, whether the English is needed."""

    words: tuple[str, ...]
    english: str
    french: str
    required: bool


#: Renderings by their longest word in lower case, the longest rendering first.
Renderings = Mapping[str, tuple[Rendering, ...]]


@cache
def _renderings() -> Renderings:
    return renderings_of(load_table("names/literal.toml")["name"])


def renderings_of(entries: Iterable[Mapping[str, Any]]) -> Renderings:
    """The renderings of the entries of a list of names."""
    table: dict[str, list[Rendering]] = {}
    for entry in entries:
        for wrong in entry["wrong"]:
            words = tuple(token.text for token in tokenise(wrong))
            key = max(words, key=len).lower()
            rendering = Rendering(words, entry["en"], entry["fr"], bool(entry.get("require", False)))
            table.setdefault(key, []).append(rendering)
    return {key: tuple(sorted(row, key=lambda each: -len(each.words))) for key, row in table.items()}


def _matches(tokens: tuple[Token, ...], start: int, rendering: Rendering) -> bool:
    row = tokens[start : start + len(rendering.words)]
    if start < 0 or len(row) < len(rendering.words):
        return False
    for token, word in zip(row, rendering.words, strict=True):
        if token.norm != word.lower() or (word[:1].isupper() and not token.text[:1].isupper()):
            return False
    return True


def _english_has(rendering: Rendering, context: SentenceContext) -> bool:
    pattern = re.compile(rf"(?<!\w){re.escape(rendering.english)}(?!\w)")
    return any(pattern.search(text) for text in context.english.texts)


@detector("NAM010")
def literal_names(context: SentenceContext) -> Iterator[Hit]:
    """Finds the renderings of ``names/literal.toml``."""
    yield from find(context, _renderings())


def find(context: SentenceContext, table: Renderings) -> Iterator[Hit]:
    """Finds the renderings of a list of names."""
    tokens = context.words
    done = 0
    for place, token in enumerate(tokens):
        for rendering in table.get(token.norm, ()):
            longest = max(rendering.words, key=len)
            start = place - rendering.words.index(longest)
            if start < done or not _matches(tokens, start, rendering):
                continue
            same = _english_has(rendering, context)
            if not same and (rendering.required or context.english.is_source):
                continue
            text = context.span_text(tokens[start].start, tokens[start + len(rendering.words) - 1].end)
            if fold(text) == rendering.french:
                continue
            done = start + len(rendering.words)
            yield Hit(
                "NAM010",
                tokens[start].start,
                tokens[done - 1].end,
                (rendering.french,),
                rendering.english,
                confidence=0.95 if same else None,
                detail=rendering.english,
            )
            break
