"""GRA205: a name hung on a noun as in English (*les appartements Norval*, for "Norval flats")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.source.english import source
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.packs.tables import word_set
from mtaudit.text.tokens import WORD

_TABLE = "words/apposition.toml"
#: English words that follow a name without being named by it.
_NOT_NAMED = "is was has had and or said says who to will would in on at of for with by are were as also from can could that"


@detector("GRA205")
def name_without_preposition(context: SentenceContext) -> Iterator[Hit]:
    """Yields noun and name side by side, for nouns that never take a name without a preposition."""
    english = source(context)
    if not english:
        return
    heads = word_set(_TABLE, "heads")
    nouns = word_set(_TABLE, "with_preposition") | heads
    words = context.words
    for at in range(1, len(words) - 1):
        noun, name = words[at], words[at + 1]
        if noun.norm not in nouns or noun.capitalised or not name.capitalised or name.kind != WORD:
            continue
        if at + 2 < len(words) and words[at + 2].capitalised:
            continue  # "le porte-parole Jan Novak": the noun's own name
        if (
            context.sentence.text[noun.end - context.sentence.start : name.start - context.sentence.start]
            != " "
        ):
            continue
        text = re.escape(name.text)
        before_noun = re.search(rf"(?<![A-Z]\w)\b(?:[a-z]+|The|A|An|,) {text} ([a-z][a-z-]+)", english)
        if before_noun is None or before_noun[1] in _NOT_NAMED.split():
            continue
        if noun.norm in heads and before_noun[1] not in word_set(_TABLE, "english_heads"):
            continue
        if re.search(rf"\b(?:of|by|in|at|from|to|for|with) (?:the )?{text}\b(?! [a-z-]+s\b)", english):
            continue
        # Whether "de", "du" or "de la" depends on the name: no replacement could be pasted.
        yield hit("GRA205", context, noun, name, detail=name.text)
