"""How well the aligner finds counterparts, on documents put together from public WMT news.

    python benchmarks/bench_mining.py [--part report|tune] [--documents N] [--encoder use] [--json FILE]

Needs the development data (``wmt08-11.tsv.gz`` with the English source and four engines' French) in
the folder that MTAUDIT_DEV names, by default ``../shared/dev`` beside the repository; without it the
benchmark says so and ends. The thresholds were chosen on the part ``tune`` (2008, 2009), the reported
figures are of the part ``report`` (2010, 2011).

Mining: 40 consecutive lines of French, each from one of four engines; 70 % of their English, shuffled
with 100 English lines of other documents. For each French line: which counterpart, or none?

Ordered: 40 consecutive lines; 10 % of the English lines merged with the next, 5 % dropped, 5 % added
from elsewhere, and as many French ones merged. Strict F1 of the groups that stand for each other.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mtaudit.aligner import Encoder, ReferenceText, get_encoder
from mtaudit.aligner.mining import mine
from mtaudit.aligner.ordered import beads
from mtaudit.model import Sentence

ROOT = Path(__file__).resolve().parent.parent
PARTS = {"tune": ("wmt08", "wmt09"), "report": ("wmt10", "wmt11")}
LINES = 40
KEPT = 0.7
STRANGERS = 100
MERGED, DROPPED, ADDED = 0.10, 0.05, 0.05


@dataclass(frozen=True)
class Line:
    """One line of the data: the English and four machine translations."""

    english: str
    engines: tuple[str, ...]


@dataclass
class Tally:
    """Counts of right, given and expected answers."""

    right: int = 0
    given: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        """Share of the given that is right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected that was found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def load(part: str) -> list[Line] | None:
    """Lines of one part of the data in order, or None when the data is not there."""
    folder = Path(os.environ.get("MTAUDIT_DEV", ROOT.parent / "shared" / "dev"))
    path = folder / "wmt08-11.tsv.gz"
    if not path.is_file():
        return None
    lines: list[Line] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in (text.rstrip("\n").split("\t") for text in file):
            if row[0].startswith(PARTS[part]) and row[1].strip() and all(row[3:7]):
                lines.append(Line(row[1], tuple(row[3:7])))
    return lines


def numbered(texts: Sequence[str]) -> tuple[Sentence, ...]:
    """Sentences of which only the text matters."""
    return tuple(Sentence(place, 0, len(text), text) for place, text in enumerate(texts))


def measure_mining(lines: Sequence[Line], documents: int, encoder: Encoder) -> dict[str, float]:
    """Print nothing; return F1, precision, recall, none precision and recall, and speed."""
    rng = random.Random(20250314)
    pairs, nones, sentences, seconds = Tally(), Tally(), 0, 0.0
    for start in rng.sample(range(0, len(lines) - LINES, LINES), documents):
        document = lines[start : start + LINES]
        french = [rng.choice(line.engines) for line in document]
        kept = set(rng.sample(range(LINES), round(LINES * KEPT)))
        outside = [*range(max(0, start - LINES)), *range(start + 2 * LINES, len(lines))]
        pool: list[tuple[str, int]] = [(document[place].english, place) for place in sorted(kept)]
        pool += [(lines[place].english, -1) for place in rng.sample(outside, STRANGERS)]
        rng.shuffle(pool)
        half = len(pool) // 2
        references = [
            ReferenceText("a", numbered([text for text, _ in pool[:half]])),
            ReferenceText("b", numbered([text for text, _ in pool[half:]])),
        ]
        before = time.perf_counter()
        answers = mine(numbered(french), references, encoder)
        seconds += time.perf_counter() - before
        sentences += len(french) + len(pool)
        for place, answer in enumerate(answers):
            there = place in kept
            pairs.expected += there
            nones.expected += not there
            if not answer:
                nones.given += 1
                nones.right += not there
                continue
            pairs.given += 1
            offset = half if answer[0].reference == "b" else 0
            pairs.right += there and pool[answer[0].index + offset][1] == place
    return {
        "f1": pairs.f1,
        "precision": pairs.precision,
        "recall": pairs.recall,
        "none_precision": nones.precision,
        "none_recall": nones.recall,
        "sentences_per_second": sentences / seconds,
    }


Group = tuple[tuple[int, ...], tuple[int, ...]]


def disturb(
    document: Sequence[Line], elsewhere: Sequence[Line], rng: random.Random
) -> tuple[list[str], list[str], set[Group]]:
    """Merge, drop and add lines; return French, English, and the groups that stand for each other."""
    french: list[str] = []
    english: list[str] = []
    groups: set[Group] = set()
    place = 0
    while place < len(document):
        first = document[place]
        draw = rng.random()
        if draw < MERGED and place + 1 < len(document):
            second = document[place + 1]
            both_f = [rng.choice(first.engines), rng.choice(second.engines)]
            both_e = [first.english, second.english]
            if rng.random() < 0.5:
                both_f = [" ".join(both_f)]
            else:
                both_e = [" ".join(both_e)]
            groups.add((_places(french, both_f), _places(english, both_e)))
            french += both_f
            english += both_e
            place += 2
            continue
        if draw < MERGED + DROPPED:
            french.append(rng.choice(first.engines))
        else:
            if draw < MERGED + DROPPED + ADDED:
                english.append(rng.choice(elsewhere).english)
            groups.add((_places(french, [""]), _places(english, [""])))
            french.append(rng.choice(first.engines))
            english.append(first.english)
        place += 1
    return french, english, groups


def _places(texts: Sequence[str], new: Sequence[str]) -> tuple[int, ...]:
    return tuple(range(len(texts), len(texts) + len(new)))


def measure_ordered(lines: Sequence[Line], documents: int, encoder: Encoder) -> dict[str, float]:
    """Return strict F1 of the groups and the speed."""
    rng = random.Random(20250314)
    tally, sentences, seconds = Tally(), 0, 0.0
    for start in rng.sample(range(0, len(lines) - LINES, LINES), documents):
        french, english, groups = disturb(lines[start : start + LINES], lines, rng)
        before = time.perf_counter()
        found = {
            (tuple(range(*bead.french)), tuple(range(*bead.english)))
            for bead in beads(french, english, encoder)
        }
        seconds += time.perf_counter() - before
        sentences += len(french) + len(english)
        tally.expected += len(groups)
        tally.given += len(found)
        tally.right += len(groups & found)
    return {
        "f1": tally.f1,
        "precision": tally.precision,
        "recall": tally.recall,
        "sentences_per_second": sentences / seconds,
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--part", choices=sorted(PARTS), default="report")
    parser.add_argument("--documents", type=int, default=30)
    parser.add_argument("--encoder", default="use")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    lines = load(options.part)
    if lines is None:
        print("bench_mining: skipped, no development data (set MTAUDIT_DEV to its folder)", file=sys.stderr)
        return 0
    encoder = get_encoder(options.encoder)
    before = time.perf_counter()
    encoder.encode(["warm up"])
    result = {
        "load": {"seconds": time.perf_counter() - before},
        "mining": measure_mining(lines, options.documents, encoder),
        "ordered": measure_ordered(lines, options.documents, encoder),
    }
    print(f"encoder {encoder.name}, part {options.part}, {options.documents} documents")
    for task, figures in result.items():
        print(f"{task:8}", "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
