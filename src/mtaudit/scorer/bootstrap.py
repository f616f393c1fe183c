"""How sure a mean is: the percentile bootstrap (Efron & Tibshirani 1993), seeded."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

_SEED = 12345
#: Resamples, fewer for very long texts, whose interval is narrow anyway.
_ROUNDS, _FEWEST, _DRAWS = 1000, 200, 400_000
_TAIL = 0.025


def bootstrap_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The 95 % interval of the mean of values taken to be one sample of many.

    Args:
        values: Fidelity of each sentence, 0..100.

    Returns:
        Lower and upper end, rounded to one decimal; None for fewer than two values. The same values
        in the same order always give the same interval.
    """
    count = len(values)
    if count < 2:
        return None
    rng = random.Random(_SEED)
    rounds = max(_FEWEST, min(_ROUNDS, _DRAWS // count))
    means = sorted(math.fsum(rng.choices(values, k=count)) / count for _ in range(rounds))
    low, high = means[int(_TAIL * rounds)], means[min(rounds - 1, math.ceil((1 - _TAIL) * rounds) - 1)]
    return round(low, 1), round(high, 1)
