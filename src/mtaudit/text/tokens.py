"""Words, numbers, quotes and punctuation of a sentence, with their offsets.

Analysis runs on a normalised copy in which every character keeps its place: typographic
apostrophes, hyphens and spaces are folded one for one, so an offset found in a token holds in
the text as it was read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_FOLD = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‛": "'",
        "′": "'",
        "‐": "-",
        "‑": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
    }
)

WORD = "word"
NUMBER = "number"
QUOTE = "quote"
PUNCT = "punct"

# A subject or object pronoun hung on a verb: "a-t-il", "dit-elle", "faites-le".
_PRONOUN = r"(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|le|la|les|lui|leur|moi|toi|en|y)(?![\w'-])"
# Words that only look like a verb with a pronoun.
_WHOLE = r"rendez-vous|garde-le|va-t-en-guerre|chez-soi|main-forte|tout-en-un|m'as-tu-vu|qu'en-dira-t-on"

_LETTER = r"[^\W\d_]"
_MARKS = r"\u0300-\u036f\u00ad"
_TOKEN = re.compile(
    rf"""
    (?P<url>(?:https?://|www\.)\S+|[@\#]\w+)
  | (?P<number>\d{{1,3}}(?:[ ]\d{{3}})+(?:,\d+)?(?!\d)|\d+(?:[.,:]\d+)*(?:er|re|ère|e|ème|nd|nde|h\d\d|h)?(?!\w)|\d+)
  | (?P<elided>(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[\w"«“]))
  | (?P<whole>(?:{_WHOLE})(?![\w-]))
  | (?P<clitic>(?<=\w)-{_PRONOUN})
  | (?P<word>[\w]+[{_MARKS}]*(?:[\w{_MARKS}]|['](?={_LETTER})|[.](?={_LETTER}[.])|-(?={_LETTER}|\d)(?!{_PRONOUN}))*)
  | (?P<quote>["“”„‟«»‹›]|'(?!\w)|(?<!\w)')
  | (?P<punct>\.\.\.|[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Token(NamedTuple):
    """One token.

    Attributes:
        text: The characters as they stand in the document.
        norm: Lower-case, NFC, straight apostrophes: what patterns are compared with.
        start: First code point in the document.
        end: One past the last.
        kind: ``word``, ``number``, ``quote`` or ``punct``.
    """

    text: str
    norm: str
    start: int
    end: int
    kind: str

    @property
    def capitalised(self) -> bool:
        """Whether the first character is upper case."""
        return self.text[:1].isupper()


def fold(text: str) -> str:
    """Returns ``text`` with apostrophes, hyphens and spaces folded one for one (same length)."""
    return text.translate(_FOLD)


def tokenise(text: str, offset: int = 0) -> list[Token]:
    """Splits a sentence into tokens.

    Args:
        text: The sentence.
        offset: The place of its first character in the document; added to every offset.

    Returns:
        Tokens in order; white space is in none of them.
    """
    folded = fold(text)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        group = match.lastgroup
        if group == "number":
            kind = NUMBER
        elif group == "quote":
            kind = QUOTE
        elif group == "punct":
            kind = PUNCT
        else:
            kind = WORD
        raw = folded[start:end]
        norm = unicodedata.normalize("NFC", raw.lower()).replace("\u00ad", "")
        tokens.append(Token(text[start:end], norm, start + offset, end + offset, kind))
    return tokens
