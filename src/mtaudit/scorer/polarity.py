"""Does one sentence deny what the other says? Negation in French held against the English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mtaudit.model import Check, CheckStatus
from mtaudit.packs.tables import load_table
from mtaudit.scorer.name_forms import Token, tokens
from mtaudit.scorer.normal import lower, normalise
from mtaudit.scorer.number_words import Language
from mtaudit.scorer.places import Span, check_at, found_in, span_of
from mtaudit.scorer.sureness import plain_pair, untranslated

#: How many words after *ne* its *pas* may stand ("n'est, selon lui, pas").
_REACH = 9
#: Shorter words that begin with *in-* or *un-* are seldom negative (*into*, *union* is tolerated).
_PREFIXED = 6
_CONTRACTED = "t"


@cache
def _words(language: Language, field: str) -> frozenset[str]:
    return frozenset(load_table("facts/polarity.toml")[language].get(field, ()))


@cache
def _affixes(language: Language, field: str) -> tuple[str, ...]:
    return tuple(load_table("facts/polarity.toml")[language].get(field, ()))


def _may_deny(word: str, language: Language) -> bool:
    """Whether a word, without being a negation, can say no (*fail*, *only*, *impossible*, *sleepless*)."""
    if word in _words(language, "words") or word.startswith(_affixes(language, "hints")):
        return True
    if len(word) < _PREFIXED:
        return False
    return word.startswith(_affixes(language, "prefixes")) or word.endswith(_affixes(language, "suffixes"))


def _low(token: Token) -> str:
    return lower(token.text)


def _completed(words: Sequence[Token], place: int) -> int | None:
    """Where the negation that opens with the *ne* at ``place`` ends; None if it is none.

    The second word follows (*n'est pas*) or comes first (*personne ne*, *aucun État n'*). With *que*
    instead of it, or *plus que*, the sense is *only*.
    """
    completers, restrictives = _words("french", "completers"), _words("french", "restrictives")
    reach = words[place + 1 : place + 1 + _REACH]
    for offset, token in enumerate(reach):
        word = _low(token)
        if word == "plus" and any(_low(after) in restrictives for after in reach[offset + 1 : offset + 4]):
            return None
        if word in completers:
            return token.end
        if word in restrictives or word in ("ne", "n"):
            break
    before = {_low(token) for token in words[max(0, place - 4) : place]}
    return words[place].end if before & _words("french", "subjects") else None


def _tag_question(words: Sequence[Token], place: int) -> bool:
    return tuple(_low(word) for word in words[place + 1 : place + 4]) == ("est", "ce", "pas")


def french_negations(text: str) -> list[tuple[int, int]]:
    """Find the full negations (*ne ... pas*, *n'... jamais*) of a French sentence.

    *Ne ... que* (only), a bare *ne* (*avant qu'il ne parte*) and *n'est-ce pas ?* are none.

    Args:
        text: One sentence.

    Returns:
        Half-open spans from *ne* to its second word (of *ne* alone where that comes first).
    """
    words = tokens(text)
    ends = [
        (token.start, _completed(words, place))
        for place, token in enumerate(words)
        if _low(token) in ("ne", "n") and not _tag_question(words, place)
    ]
    return [(start, end) for start, end in ends if end is not None]


def _french_negative(text: str) -> bool:
    """Any sign of negation at all, including *sans*, *non*, *ni* and *ne ... que*."""
    words = {_low(token) for token in tokens(text)}
    return bool(words & _words("french", "negators")) or bool(words & {"ne", "n"})


@dataclass(frozen=True, slots=True)
class _Negator:
    """A plain English negation; ``verbal`` where it denies a verb (*did not*, *can't*)."""

    text: str
    verbal: bool
    start: int
    end: int


def english_negators(text: str) -> list[tuple[str, bool]]:
    """Find the plain negations of an English sentence (*not*, *n't*, *never*, *no*, *without* ...).

    Args:
        text: One sentence.

    Returns:
        Each negation as written, and whether it denies a verb (*did not*, *can't*): *not far*,
        *no-brainer* or *without* have many other translations.
    """
    return [(found.text, found.verbal) for found in _negators(text)]


def _negators(text: str) -> list[_Negator]:
    plain = normalise(text)
    words = tokens(text)
    found: list[_Negator] = []
    for place, token in enumerate(words):
        word = _low(token)
        before = _low(words[place - 1]) if place else ""
        if word in _words("english", "negators"):
            verbal = before in _words("english", "auxiliaries") if word == "not" else word.endswith("t")
            found.append(_Negator(token.text, verbal, token.start, token.end))
        elif word == _CONTRACTED and plain[token.start - 1 : token.start] == "'" and before.endswith("n"):
            found.append(_Negator("n't", True, words[place - 1].end - 1, token.end))
    return found


def _hinted(text: str, language: Language) -> bool:
    return any(_may_deny(_low(token), language) for token in tokens(text))


def check_polarity(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare what is denied in a French sentence with its English counterparts.

    Args:
        french: The French sentence.
        english: Its counterparts; a negation in any of them is a match.
        strict: The English is the true source. Then a negation on one side only is a mismatch if the
            sentences are short and alike in length and the other side has no word that could deny
            (*refuse*, *lack*, *unable*, *only* ...); otherwise it is unclear.

    Returns:
        One check when either side denies something; none when neither does, or without English. A
        negation that only the English has gives a check with empty ``french``.
    """
    if not english or any(untranslated(french, text) for text in english):
        return []
    spans = french_negations(french)
    negators = found_in(english, _negators)
    first = negators[0] if negators else None
    if spans:
        start, end = spans[0]
        if first is not None:
            return [_check("match", french, spans[0], first.text, span_of(first))]
        around = f"{french[:start]} {french[end:]}"
        hinted = _hinted(around, "french") or any(_hinted(text, "english") for text in english)
        if strict and not hinted and plain_pair(french, english):
            whole = (0, len(english[0]))
            return [_check("mismatch", french, spans[0], english[0], whole, "the English does not deny it")]
        return [_check("unclear", french, spans[0], "", None, "no plain negation in the English")]
    if first is None or _french_negative(french):
        return []
    if strict and first.verbal and not _hinted(french, "french") and plain_pair(french, english):
        return [_check("mismatch", french, None, first.text, span_of(first), "only the English denies it")]
    if strict:
        note = "only the English has a plain negation"
        return [_check("unclear", french, None, first.text, span_of(first), note)]
    return []


def _check(
    status: CheckStatus, french: str, ours: Span | None, shown: str, theirs: Span | None, note: str = ""
) -> Check:
    written = french[slice(*ours)] if ours else ""
    return check_at("polarity", status, written, shown, note, ours=ours, theirs=theirs)
