"""Runs of English words, and English words with a capital where no name can stand."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.untranslated.words import LOANS, in_quotes
from mtaudit.detector.checks.view import split_words
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.packs.tables import word_set
from mtaudit.text.frequency import zipf
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import QUOTE, WORD, Token

#: Function words that French lacks: one of them in a run settles that it is English.
_ENGLISH = split_words(
    "the of and with from that this which who whom whose what when where why how was were are been being has have had "
    "will would should could can't don't isn't wasn't it its it's his her their them they we our your my he she is in "
    "to for by at into about over under between because while after before not no than then there here also but if so "
    "said says say"
)
# Spelled alike in both languages: they neither begin nor settle a run.
_BOTH = split_words("a on as an in or but pour comment me is des par y sa")
_SETTLING = split_words(
    "the of with from that this which was were been has have had will would should is are to for"
)


@detector("UNT002")
def english_runs(context: SentenceContext) -> Iterator[Hit]:
    """Finds three or more English words in a row, outside quotations and names."""
    tokens, lexicon = context.tokens, context.lexicon
    run: list[int] = []
    for place in range(len(tokens) + 1):
        token = tokens[place] if place < len(tokens) else None
        if token is not None and token.kind == WORD and _english(token, lexicon):
            run.append(place)
            continue
        if (
            token is not None
            and run
            and token.kind == WORD
            and token.norm in ("a", "an", "in", "or", "as", "on", "at")
        ):
            run.append(place)
            continue
        yield from _judge(context, run)
        run = []


def _english(token: Token, lexicon: Lexicon) -> bool:
    word = token.norm
    if word in _ENGLISH:
        return True
    if word in _BOTH or word in lexicon or not word.isascii() or not word.isalpha() or len(word) < 2:
        return False
    if token.text.isupper():
        return False
    english = zipf(word, "en")
    return english >= 3.0 and english - zipf(word, "fr") > 0.5


def _judge(context: SentenceContext, run: list[int]) -> Iterator[Hit]:
    tokens = context.tokens
    while run and tokens[run[-1]].norm in ("a", "an", "in", "or", "as", "on", "at"):
        run = run[:-1]
    if len(run) < 3:
        return
    following = run[-1] + 1
    if (
        tokens[run[-1]].norm in ("the", "of", "to", "with")
        and following < len(tokens)
        and tokens[following].kind == WORD
    ):
        # What the article belongs to is English too, though French may spell it alike.
        run = [*run, following]
    words = [tokens[place] for place in run]
    lower = [word for word in words if word.text[:1].islower()]
    settled = any(word.norm in _SETTLING for word in lower)
    # A name in English ("Bank of America", "The Lord of the Rings") has capitals on all but its small words.
    plain = [word for word in lower if word.norm not in _ENGLISH]
    if not settled or not plain or _quotation_open(tokens, run[0]) or in_quotes(tokens, run[-1]):
        return
    if run[0] > 0 and not words[0].text[:1].islower():
        return
    yield Hit(
        "UNT002", words[0].start, words[-1].end, english=context.span_text(words[0].start, words[-1].end)
    )


_NAMED_DEALS = split_words("new green fair big best real done no the a of nuclear")


def _quotation_open(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a quotation stands open before a word."""
    marks = [token.text for token in tokens[:place] if token.kind == QUOTE]
    return bool(marks) and (marks[-1] in "“«" or marks.count('"') % 2 == 1)


@detector("UNT003")
def english_heads(context: SentenceContext) -> Iterator[Hit]:
    """Finds "Deal de cessez-le-feu": an English noun with a capital that belongs to no name."""
    heads = word_set(LOANS, "heads")
    tokens = context.tokens
    for place, token in enumerate(tokens):
        if token.kind != WORD or token.text not in heads or in_quotes(tokens, place):
            continue
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if after is None or after.kind != WORD or not after.text[:1].islower():
            continue
        before = tokens[place - 1] if place else None
        if before is not None and before.norm in _NAMED_DEALS:
            continue
        if token.text != "Deal" and not (before is None or before.text[:1].isupper()):
            continue
        if after.norm in ("de", "d'", "sur", "pour", "entre", "avec", "à", "du", "des", "dans"):
            yield Hit("UNT003", token.start, token.end, english=token.text.lower())
