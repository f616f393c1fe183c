"""SYN1901: "from chapter to chapter" with articles (*du chapitre au chapitre*)."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.euphony import join
from mtaudit.text.tokens import WORD

_ROWS = (
    (("du",), ("au",)),
    (("de", "la"), ("à", "la")),
    (("de", "l'"), ("à", "l'")),
    (("d'", "un"), ("à", "un")),
    (("d'", "une"), ("à", "une")),
)


@detector("SYN1901")
def from_to(context: SentenceContext) -> Iterator[Hit]:
    """Yields *du X au X* with the same noun twice, and nothing that sets the second apart."""
    words = context.words
    norms = [token.norm for token in words]
    for at in range(len(words)):
        for first, second in _ROWS:
            noun = at + len(first)
            again = noun + 1 + len(second)
            if again >= len(words) or tuple(norms[at:noun]) != first:
                continue
            if tuple(norms[noun + 1 : again]) != second or norms[noun] != norms[again]:
                continue
            if (
                words[noun].kind != WORD
                or words[noun].capitalised
                or norms[noun] == "tout"
                or not context.lexicon.has(norms[noun], "n")
            ):
                continue
            after = norms[again + 1] if again + 1 < len(words) else "."
            # "du siècle au siècle suivant", "d'un pays à un pays voisin": the second is another one.
            if first[0] == "d'" and (context.lexicon.has(after, "a") or after in ("de", "d'", "du", "qui")):
                continue
            if context.lexicon.has(after, "a") or after in ("qui", "que", "qu'", "où"):
                continue
            suggestion = join(f"de {norms[noun]} en {norms[noun]}")
            yield hit("SYN1901", context, words[at], words[again], [suggestion])
