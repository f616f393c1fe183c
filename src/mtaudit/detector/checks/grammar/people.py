"""People's names in a sentence, and whether the first name says woman or man."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtaudit.detector.checks.grammar.readings import word_list
from mtaudit.detector.context import SentenceContext
from mtaudit.packs.tables import load_table
from mtaudit.text.tokens import QUOTE, WORD, Token, tokenise

#: Small words inside a name: "Ursula von der Leyen", "Dilma da Silva".
_PARTICLES = word_list("von van der den da di dos del della al el bin ben ibn ter zu")

#: First names that are words as well: they count only before a surname.
_WORDS_TOO = word_list(
    "Blanche Marine Rose Claire Aurore Fleur Victoire Constance Marguerite Olive Capucine Violet Hope Grace Faith Iris "
    "Daisy Ivy Holly Amber Crystal Florence Virginia Victoria Savannah Chelsea Lourdes Mercedes Madison April Dawn "
    "Carmen Dolores"
)
#: Forms of address.
_ADDRESS = {"Mme": "f", "Mlle": "f", "Madame": "f", "Mmes": "f", "Monsieur": "m"}


class Person(NamedTuple):
    """A person's name: words ``first`` (inclusive) to ``end`` (exclusive); gender ``f`` or ``m``."""

    first: int
    end: int
    gender: str
    full: bool


@lru_cache(maxsize=1)
def first_names() -> dict[str, str]:
    """First name -> ``f`` or ``m``."""
    data = load_table("names/first_names.toml")
    return {
        name: gender
        for key, gender in (("female", "f"), ("male", "m"))
        for names in data[key].values()
        for name in names.split()
    }


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """Masculine title -> feminine title."""
    table: dict[str, str] = load_table("names/titles.toml")["titles"]
    return table


def gender_of(name: str) -> str | None:
    """``f`` or ``m`` of a first name; a compound goes by its first part (*Anne-Marie*)."""
    known = first_names()
    if name in known:
        return known[name]
    head, _, tail = name.partition("-")
    # "Jean-Marie", "José-Maria": the parts must not disagree.
    genders = {known.get(head), known.get(tail)}
    return known.get(head) if tail and len(genders - {None}) == 1 else None


def person_at(words: Sequence[Token], at: int) -> Person | None:
    """The person named from ``at`` on, where the first name leaves no doubt of the gender."""
    token = words[at]
    if token.kind != WORD or not token.capitalised:
        return None
    gender = gender_of(token.text)
    if gender is None:
        return None
    before = words[at - 1] if at else None
    named = before is not None and before.kind == WORD and before.capitalised
    # A middle name, or a word of another name: "Maison Blanche", "sergent Marine".
    if named and before is not None and (gender_of(before.text) or token.text in _WORDS_TOO):
        return None
    end = at + 1
    while end < len(words) and words[end].kind == WORD:
        following = words[end + 1] if end + 1 < len(words) else None
        particle = (
            words[end].norm in _PARTICLES
            and following is not None
            and (following.capitalised or following.norm in _PARTICLES)
        )
        if not particle and (not words[end].capitalised or words[end].text in ("Il", "Elle")):
            break
        end += 1
    if end == at + 1 and token.text in _WORDS_TOO:
        return None
    return Person(at, end, gender, end > at + 1)


@lru_cache(maxsize=4)
def surnames(text: str) -> Mapping[str, str]:
    """Surname -> gender, for the people a text names in full or as *Mme*, *M.*; doubtful ones left out."""
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        words = [token for token in tokenise(line) if token.kind != QUOTE]
        for at, token in enumerate(words[:-1]):
            person = person_at(words, at)
            if person is not None and person.full:
                found.setdefault(words[person.end - 1].text, set()).add(person.gender)
            following = words[at + 1]
            if token.text in _ADDRESS and following.kind == WORD and following.capitalised:
                found.setdefault(following.text, set()).add(_ADDRESS[token.text])
            elif token.text == "M" and following.norm == "." and at + 2 < len(words):
                found.setdefault(words[at + 2].text, set()).add("m")
    known = first_names()
    return {name: genders.pop() for name, genders in found.items() if len(genders) == 1 and name not in known}


def known_person_at(context: SentenceContext, at: int) -> Person | None:
    """As :func:`person_at`; a bare surname counts too where the document names its bearer in full."""
    words = context.words
    person = person_at(words, at)
    if person is not None or context.document is None:
        return person
    token = words[at]
    if token.kind != WORD or not token.capitalised:
        return None
    neighbours = [words[place] for place in (at - 1, at + 1) if 0 <= place < len(words)]
    if any(
        each.kind == WORD and each.capitalised and each.start > context.sentence.start for each in neighbours
    ):
        return None  # a part of another name
    gender = surnames(context.document.plain).get(token.text)
    return Person(at, at + 1, gender, True) if gender else None
