"""The finite verb of a clause that begins at a given word, where it is plain to see."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    adjective_cells,
    kinds,
    noun_after,
    noun_cells,
    word_list,
)
from mtaudit.detector.patterns.classes import is_name
from mtaudit.text.inflection import codes
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import NUMBER, WORD, Token

PRONOUN_SUBJECTS = word_list(
    "je j' tu il elle on nous vous ils elles ce c' cela ça celui-ci celle-ci ceux-ci celles-ci"
)
_CLITICS = word_list("ne n' me m' te t' se s' le la l' les lui leur nous vous y en")
_PREPOSITIONS = word_list("de d' du des à au aux en")


@lru_cache(maxsize=65536)
def moods(lexicon: Lexicon, form: str) -> frozenset[str]:
    """Mood and tense letters ``form`` can have as a finite verb (P I F C J S T); Y, W, G, K left out."""
    return frozenset(
        code[0]
        for reading in lexicon.readings(form)
        if reading.pos == "v"
        for code in codes("v", reading.morph)
        if code[0] in "PIFCJST"
    )


def clause_verb(lexicon: Lexicon, words: Sequence[Token], at: int) -> int | None:
    """The place of the finite verb of the clause whose subject begins at ``at``.

    The subject is a pronoun, a name or a noun phrase with at most one complement of names and
    nouns; None where it is anything else.
    """
    place = _past_subject(lexicon, words, at)
    # "Poutine et l'envoyé américain": as many subjects as are joined.
    while place is not None and place + 1 < len(words) and words[place].norm in ("et", "ou", "ni"):
        place = _past_subject(lexicon, words, place + 1)
    if place is None:
        return None
    while place < len(words) and words[place].norm in _CLITICS:
        place += 1
    if place < len(words) and words[place].kind == WORD and moods(lexicon, words[place].norm):
        return place
    return None


def _past_subject(lexicon: Lexicon, words: Sequence[Token], at: int) -> int | None:
    if at >= len(words):
        return None
    token = words[at]
    if token.norm in PRONOUN_SUBJECTS:
        return at + 1
    if is_name(token, at, lexicon) and token.kind == WORD:
        return _past_names(lexicon, words, at)
    if token.norm not in DETERMINERS:
        return None
    noun = noun_after(lexicon, words, at, sure=True)
    if noun is None:
        if at + 1 < len(words) and words[at + 1].kind == WORD and words[at + 1].capitalised:
            return _past_names(lexicon, words, at + 1)
        return None
    place = noun + 1
    while place < len(words) and _epithet(lexicon, words[place]):
        place += 1
    if place < len(words) and words[place].norm in _PREPOSITIONS:
        inner = place + 1
        if inner < len(words) and words[inner].norm in DETERMINERS:
            inner += 1
        if inner < len(words) and words[inner].capitalised:
            place = _past_names(lexicon, words, inner)
            while place < len(words) and _epithet(lexicon, words[place]):
                place += 1  # "des Affaires étrangères"
            return place
        if inner < len(words) and noun_cells(lexicon, words[inner].norm):
            place = inner + 1
            while place < len(words) and _epithet(lexicon, words[place]):
                place += 1
            return place
        return None
    while place < len(words) and words[place].capitalised and words[place].kind == WORD:
        place += 1
    return place


def _past_names(lexicon: Lexicon, words: Sequence[Token], at: int) -> int:
    place = at
    while place < len(words):
        token = words[place]
        following = words[place + 1] if place + 1 < len(words) else None
        if (token.kind in (WORD, NUMBER) and (token.capitalised or token.kind == NUMBER)) or (
            token.norm in ("et", "de", "du", "des", "d'", "-", "l'")
            and following is not None
            and following.capitalised
        ):
            place += 1
        else:
            break
    return place


def _epithet(lexicon: Lexicon, token: Token) -> bool:
    return (
        token.kind == WORD
        and bool(adjective_cells(lexicon, token.norm))
        and not kinds(lexicon, token.norm) & {"fin", "adv", "prep", "det"}
    )
