"""How strongly a French and an English sentence speak for each other, as log odds.

Nearness (cosine on the encoder's own scale) and ratio margin make the base; their weights are a
logistic regression over the six nearest candidates of each sentence of WMT 2008-2009 news, machine
French against the English. A stretch of one sentence may carry the evidence for the whole, at a
price. What quotations, names and numbers add was set by hand so that paraphrased reporting passes
while unrelated news does not; `benchmarks/bench_mining.py` prints what that costs and gains.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtaudit.aligner.anchors import Anchors
from mtaudit.aligner.space import background, floor_of, neighbourhood, rescaled
from mtaudit.aligner.stretches import Stretch
from mtaudit.aligner.vectors import VectorTable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

#: Fitted weights of the base: nearness, margin, constant.
NEARNESS_WEIGHT, MARGIN_WEIGHT, CONSTANT = 12.7, 7.0, -17.5
#: A margin beyond this says no more than this.
MAX_MARGIN = 2.2
#: What it costs that only a stretch of a sentence matches.
STRETCH_COST = 2.0
#: A stretch needs this many words on both sides.
MIN_STRETCH_WORDS = 5
#: Log odds lost per unit of log length ratio beyond the tolerance, between stretches.
LENGTH_COST, LENGTH_TOLERANCE = 4.0, 0.3
#: French news is this much longer than English, in characters.
FRENCH_LENGTH = 1.15

#: Short sentences are alike by chance: log odds lost per word below this length.
SHORT_WORDS, SHORT_COST = 9, 0.75

#: Nearness of two quotations at which they begin to count, and from which they count in full.
QUOTE_FROM, QUOTE_FULL = 0.4, 0.65
QUOTE_BONUS = 3.5
#: Per shared name, by rarity, up to MAX_NAMES; per shared number, up to MAX_NUMBERS.
NAME_BONUS, MAX_NAMES = 1.0, 2.0
NUMBER_BONUS, MAX_NUMBERS = 0.5, 2
#: Both sentences have numbers that the other lacks.
NUMBER_CLASH = 1.0


def base_evidence(
    french: Sequence[Stretch], english: Sequence[Stretch], table: VectorTable
) -> tuple[Matrix, Matrix]:
    """Evidence from the embeddings alone, the better of whole sentences and their stretches.

    Args:
        french: Stretches of the n French sentences.
        english: Stretches of the m English sentences.
        table: Vectors of all their texts and of the background.

    Returns:
        Log odds of shape (n, m), and the cosines of the whole sentences, shape (n, m).
    """
    import numpy as np

    texts_f, texts_e = [s.text for s in french], [s.text for s in english]
    rows_f, rows_e = table.rows(texts_f), table.rows(texts_e)
    far_f, far_e = map(table.rows, background())
    floor = floor_of(far_f, far_e)
    whole_f = np.array([s.kind == "whole" for s in french])
    whole_e = np.array([s.kind == "whole" for s in english])

    cosine = rows_f @ rows_e.T
    near = rescaled(cosine, floor)
    around_f = neighbourhood(near[:, whole_e], rescaled(rows_f @ far_e.T, floor))
    around_e = neighbourhood(near[whole_f, :].T, rescaled(rows_e @ far_f.T, floor))
    margin = np.minimum(near / ((around_f[:, None] + around_e[None, :]) / 2.0), MAX_MARGIN)
    odds = NEARNESS_WEIGHT * near + MARGIN_WEIGHT * margin + CONSTANT

    odds = odds - SHORT_COST * np.maximum(SHORT_WORDS - _fewer_words(french, english), 0)
    both = whole_f[:, None] & whole_e[None, :]
    odds = np.where(both, odds, odds - STRETCH_COST - _length_cost(texts_f, texts_e))
    odds[~(both | _may_match(french, english, whole_f, whole_e))] = -np.inf
    starts_f, starts_e = np.flatnonzero(whole_f), np.flatnonzero(whole_e)
    best = np.maximum.reduceat(np.maximum.reduceat(odds, starts_f, axis=0), starts_e, axis=1)
    return best, cosine[np.ix_(whole_f, whole_e)]


def _fewer_words(french: Sequence[Stretch], english: Sequence[Stretch]) -> Matrix:
    import numpy as np

    words_f = np.array([s.words for s in french], dtype=np.float32)
    words_e = np.array([s.words for s in english], dtype=np.float32)
    return np.minimum(words_f[:, None], words_e[None, :])


def _may_match(
    french: Sequence[Stretch],
    english: Sequence[Stretch],
    whole_f: NDArray[np.bool_],
    whole_e: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """A stretch may match a whole sentence, and a quotation a quotation.

    Clauses against clauses find too much that is alike by chance (0.72 instead of 0.93 of the
    sentences without counterpart were left without one).
    """
    import numpy as np

    quote_f = np.array([s.kind == "quote" for s in french])
    quote_e = np.array([s.kind == "quote" for s in english])
    long_f = np.array([s.words >= MIN_STRETCH_WORDS for s in french])
    long_e = np.array([s.words >= MIN_STRETCH_WORDS for s in english])
    pairs = whole_f[:, None] | whole_e[None, :] | (quote_f[:, None] & quote_e[None, :])
    return np.asarray(pairs & long_f[:, None] & long_e[None, :])


def _length_cost(french: Sequence[str], english: Sequence[str]) -> Matrix:
    import numpy as np

    long_f = np.log([max(len(text) / FRENCH_LENGTH, 8.0) for text in french])
    long_e = np.log([max(len(text), 8.0) for text in english])
    beyond = np.abs(long_f[:, None] - long_e[None, :]) - LENGTH_TOLERANCE
    return np.asarray(LENGTH_COST * np.maximum(beyond, 0.0), dtype=np.float32)


def quote_evidence(french: Sequence[Anchors], english: Sequence[Anchors], table: VectorTable) -> Matrix:
    """Bonus for the nearest pair of quotations, also the short ones.

    Args:
        french: Anchors of the n French sentences.
        english: Anchors of the m English sentences.
        table: Vectors of all the quotations and of the background.

    Returns:
        Log odds of shape (n, m), 0 or more.
    """
    import numpy as np

    bonus = np.zeros((len(french), len(english)), dtype=np.float32)
    quotes_f = [(owner, quote) for owner, anchors in enumerate(french) for quote in anchors.quotes]
    quotes_e = [(owner, quote) for owner, anchors in enumerate(english) for quote in anchors.quotes]
    if not quotes_f or not quotes_e:
        return bonus
    floor = floor_of(*map(table.rows, background()))
    cosine = table.rows([quote for _, quote in quotes_f]) @ table.rows([quote for _, quote in quotes_e]).T
    degree = np.clip((rescaled(cosine, floor) - QUOTE_FROM) / (QUOTE_FULL - QUOTE_FROM), 0.0, 1.0)
    owners_f = np.array([owner for owner, _ in quotes_f])
    owners_e = np.array([owner for owner, _ in quotes_e])
    np.maximum.at(bonus, (owners_f[:, None], owners_e[None, :]), QUOTE_BONUS * degree.astype(np.float32))
    return bonus


class NameRarity:
    """How much a shared name tells: little when every reference sentence has it.

    Args:
        english: Anchors of all reference sentences.
    """

    def __init__(self, english: Sequence[Anchors]) -> None:
        self._total = len(english) + 1
        self._counts = Counter(name for anchors in english for name in anchors.names | anchors.maybe)

    def weight(self, name: str) -> float:
        """Between 0 (everywhere) and 1 (nearly nowhere), as inverse document frequency."""
        share = math.log(self._total / (self._counts[name] + 0.5)) / math.log(self._total / 0.5)
        return min(max(share, 0.0), 1.0)


def anchor_evidence(french: Anchors, english: Anchors, rarity: NameRarity) -> float:
    """What names and numbers in common add to a pair, and clashing numbers take away."""
    shared = (french.names | french.maybe) & (english.names | english.maybe)
    names = min(sum(rarity.weight(name) for name in sorted(shared)), MAX_NAMES)
    numbers = min(len(french.numbers & english.numbers), MAX_NUMBERS)
    clash = bool(french.numbers - english.numbers) and bool(english.numbers - french.numbers)
    return NAME_BONUS * names + NUMBER_BONUS * numbers - NUMBER_CLASH * clash
