"""GRA207: a past participle for the second verb, its auxiliary nowhere (*il proteste et rejeté la lettre*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import is_finite, kinds, lemmas, participle_cells, word_list
from mtaudit.detector.checks.source.english import source
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

_AUXILIARIES = frozenset({"avoir", "être"})
_OBJECTS = word_list("un une des ce cette ces son sa ses leur leurs que qu'")
_ENGLISH = re.compile(r"\band (?:\w+ly )?(?:\w+ed|sent|told|took|gave|made|left|won|lost|held|said)\b")


@detector("GRA207")
def participle_as_verb(context: SentenceContext) -> Iterator[Hit]:
    """Yields *et* + participle + object in a sentence that has a finite verb and no auxiliary before."""
    english = source(context)
    if not english or _ENGLISH.search(english) is None:
        return
    lexicon, words = context.lexicon, context.words
    for at in range(2, len(words) - 1):
        token = words[at]
        if words[at - 1].norm != "et" or token.capitalised or words[at + 1].norm not in _OBJECTS:
            continue
        if kinds(lexicon, token.norm) - {"pp", "a"} or "pp" not in kinds(lexicon, token.norm):
            continue
        if any(r.pos == "a" and not r.is_participle for r in lexicon.readings(token.norm)):
            continue
        if "ms" not in participle_cells(lexicon, token.norm):
            continue  # "folle et mélangée": an attribute
        earlier = [each.norm for each in words[: at - 1]]
        if any(lemmas(lexicon, norm, "v") & _AUXILIARIES for norm in earlier):
            continue
        if not any(is_finite(lexicon, norm) for norm in earlier):
            continue
        yield hit("GRA207", context, token, token, [f"a {token.text}"])
