"""GRA210: a present after *si* beside a conditional (*se produirait si le tribunal poursuit*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.grammar.clauses import clause_verb, moods
from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import lemmas, word_list
from mtaudit.detector.checks.source.english import source
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.lexicon import Lexicon

#: Before these *si* is "whether", or sets a fact against another.
_NO_CONDITION = word_list(
    "même comme savoir demander sait demandé demande voir déterminer question vérifier même"
)
#: A conditional of courtesy or possibility goes with any tense.
_FREE = frozenset({"pouvoir", "devoir", "souhaiter", "aimer", "vouloir", "falloir"})
#: The English is in step with itself: "will ... if", or "if ... failed, would". Where it mixes "if it
#: is" and "would" as well, news French follows it now and then.
_WILL_IF = re.compile(r"\b(?:will|won't)\b.*\bif\b|\bif\b.*\b(?:will|won't)\b", re.I | re.S)
_IF_PAST = re.compile(
    r"\bif (?:you|he|she|it|they|we|i|there|the \w+|[A-Z]\w+) (?:were|was|had|did|didn't|wasn't|weren't|\w{2,}ed)\b",
    re.I,
)
#: How many words may lie between the two verbs.
_NEAR = 14


@detector("GRA210")
def if_and_conditional(context: SentenceContext) -> Iterator[Hit]:
    """Yields the present of an *if* clause whose main verb is in the conditional."""
    english = source(context)
    would = "would" in english
    if not english or not (_IF_PAST.search(english) if would else _WILL_IF.search(english)):
        return
    lexicon, words = context.lexicon, context.words
    conditionals = [place for place, token in enumerate(words) if _is_conditional(lexicon, token.norm)]
    for at in range(len(words) - 2):
        if words[at].norm == "s'" and words[at + 1].norm not in ("il", "ils"):
            continue
        if words[at].norm not in ("si", "s'") or (at and words[at - 1].norm in _NO_CONDITION):
            continue
        verb = clause_verb(lexicon, words, at + 1)
        if verb is None:
            continue
        found = moods(lexicon, words[verb].norm)
        if "P" in found and found <= {"P", "S"} and any(abs(place - verb) < _NEAR for place in conditionals):
            yield hit("GRA210", context, words[verb], words[verb])


def _is_conditional(lexicon: Lexicon, form: str) -> bool:
    return moods(lexicon, form) == {"C"} and not lemmas(lexicon, form, "v") & _FREE
