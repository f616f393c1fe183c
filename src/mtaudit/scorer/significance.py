"""Whether two systems differ by more than chance: approximate randomisation, and paired bootstrap.

Approximate randomisation (Noreen 1989; Riezler & Maxwell 2005 for translation) exchanges the two
systems' values of each unit at random and counts how often a gap as large comes out. The paired
bootstrap (Koehn 2004) resamples the units for an interval of the gap. Both are seeded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Values = NDArray[np.float64]

ROUNDS = 2000
_SEED = 12345
#: Units that are drawn in one go: bounds the memory for long texts.
_CELLS = 4_000_000

#: What a unit adds to a rate: points and what they are counted over (fidelity and 1; penalty and words).
Unit = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Difference:
    """The gap of two rates, second minus first.

    Attributes:
        gap: The gap.
        p: How often chance alone gives one as large, two-sided, 0..1.
        low: Lower end of the 95 % interval of the gap.
        high: Upper end.
    """

    gap: float
    p: float
    low: float
    high: float


def rate(units: Sequence[Unit]) -> float:
    """Points over their base, for all units together; 0 where there is no base."""
    base = sum(weight for _, weight in units)
    return sum(points for points, _ in units) / base if base else 0.0


def compare_rates(first: Sequence[Unit], second: Sequence[Unit], *, rounds: int = ROUNDS) -> Difference:
    """Compare two systems on the same units.

    Args:
        first: Each unit's points and base in one system.
        second: The same units in the other; where there are not as many, the units cannot be paired,
            and the test exchanges units freely.
        rounds: How often to draw.

    Returns:
        The gap with its p value and interval. The same input always gives the same answer.
    """
    import numpy as np

    one, other = np.array(first, dtype=np.float64), np.array(second, dtype=np.float64)
    gap = rate(second) - rate(first)
    if not len(one) or not len(other):
        return Difference(gap, 1.0, gap, gap)
    rng = np.random.default_rng(_SEED)
    paired = len(one) == len(other)
    by_chance: list[Values] = []
    resampled: list[Values] = []
    at_once = max(1, min(rounds, _CELLS // (len(one) + len(other))))
    for start in range(0, rounds, at_once):
        count = min(at_once, rounds - start)
        if paired:
            exchanged = (rng.random((count, len(one))) < 0.5).astype(np.float64)
            moved = exchanged @ (other - one)
            by_chance.append(_rates(other.sum(axis=0) - moved) - _rates(one.sum(axis=0) + moved))
            drawn = rng.multinomial(len(one), np.full(len(one), 1 / len(one)), size=count).astype(np.float64)
            resampled.append(_rates(drawn @ other) - _rates(drawn @ one))
        else:
            pool = np.concatenate([one, other])
            order = np.argsort(rng.random((count, len(pool))), axis=1)
            mine = pool[order[:, : len(one)]].sum(axis=1)
            by_chance.append(_rates(pool.sum(axis=0) - mine) - _rates(mine))
            resampled.append(_rates(_drawn(rng, other, count)) - _rates(_drawn(rng, one, count)))
    as_large = np.abs(np.concatenate(by_chance)) >= abs(gap) - 1e-12
    low, high = np.percentile(np.concatenate(resampled), [2.5, 97.5])
    return Difference(gap, float((as_large.sum() + 1) / (rounds + 1)), float(low), float(high))


def _rates(sums: Values) -> Values:
    import numpy as np

    return np.asarray(sums[:, 0] / np.where(sums[:, 1] == 0, 1.0, sums[:, 1]))


def _drawn(rng: np.random.Generator, units: Values, count: int) -> Values:
    import numpy as np

    shares = np.full(len(units), 1 / len(units))
    return np.asarray(rng.multinomial(len(units), shares, size=count).astype(np.float64) @ units)
