"""Names that lost a letter on the way: "Jančura" that became "Janura", "Lluís" that became "Lluos".

Engines that do not know an accented letter drop it or guess. The English source still has the
name, so a French word with the same letters in the same order, but for the accented ones, is
that name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.tokens import WORD

_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: A guess puts at most this many signs where one letter was.
_GUESS = r"[\w'’-]{0,2}"
_SHORTEST = 3


@detector("NAM030")
def mangled_names(context: SentenceContext) -> Iterator[Hit]:
    """Finds names of the true source that stand in the French with an accented letter lost."""
    if not context.english.is_source:
        return
    names = [
        name
        for text in context.english.texts
        for name in _NAME.findall(text)
        if name[:1].isupper() and not name.isascii() and len(name) >= _SHORTEST
    ]
    if not names:
        return
    for token in context.tokens:
        if token.kind != WORD or not token.capitalised or len(token.text) < _SHORTEST:
            continue
        if any(_bare(token.text) == _bare(name) for name in names) or token.norm in context.lexicon:
            continue
        for name in names:
            if _mangled(name).fullmatch(token.text):
                yield Hit("NAM030", token.start, token.end, (name,), name)
                break


@lru_cache(maxsize=4096)
def _mangled(name: str) -> re.Pattern[str]:
    """What a name may look like when its accented letters are lost."""
    return re.compile("".join(re.escape(letter) if letter.isascii() else _GUESS for letter in name))


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).lower()
