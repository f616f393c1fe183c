"""Single English words left in: unknown to the French lexicon, commoner in English, no accepted loan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.detector.checks.view import is_name_like, split_words
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.packs.tables import word_set
from mtaudit.text.frequency import zipf
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import QUOTE, WORD, Token

LOANS = "words/loanwords.toml"
#: How much commoner a word must be in English (Zipf steps, powers of ten). Chosen on native news.
GAP = 0.8
GAP_IN_ENGLISH = 0.8
#: A word met less than once in thirty million words of English is rather a name or a slip.
RAREST = 1.8

_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")


@cache
def loans() -> frozenset[str]:
    """Accepted loanwords with their plurals."""
    words = word_set(LOANS, "accepted")
    return (
        words | {word + "s" for word in words} | {word[:-1] + "ies" for word in words if word.endswith("y")}
    )


def known(word: str, lexicon: Lexicon) -> bool:
    """Whether a lower-case form is French or an accepted loan, or made of such parts."""
    if word in lexicon or word in loans():
        return True
    if "-" in word:
        return all(
            not part or part in lexicon or part in loans() or len(part) < 2 for part in word.split("-")
        )
    return False


@cache
def _expressions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Accepted expressions of several words, by each of their words."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for text in word_set(LOANS, "expressions"):
        row = tuple(text.split("_"))
        for word in set(row):
            table.setdefault(word, []).append(row)
    return {word: tuple(rows) for word, rows in table.items()}


def _in_expression(tokens: tuple[Token, ...], place: int) -> bool:
    for row in _expressions().get(tokens[place].norm, ()):
        for at, word in enumerate(row):
            start = place - at
            fits = word == tokens[place].norm and start >= 0
            if fits and tuple(token.norm for token in tokens[start : start + len(row)]) == row:
                return True
    return False


def _stands_free(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a word is no part of a name, of a web address, or of a word with brackets in it."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is not None and (
        before.text in ("@", "#", "_", "/", "+", "=", "&", "\\") or _name_beside(before, token, place)
    ):
        return False
    if before is not None and before.end == token.start and before.text in (".", "-", "'", ")"):
        return False
    if after is None:
        return True
    if after.text in ("@", "_", "/", "+", "=", "&") or is_name_like(after):
        return False
    if after.end > token.end and after.start == token.end and after.text in ("-", "'", "("):
        return False
    following = tokens[place + 2] if place + 2 < len(tokens) else None
    return not (
        after.text == "."
        and following is not None
        and following.start == after.end
        and following.kind == WORD
    )


def _name_beside(before: Token, token: Token, place: int) -> bool:
    """Whether the word before is a name: capitalised inside the sentence, with only a space between."""
    return place > 1 and is_name_like(before) and token.start - before.end <= 1


def _english_beside(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a neighbour is English too: expressions of several words are mostly quoted terms."""
    for other in (place - 1, place + 1):
        if 0 <= other < len(tokens) and tokens[other].kind == WORD:
            word = tokens[other].norm
            if len(word) > 1 and word.isascii() and zipf(word, "en") - zipf(word, "fr") > GAP:
                return True
    return False


