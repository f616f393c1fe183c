"""What regular expressions run over: the sentence with markup blanked and spaces folded, and its block."""

from __future__ import annotations

from mtaudit.detector.context import SentenceContext
from mtaudit.text.tokens import WORD, Token, fold


def plain(context: SentenceContext) -> str:
    """The sentence without markup, apostrophes and spaces folded; as long as its text."""
    sentence = context.sentence
    if context.document is None:
        return fold(sentence.text)
    return fold(context.document.plain[sentence.start : sentence.end])


def block(context: SentenceContext) -> tuple[str, int] | None:
    """The paragraph the sentence stands in, with its first offset; None without a document."""
    if context.document is None:
        return None
    for each in context.document.blocks:
        if each.start <= context.sentence.start < each.end:
            return fold(context.document.plain[each.start : each.end]), each.start
    return None


def is_lower_word(token: Token | None) -> bool:
    """Whether the token is a word in lower case."""
    return token is not None and token.kind == WORD and token.text[:1].islower()


def is_name_like(token: Token | None) -> bool:
    """Whether the token is a word with a capital."""
    return token is not None and token.kind == WORD and token.capitalised


def split_words(text: str) -> frozenset[str]:
    """The words of a text with blanks between, as a set."""
    return frozenset(text.split())
