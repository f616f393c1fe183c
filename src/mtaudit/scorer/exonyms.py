"""Names that change between the languages, from ``names/exonyms.toml``: *Moscow* and *Moscou*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mtaudit.packs.tables import PAIR, load_table
from mtaudit.scorer.name_forms import Token, tokens
from mtaudit.scorer.number_words import Language


@dataclass(frozen=True, slots=True)
class KnownName:
    """A listed name found in a text.

    ``ids`` are the places in the list of all the entries it may stand for (*Georgia* may be two);
    ``kinds`` and ``kin`` are theirs. ``first`` and ``last`` are token numbers, ``last`` inclusive.
    """

    ids: frozenset[int]
    kinds: frozenset[str]
    kin: frozenset[str]
    adjective: bool
    start: int
    end: int
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Form:
    written: tuple[str, ...]
    folded: tuple[str, ...]
    entry: int
    kind: str
    kin: str
    adjective: bool


@cache
def _forms(language: Language, pair: str) -> dict[str, tuple[_Form, ...]]:
    """Every form by its first folded word, longest first."""
    key = "fr" if language == "french" else "en"
    by_first: dict[str, list[_Form]] = {}
    for number, entry in enumerate(load_table("names/exonyms.toml", pair)["name"]):
        for field, adjective in ((key, False), (f"{key}_adj", True)):
            for written in entry.get(field, ()):
                parts = tokens(written)
                if not parts:
                    continue
                form = _Form(
                    tuple(part.text for part in parts),
                    tuple(part.folded for part in parts),
                    number,
                    entry.get("kind", ""),
                    entry.get("kin", ""),
                    adjective,
                )
                by_first.setdefault(form.folded[0], []).append(form)
    return {
        first: tuple(sorted(forms, key=lambda form: -len(form.folded))) for first, forms in by_first.items()
    }


def _written_so(form: _Form, found: Sequence[Token]) -> bool:
    """Capitals where the form has them: *US* is not *us*; later words may do without (*guerre mondiale*)."""
    opened = False
    for wanted, token in zip(form.written, found, strict=True):
        if wanted.isupper() and not token.text.isupper():
            return False
        if wanted[0].isupper() and not opened:
            if not token.capital:
                return False
            opened = True
    return True


def find_known(text: str, language: Language, pair: str = PAIR) -> tuple[KnownName, ...]:
    """Find the listed names of a text, longest first, without overlaps.

    Args:
        text: One sentence, as written.
        language: ``french`` or ``english``: which forms to look for.
        pair: Folder of the pack.

    Returns:
        Names in the order of the text.
    """
    words = tokens(text)
    forms = _forms(language, pair)
    result: list[KnownName] = []
    place = 0
    while place < len(words):
        fitting: list[_Form] = []
        for form in forms.get(words[place].folded, ()):
            length = len(form.folded)
            if fitting and length < len(fitting[0].folded):
                break
            found = words[place : place + length]
            if tuple(token.folded for token in found) == form.folded and _written_so(form, found):
                fitting.append(form)
        if not fitting:
            place += 1
            continue
        last = place + len(fitting[0].folded) - 1
        start, end = words[place].start, words[last].end
        result.append(
            KnownName(
                frozenset(form.entry for form in fitting),
                frozenset(form.kind for form in fitting),
                frozenset(form.kin for form in fitting if form.kin),
                all(form.adjective for form in fitting),
                start,
                end,
                text[start:end],
                place,
                last,
            )
        )
        place = last + 1
    return tuple(result)
