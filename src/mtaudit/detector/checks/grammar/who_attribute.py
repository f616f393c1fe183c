"""GRA009: an attribute after *qui est* that agrees with no noun before (*des lois qui sont adopté*)."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    PLURAL,
    SINGULAR,
    Cells,
    adjective_cells,
    kinds,
    noun_cells,
    word_list,
)
from mtaudit.detector.checks.grammar.relative import cells_of
from mtaudit.detector.checks.grammar.subject_attribute import is_wrong_attribute
from mtaudit.detector.checks.grammar.subjects import attribute_place
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.detector.suggest import agree

_SINGULAR_VERBS = word_list(
    "est était sera serait fut soit a avait aura aurait ait semble semblait reste restait devient devenait"
)
_PLURAL_VERBS = word_list(
    "sont étaient seront seraient furent soient ont avaient auront auraient aient semblent semblaient restent "
    "restaient deviennent devenaient"
)
#: "quelque chose qui est connu", "les mêmes qui": their gender is not that of the word.
_WITHOUT_GENDER = word_list(
    "chose même mêmes autre autres personne rien tout tous toutes un une celui celle ceux celles"
)


@detector("GRA009")
def who_attribute(context: SentenceContext) -> Iterator[Hit]:
    """Yields attributes after *qui* that no antecedent could have."""
    lexicon, words = context.lexicon, context.words
    for at in range(2, len(words) - 2):
        if words[at].norm != "qui" or not noun_cells(lexicon, words[at - 1].norm) | adjective_cells(
            lexicon, words[at - 1].norm
        ):
            continue
        if words[at - 1].norm in _WITHOUT_GENDER:
            continue
        verb = at + 1
        while verb < len(words) and words[verb].norm in (
            "ne",
            "n'",
            "y",
            "en",
            "lui",
            "leur",
            "nous",
            "vous",
        ):
            verb += 1
        if verb >= len(words) or words[verb].norm in ("nous", "vous"):
            continue
        number = _number(words[verb].norm)
        found = attribute_place(lexicon, words, verb) if number else None
        if not number or found is None:
            continue
        place, kind = found
        if kind == "linking" and "a" not in kinds(lexicon, words[place].norm):
            continue
        available: set[str] = set()
        for earlier in range(at):
            available |= cells_of(lexicon, words, earlier, event=False)
        # "un homme et une femme qui sont mariés": two of them make a plural.
        cells = frozenset(available) & number
        if number <= PLURAL and available & SINGULAR:
            cells |= {"mp"} if any(cell[0] == "m" for cell in available) else {"fp"}
        if not cells or not is_wrong_attribute(lexicon, words[place], cells):
            continue
        if place + 1 < len(words) and noun_cells(lexicon, words[place + 1].norm) & adjective_cells(
            lexicon, words[place].norm
        ):
            continue
        own = noun_cells(lexicon, words[at - 1].norm) & number
        form = agree(words[place].norm, next(iter(own)), lexicon) if len(own) == 1 else None
        yield hit("GRA009", context, words[place], words[place], [form], detail="“qui”")


def _number(verb: str) -> Cells:
    if verb in _SINGULAR_VERBS:
        return SINGULAR
    return PLURAL if verb in _PLURAL_VERBS else frozenset()
