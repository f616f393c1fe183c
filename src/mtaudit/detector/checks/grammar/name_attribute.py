"""GRA022: a masculine adjective or participle said of a woman who is named (*Mary Smith, âgé de*)."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.people import Person, known_person_at, titles
from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    adjective_cells,
    kinds,
    noun_cells,
    word_list,
)
from mtaudit.detector.checks.grammar.subjects import attribute_place
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.detector.suggest import agree
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import WORD, Token

_FEMININE = frozenset({"fs"})
_SET = word_list("possible fait dit bien mal plein haut bon tout même sauf vu compris fort juste")
_OPENERS = {""} | word_list(
    "que qu' si s' lorsque lorsqu' quand car mais où puisque puisqu' comme or , : ; ( — –"
)


def _masculine_only(lexicon: Lexicon, token: Token) -> bool:
    own = adjective_cells(lexicon, token.norm)
    if token.kind != WORD or token.capitalised or own != {"ms"} or token.norm in _SET:
        return False
    # A noun may be said of either sex ("médecin"); "blessé" and its like are adjectives first.
    classes = kinds(lexicon, token.norm)
    return not classes - {"a", "pp", "n"} and noun_cells(lexicon, token.norm) <= own


@detector("GRA022")
def name_attribute(context: SentenceContext) -> Iterator[Hit]:
    """Yields masculine words said of a woman's name."""
    lexicon, words = context.lexicon, context.words
    for at in range(len(words) - 2):
        person = known_person_at(context, at)
        if person is None or person.gender != "f" or person.end + 1 >= len(words):
            continue
        place = _place_of_attribute(context, person)
        # A title in apposition is another rule's.
        if place is None or words[place].norm in titles() or not _masculine_only(lexicon, words[place]):
            continue
        form = agree(words[place].norm, "f", lexicon)
        name = " ".join(token.text for token in words[person.first : person.end])
        yield hit("GRA022", context, words[place], words[place], [form], detail=name)


def _place_of_attribute(context: SentenceContext, person: Person) -> int | None:
    lexicon, words = context.lexicon, context.words
    before = words[person.first - 1].norm if person.first else ""
    following = words[person.end]
    if following.norm == "," and person.full:
        if before in ("et", "ou", "de", "d'", "avec", "comme", "-") or before in DETERMINERS:
            return None
        place = person.end + 1
        # ", 45 ans, marié": the age comes between.
        if place + 2 < len(words) and words[place].kind == "number" and words[place + 1].norm == "ans":
            place += 3
        if place < len(words) and kinds(lexicon, words[place].norm) & {"pp", "a"} and before != ",":
            after = words[place + 1].norm if place + 1 < len(words) else ""
            return (
                place
                if after in ("de", "d'", "à", "par", "en", "pour", "au", "aux", "dans", "du", "sur")
                else None
            )
        return None
    if before not in _OPENERS or not person.full:
        return None
    place = person.end
    while place < len(words) and words[place].norm in ("ne", "n'", "y", "en"):
        place += 1
    if place >= len(words):
        return None
    found = attribute_place(lexicon, words, place)
    if found is None or (found[1] == "linking" and "a" not in kinds(lexicon, words[found[0]].norm)):
        return None
    return found[0]
