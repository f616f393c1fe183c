"""SEN1900: two English words that became one French word, said twice (*les projets et projets*)."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import DETERMINERS, kinds, word_list
from mtaudit.detector.checks.source.english import doubles, source
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.tokens import WORD

_LINKS = word_list("et ou ni")
#: Said twice on purpose.
_PURPOSE = word_list("encore toujours maintes plus moins toute tout tous toutes deux trois")


@detector("SEN1900")
def doubled(context: SentenceContext) -> Iterator[Hit]:
    """Yields *X et X*, *le X et le X* where the English has two different words."""
    english = source(context)
    if not english or doubles(english):
        return
    words, lexicon = context.words, context.lexicon
    for at in range(1, len(words) - 1):
        if words[at].norm not in _LINKS:
            continue
        left, right = words[at - 1], at + 1
        if words[right].norm in DETERMINERS and right + 1 < len(words):
            right += 1
        again = words[right]
        if left.norm != again.norm or left.kind != WORD or len(left.norm) < 4:
            continue
        if left.norm in _PURPOSE or (at > 1 and words[at - 2].norm == words[at + 1].norm == "des"):
            continue  # "des jours et des jours"
        if left.capitalised or again.capitalised:
            continue
        classes = kinds(lexicon, left.norm)
        # An adjective said twice is GAR008, which needs no source.
        if "n" not in classes or classes & {"a", "adv", "prep", "det", "pro"}:
            continue
        after = words[right + 1] if right + 1 < len(words) else None
        if right > at + 1 and after is not None and (after.kind == WORD or after.capitalised):
            continue  # "un pays et un pays voisin"
        yield hit("SEN1900", context, left, again, detail=left.text)
