"""What a team waits for in CI: 200 articles for the first time, again, and with one sentence changed.

    python benchmarks/bench_ci.py [--articles 200] [--jobs 1]

The development corpus (``MTAUDIT_DEV``, see corpus.py) is cut into articles of 25 lines, lines of
one engine each. Every run is a whole process that writes a JSON report; the three reports are held
against those of runs without the store.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import ENGINES, dev_folder, parallel_lines

LINES = 25
RUNS = 5


def cut(folder: Path, count: int) -> int:
    """Writes the articles; returns how many there are."""
    lines_of: dict[str, list[str]] = {engine: [] for engine in ENGINES}
    for line in parallel_lines(dev_folder()):
        if line.kind in lines_of:
            lines_of[line.kind].append(line.french)
    for number in range(count):
        chosen = lines_of[ENGINES[number % len(ENGINES)]][number * LINES : (number + 1) * LINES]
        (folder / f"article-{number:03d}.txt").write_text("\n\n".join(chosen) + "\n", encoding="utf-8")
    return count


def audit(folder: Path, cache: Path, report: Path, *options: str) -> float:
    """Seconds of one run as a whole process."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mtaudit", "audit", str(folder), "--quiet", "--format", "json",
         "--output", str(report), *options],
        check=True,
        env={**os.environ, "MTAUDIT_CACHE": str(cache)},
    )  # fmt: skip
    return time.perf_counter() - begin


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--jobs", default="1")
    args = parser.parse_args()
    options = ("--jobs", args.jobs)
    with tempfile.TemporaryDirectory() as name:
        folder, cache, report = Path(name, "articles"), Path(name, "cache"), Path(name, "report.json")
        folder.mkdir()
        count = cut(folder, args.articles)
        first = folder / "article-000.txt"
        audit(first, cache, report, "--no-cache")  # compiles the rules, which is not at issue here
        begin = audit(folder, cache, report, *options)
        made = report.read_bytes()
        again = min(audit(folder, cache, report, *options) for _ in range(RUNS))
        same = report.read_bytes() == made
        changed = []
        for number in range(RUNS):
            text = first.read_text(encoding="utf-8")
            first.write_text(f"Une phrase de plus, la {number + 1}e.\n\n{text}", encoding="utf-8")
            changed.append(audit(folder, cache, report, *options))
        kept = report.read_bytes()
        audit(folder, cache, report, "--no-cache", *options)
        same_after = report.read_bytes() == kept
    print(f"{count} articles of {LINES} lines, jobs {args.jobs}")
    print(f"first run                   {begin:6.2f} s")
    print(f"again                       {again:6.2f} s, {begin / again:.1f} times faster (at least 10)")
    print(f"one sentence changed        {min(changed):6.2f} s, {begin / min(changed):.1f} times faster")
    print(f"same reports as anew        {'yes' if same and same_after else 'NO'}")
    if not (same and same_after):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
