"""Measures how far each rule can be trusted and writes it into the pack.

    python benchmarks/calibrate.py            # prints what would change
    python benchmarks/calibrate.py --write    # writes packs/en_fr/confidence.toml

A rule's confidence is the share of its findings that are right, estimated from all there is:

* findings on the hand-marked lines of ``marked/read``, right where they touch a marked fault;
* the verdicts of a second reader, in ``judgements.tsv``;
* how much more often it fires on machine lines than on human translations and native news, word for
  word: what it finds in all three alike is no artefact of translation. Worth up to `CORPUS_WEIGHT`
  findings, because people slip too;
* and the mean of its family by that reader, worth `PRIOR_WEIGHT` findings (a beta prior), which is all
  that a rule without a finding has.

``marked/check`` is not used: it measures.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from corpus import ENGINES, Line, dev_folder, load

from mtaudit.detector.context import NO_ENGLISH, English, make_context
from mtaudit.detector.detect import Detection
from mtaudit.detector.rules.source import FAMILIES
from mtaudit.model import Sentence
from mtaudit.packs.tables import PAIR
from mtaudit.text.words import count_words

HERE = Path(__file__).resolve().parent
TABLE = HERE.parent / "src" / "mtaudit" / "packs" / PAIR / "confidence.toml"
#: How many findings the mean of the family is worth, and the mean of all for a family.
PRIOR_WEIGHT, FAMILY_WEIGHT = 4.0, 10.0
#: What the corpus is worth at most, in findings; it takes `CORPUS_FULL` machine findings to be worth that.
CORPUS_WEIGHT, CORPUS_FULL = 4.0, 20
#: A rule below this is shown to nobody: it belongs in preview. One is never quite sure either.
LEAST, MOST = 0.5, 0.98
#: A rule with as many findings and an estimate below `LEAST` should go to preview.
ENOUGH = 4


@dataclass
class Record:
    """What is known of one rule, in findings."""

    right: float = 0.0
    wrong: float = 0.0
    machine: int = 0
    people: int = 0

    @property
    def judged(self) -> float:
        """Findings with a verdict."""
        return self.right + self.wrong

    def corpus(self, words: Counter[str]) -> tuple[float, float]:
        """The share of machine findings beyond what people's texts have, and what that is worth."""
        if not self.machine:
            return 0.0, 0.0
        machine = self.machine / words["machine"]
        people = self.people / words["people"]
        weight = CORPUS_WEIGHT * min(1.0, self.machine / CORPUS_FULL)
        return max(0.0, 1.0 - people / machine), weight


def observed() -> tuple[dict[str, Record], Counter[str]]:
    """Runs the whole pack, previews too, over the corpus; every line with its source, if it has one.

    Returns:
        What is known by rule, the second reader's verdicts included, and words by kind of text.
    """
    detection = Detection(preview=True, min_confidence=0.0)
    records: dict[str, Record] = defaultdict(Record)
    words: Counter[str] = Counter()
    verdicts = judgements()
    for line in load().lines:
        kind = "machine" if line.kind in ENGINES else "read" if line.kind == "read" else "people"
        words[kind] += count_words(line.french)
        for rule, start, end in _findings(detection, line):
            record = records[rule]
            # A verdict on a finding that is no longer made says nothing of the rule as it is.
            good = verdicts.get((line.id, rule, start, end))
            if good is not None:
                record.right += good
                record.wrong += 1.0 - good
            if kind == "machine":
                record.machine += 1
            elif kind == "people":
                record.people += 1
            elif any(begin < end and start < finish for begin, finish in line.gold):
                record.right += 1
            else:
                record.wrong += 1
    return records, words


def _findings(detection: Detection, line: Line) -> list[tuple[str, int, int]]:
    english = English((line.english,), is_source=True) if line.english else NO_ENGLISH
    context = make_context(Sentence(0, 0, len(line.french), line.french), detection.lexicon, english)
    return [(each.rule, each.start, each.end) for each in detection.detect_in(context)]


def judgements() -> dict[tuple[str, str, int, int], float]:
    """The second reader's verdicts by line, rule, start and end: 1 right, 0 wrong, unsure in between."""
    rows = [row.split("\t") for row in (HERE / "judgements.tsv").read_text(encoding="utf-8").splitlines()]
    return {
        (line, rule, int(start), int(end)): {"right": 1.0, "unsure": 0.5}.get(verdict, 0.0)
        for _, line, rule, start, end, verdict in rows
    }


def family_means() -> dict[str, float]:
    """The share of right findings by family, drawn to the share of all.

    By the second reader alone, mended rules and all: the marked lines of ``read`` were there to learn
    from, so that they flatter.
    """
    right: dict[str, float] = defaultdict(float)
    judged: Counter[str] = Counter()
    for (_, rule, _, _), good in judgements().items():
        for key in (rule[:3], "all"):
            right[key] += good
            judged[key] += 1
    overall = right["all"] / max(1, judged["all"])
    return {
        family: (right[family] + FAMILY_WEIGHT * overall) / (judged[family] + FAMILY_WEIGHT)
        for family in FAMILIES
        if family != "FID"
    }


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name} of the pack")
    args = parser.parse_args()
    dev_folder()
    records, words = observed()
    means = family_means()
    table: dict[str, float] = {}
    for rule in sorted(records):
        record = records[rule]
        share, weight = record.corpus(words)
        total = PRIOR_WEIGHT * means[rule[:3]] + record.right + weight * share
        estimate = total / (PRIOR_WEIGHT + record.judged + weight)
        table[rule] = round(min(MOST, max(LEAST, estimate)), 2)
        if estimate < LEAST and record.judged + weight >= ENOUGH:
            print(f"{rule} {estimate:.2f}: preview? right {record.right:g}, wrong {record.wrong:g}, "
                  f"machine {record.machine}, people {record.people}")  # fmt: skip
    lines = [
        "# How far each rule can be trusted: the measured share of right findings.",
        "# Written by benchmarks/calibrate.py, never by hand. A rule that is not here has its family's figure.",
        "",
        "[family]",
        *(f"{family} = {means[family]:.2f}" for family in sorted(means)),
        "",
        "[rule]",
        *(f"{rule} = {value:.2f}" for rule, value in table.items()),
    ]
    text = "\n".join(lines) + "\n"
    print(f"{len(table)} rules with findings; families: "
          + "  ".join(f"{family} {means[family]:.2f}" for family in sorted(means)))  # fmt: skip
    if args.write:
        TABLE.write_text(text, encoding="utf-8")
        print(f"written: {TABLE}")
    elif not TABLE.exists() or TABLE.read_text(encoding="utf-8") != text:
        print("confidence.toml differs from these figures: --write")


if __name__ == "__main__":
    main()
