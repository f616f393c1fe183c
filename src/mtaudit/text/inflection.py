"""Paradigms: every form of a lemma with what it expresses, and regular ones for new words.

A form's *code* is a short string. Verbs: mood-tense letter, person, number ("P3s" present
indicative third singular; I imperfect, F future, C conditional, J simple past, S subjunctive,
T imperfect subjunctive, Y imperative), "W" infinitive, "G" present participle, "K" + gender +
number past participle. Nouns, adjectives and determiners: gender + number ("fs").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mtaudit.text.lexicon import Lexicon

#: code -> form for generation; the reverse may be ambiguous (``P1s`` and ``P3s`` share a form).
Paradigm = dict[str, str]

_VERB_CODE = re.compile(r"(?P<moods>[PIFCJSTYK]+)(?P<persons>[123]*)(?P<gender>[mf]?)(?P<number>[sp]?)")

CLOSED: dict[str, dict[str, str]] = {
    "le": {"le": "ms", "la": "fs", "l'": "ms fs", "les": "mp fp"},
    "un": {"un": "ms", "une": "fs", "des": "mp fp"},
    "du": {"du": "ms", "des": "mp fp"},
    "au": {"au": "ms", "aux": "mp fp"},
    "ce": {"ce": "ms", "cet": "ms", "cette": "fs", "ces": "mp fp"},
    "mon": {"mon": "ms fs", "ma": "fs", "mes": "mp fp"},
    "ton": {"ton": "ms fs", "ta": "fs", "tes": "mp fp"},
    "son": {"son": "ms fs", "sa": "fs", "ses": "mp fp"},
    "notre": {"notre": "ms fs", "nos": "mp fp"},
    "votre": {"votre": "ms fs", "vos": "mp fp"},
    "leur": {"leur": "ms fs", "leurs": "mp fp"},
    "de": {"de": "", "d'": ""},
    "que": {"que": "", "qu'": ""},
    "se": {"se": "", "s'": ""},
    "ne": {"ne": "", "n'": ""},
    "me": {"me": "", "m'": ""},
    "te": {"te": "", "t'": ""},
    "je": {"je": "", "j'": ""},
    "si": {"si": "", "s'": ""},
    "lorsque": {"lorsque": "", "lorsqu'": ""},
    "puisque": {"puisque": "", "puisqu'": ""},
    "jusque": {"jusque": "", "jusqu'": ""},
}


def codes(pos: str, morph: str) -> list[str]:
    """Spells out a Lefff code: ``PS13s`` -> P1s, P3s, S1s, S3s; ``s`` (noun) -> ms, fs."""
    if pos != "v":
        if morph.startswith("K"):
            morph = morph[1:]
        genders = [letter for letter in morph if letter in "mf"] or ["m", "f"]
        numbers = [letter for letter in morph if letter in "sp"] or ["s", "p"]
        return [gender + number for gender in genders for number in numbers]
    if morph in ("W", "G"):
        return [morph]
    match = _VERB_CODE.fullmatch(morph)
    if match is None:
        return []
    if "K" in match["moods"]:
        return [
            f"K{gender}{number}"
            for gender in (match["gender"] or "mf")
            for number in (match["number"] or "sp")
        ]
    return [
        mood + person + (match["number"] or "s")
        for mood in match["moods"]
        for person in match["persons"] or "3"
    ]


class Paradigms:
    """The forms of a set of lemmas, gathered in one pass over the lexicon."""

    def __init__(self, lexicon: Lexicon, wanted: Iterable[str]) -> None:
        names = set(wanted)
        self._forms: dict[tuple[str, str], dict[str, list[str]]] = {}
        for form, pos, lemma, morph in lexicon.lines():
            if lemma in names and pos in ("v", "n", "a"):
                if pos == "a" and morph.startswith("K"):
                    continue  # the verb's own entry has the participle
                found = self._forms.setdefault((lemma, pos), {}).setdefault(form, [])
                for code in codes(pos, morph):
                    if code not in found:
                        found.append(code)
        # Lefff files feminine nouns of function under the masculine ("présidente" under "président").

    def forms(self, lemma: str, pos: str) -> Mapping[str, list[str]] | None:
        """Form -> codes of a lemma, or None where the lexicon does not have it."""
        return self._forms.get((lemma, pos))


def regular(lemma: str, pos: str) -> dict[str, list[str]]:
    """The regular paradigm of a word that the lexicon does not have (*retweeter*, *podcast*).

    Args:
        lemma: Infinitive, or singular (masculine) form.
        pos: ``v``, ``n`` or ``a``.

    Raises:
        ValueError: A verb that does not end in -er: only those are formed anew in French.
    """
    if pos == "v":
        return _regular_verb(lemma)
    forms: dict[str, list[str]] = {}
    if pos == "n":
        plural = lemma if lemma[-1] in "sxz" else _plural(lemma)
        # The gender of an unknown noun is unknown: both are given.
        for form, number in ((lemma, "s"), (plural, "p")):
            forms.setdefault(form, []).extend(["m" + number, "f" + number])
        return forms
    feminine = _feminine(lemma)
    for form, code in (
        (lemma, "ms"),
        (_plural(lemma), "mp"),
        (feminine, "fs"),
        (_plural(feminine), "fp"),
    ):
        forms.setdefault(form, []).append(code)
    return forms


def _plural(word: str) -> str:
    if word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    if word.endswith(("eau", "eu")):
        return word + "x"
    return word + "s"


def _feminine(word: str) -> str:
    for ending, feminine in (
        ("e", "e"),
        ("eux", "euse"),
        ("if", "ive"),
        ("el", "elle"),
        ("en", "enne"),
        ("er", "ère"),
        ("teur", "trice"),
    ):
        if word.endswith(ending):
            return word[: -len(ending)] + feminine
    return word + "e"


_ENDINGS = {
    "P": ("e", "es", "e", "ons", "ez", "ent"),
    "I": ("ais", "ais", "ait", "ions", "iez", "aient"),
    "F": ("erai", "eras", "era", "erons", "erez", "eront"),
    "C": ("erais", "erais", "erait", "erions", "eriez", "eraient"),
    "J": ("ai", "as", "a", "âmes", "âtes", "èrent"),
    "S": ("e", "es", "e", "ions", "iez", "ent"),
    "T": ("asse", "asses", "ât", "assions", "assiez", "assent"),
}
_PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")


def _regular_verb(lemma: str) -> dict[str, list[str]]:
    if not lemma.endswith("er"):
        raise ValueError(f"'{lemma}' is not in the lexicon and is no regular -er verb")
    stem = lemma[:-2]
    forms: dict[str, list[str]] = {lemma: ["W"]}

    def add(ending: str, code: str) -> None:
        # "mangeons", "plaçait": the consonant keeps its sound before a and o.
        soft = {"g": "ge", "c": "ç"}.get(stem[-1]) if ending[0] in "aâo" else None
        form = (stem[:-1] + soft if soft else stem) + ending
        forms.setdefault(form, []).append(code)

    for mood, endings in _ENDINGS.items():
        for person, ending in zip(_PERSONS, endings, strict=True):
            add(ending, mood + person)
    add("e", "Y2s")
    add("ons", "Y1p")
    add("ez", "Y2p")
    add("ant", "G")
    for ending, code in (("é", "Kms"), ("ée", "Kfs"), ("és", "Kmp"), ("ées", "Kfp")):
        add(ending, code)
    return forms


def generator(forms: Mapping[str, Iterable[str]]) -> Paradigm:
    """Turns form -> codes into code -> form; where two forms share a code, the first in order wins."""
    table: Paradigm = {}
    for form, form_codes in forms.items():
        for code in form_codes:
            table.setdefault(code, form)
    return table
