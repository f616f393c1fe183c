"""What sieves findings before they are scored: suppressions and baselines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mtaudit.model import Document, Finding, Sentence, Suppressed

Found = Sequence[tuple[Sentence, tuple[Finding, ...]]]


class Sieve(Protocol):
    """Takes the findings of a document apart: those that stand, those that somebody accepted."""

    def __call__(
        self, document: Document, found: Found
    ) -> tuple[list[tuple[Finding, ...]], list[Suppressed]]:
        """Returns the findings that stand, one tuple per sentence, and the suppressed ones."""
        ...


class Sieves:
    """Several sieves, one after the other."""

    def __init__(self, sieves: Sequence[Sieve]) -> None:
        self._sieves = tuple(sieves)

    def __call__(
        self, document: Document, found: Found
    ) -> tuple[list[tuple[Finding, ...]], list[Suppressed]]:
        """Runs every sieve over what the one before let through."""
        standing = [findings for _, findings in found]
        suppressed: list[Suppressed] = []
        for sieve in self._sieves:
            again = [(sentence, findings) for (sentence, _), findings in zip(found, standing, strict=True)]
            standing, more = sieve(document, again)
            suppressed += more
        return standing, suppressed
