"""Anchors: the names, numbers and quotations that survive translation and tie two sentences together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mtaudit.aligner.exonyms import canonical_name, fold, longest_from

#: A word, with inner hyphens, apostrophes and dots; or a number with its separators.
_TOKEN = re.compile(
    r"(?P<number>(?:\d{1,3}(?:[., \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_][^\W_]*(?:[-’'.][^\W\d_]+)*)"
)
_ELISION = re.compile(r"^(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=.)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")
_QUOTED = re.compile(r"“([^”“]+)”|«\s*([^»«]+?)\s*»|\"([^\"]+)\"|„([^“„]+)“")

#: Number words by value. *Un*, *une*, *one* and *second* are left out: they are articles, pronouns, units.
_NUMBER_WORDS: dict[str, str] = {
    word: str(value)
    for value, words in {
        2: "deux two",
        3: "trois three",
        4: "quatre four",
        5: "cinq five",
        6: "six",
        7: "sept seven",
        8: "huit eight",
        9: "neuf nine",
        10: "dix ten",
        11: "onze eleven",
        12: "douze twelve dozen douzaine",
        13: "treize thirteen",
        14: "quatorze fourteen",
        15: "quinze fifteen",
        16: "seize sixteen",
        17: "dix-sept seventeen",
        18: "dix-huit eighteen",
        19: "dix-neuf nineteen",
        20: "vingt twenty",
        30: "trente thirty",
        40: "quarante forty",
        50: "cinquante fifty",
        60: "soixante sixty",
        70: "soixante-dix seventy",
        80: "quatre-vingt quatre-vingts eighty",
        90: "quatre-vingt-dix ninety",
        100: "cent cents hundred hundreds centaine centaines",
        1000: "mille thousand thousands millier milliers",
        1000000: "million millions",
        1000000000: "milliard milliards billion billions",
    }.items()
    for word in words.split()
}

#: Spellings that French and English transliterate differently, folded to one.
_SKELETON: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"tch", "ch"),
        (r"dj", "j"),
        (r"ou", "u"),
        (r"kh", "k"),
        (r"ck", "k"),
        (r"[yj]", "i"),
        (r"w", "v"),
        (r"(.)\1", r"\1"),
        (r"(?<=...)(?:e|es|s)$", ""),
    )
)


@dataclass(frozen=True, slots=True)
class Anchors:
    """What ties one sentence to another.

    ``names`` are surely names; ``maybe`` holds the first word of a sentence or quotation, whose
    capital may mean nothing. ``numbers`` are plain decimals such as ``2024`` or ``3.5``.
    """

    names: frozenset[str]
    maybe: frozenset[str]
    numbers: frozenset[str]
    quotes: tuple[str, ...]


@cache
def skeleton(name: str) -> str:
    """Reduce a name to what French and English spellings share: Poutine and Putin give ``putin``."""
    bare = fold(name).replace("-", "").replace("'", "").replace("’", "")
    for pattern, new in _SKELETON:
        bare = pattern.sub(new, bare)
    return bare


def quotes_in(text: str) -> tuple[str, ...]:
    """The stretches between quotation marks, curly, straight or French, without the marks."""
    return tuple(next(group for group in found.groups() if group).strip() for found in _QUOTED.finditer(text))


def anchors_of(text: str) -> Anchors:
    """Collect the anchors of a French or English sentence.

    Args:
        text: One sentence.

    Returns:
        Its anchors, folded so that equal anchors are equal strings in both languages.
    """
    words: list[str] = []
    firsts: list[bool] = []
    numbers: set[str] = set()
    end = 0
    for token in _TOKEN.finditer(text):
        if token["number"]:
            numbers.add(_decimal(token["number"]))
        else:
            word = _POSSESSIVE.sub("", _ELISION.sub("", token["word"]))
            gap = text[end : token.start()]
            words.append(word)
            firsts.append(not words[:-1] or any(mark in gap for mark in '.!?:“"«…'))
            if (value := _NUMBER_WORDS.get(fold(word))) is not None:
                numbers.add(value)
        end = token.end()
    names, maybe = _names(words, firsts)
    return Anchors(frozenset(names), frozenset(maybe - names), frozenset(numbers), quotes_in(text))


def _names(words: list[str], firsts: list[bool]) -> tuple[set[str], set[str]]:
    names: set[str] = set()
    maybe: set[str] = set()
    place = 0
    while place < len(words):
        for length in range(min(longest_from(words[place]), len(words) - place), 0, -1):
            canonical = canonical_name(tuple(words[place : place + length]))
            if canonical is not None:
                names.add(canonical)
                place += length
                break
        else:
            word = words[place]
            if word[0].isupper() and len(word) > 1:
                (maybe if firsts[place] else names).add(skeleton(word))
            place += 1
    return names, maybe


def _decimal(number: str) -> str:
    """Write a number the same whatever its separators: 1 234,5 and 1,234.5 give ``1234.5``."""
    whole = re.sub(r"[., \u00a0\u2009\u202f](?=\d{3}(?:\D|$))", "", number)
    plain = whole.replace(",", ".")
    head, _, tail = plain.rpartition(".")
    return f"{head.replace('.', '')}.{tail}".rstrip("0").rstrip(".") if head else plain
