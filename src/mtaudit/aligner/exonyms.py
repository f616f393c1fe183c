"""The table of names that French and English write differently, read once from ``exonyms.toml``."""

from __future__ import annotations

import itertools
import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources

_OPTIONAL = re.compile(r"\(([^)]*)\)")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower-case a word and drop accents and full stops: ``É.-U.`` becomes ``e-u``."""
    bare = unicodedata.normalize("NFD", word.replace(".", ""))
    return "".join(char for char in bare if not unicodedata.combining(char)).lower()


def case_of(form: str) -> str:
    """``caps`` for a word in capitals, ``title`` for a capitalised one, else ``lower``."""
    letters = [char for char in form if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return "caps"
    return "title" if letters and letters[0].isupper() else "lower"


@cache
def exonyms() -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Forms by their folded words, each with (case that the form asks for, canonical name)."""
    raw = resources.files("mtaudit.aligner").joinpath("exonyms.toml").read_text(encoding="utf-8")
    table: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for names in tomllib.loads(raw).values():
        for canonical, forms in names.items():
            for form in itertools.chain.from_iterable(map(_spelled_out, forms)):
                entry = (case_of(form), f"={canonical}")
                found = table.setdefault(tuple(fold(form).split()), [])
                if entry not in found:
                    found.append(entry)
    return {words: tuple(found) for words, found in table.items()}


@cache
def _longest_by_first() -> dict[str, int]:
    longest: dict[str, int] = {}
    for words in exonyms():
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def longest_from(word: str) -> int:
    """How many words the longest form that begins with ``word`` has; 0 if none does."""
    return _longest_by_first().get(fold(word), 0)


def canonical_name(words: tuple[str, ...]) -> str | None:
    """Look up a run of words as they stand in the text.

    Args:
        words: One word or more.

    Returns:
        The canonical name, starting with ``=``, or None when the table doesn't have the run
        or has it only with capitals that the text lacks.
    """
    found = exonyms().get(tuple(map(fold, words)))
    if found is None:
        return None
    have = case_of(words[0])
    for wanted, canonical in found:
        if wanted in ("lower", have) or (wanted == "title" and have == "caps"):
            return canonical
    return None


def _spelled_out(form: str) -> list[str]:
    """Every reading of the brackets: ``a(b)(c)`` gives a, ac, ab and abc."""
    parts = _OPTIONAL.split(form)
    choices = [(part,) if place % 2 == 0 else ("", part) for place, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]