def _in_title(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether English stands on both sides: a title or a motto, "Wanted and Desired"."""
    sides = [
        tokens[other]
        for other in (place - 1, place + 1)
        if 0 <= other < len(tokens) and tokens[other].kind == WORD
    ]
    return len(sides) == 2 and all(
        each.norm.isascii() and len(each.norm) > 1 and zipf(each.norm, "en") - zipf(each.norm, "fr") > GAP
        for each in sides
    )


def _capitalised_only(word: str, english: str) -> bool:
    return word not in english and word[:1].upper() + word[1:] in english


def in_quotes(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a word stands in a quotation of at most four words: a title, a word that is spoken of."""
    left = next((n for n in range(place - 1, max(-1, place - 6), -1) if tokens[n].kind == QUOTE), None)
    right = next((n for n in range(place + 1, min(len(tokens), place + 6)) if tokens[n].kind == QUOTE), None)
    if left is None or right is None:
        return False
    return right - left <= 6 and tokens[left].text not in "”»" and tokens[right].text not in "“«"


def _explained(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a word stands in brackets or beside them: "la fracturation (fracking)"."""
    window = tokens[max(0, place - 5) : place]
    opened = [each.text for each in window if each.text in "()"]
    return bool(opened) and opened[-1] == "("


# Endings that French shares: a word like "calibration" may be French that the lexicon lacks.
_FRENCH_END = re.compile(
    r"(?:tion|sion|ence|ance|ment|able|ible|ique|isme|iste|age|eur|euse|oire|ate|esse|ette|elle|al|ois|er|ant)s?\Z"
)


# Learned prefixes make the same new words in both languages: "nanotubes", "anti-stress".
_COMMON_PREFIX = re.compile(
    r"(?:micro|nano|anti|multi|hyper|super|mini|bio|macro|mono|poly|pseudo|ultra|ex|post|pro)-?\w{3}"
)
_DETERMINERS = split_words("le la les l' un une des du ce cette ces son sa ses leur leurs au aux")


@detector("UNT001")
def untranslated_words(context: SentenceContext) -> Iterator[Hit]:
    """Finds "un sideswipe", "le staph": lower-case English words that are no loans.

    Neighbours are one finding: "un financement fast start".
    """
    row: list[Hit] = []
    for hit in _words(context):
        if row and context.span_text(row[-1].end, hit.start).strip():
            yield _joined(row, context)
            row = []
        row.append(hit)
    if row:
        yield _joined(row, context)


def _joined(row: list[Hit], context: SentenceContext) -> Hit:
    first, last = row[0], row[-1]
    text = context.span_text(first.start, last.end)
    return first._replace(
        end=last.end,
        english=" ".join(hit.english for hit in row if hit.english),
        confidence=max((hit.confidence for hit in row if hit.confidence is not None), default=None),
        detail=text,
    )


def _words(context: SentenceContext) -> Iterator[Hit]:
    tokens, lexicon = context.tokens, context.lexicon
    denied, nouns = word_set(LOANS, "denied"), word_set(LOANS, "denied_nouns")
    english = "\n".join(context.english.texts)
    for place, token in enumerate(tokens):
        word = token.norm
        if token.kind != WORD or not token.text.islower() or len(word) < 3 or not _LETTERS.match(word):
            continue
        refused = word in denied or (word in nouns and place > 0 and tokens[place - 1].norm in _DETERMINERS)
        if not refused and known(word, lexicon):
            continue
        if word.count("-") > 1 and _capitalised_only(word, english):
            # "Sing-a-ma-jigs": a brand.
            continue
        if not _stands_free(tokens, place) or _in_expression(tokens, place) or _in_title(tokens, place):
            continue
        if in_quotes(tokens, place) or _explained(tokens, place):
            continue
        same = bool(english) and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", english) is not None
        confidence = 0.85 if refused and not _drug_trade(tokens, place) else None
        if same and (refused or _english_enough(word)):
            confidence = 0.95
        elif not refused:
            confidence = _judge(word, tokens, place)
        if confidence is not None:
            yield Hit(
                "UNT001", token.start, token.end, english=word, confidence=confidence, detail=token.text
            )


def _drug_trade(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether "deal" is the drug trade's, as in "point de deal"."""
    return tokens[place].norm in ("deal", "deals") and any(
        each.norm in ("point", "points", "lieu", "lieux", "spot", "drogue", "stupéfiants", "cannabis")
        for each in tokens[max(0, place - 4) : place + 4]
    )


def _figures(word: str) -> tuple[float, float]:
    """Frequencies in English and French; of a compound, the rarer part's in English."""
    parts = word.split("-")
    if len(parts) == 1:
        return zipf(word, "en"), zipf(word, "fr")
    return min(zipf(part, "en") for part in parts), max(
        zipf(word, "fr"), min(zipf(part, "fr") for part in parts)
    )


def _english_enough(word: str) -> bool:
    """Whether a word that the English has in the same form is English and not, say, a Latin term."""
    if _COMMON_PREFIX.match(word):
        return False
    english, french = _figures(word)
    return english >= RAREST and english - french > GAP_IN_ENGLISH and not _FRENCH_END.search(word)


def _judge(word: str, tokens: tuple[Token, ...], place: int) -> float | None:
    """How sure it is that an unknown word is English; None where it is not."""
    if _FRENCH_END.search(word) or _english_beside(tokens, place):
        return None
    english, french = _figures(word)
    if english < 2.5 or english - french < GAP:
        return None
    return 0.7 if english - french < 1.3 else 0.85
