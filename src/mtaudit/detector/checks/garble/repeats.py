"""Words that an engine says twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.view import split_words
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.tokens import WORD, Token

# "le roi des rois", "de jour en jour", "côte à côte", "le match des matchs": said on purpose.
_PROVERBIAL = split_words(
    "jour jours an ans heure fois pas porte côte face tête bout main mot coup goutte petit pair point vague nez page "
    "roi rois saint saints chant siècle siècles fin père mère fils fille ami amis un une tour œil dent dos main mur "
    "ville rue région pays place carte secret secrets guerre vice vices fonds crème élite victime victimes durs dur purs pur années année mois semaine semaines heures minutes dizaines centaines milliers millions milliards kilomètres kilos tonnes pages fois autres générations euros dollars décennies"
)
_OF = split_words("de d'")
_DETERMINERS = split_words("le la l' les un une du de des ce cet cette son sa leur au d'")


@detector("GAR001")
def word_of_word(context: SentenceContext) -> Iterator[Hit]:
    """Finds "la campagne de campagne", "transporter son transport", "sport de sport durable"."""
    words, lexicon = context.words, context.lexicon
    for place in range(len(words) - 2):
        first, link, second = words[place : place + 3]
        if link.norm not in _OF or first.kind != WORD or len(first.norm) < 4 or second.norm != first.norm:
            continue
        if first.norm in _PROVERBIAL or not first.text.islower() or not lexicon.has(first.norm, "n"):
            continue
        if not _close(first, link) or not _close(link, second):
            continue
        before = words[place - 1] if place else None
        start = before.start if before is not None and before.norm in _DETERMINERS else first.start
        kept = context.span_text(start, first.end)
        # Beside the English one of the two stands for another word: leaving it out would lose that.
        suggestions = () if context.english.texts else (kept,)
        hint = f"{kept}, and the other English word in French" if context.english.texts else ""
        yield Hit("GAR001", start, second.end, suggestions, hint=hint)


@detector("GAR008")
def same_and_same(context: SentenceContext) -> Iterator[Hit]:
    """Finds "très importante et importante", "jours fériés/jours fériés", and a clause said twice."""
    words = context.words
    done = 0
    for place in range(1, len(words) - 1):
        link = words[place]
        if place < done or link.norm not in ("et", "/"):
            continue
        for size in (3, 2, 1):
            left, right = words[place - size : place], words[place + 1 : place + 1 + size]
            if place < size or len(right) < size or [t.norm for t in left] != [t.norm for t in right]:
                continue
            if not _telling(context, left, size, link.norm) or _qualified(words, place + size + 1):
                break
            if link.norm == "/" or size > 1 or context.lexicon.has(left[0].norm, "a"):
                done = place + size
                kept = context.span_text(left[0].start, left[-1].end)
                safe = size == 1 or not context.english.texts
                yield Hit(
                    "GAR008",
                    left[0].start,
                    right[-1].end,
                    (kept,) if safe else (),
                    hint="" if safe else f"{kept}, and the other English word in French",
                )
            break
    yield from _echo(context)


def _telling(context: SentenceContext, row: tuple[Token, ...], size: int, link: str) -> bool:
    if any(token.kind != WORD or not token.text.islower() for token in row):
        return False
    if any(token.norm in _PROVERBIAL for token in row):
        return False
    longest = max(len(token.norm) for token in row)
    if link == "/" or size > 1:
        return longest >= 5
    # "encore et encore", "des pages et des pages": said on purpose.
    kinds = {reading.pos for reading in context.lexicon.readings(row[0].norm)}
    return longest >= 6 and kinds <= {"a", "v"} and not row[0].norm.endswith(("er", "ant", "ment"))


#: "le maire et le maire adjoint": two people, or two things.
_QUALIFIERS = split_words(
    "adjoint adjointe adjoints général générale généraux délégué déléguée suppléant suppléante sortant sortante "
    "élu élue élus honoraire intérimaire associé associée principal principale assistant assistante en de d' du des par"
)


def _qualified(words: Sequence[Token], after: int) -> bool:
    return after < len(words) and words[after].norm in _QUALIFIERS


def _repeats_in_english(context: SentenceContext) -> bool:
    """Whether the English itself says four words or more twice."""
    for text in context.english.texts:
        said = re.findall(r"\w+", text.lower())
        rows = [tuple(said[at : at + 4]) for at in range(len(said) - 3)]
        if len(set(rows)) < len(rows):
            return True
    return False


def _echo(context: SentenceContext) -> Iterator[Hit]:
    """Five words or more that come again in the same sentence right after themselves."""
    if _repeats_in_english(context):
        return
    words = context.words
    norms = [token.norm for token in words]
    place = 0
    while place < len(words):
        for size in range(min(14, (len(words) - place) // 2), 3, -1):
            if norms[place : place + size] == norms[place + size : place + 2 * size]:
                row = words[place : place + size]
                if sum(token.kind == WORD for token in row) >= 4 and len({token.norm for token in row}) >= 4:
                    again = words[place + size : place + 2 * size]
                    yield Hit("GAR008", again[0].start, again[-1].end)
                    place += size
                    break
        place += 1


def _close(left: Token, right: Token) -> bool:
    return right.start - left.end <= 1
