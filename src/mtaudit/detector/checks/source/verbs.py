"""Pairs a French verb with the one English verb of the source that it can stand for.

Verbs that look alike are paired by their spelling (*confirmer*, "confirm"), others by the pack's
table. A pair counts only where the English has exactly one form of exactly that verb: a sentence
that says "won" and "wins" settles nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mtaudit.packs.tables import load_table

_TOKEN = re.compile(r"n't|'[a-z]+|[a-z]+(?:-[a-z]+)*|\d+(?:[.,]\d+)*|[,.;:]")
#: After these a form in -ed or an irregular one is a participle or an infinitive, no past.
_AUXILIARIES = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "'s",
        "'re",
        "has",
        "have",
        "had",
        "having",
        "'ve",
        "get",
        "got",
        "gets",
        "to",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
        "shall",
        "did",
        "do",
        "does",
        "'ll",
        "'d",
    ]
)
_BETWEEN = frozenset(
    ["also", "not", "n't", "never", "still", "already", "only", "now", "then", "all", "both", "just"]
)
#: The shortest infinitive whose spelling is trusted.
_LIKENESS = 7


class Counterpart(NamedTuple):
    """The English form behind a French verb.

    Attributes:
        form: The form in lower case.
        kind: ``past`` (finite), ``present`` (third person), ``base``, ``ing`` or ``participle``.
        before: The token before it, adverbs passed over; empty at the beginning.
        after: The token after it; empty at the end.
    """

    form: str
    kind: str
    before: str
    after: str


class _Forms(NamedTuple):
    base: str
    third: str
    ing: str
    past: str
    participle: str


@lru_cache(maxsize=256)
def tokens(english: str) -> tuple[str, ...]:
    """English words, numbers and marks in lower case; "didn't" is two."""
    return tuple(_TOKEN.findall(re.sub(r"n't\b", " n't", english.lower())))


@lru_cache(maxsize=4096)
def english_verbs(lemma: str) -> tuple[str, ...]:
    """English verbs that a French infinitive may stand for, by table and by likeness."""
    listed = load_table("words/verb_pairs.toml")["pairs"].get(lemma, "").split()
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", lemma) if not unicodedata.combining(letter)
    )
    alike: list[str] = []
    if len(plain) >= _LIKENESS and plain.endswith("er"):
        stem = plain[:-2]
        alike = [stem, stem + "e", stem + "ate"]
        if stem.endswith("iqu"):
            alike.append(stem[:-3] + "icate")
        if stem.endswith("is"):
            alike += [stem[:-2] + "ize", stem[:-2] + "ise"]
        if stem.endswith("ifi"):
            alike.append(stem[:-1] + "y")
    return tuple(dict.fromkeys([*listed, *alike]))


@lru_cache(maxsize=4096)
def _forms(verb: str) -> _Forms:
    consonant_y = re.search(r"[^aeiou]y$", verb) is not None
    third = (
        verb[:-1] + "ies" if consonant_y else verb + ("es" if re.search(r"(?:s|sh|ch|x|o)$", verb) else "s")
    )
    irregular = load_table("words/verb_pairs.toml")["irregular"].get(verb)
    if irregular:
        past, participle = irregular.split()
    else:
        past = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if consonant_y else verb + "ed"
        participle = past
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    ing = past.removesuffix("ed") + "ing" if past.endswith("pped") else stem + "ing"
    return _Forms(verb, third, ing, past, participle)


def counterpart(lemma: str, english: str) -> Counterpart | None:
    """The one form of the source that a French verb can stand for, or None where none or several can."""
    said = tokens(english)
    places: dict[int, _Forms] = {}
    for verb in english_verbs(lemma):
        forms = _forms(verb)
        for place, token in enumerate(said):
            if token in forms:
                places.setdefault(place, forms)
    if len(places) != 1:
        return None
    place, forms = places.popitem()
    return _described(said, place, forms)


def _described(said: Sequence[str], place: int, forms: _Forms) -> Counterpart:
    form = said[place]
    before = place - 1
    while before >= 0 and (said[before] in _BETWEEN or said[before].endswith("ly")):
        before -= 1
    earlier = said[before] if before >= 0 else ""
    after = said[place + 1] if place + 1 < len(said) else ""
    if form == forms.past and form != forms.base:
        kind = "participle" if earlier in _AUXILIARIES else "past"
    elif form == forms.third:
        kind = "present"
    elif form == forms.base:
        kind = "base"
    else:
        kind = "ing" if form == forms.ing else "participle"
    return Counterpart(form, kind, earlier, after)
