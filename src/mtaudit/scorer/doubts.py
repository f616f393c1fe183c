"""What speaks softly against a sentence that has its true source beside it, and what it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: What one unit of each doubt takes: the share left is exp of minus the sum.
WEIGHTS: dict[str, float] = {
    "length": 0.5,
    "facts": 0.06,
    "names": 0.05,
    "denials": 0.06,
    "senses": 0.08,
}
#: However many doubts there are of one kind, they count as no more than this many.
MOST = 5.0
#: A figure that is only near, rounded or converted, is this much of a doubt.
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Doubts:
    """What speaks softly against a sentence.

    Attributes:
        length: How far its length is beyond the tolerance, in log units, signed: below 0 is too short.
        facts: Figures and pieces of dates that only one side has, as written.
        near: How many figures are only near to the English ones.
        names: Parts of names that only one side has, as written.
        denials: By how many the counts of denials differ.
        senses: Pairs of a French word and the English word that it is often wrong for.
    """

    length: float = 0.0
    facts: tuple[str, ...] = ()
    near: int = 0
    names: tuple[str, ...] = ()
    denials: float = 0.0
    senses: tuple[tuple[str, str], ...] = ()

    @property
    def correspondence(self) -> float:
        """What they leave, 0..1: 1 without doubts, less for every further one."""
        counts = {
            "length": abs(self.length),
            "facts": len(self.facts) + _NEAR * self.near,
            "names": len(self.names),
            "denials": self.denials,
            "senses": len(self.senses),
        }
        # Rises with every doubt, but never beyond MOST.
        sums = (WEIGHTS[kind] * MOST * (1.0 - math.exp(-count / MOST)) for kind, count in counts.items())
        return math.exp(-math.fsum(sums))

    @property
    def reasons(self) -> tuple[str, ...]:
        """The doubts in words, the ones worth telling."""
        told = []
        if self.length:
            told.append(f"much {'longer' if self.length > 0 else 'shorter'} than the source")
        if self.facts:
            told.append(f"on one side only: {', '.join(self.facts)}")
        if self.names:
            told.append(f"names on one side only: {', '.join(self.names)}")
        if self.denials >= 1.0:
            told.append("denied on one side only")
        told += [f"{french!r} is often wrong for {english!r}" for french, english in self.senses]
        return tuple(told)


NO_DOUBTS = Doubts()
