"""From lemmas in a pattern to the set of forms they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mtaudit.detector.patterns.syntax import FEATURES, LemmaRef
from mtaudit.text.inflection import CLOSED, Paradigms, regular

#: form -> its codes (see mtaudit.text.inflection).
FormTable = dict[str, list[str]]


class UnknownLemma(ValueError):
    """A lemma that the lexicon does not know and whose part of speech is not given."""


def expand(ref: LemmaRef, paradigms: Paradigms) -> FormTable:
    """All forms that ``ref`` stands for, with their codes, narrowed by its features.

    Raises:
        UnknownLemma: The lexicon has no such lemma and the pattern names no part of speech.
        ValueError: No form has the features asked for.
    """
    table: FormTable = {}
    for lemma in ref.lemmas:
        for pos, forms in _paradigms_of(lemma, ref.pos, paradigms):
            for form, codes in forms.items():
                kept = [code for code in codes if _has_features(pos, code, ref.features)]
                if kept or not codes:
                    known = table.setdefault(form, [])
                    known.extend(code for code in kept if code not in known)
    if not table:
        raise ValueError(f"no form of '{'|'.join(ref.lemmas)}' has the features {'.'.join(ref.features)}")
    return table


def _paradigms_of(
    lemma: str, pos: str | None, paradigms: Paradigms
) -> Iterable[tuple[str, Mapping[str, list[str]]]]:
    if pos is None and lemma in CLOSED:
        return [("a", {form: codes.split() for form, codes in CLOSED[lemma].items()})]
    found = [
        (each, forms)
        for each in ((pos,) if pos else ("v", "n", "a"))
        if (forms := paradigms.forms(lemma, each)) is not None
    ]
    if found:
        return found
    if pos is None:
        raise UnknownLemma(f"'{lemma}' is not in the lexicon; write <{lemma}:n>, <{lemma}:v> or <{lemma}:a>")
    return [(pos, regular(lemma, pos))]


def _has_features(pos: str, code: str, features: tuple[str, ...]) -> bool:
    moods = "".join(FEATURES["v"][name] for name in features if name in FEATURES["v"])
    if moods and code[0] not in moods:
        return False
    rest = code[1:] if pos == "v" else code
    return all(name in rest for name in features if name not in FEATURES["v"])
