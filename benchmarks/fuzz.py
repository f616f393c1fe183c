"""Throws random and mutated inputs at the package and counts what comes of them.

    python benchmarks/fuzz.py [N] [--seed S]

Texts, configurations, rules, baselines, suppressions and decisions (see tests/fuzz_targets.py).
Stops with 1 when an attempt fails, after all of them; each failure is named by its seed, and
``python benchmarks/fuzz.py 1 --seed SEED`` repeats it.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from fuzz_targets import attempt


def main() -> None:
    """Prints the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    outcomes: Counter[str] = Counter()
    failures: dict[str, str] = {}
    slowest = 0.0
    for seed in range(args.seed, args.seed + args.count):
        began = time.perf_counter()
        try:
            outcomes[attempt(seed)] += 1
        except Exception as error:
            outcomes["FAILED"] += 1
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
            failures.setdefault(where, f"seed {seed}: {where}: {str(error)[:200]}")
        slowest = max(slowest, time.perf_counter() - began)
    for outcome, count in sorted(outcomes.items()):
        print(f"{outcome:32s} {count:7d}")
    print(f"{'attempts':32s} {args.count:7d}, slowest {slowest:.2f} s, failures {outcomes['FAILED']}")
    for line in failures.values():
        print(line)
    if failures:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
