"""What each detector rule finds: false alarms on native news, hits on human and machine lines.

    python benchmarks/bench_detectors.py                # the GRA family
    python benchmarks/bench_detectors.py --family TYP --stride 4
    python benchmarks/bench_detectors.py --show GRA003  # and every native hit of one rule

Native hits per 1,000 words are an upper bound of false alarms: edited news has slips of its own,
so read them (``--show``) before a rule is blamed. ``read`` counts hits that overlap a fault marked
by hand. Lines run without their English unless ``--source`` is given.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict

from corpus import ENGINES, Line, load
from try_rules import load_pack

from mtaudit.detector.context import NO_ENGLISH, English, make_context
from mtaudit.detector.detect import Detection
from mtaudit.model import Sentence
from mtaudit.text.words import count_words


class _Family:
    """The rules of one family, run without the others: patterns and code detectors."""

    def __init__(self, family: str) -> None:
        self.pack: Detection = load_pack([])
        rules = self.pack.rule_set.rules
        self.numbers = frozenset(n for n, rule in enumerate(rules) if rule["id"].startswith(family))
        self.ids = sorted(rules[n]["id"] for n in self.numbers)
        self.names = {rules[n]["id"]: rules[n]["name"] for n in self.numbers}
        self.code = [each for each in self.pack.code_detectors if set(each.rules) & set(self.ids)]

    def find(self, line: Line, source: bool) -> list[tuple[str, int, int]]:
        """Rule, start and end of every hit in a line."""
        english = English((line.english,), is_source=True) if source and line.english else NO_ENGLISH
        sentence = Sentence(0, 0, len(line.french), line.french)
        context = make_context(sentence, self.pack.lexicon, english)
        hits = [(f.rule, f.start, f.end) for f in self.pack.rule_set.find(context, self.numbers)]
        for each in self.code:
            hits += [
                (hit.rule, hit.start, hit.end) for hit in each.function(context) if hit.rule in self.names
            ]
        return hits


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--family", default="GRA")
    parser.add_argument("--stride", type=int, default=1, help="every n-th machine line only")
    parser.add_argument("--source", action="store_true", help="give each line its English")
    parser.add_argument(
        "--show", default="", help="print every native and human hit of these rules (a prefix)"
    )
    args = parser.parse_args()
    family = _Family(args.family)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    words: Counter[str] = Counter()
    lines = 0
    seconds = 0.0
    for number, line in enumerate(load().lines):
        kind = "machine" if line.kind in ENGINES else line.kind
        if kind == "machine" and number % args.stride:
            continue
        words[kind] += count_words(line.french)
        lines += 1
        begun = time.perf_counter()
        hits = family.find(line, args.source)
        seconds += time.perf_counter() - begun
        for rule, start, end in hits:
            counts[rule][kind] += 1
            if kind == "read" and any(s < end and start < e for s, e in line.gold):
                counts[rule]["right"] += 1
            if args.show and rule.startswith(args.show) and kind in ("native", "human"):
                print(f"{rule} {line.id}: {line.french[max(0, start - 60) : start]}[{line.french[start:end]}]"
                      f"{line.french[end : end + 40]}")  # fmt: skip
    print(
        f"{'rule':8s} {'name':34s} {'native':>7s} {'/1000w':>7s} {'human':>6s} {'machine':>8s} {'read':>9s}"
    )
    total: Counter[str] = Counter()
    for rule in family.ids:
        row = counts[rule]
        total += row
        per = 1000 * row["native"] / max(1, words["native"])
        print(f"{rule:8s} {family.names[rule]:34s} {row['native']:7d} {per:7.4f} {row['human']:6d} {row['machine']:8d} "
              f"{row['right']:4d}/{row['read']:<4d}")  # fmt: skip
    per = 1000 * total["native"] / max(1, words["native"])
    print(f"{'all':43s} {total['native']:7d} {per:7.4f} {total['human']:6d} {total['machine']:8d} "
          f"{total['right']:4d}/{total['read']:<4d}")  # fmt: skip
    print(f"{lines} lines, {lines / max(seconds, 1e-9):.0f} lines/s; native words {words['native']}")


if __name__ == "__main__":
    main()
