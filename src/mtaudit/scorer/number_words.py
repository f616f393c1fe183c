"""Numbers written as words, in French and in English: *deux cent vingt et un*, *a hundred and five*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from mtaudit.packs.tables import load_table

Language = Literal["french", "english"]

_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number found in words: its value, place, and whether it only hints at a value.

    ``soft`` marks readings that may not be meant as numbers (*one*, *second*, *dozens*): they can
    confirm a number of the other language but never contradict one.
    """

    value: int
    start: int
    end: int
    ordinal: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language, from ``facts/numerals.toml``."""

    small: dict[str, int]
    ordinals: dict[str, int]
    multipliers: dict[str, int]
    soft: dict[str, int]
    ones: frozenset[str]
    link: str
    after_link: frozenset[str]
    words: frozenset[str]


def _by_word(table: dict[str, list[str]]) -> dict[str, int]:
    return {word: int(value) for value, words in table.items() for word in words}


@cache
def numerals(language: Language) -> Numerals:
    """The number words of a language of the pack."""
    data: dict[str, Any] = load_table("facts/numerals.toml")[language]
    ordinals = _by_word(data["ordinals"])
    if language == "french":
        ordinals |= {f"{word}s": value for word, value in ordinals.items()}
    small, multipliers, soft = (_by_word(data[part]) for part in ("small", "multipliers", "soft"))
    ones = frozenset(data["ones"])
    return Numerals(
        small=small,
        ordinals=ordinals,
        multipliers=multipliers,
        soft=soft,
        ones=ones,
        link=data["link"],
        after_link=frozenset(data.get("after_link", ())),
        words=frozenset({*small, *ordinals, *multipliers, *soft, *ones}),
    )


class _Builder:
    """The value of a number while its words come in one by one."""

    def __init__(self) -> None:
        self.total = 0  # finished millions and more
        self.group = 0  # finished thousands
        self.current = 0
        self.magnitude = 0
        self.started = False
        self.ended = False

    def add(self, value: int, language: Language) -> bool:
        """Add a word below 100; False when it cannot belong to the same number."""
        low = self.current % 100
        if self.ended or (self.started and self.value == 0):
            return False
        if low == 0 or (low >= 20 and low % 10 == 0 and 0 < value < 10):
            self.current += value
        elif language == "french" and low == 4 and value == 20:
            self.current += 76  # quatre-vingts
        elif language == "french" and low in (60, 80) and 10 <= value < 20:
            self.current += value  # soixante-dix, quatre-vingt-onze
        elif language == "french" and low == 10 and 7 <= value < 10:
            self.current += value  # dix-sept
        else:
            return False
        self.started = True
        return True

    def multiply(self, factor: int) -> bool:
        """Apply *cent*, *mille*, *million* ...; False when it cannot belong to the same number."""
        if self.ended or (self.magnitude and factor >= self.magnitude):
            return False
        if factor <= 100:
            if self.current >= 100:
                return False
            self.current = max(self.current, 1) * factor
        elif factor == 1000:
            if self.group:
                return False
            self.group, self.current = max(self.current, 1) * 1000, 0
        else:
            self.total += max(self.group + self.current, 1) * factor
            self.group = self.current = 0
            self.magnitude = factor
        self.started = True
        return True

    @property
    def value(self) -> int:
        """The number so far."""
        return self.total + self.group + self.current


def _link_allowed(table: Numerals, before: str, after: str) -> bool:
    if table.after_link:
        return after in table.after_link and table.small.get(before, 0) >= 20
    return before in table.multipliers and (after in table.small or after in table.ordinals)


def _read(
    tokens: list[tuple[str, int, int]], text: str, first: int, language: Language
) -> tuple[int, _Builder]:
    """Take in words from ``first`` on; return the place after the last word used, and the value."""
    table = numerals(language)
    builder = _Builder()
    cursor = first
    while cursor < len(tokens):
        word = tokens[cursor][0]
        if cursor > first and text[tokens[cursor - 1][2] : tokens[cursor][1]] not in (" ", "-", "- ", "  "):
            break
        if word == table.link and builder.started:
            after = tokens[cursor + 1][0] if cursor + 1 < len(tokens) else ""
            if not _link_allowed(table, tokens[cursor - 1][0], after):
                break
            if text[tokens[cursor][2] : tokens[cursor + 1][1]] not in (" ", "-"):
                break
            step = 2
            word = after
        else:
            step = 1
        if word in table.ordinals:
            if not builder.add(table.ordinals[word], language):
                break
            builder.ended = True
        elif word in table.multipliers:
            if not builder.multiply(table.multipliers[word]):
                break
        elif word in table.small or (word in table.ones and cursor == first):
            if not builder.add(table.small.get(word, 1), language):
                break
        else:
            break
        cursor += step
    return cursor, builder


def find_spoken(text: str, language: Language) -> Iterator[Spoken]:
    """Yield the numbers written as words, left to right.

    Args:
        text: Lower-cased text (same length as the original, so the offsets hold there).
        language: Whose number words to read.

    Yields:
        Numbers with half-open offsets. An article (*un*, *a*) is no number unless a multiplier
        follows (*un million*); a bare English *one* is soft.
    """
    table = numerals(language)
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    place = 0
    while place < len(tokens):
        word, start, end = tokens[place]
        if word not in table.words:
            place += 1
            continue
        if word in table.soft:
            yield Spoken(table.soft[word], start, end, soft=True)
            place += 1
            continue
        after, builder = _read(tokens, text, place, language)
        if after == place:
            place += 1
            continue
        last = tokens[after - 1][2]
        alone = after == place + 1
        if not (alone and word in table.ones and word != "one"):
            hinting = word in table.ones or (builder.ended and builder.value <= 4)
            soft = "dozen" in text[start:last] or (alone and (hinting or _vague(word, table, language)))
            yield Spoken(builder.value, start, last, ordinal=builder.ended, soft=soft)
        place = after


def _vague(word: str, table: Numerals, language: Language) -> bool:
    """A multiplier with no number before it (*des millions*), or a homograph (*neuf*: nine or new)."""
    if language == "french":
        return word == "neuf" or table.multipliers.get(word, 0) > 1000
    return word in table.multipliers
