"""French word groups that engines write and human translators do not, with the English behind them.

    python benchmarks/mine.py > mined.tsv

One group a line, the most telling first: score, lines where engines write it, lines where the
human translation of the same corpus has it, lines of native news, the English word group that
goes with it and the share of the lines where it stands in the source. Use it to choose what to
write rules about: a group is no rule, and the words of the corpus stay out of the project.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from corpus import dev_folder, native_lines, parallel_lines

from mtaudit.text.tokens import tokenise


def groups(words: list[str], longest: int) -> Iterator[str]:
    """Word groups of 1 to ``longest`` words."""
    for size in range(1, longest + 1):
        for at in range(len(words) - size + 1):
            yield " ".join(words[at : at + size])


def french_groups(text: str) -> set[str]:
    """Groups of up to four words, none across punctuation."""
    found: set[str] = set()
    run: list[str] = []
    for token in [*tokenise(text), None]:
        if token is not None and token.kind == "word":
            run.append(token.norm)
        elif token is None or token.kind != "quote":
            found.update(groups(run, 4))
            run = []
    return found


def main() -> None:
    """Prints the ranked table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--least", type=int, default=3, help="lines of engines at the least")
    parser.add_argument("--most", type=int, default=6000, help="rows")
    args = parser.parse_args()
    folder = dev_folder()
    native: Counter[str] = Counter()
    for line in native_lines(folder):
        native.update(french_groups(line.french))
    machine: Counter[str] = Counter()
    human: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    english: dict[str, set[str]] = {}
    for line in parallel_lines(folder):
        source = line.id.rsplit(":", 1)[0]
        if source not in english:
            english[source] = set(groups(re.findall(r"[a-z]+(?:['-][a-z]+)*", line.english.lower()), 4))
        found = french_groups(line.french)
        if line.kind == "human":
            human.update(found)
        else:
            for group in found:
                if source not in where[group]:
                    where[group].add(source)
                    machine[group] += 1
    frequency: Counter[str] = Counter()
    for each in english.values():
        frequency.update(each)
    rows = []
    for group, count in machine.items():
        others = human[group] + native[group] / 2
        if count < args.least or count < 4 * (others + 0.5):
            continue
        shared: Counter[str] = Counter()
        for source in where[group]:
            shared.update(english[source])
        best = max(
            shared,
            key=lambda each: (shared[each] * math.log(len(english) / frequency[each]), len(each)),
            default="",
        )
        score = count * math.log((count + 0.5) / (others + 0.5))
        share = shared[best] / count if best else 0.0
        rows.append((score, count, human[group], native[group], group, best, share))
    rows.sort(key=lambda row: (-row[0], row[4]))
    for score, count, by_human, by_native, group, behind, share in rows[: args.most]:
        print(f"{score:.1f}\t{count}\t{by_human}\t{by_native}\t{group}\t{behind}\t{share:.2f}")


if __name__ == "__main__":
    main()
