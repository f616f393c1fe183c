"""GRA020, GRA021: a masculine title given to a woman (*le ministre canadien, Mélanie Joly*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.people import Person, known_person_at, person_at, titles
from mtaudit.detector.checks.grammar.readings import (
    FEMININE,
    adjective_cells,
    is_finite,
    kinds,
    noun_cells,
    word_list,
)
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.detector.suggest import agree
from mtaudit.text.euphony import join
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import NUMBER, PUNCT, WORD, Token

_MASCULINE_DETERMINERS = {"le": "la", "un": "une", "du": "de la", "au": "à la", "ce": "cette", "cet": "cette"}
_OTHER_DETERMINERS = {"son": "sa", "mon": "ma", "l'": "la", "notre": "notre", "leur": "leur"}
_DETERMINERS = _MASCULINE_DETERMINERS | _OTHER_DETERMINERS
_BEFORE_TITLE = word_list(
    "ancien premier nouveau futur actuel vice jeune célèbre éminent grand seul puissant principal second"
)
#: Masculine forms that good usage keeps for women in apposition.
_ACCEPTED = frozenset({"professeur"})
#: Titles that a complement may follow before the name, without a comma.
_OFFICES = word_list("ministre secrétaire procureur juge porte-parole vice-ministre")
#: "la femme du chanteur Hélène", "un collègue d'Anna Weber, enseignant": the words belong to another.
_RELATIONS = word_list(
    "femme épouse fille mère sœur veuve compagne maîtresse amie ex-femme ex-épouse belle-sœur celle mari époux père "
    "frère fils ami collègue collègues compagnon voisin voisine cousin cousine oncle tante neveu nièce avocat avocate "
    "assistant assistante adjoint adjointe rival rivale conjoint conjointe petit-fils gendre"
)
_MAX_COMPLEMENT = 9


@detector("GRA020")
def title_before_name(context: SentenceContext) -> Iterator[Hit]:
    """Yields masculine titles right before a woman's name."""
    words = context.words
    for at in range(1, len(words)):
        person = known_person_at(context, at)
        if person is None or person.gender != "f":
            continue
        title = _title_before(context.lexicon, words, person)
        if title is None:
            continue
        found = _feminised(context, title, at)
        if found is not None:
            first, last, suggestion = found
            yield hit(
                "GRA020", context, words[first], words[last], [suggestion], detail=f"{_name(words, person)}"
            )


def _name(words: Sequence[Token], person: Person) -> str:
    return " ".join(token.text for token in words[person.first : person.end])


def _title_before(lexicon: Lexicon, words: Sequence[Token], person: Person) -> int | None:
    """The place of the title that the name stands to, if it does beyond doubt."""
    at = person.first - 1
    comma = words[at].norm == ","
    if comma:
        # An apposition: the name stands between commas, and no list of people goes on after it.
        if not person.full or person.end >= len(words) or words[person.end].norm not in (",", "."):
            return None
        after = words[person.end + 1 : person.end + 3]
        if after and (
            after[0].norm in ("et", "ou") or (after[0].capitalised and words[person.end].norm == ",")
        ):
            return None
        at -= 1
    seen_preposition = False
    for place in range(at, max(-1, at - _MAX_COMPLEMENT), -1):
        token = words[place]
        if token.kind not in (WORD, NUMBER) or token.norm in (
            "et",
            "ou",
            "qui",
            "que",
            "qu'",
            "dont",
            "avec",
            "pour",
        ):
            return None
        if token.norm in titles():
            if place and words[place - 1].norm in titles():
                place -= 1  # "le procureur adjoint"
            if _of_another(words, place, comma):
                return None
            if not seen_preposition or comma or token.norm in _OFFICES:
                return place
            return None
        if token.norm in ("de", "du", "des", "d'", "à", "aux", "au", "pour", "en"):
            seen_preposition = True
            if place == at:
                return None
        elif is_finite(lexicon, token.norm) and not noun_cells(lexicon, token.norm) and not token.capitalised:
            return None
        elif (
            noun_cells(lexicon, token.norm)
            and not adjective_cells(lexicon, token.norm)
            and not seen_preposition
        ):
            # Another noun between title and name, tied by no preposition yet: look for it further left.
            tied = any(
                each.norm in ("de", "du", "des", "d'", "à", "aux", "au")
                for each in words[max(0, place - 3) : place]
            )
            if not tied:
                return None
    return None


