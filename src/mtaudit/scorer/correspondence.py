"""How far a French sentence corresponds to its true source, by evidence too soft to accuse anybody.

Fact checks say what is wrong and must be right about it. This part only leans: a name, a figure or a
denial that one side has and the other lacks, a length that does not fit, a word that is often wrong for
an English one. Each of them lowers fidelity a little, none makes a finding.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from mtaudit.model import Alignment, Sentence
from mtaudit.scorer.dates import unconfirmed as unconfirmed_dates
from mtaudit.scorer.denials import english_denials, french_denials
from mtaudit.scorer.doubts import Doubts
from mtaudit.scorer.loose_names import english_without_french, french_without_english
from mtaudit.scorer.numbers import inexact, unconfirmed

#: French news is longer than its English by this factor in characters (median of human and machine
#: translations of news); within the tolerance (in log units, both ways) a length says nothing.
FRENCH_LENGTH, LENGTH_TOLERANCE = 1.15, 0.35


def source_doubts(
    french: str, english: str, *, group: str | None = None, senses: Sequence[tuple[str, str]] = ()
) -> Doubts:
    """Gather what speaks softly against a French sentence.

    Args:
        french: The sentence.
        english: The part of the true source that it is aligned with.
        group: All French sentences aligned with that part, in order; the sentence alone when None. What
            the English has may stand in any of them.
        senses: Pairs of a French word in it and the English word that it is often wrong for.

    Returns:
        The doubts.
    """
    whole = french if group is None else group
    facts = (
        *unconfirmed(french, english)[0],
        *unconfirmed_dates(french, english)[0],
        *unconfirmed(whole, english)[1],
        *unconfirmed_dates(whole, english)[1],
    )
    return Doubts(
        length=_length(whole, english),
        facts=facts,
        near=inexact(french, english),
        names=(*french_without_english(french, english), *english_without_french(english, whole)),
        denials=round(abs(french_denials(whole) - english_denials(english)), 2),
        senses=tuple(senses),
    )


def _length(french: str, english: str) -> float:
    ratio = math.log(max(len(french) / FRENCH_LENGTH, 8.0) / max(len(english), 8.0))
    return math.copysign(max(abs(ratio) - LENGTH_TOLERANCE, 0.0), ratio)


def group_texts(sentences: Sequence[Sentence], alignments: Sequence[Sequence[Alignment]]) -> list[str]:
    """For each French sentence: the text of all that are aligned with the same part of the source.

    Args:
        sentences: French sentences in the order of the text.
        alignments: Their counterparts; only those of kind ``source`` count.

    Returns:
        One text per sentence; its own where it has no counterpart in the source.
    """
    keys = [
        next(((each.reference, each.index, each.text) for each in found if each.kind == "source"), None)
        for found in alignments
    ]
    texts: dict[tuple[str, int, str], list[str]] = {}
    for key, sentence in zip(keys, sentences, strict=True):
        if key is not None:
            texts.setdefault(key, []).append(sentence.text)
    return [
        sentence.text if key is None else " ".join(texts[key])
        for key, sentence in zip(keys, sentences, strict=True)
    ]
