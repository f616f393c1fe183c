"""GRA050 to GRA052: words that touch: missing elision, missing contraction, a word twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import SINGULAR, adjective_cells, kinds, noun_cells, word_list
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.euphony import begins_with_vowel
from mtaudit.text.tokens import WORD

_ELIDED = {"le": "l'", "la": "l'", "de": "d'", "que": "qu'", "ne": "n'", "se": "s'", "me": "m'", "je": "j'"}
#: No elision before these, or not surely.
_NO_ELISION = re.compile(
    r"(?:un|une|onz|oui|ouï|ouistiti|uhlan|y|iode|ululement|hui|huit|ont|a|à|e|o|i|h\w*)$|onz|oui|ou[aei]|ouate|y[aeou]|h|w|x|eux-",
    re.IGNORECASE,
)
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_TWICE = word_list(
    "le la les de des du un une à au aux et ou que qui dans sur pour par avec est sont ont ce ces cette son sa ses leur "
    "leurs il elle ils elles on se ne en mais où plus pas comme sans sous entre vers chez"
)
_MAY_REPEAT = frozenset({"nous", "vous", "en", "que", "plus", "pas", "où", "est", "un", "ou"})


_STATES = frozenset(
    [
        "Alabama",
        "Alaska",
        "Arizona",
        "Arkansas",
        "Idaho",
        "Illinois",
        "Indiana",
        "Iowa",
        "Ohio",
        "Oklahoma",
        "Oregon",
        "Utah",
    ]
)


@detector("GRA050")
def missing_elision(context: SentenceContext) -> Iterator[Hit]:
    """Yields *le accord*, *que il*, *de une*, *la Ukraine*."""
    words = context.words
    for at in range(len(words) - 1):
        first, second = words[at], words[at + 1]
        elided = _ELIDED.get(first.norm)
        if elided is None or second.kind != WORD or second.start - first.end != 1:
            continue
        # "Me Olivier" is a lawyer, "Ne en 1982" a misprint of "Né".
        if first.text.isupper() or (first.capitalised and first.norm in ("me", "ne", "se")):
            continue
        if _elides(context, at):
            # States have an article: "le gouverneur de l'Indiana".
            state = first.norm == "de" and second.text in _STATES
            yield hit("GRA050", context, first, second, [("de l'" if state else elided) + second.text])


def _elides(context: SentenceContext, at: int) -> bool:
    lexicon, words = context.lexicon, context.words
    first, second = words[at].norm, words[at + 1]
    if second.norm in ("un", "une"):
        after = words[at + 2].norm if at + 2 < len(words) else ""
        if after not in lexicon:
            return False  # a foreign title: "Diario de un poeta"
        return first in ("de", "que") and after not in ("à", "million", "milliard", "ou", "pour", "sur", "et")
    if second.norm in ("ou", "et", "énième") or _NO_ELISION.match(second.norm):
        return False
    if not begins_with_vowel(second.norm):
        return False
    if second.capitalised:
        # An acronym may be spelled out, a title stays whole: only names of places and peoples are sure.
        return first in ("la", "de", "que") and not second.text.isupper() and lexicon.has(second.text, "np")
    if first in ("le", "la"):
        return bool(
            noun_cells(lexicon, second.norm) & SINGULAR or adjective_cells(lexicon, second.norm) & SINGULAR
        )
    return second.norm in lexicon


@detector("GRA051")
def missing_contraction(context: SentenceContext) -> Iterator[Hit]:
    """Yields *de le* and *à les* before a noun."""
    lexicon, words = context.lexicon, context.words
    for at in range(len(words) - 2):
        made = _CONTRACTED.get((words[at].norm, words[at + 1].norm))
        if made is None or words[at + 1].capitalised or words[at + 1].start - words[at].end != 1:
            continue
        following = words[at + 2]
        classes = kinds(lexicon, following.norm)
        # "de le faire": a pronoun before an infinitive.
        if "inf" in classes or following.kind != WORD or following.norm in ("y", "en", "lui", "leur", "plus"):
            continue
        if classes == {"pp"}:
            continue  # "de les prolongées": an infinitive misspelt
        if not following.capitalised and not (noun_cells(lexicon, following.norm) or classes & {"a", "pp"}):
            continue
        yield hit("GRA051", context, words[at], words[at + 1], [made])


@detector("GRA052")
def word_twice(context: SentenceContext) -> Iterator[Hit]:
    """Yields a small word written twice (*de de*, *le le*)."""
    words = context.words
    for at, (first, second) in enumerate(pairwise(words)):
        if first.norm != second.norm or first.norm not in _TWICE or first.norm in _MAY_REPEAT:
            continue
        if first.norm == "de" and at + 2 < len(words) and words[at + 2].capitalised:
            continue  # "aux côtés de de Klerk"
        if first.kind != WORD or second.start - first.end != 1 or second.capitalised:
            continue
        yield hit("GRA052", context, first, second, [first.text])
