"""When two spellings are one name: *Gorbatchev* and *Gorbachev*, *Koursk* and *Kursk*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.packs.tables import word_set
from mtaudit.scorer.normal import fold, normalise

_TOKEN = re.compile(r"[^\W\d_]+")

#: What French and English write differently for one sound, applied in this order to both.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^i(?=[aeou])", "y"),
        (r"^y(?=e)", ""),
        (r"tsch|tch|sch|sh|ch", "x"),
        (r"shch|xx", "x"),
        (r"ou|oo|ow", "u"),
        (r"ph|ff", "f"),
        (r"ck|qu|kh|q|c(?![eiyx])|cc", "k"),
        (r"c", "s"),
        (r"gh|gu(?=[ei])", "g"),
        (r"dj|dzh|zh", "j"),
        (r"w", "v"),
        (r"th", "t"),
        (r"h", ""),
        (r"z", "s"),
        (r"iy|yi|ij|ii|ie$|ey$|ee$|y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[a-z]{3})(?:e|ou)$", ""),
        (r"ef$|ev$|ov$|of$", "v"),
    )
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, folded (lower case, no accents), and its place."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into words at everything that is no letter (apostrophes and hyphens too)."""
    plain = normalise(text)
    return tuple(Token(found.group(), fold(found.group()), *found.span()) for found in _TOKEN.finditer(plain))


@lru_cache(maxsize=16384)
def skeleton(folded: str) -> str:
    """Reduce a folded name to what survives a change of transliteration."""
    result = folded
    for pattern, replacement in _SOUNDS:
        result = pattern.sub(replacement, result)
    return result or folded


def _distance(first: str, second: str, limit: int) -> int:
    """Levenshtein distance, or ``limit + 1`` as soon as it must be larger."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    previous = list(range(len(second) + 1))
    for row, left in enumerate(first, 1):
        current = [row]
        for column, right in enumerate(second, 1):
            change = previous[column - 1] + (left != right)
            current.append(min(change, previous[column] + 1, current[column - 1] + 1))
        if min(current) > limit:
            return limit + 1
        previous = current
    return previous[-1]


@lru_cache(maxsize=65536)
def similar(first: str, second: str) -> bool:
    """Whether two folded words are one name in two spellings.

    One edit is forgiven from 5 letters on, two from 8; a shared beginning of at least 4 letters that
    makes up most of the shorter word counts too (*Américains*, *American*).
    """
    if first == second:
        return True
    left, right = skeleton(first), skeleton(second)
    if left == right:
        return True
    shorter = min(len(left), len(right))
    if shorter < 4:
        return False
    limit = 2 if shorter >= 8 else 1 if shorter >= 5 else 0
    if limit and _distance(left, right, limit) <= limit:
        return True
    common = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        common += 1
    return common >= max(4, 0.7 * shorter)


def given_names() -> frozenset[str]:
    """Common given names, folded: beside one of them a family name stands."""
    return word_set("names/given_names.toml", "names")
