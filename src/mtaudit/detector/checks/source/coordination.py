"""GRA204: a preposition that French says again (*à Microsoft et plusieurs autres*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import is_finite, kinds, word_list
from mtaudit.detector.checks.source.english import source
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.lexicon import Lexicon

_SECOND = word_list("plusieurs ses son sa leurs leur quelques certains certaines")
_ENGLISH = "its|his|her|their|several|some|other|a few|certain|many"


@detector("GRA204")
def preposition_again(context: SentenceContext) -> Iterator[Hit]:
    """Yields the second part of *à NAME et ses X* where the English joins the two under one preposition."""
    english = source(context)
    if not english:
        return
    words = context.words
    for at in range(1, len(words) - 3):
        if words[at - 1].norm != "à" or not words[at].capitalised:
            continue
        link = at + 1  # a name of one word: people, who have two, are given prizes "et sa carrière"
        if link + 1 >= len(words) or words[link].norm != "et" or words[link + 1].norm not in _SECOND:
            continue
        name = re.escape(words[link - 1].text)
        if re.search(rf"\b{name}(?:'s)? and (?:{_ENGLISH})\b", english) is None:
            continue
        second = words[link + 1]
        if any(
            is_finite(context.lexicon, token.norm) and not _may_be_noun(context.lexicon, token.norm)
            for token in words[link + 2 : link + 6]
        ):
            continue  # a clause of its own: "à Sydney et son frère a"
        yield hit("GRA204", context, words[link], second, [f"et à {second.text}"])


def _may_be_noun(lexicon: Lexicon, form: str) -> bool:
    return bool(kinds(lexicon, form) & {"n", "a", "adv", "prep"}) and form not in ("a", "est")
