"""How often a sentence denies something, counted so that the two languages can be compared.

The polarity check accuses and must be sure; this count only leans. A plain negation counts 1, a word
that denies in part (*refuser*, *unlikely*) the share that ``facts/polarity.toml`` gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mtaudit.packs.tables import load_table
from mtaudit.scorer.name_forms import Token, tokens
from mtaudit.scorer.normal import lower
from mtaudit.scorer.number_words import Language
from mtaudit.scorer.polarity import english_negators, french_negations

#: After these *pas*, *plus* and *point* are nouns or comparisons.
_NO_NEGATION_AFTER = frozenset(
    (
        "un",
        "le",
        "au",
        "du",
        "de",
        "premier",
        "faux",
        "ce",
        "ces",
        "les",
        "des",
        "grand",
        "petit",
        "bon",
        "deux",
        "non",
    )
)
_ALONE = frozenset(("pas", "sans", "ni", "aucun", "aucune", "jamais", "nullement"))
#: *No* in these is no negation: *no longer* is (*ne ... plus*), *no doubt* is not.
_EMPTY_NO = frozenset(("doubt", "wonder"))
#: *Not only*, *not just*: French says *non seulement*, which counts the same way.
_JOINED = frozenset(("nor",))


@cache
def _soft(language: Language) -> tuple[tuple[str, float], ...]:
    return tuple(
        sorted(load_table("facts/polarity.toml")["soft"][language].items(), key=lambda entry: -len(entry[0]))
    )


def _share(word: str, language: Language) -> float:
    return next((share for start, share in _soft(language) if word.startswith(start)), 0.0)


def french_denials(text: str) -> float:
    """How often a French text denies: *ne ... pas* and its kin, *sans*, *non*, *aucun* on their own.

    Args:
        text: One or more sentences.

    Returns:
        0 or more.
    """
    spans = french_negations(text)
    total = float(len(spans))
    words = tokens(text)
    for place, token in enumerate(words):
        if any(start <= token.start < end for start, end in spans):
            continue
        word = lower(token.text)
        if (word in _ALONE and not _noun(words, place) and not _after_ne(words, place)) or (
            word == "non" and (place + 1 >= len(words) or lower(words[place + 1].text) != "plus")
        ):
            total += 1.0
        elif word not in _ALONE:
            total += _share(word, "french")
    return total


def _noun(words: Sequence[Token], place: int) -> bool:
    return (
        lower(words[place].text) == "pas" and place > 0 and lower(words[place - 1].text) in _NO_NEGATION_AFTER
    )


def _after_ne(words: Sequence[Token], place: int) -> bool:
    """*Ne ... ni ... ni*, *ne ... jamais aucun*: one denial, counted with its *ne*."""
    near = {lower(token.text) for token in words[max(0, place - 10) : place + 6]}
    return lower(words[place].text) not in ("sans", "pas") and bool(near & {"ne", "n"})


def english_denials(text: str) -> float:
    """How often an English text denies: *not*, *n't*, *no*, *never*, *without*, *neither ... nor* once.

    Args:
        text: One or more sentences.

    Returns:
        0 or more.
    """
    words = [lower(token.text) for token in tokens(text)]
    total = 0.0
    for negator, _ in english_negators(text):
        total += 0.0 if lower(negator) in _JOINED and "neither" in words else 1.0
    for word, after in zip(words, [*words[1:], ""], strict=False):
        if word == "no" and after in _EMPTY_NO:
            total -= 1.0
        total += _share(word, "english")
    return max(total, 0.0)
