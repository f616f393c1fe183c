"""Precision by reading: findings drawn at random from machine lines, and what a second reader said of them.

    python benchmarks/read_findings.py draw --count 200 --seed 1 > to-read.txt   # with the corpus text
    python benchmarks/read_findings.py score                                      # the judgements kept here

``benchmarks/judgements.tsv`` keeps round, line id, rule, start, end and verdict (right, wrong, unsure)
of every finding read, without the corpus text. The share of right ones in a round is the precision of
the pack as it was then; what was wrong is mended afterwards, so that the share among those still given
flatters. ``score`` prints both.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from corpus import ENGINES, Line, dev_folder, parallel_lines

from mtaudit.detector.context import English, make_context
from mtaudit.detector.detect import Detection
from mtaudit.model import Finding, Sentence

JUDGEMENTS = Path(__file__).with_name("judgements.tsv")


def findings_in(detection: Detection, line: Line) -> tuple[Finding, ...]:
    """The findings of one line, with its English as the true source."""
    sentence = Sentence(0, 0, len(line.french), line.french)
    english = English((line.english,), is_source=True)
    return detection.detect_in(make_context(sentence, detection.lexicon, english))


def draw(count: int, seed: int) -> None:
    """Prints findings drawn evenly from all findings in machine lines."""
    detection = Detection()
    lines = [line for line in parallel_lines(dev_folder()) if line.kind in ENGINES]
    everything = [(line, finding) for line in lines for finding in findings_in(detection, line)]
    chosen = random.Random(seed).sample(everything, min(count, len(everything)))
    for line, finding in sorted(chosen, key=lambda each: (each[0].id, each[1].start)):
        text = line.french
        print(f"{line.id}\t{finding.rule}\t{finding.start}\t{finding.end}")
        print(f"  FR {text[: finding.start]}[[{finding.text}]]{text[finding.end :]}")
        print(f"  EN {line.english}")
        print(f"  {finding.severity} {finding.confidence}: {finding.message}. {finding.explanation}")
        print(f"  -> {' | '.join(finding.suggestions) or finding.hint}\n")


def score() -> None:
    """Prints, by round, the share of right findings as they were read, and of those still given."""
    rows = [row.split("\t") for row in JUDGEMENTS.read_text(encoding="utf-8").splitlines() if row]
    detection = Detection()
    lines = {line.id: line for line in parallel_lines(dev_folder())}
    for number in sorted({row[0] for row in rows}):
        read: Counter[str] = Counter()
        given: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        for _, name, rule, start, _, verdict in (row for row in rows if row[0] == number):
            read[verdict] += 1
            if any(
                each.rule == rule and each.start == int(start) for each in findings_in(detection, lines[name])
            ):
                given[verdict] += 1
                wrong[rule] += verdict == "wrong"
        print(f"second reader, round {number}: as read {_share(read)}; of those still given {_share(given)}")
        print(
            "  still wrong: " + ", ".join(f"{rule} {count}" for rule, count in wrong.most_common() if count)
        )


def _share(verdicts: Counter[str]) -> str:
    total = sum(verdicts.values())
    return (
        f"{verdicts['right']} right, {verdicts['unsure']} unsure, {verdicts['wrong']} wrong of {total}: "
        f"precision {verdicts['right'] / max(1, total):.3f}"
    )


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=["draw", "score"])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.action == "draw":
        draw(args.count, args.seed)
    else:
        score()


if __name__ == "__main__":
    main()
