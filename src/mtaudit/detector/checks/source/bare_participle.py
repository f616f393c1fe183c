"""GRA207, GRA211: a past participle or an infinitive where the English has a finite past.

*Il proteste et rejeté la lettre*, for "and rejected the letter"; *"...", ajouter le président*, for
"added the president".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    is_finite,
    kinds,
    lemmas,
    participle_cells,
    word_list,
)
from mtaudit.detector.checks.source.english import source
from mtaudit.detector.checks.source.verbs import counterpart
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import NUMBER, QUOTE

_AUXILIARIES = frozenset({"avoir", "être"})
_OBJECTS = word_list("un une des ce cette ces son sa ses leur leurs")
_ARTICLES = word_list("le la les l'")
#: What opens an object in English: "used 83", "rejected a letter", no "played on", "organised once".
_ENGLISH_OBJECTS = frozenset(
    ["a", "an", "the", "this", "these", "that", "his", "her", "its", "their", "our", "my", "your"]
)
_AND_PAST = re.compile(r"\band (?:\w+ly )?(?:\w+ed|sent|told|took|gave|made|left|won|lost|held|said)\b")
_SAYING = frozenset(
    {"ajouter", "déclarer", "expliquer", "préciser", "conclure", "affirmer", "souligner", "indiquer", "noter"}
)


def _is_participle(lexicon: Lexicon, form: str) -> bool:
    """Whether a form is a masculine singular past participle and nothing else."""
    return (
        "ms" in participle_cells(lexicon, form)
        and kinds(lexicon, form) <= {"pp", "a"}
        and all(each.pos == "v" or each.is_participle for each in lexicon.readings(form))
    )


@detector("GRA207")
def participle_as_verb(context: SentenceContext) -> Iterator[Hit]:
    """Yields a participle with an object and no auxiliary before it, whose English is a finite past."""
    english = source(context)
    if not english:
        return
    lexicon, words = context.lexicon, context.words
    for at in range(2, len(words) - 1):
        token, after = words[at], words[at + 1]
        if token.capitalised or not _is_participle(lexicon, token.norm):
            continue
        dated = after.norm in _ARTICLES and at + 2 < len(words) and words[at + 2].kind == NUMBER
        if after.norm not in _OBJECTS | _ARTICLES and after.kind != NUMBER:
            continue
        if dated or (after.norm == "une" and at + 2 < len(words) and words[at + 2].norm == "fois"):
            continue  # "joué le 23 novembre", "organisé une fois par an"
        earlier = [each.norm for each in words[:at]]
        if earlier[-1] == "," or any(lemmas(lexicon, norm, "v") & _AUXILIARIES for norm in earlier):
            continue
        joined = earlier[-1] == "et" and after.norm in _OBJECTS and _AND_PAST.search(english)
        if not (joined and any(is_finite(lexicon, norm) for norm in earlier)) and not _past_with_object(
            lexicon, token.norm, english
        ):
            continue
        yield hit("GRA207", context, token, token, [f"a {token.text}"] if joined else [])


def _past_with_object(lexicon: Lexicon, form: str, english: str) -> bool:
    verbs = lemmas(lexicon, form, "v")
    other = counterpart(next(iter(verbs)), english) if len(verbs) == 1 else None
    return (
        other is not None
        and other.kind == "past"
        and (other.after in _ENGLISH_OBJECTS or other.after[:1].isdigit())
    )


@detector("GRA211")
def infinitive_of_saying(context: SentenceContext) -> Iterator[Hit]:
    """Yields *ajouter le président* after what was said, where the English has a past."""
    english = source(context)
    if not english:
        return
    tokens = context.tokens
    for at in range(1, len(tokens) - 1):
        token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
        if token.norm not in _SAYING or (before.norm != "," and before.kind != QUOTE):
            continue
        if after.norm not in DETERMINERS and not after.capitalised:
            continue
        other = counterpart(token.norm, english)
        if other is not None and other.kind == "past":
            yield hit("GRA211", context, token, token, [f"a {_participle(token.norm)}"])


def _participle(infinitive: str) -> str:
    """The masculine singular participle of a verb of saying."""
    return infinitive[:-2] + "é" if infinitive.endswith("er") else "conclu"