def _of_another(words: Sequence[Token], title: int, comma: bool) -> bool:
    """Whether the title hangs on a word before it that the name may belong to instead."""
    before = [token.norm for token in words[max(0, title - 4) : title]]
    if not any(norm in ("du", "de", "d'", "au", "à") for norm in before):
        return False
    return any(norm in _RELATIONS or (comma and norm in titles()) for norm in before)


def _feminised(context: SentenceContext, title: int, name: int) -> tuple[int, int, str | None] | None:
    """First and last place of what is masculine around ``title``, and its feminine; None if nothing is."""
    lexicon, words = context.lexicon, context.words
    first = title
    while first > 0 and words[first - 1].norm in _BEFORE_TITLE:
        first -= 1
    if first > 0 and words[first - 1].norm in _DETERMINERS:
        first -= 1
    last = title
    while last + 1 < name and _is_adjective(lexicon, words[last + 1]):
        last += 1
    marked = False
    row: list[str] = []
    for place in range(first, last + 1):
        token = words[place]
        feminine: str | None = token.text
        if place == title:
            feminine = _with_case(titles()[token.norm], token)
            marked = marked or feminine != token.text
        elif token.norm in _DETERMINERS and place == first:
            feminine = _DETERMINERS[token.norm]
            marked = marked or token.norm in _MASCULINE_DETERMINERS
        elif not adjective_cells(lexicon, token.norm) & FEMININE:
            form = agree(token.norm, "f", lexicon)
            feminine = _with_case(form, token) if form else None
            marked = True
        if feminine is None:
            return (first, last, None)
        row.append(feminine)
    if not marked or (words[first - 1].norm in ("mme", "madame", "mlle") and first > 0):
        return None
    return first, last, join(" ".join(row).replace("' ", "'"))


def _is_adjective(lexicon: Lexicon, token: Token) -> bool:
    return (
        token.kind == WORD
        and bool(adjective_cells(lexicon, token.norm))
        and not kinds(lexicon, token.norm) & {"adv", "prep", "det"}
        and not token.capitalised
    )


def _with_case(form: str, token: Token) -> str:
    return form[:1].upper() + form[1:] if token.capitalised else form


@detector("GRA021")
def title_after_name(context: SentenceContext) -> Iterator[Hit]:
    """Yields masculine titles in apposition after a woman's name (*Anna Weber, directeur de*)."""
    words = context.words
    for at in range(len(words) - 3):
        person = person_at(words, at)
        if person is None or person.gender != "f" or not person.full or person.end + 2 > len(words):
            continue
        if words[person.end].norm != "," or (at and words[at - 1].norm in ("et", "ou", ",", "-")):
            continue
        if any(token.norm in _RELATIONS for token in words[max(0, at - 4) : at]):
            continue
        place = person.end + 1
        first = place
        while place < len(words) and words[place].norm in ("un", *_BEFORE_TITLE):
            place += 1
        if place >= len(words) or words[place].norm not in titles() or words[place].norm in _ACCEPTED:
            continue
        if _names_another(words, place):
            continue
        found = _feminised(context, place, len(words))
        if found is None or found[0] < first:
            continue
        begin, last, suggestion = found
        yield hit("GRA021", context, words[begin], words[last], [suggestion], detail=_name(words, person))


def _names_another(words: Sequence[Token], title: int) -> bool:
    """Whether the title belongs to a name that follows it, and not to the one before."""
    for token in words[title + 1 : title + 9]:
        if token.kind == PUNCT:
            return False
        if token.capitalised and person_at(words, words.index(token)) is not None:
            return True
    return title + 1 < len(words) and words[title + 1].capitalised
