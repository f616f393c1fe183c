"""Names that one side has and the other lacks, word by word: *Angela Merkel* and *Federico Merkel*.

The name check takes a surname in common for the same person, as reports do. Against the true source
every part of a name should be there.
"""

from __future__ import annotations

from mtaudit.scorer.exonyms import KnownName, find_known
from mtaudit.scorer.name_forms import Token, given_names, similar, tokens
from mtaudit.scorer.names import TITLES, name_runs
from mtaudit.scorer.normal import normalise
from mtaudit.scorer.number_words import Language
from mtaudit.text.frequency import zipf
from mtaudit.text.lexicon import french as french_lexicon

#: English words this common (Zipf scale) are words with a capital (*Court*, *Union*), not names.
_COMMON_ENGLISH = 3.6
_SHORTEST = 3


def french_without_english(french: str, english: str) -> list[str]:
    """Parts of French names that the English does not have in any spelling.

    Args:
        french: One sentence.
        english: Its source.

    Returns:
        Words as written, in order, each once.
    """
    theirs, known_theirs = tokens(english), find_known(english, "english")
    return _without(french, "french", theirs, known_theirs)


def english_without_french(english: str, french: str) -> list[str]:
    """Parts of English names that the French does not have; words that are also common ones are left out.

    Args:
        english: The source.
        french: All French sentences that translate it.

    Returns:
        Words as written, in order, each once.
    """
    ours, known_ours = tokens(french), find_known(french, "french")
    return _without(english, "english", ours, known_ours)


def _without(
    text: str, language: Language, others: tuple[Token, ...], known_others: tuple[KnownName, ...]
) -> list[str]:
    plain = normalise(text)
    known = find_known(text, language)
    words = {token.folded for token in others}
    found = [
        name.text
        for name in known
        if name.text[0].isupper()
        and not any(name.ids & other.ids or name.kin & other.kin for other in known_others)
        and not all(_there(token, words) for token in tokens(name.text))
    ]
    covered = [(name.start, name.end) for name in known]
    for run in name_runs(plain):
        for place, token in enumerate(run.parts):
            if any(start <= token.start < end for start, end in covered):
                continue
            opening = run.initial and place == 0
            if len(token.text) < _SHORTEST or token.folded in TITLES or _ordinary(token, language, opening):
                continue
            if not _there(token, words):
                found.append(token.text)
    return list(dict.fromkeys(found))


def _there(token: Token, words: set[str]) -> bool:
    return token.folded in words or any(similar(token.folded, word) for word in words)


def _ordinary(token: Token, language: Language, opening: bool) -> bool:
    """Whether the word is no name but a word with a capital."""
    if token.folded in given_names():
        return False
    if language == "french":
        readings = french_lexicon().readings(token.text.lower())
        return any(reading.pos != "np" for reading in readings)
    return opening or zipf(token.text.lower(), "en") >= _COMMON_ENGLISH
