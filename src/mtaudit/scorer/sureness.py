"""Whether a word missing on one side can be trusted to be missing: nothing else may carry its sense."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.scorer.name_forms import tokens
from mtaudit.text.words import count_words

#: In longer sentences a negation or a modal finds too many ways round for a sure verdict.
_LONGEST_SENTENCE = 45
#: A translation that leaves half the sentence out says nothing about what it leaves out.
_LEAST_RATIO, _MOST_RATIO = 0.6, 1.8
#: A sentence that shares this part of its words with the English is English.
_SAME_WORDS = 0.7


def plain_pair(french: str, english: Sequence[str]) -> bool:
    """One English sentence of about the same length, both short: nothing can hide the word."""
    if len(english) != 1:
        return False
    ours, theirs = count_words(french), count_words(english[0])
    return 0 < ours <= _LONGEST_SENTENCE and theirs > 0 and _LEAST_RATIO <= ours / theirs <= _MOST_RATIO


def untranslated(french: str, english: str) -> bool:
    """The English left as it was (a quotation, a title): its words are no French ones."""
    ours = {token.folded for token in tokens(french)}
    theirs = {token.folded for token in tokens(english)}
    return bool(ours) and len(ours & theirs) >= _SAME_WORDS * len(ours)
