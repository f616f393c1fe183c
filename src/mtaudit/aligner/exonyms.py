"""The pack's table of names that French and English write differently, as the aligner needs it."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from mtaudit.packs.tables import load_table


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
    table: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for entry in load_table("names/exonyms.toml")["name"]:
        canonical = f"={entry['en'][0]}"
        for field in ("en", "fr", "en_adj", "fr_adj"):
            for form in entry.get(field, ()):
                # French writes its adjectives small and English with a capital: both are one name.
                case = "lower" if field == "fr_adj" else case_of(form)
                found = table.setdefault(tuple(fold(form).split()), [])
                if (case, canonical) not in found:
                    found.append((case, canonical))
    calendar = load_table("facts/calendar.toml")
    for entry in (*calendar["weekday"], *calendar["month"]):
        for form in (*entry["fr"], *(word.capitalize() for word in entry["en"])):
            table.setdefault((fold(form),), []).append((case_of(form), f"={entry['en'][0]}"))
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
