"""People's names in a sentence, and whether the first name says woman or man."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from mtaudit.text.tokens import WORD, Token

_FOLDER = Path(__file__).resolve().parents[3] / "packs" / "en_fr" / "names"
#: Small words inside a name: "Ursula von der Leyen", "Dilma da Silva".
_PARTICLES = frozenset("von van der den de da di dos del della le la al el bin ben ibn ter zu".split())

#: First names that are words as well: they count only before a surname.
_WORDS_TOO = frozenset(
    "Blanche Marine Rose Claire Aurore Fleur Victoire Constance Marguerite Olive Capucine Violet Hope Grace Faith Iris "
    "Daisy Ivy Holly Amber Crystal Florence Virginia Victoria Savannah Chelsea Lourdes Mercedes Madison April Dawn "
    "Carmen Dolores".split()
)


class Person(NamedTuple):
    """A person's name: words ``first`` (inclusive) to ``end`` (exclusive); gender ``f`` or ``m``."""

    first: int
    end: int
    gender: str
    full: bool


@lru_cache(maxsize=1)
def first_names() -> dict[str, str]:
    """First name -> ``f`` or ``m``."""
    data = tomllib.loads((_FOLDER / "first_names.toml").read_text(encoding="utf-8"))
    return {
        name: gender
        for key, gender in (("female", "f"), ("male", "m"))
        for names in data[key].values()
        for name in names.split()
    }


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """Masculine title -> feminine title."""
    data = tomllib.loads((_FOLDER / "titles.toml").read_text(encoding="utf-8"))
    table: dict[str, str] = data["titles"]
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
    if before is not None and before.kind == WORD and before.capitalised:
        # A middle name, or a word of another name: "Maison Blanche", "sergent Marine".
        if gender_of(before.text) or token.text in _WORDS_TOO:
            return None
    end = at + 1
    while end < len(words) and words[end].kind == WORD:
        following = words[end]
        if following.capitalised and following.text not in ("Il", "Elle"):
            end += 1
        elif following.norm == "." or (
            following.norm in _PARTICLES
            and end + 1 < len(words)
            and words[end + 1].capitalised
            and end > at
            and following.norm not in ("le", "la", "de")
        ):
            end += 1
        else:
            break
    if end == at + 1 and token.text in _WORDS_TOO:
        return None
    return Person(at, end, gender, end > at + 1)
