"""Cut a sentence into stretches that may have a counterpart of their own: quotations and clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mtaudit.aligner.anchors import quotes_in

StretchKind = Literal["whole", "quote", "clause"]

#: A shorter quotation (*“productive”*) says too little to stand for its sentence.
MIN_QUOTE_WORDS = 5
#: A shorter stretch is not compared with the other side.
MIN_STRETCH_WORDS = 5
#: A shorter clause is an aside: *, dit-il,*.
MIN_CLAUSE_WORDS = 6
#: Shorter sentences are not cut: they say one thing.
MIN_SENTENCE_WORDS = 14

_CLAUSE_BREAK = re.compile(
    r"[,;:](?!\d)\s+|\s+[–—]\s+"
    r"|\s+(?=(?:alors que|tandis que|après que|pendant que|while|after|before|although|but|mais|et que)\s)"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or a part of it; ``owner`` is the sentence's place in its list."""

    owner: int
    kind: StretchKind
    text: str

    @property
    def words(self) -> int:
        """Length in words between spaces."""
        return len(self.text.split())


def stretches_of(sentences: Sequence[str]) -> tuple[Stretch, ...]:
    """Every sentence followed by its quotations and clauses.

    Clauses inside a quotation count as quotations too, since a speaker is often quoted in part.

    Args:
        sentences: Texts of sentences.

    Returns:
        Stretches in the order of the sentences; each sentence's first stretch is the whole.
    """
    found: list[Stretch] = []
    for owner, text in enumerate(sentences):
        found.append(Stretch(owner, "whole", text))
        seen = {text.strip(' “”"«»')}
        for kind, piece in _pieces(text):
            if piece not in seen:
                seen.add(piece)
                found.append(Stretch(owner, kind, piece))
    return tuple(found)


def _pieces(text: str) -> list[tuple[StretchKind, str]]:
    pieces: list[tuple[StretchKind, str]] = []
    for quote in quotes_in(text):
        if len(quote.split()) >= MIN_QUOTE_WORDS:
            pieces.append(("quote", quote))
        pieces += [("quote", clause) for clause in _clauses(quote)]
    pieces += [("clause", clause) for clause in _clauses(text)]
    return pieces


def _clauses(text: str) -> list[str]:
    """Clauses of a long text; a short one is joined to the one before it."""
    if len(text.split()) < MIN_SENTENCE_WORDS:
        return []
    clauses: list[str] = []
    for part in filter(None, map(str.strip, _CLAUSE_BREAK.split(text))):
        if clauses and min(len(part.split()), len(clauses[-1].split())) < MIN_CLAUSE_WORDS:
            clauses[-1] = f"{clauses[-1]}, {part}"
        else:
            clauses.append(part)
    return clauses if len(clauses) > 1 else []
