"""Words that no list has, but that are made as French makes them: *murcienne*, *curatorial*, *somniloquie*."""

from __future__ import annotations

import re
import unicodedata

from mtaudit.detector.context import SentenceContext
from mtaudit.text.frequency import zipf

#: Endings of one learned word in English and in French, the French one as a pattern.
_PAIRS: tuple[tuple[str, str], ...] = (
    ("y", "ie"),
    ("ies", "ies"),
    ("al", "a(?:l|le|ux|les)|el|elle|els|elles"),
    ("ial", "ia(?:l|le|ux|les)|iel|ielle|iels|ielles"),
    ("al", "ique"),
    ("ic", "ique"),
    ("ical", "ique"),
    ("ics", "ique"),
    ("ist", "iste"),
    ("ism", "isme"),
    ("ity", "ité"),
    ("ous", "eu(?:x|se|ses)"),
    ("ive", "i(?:f|ve|fs|ves)"),
    ("ary", "aire"),
    ("ar", "aire"),
    ("ory", "oire"),
    ("or", "eur|rice|eurs|rices"),
    ("er", "eur|euse|eurs|euses|re"),
    ("ian", "ien(?:ne)?"),
    ("an", "ien(?:ne)?|ain|aine|an|ane"),
    ("ean", "éen(?:ne)?|ien(?:ne)?"),
    ("ese", "ais(?:e|es)?|ois(?:e|es)?"),
    ("ine", "in|ine"),
    ("in", "ine"),
    ("ize", "ise[rsz]?|isent|isé|isée|isés|isées|isant"),
    ("ized", "isé|isée|isés|isées"),
    ("izing", "iser|isant|isation"),
    ("ization", "isation"),
    ("ate", "er|é|ée|és|ées|at"),
    ("ated", "é|ée|és|ées"),
    ("gen", "gène"),
    ("id", "ide"),
    ("oid", "oïde"),
    ("logist", "logue|logiste"),
    ("cal", "cal|caux"),
    ("cocc", "coque"),
    ("coccal", "coccique|coqu\\w*"),
    ("ment", "ment"),
    ("", "|e|es|ne|que"),
)
#: A slip of the source is carried over too, so its word must be one that English has; the pair
#: of *-y* and *-ie* is learned throughout (*somniloquy*) and needs no list.
_SURE = frozenset({"y", "coccal"})
#: What makes an adjective of a place, and how the place may end: *Murcie*, *murcienne*.
_OF_PLACE = re.compile(r"(?P<stem>\w{3,})(?:i?enn?e?|éenn?e?|ois|oise|ais|aise|ain|aine|an|ane|in|ine)s?\Z")
_PLACE_ENDS = ("", "e", "ie", "ia", "a", "i", "o", "y", "es", "ée")


def bare(word: str) -> str:
    """A word without its accents."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def of_place(word: str, context: SentenceContext) -> bool:
    """Whether a word is the adjective of a place or a person: the English has the name, or news does."""
    match = _OF_PLACE.match(word)
    if match is None:
        return False
    stem = match["stem"]
    if any(zipf(stem + ending, "fr") > 2 for ending in _PLACE_ENDS):
        return True
    start = bare(stem if len(stem) <= 4 else stem[:-1])
    return any(
        bare(name).lower().startswith(start)
        for text in context.english.texts
        for name in re.findall(r"[^\W\d_]+", text)
        if name[:1].isupper()
    )


def has_cognate(word: str, context: SentenceContext) -> bool:
    """Whether the English has the word that this one is the regular French form of."""
    plain = bare(word)
    for text in context.english.texts:
        for english in set(re.findall(r"[^\W\d_]{4,}", bare(text.lower()))):
            common = zipf(english, "en") > 0
            for ending, french in _PAIRS:
                if not english.endswith(ending) or not (common or ending in _SURE):
                    continue
                stem = re.escape(english[: len(english) - len(ending)])
                if len(stem) > 2 and re.fullmatch(rf"{stem}(?:{bare(french)})s?", plain):
                    return True
    return False
