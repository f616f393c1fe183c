"""Quality on the development data, in one table.

    python benchmarks/bench_quality.py            # everything
    python benchmarks/bench_quality.py --seed     # the seed only, with what is missed and spurious
    python benchmarks/bench_quality.py --check    # the measuring part of the marked lines too

Gold spans are what one editor marked. Hit recall: gold spans that a finding overlaps; hit
precision: findings that overlap a gold span, optional ones included; weighted: spans count 1, 5
or 25 by severity.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import Line, dev_folder, native_lines, parallel_lines

from mtaudit.batch import audit_files
from mtaudit.detector.context import English, make_context
from mtaudit.detector.detect import Detection
from mtaudit.model import SEVERITY_WEIGHT, Finding, Sentence
from mtaudit.options import AuditOptions
from mtaudit.text.words import count_words

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Score:
    """Counts over one or more documents."""

    gold: int = 0
    hit: int = 0
    weight: float = 0
    weight_hit: float = 0
    findings: int = 0
    right: int = 0
    by_category: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    wrong_by_rule: Counter[str] = field(default_factory=Counter)
    right_by_rule: Counter[str] = field(default_factory=Counter)

    def add(
        self, findings: Sequence[Finding], spans: Sequence[dict[str, Any]], listing: bool = False
    ) -> None:
        """Adds one document."""
        for span in spans:
            if span.get("optional"):
                continue
            hit = any(overlaps(finding, span) for finding in findings)
            weight = SEVERITY_WEIGHT[span["severity"]]
            self.gold += 1
            self.hit += hit
            self.weight += weight
            self.weight_hit += weight * hit
            counts = self.by_category[span["category"].split("/")[0]]
            counts[0] += hit
            counts[1] += 1
            if listing and not hit:
                print(
                    f"  missed   {span['severity']:8s} {span['category']:28s} {span['text']!r} -> {span.get('suggestion')!r}"
                )
        for finding in findings:
            right = any(overlaps(finding, span) for span in spans)
            self.findings += 1
            self.right += right
            (self.right_by_rule if right else self.wrong_by_rule)[finding.rule] += 1
            if listing and not right:
                print(f"  spurious {finding.rule} {finding.text!r}: {finding.message}")

    def line(self, name: str) -> str:
        """One row of the table."""
        return (
            f"{name:34s} gold {self.gold:5d}  hit recall {self.hit / max(1, self.gold):.3f}  "
            f"weighted {self.weight_hit / max(1, self.weight):.3f}  findings {self.findings:4d}  "
            f"hit precision {self.right / max(1, self.findings):.3f}"
        )


def overlaps(finding: Finding, span: dict[str, Any]) -> bool:
    """Whether a finding and a gold span share a character."""
    return finding.start < span["end"] and span["start"] < finding.end


def gold_of(path: Path) -> list[dict[str, Any]]:
    """The gold spans of one document."""
    spans: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["spans"]
    return spans


def audited(text: Path, options: AuditOptions, **english: Any) -> tuple[Finding, ...]:
    """The findings of one document."""
    return audit_files([text], options=options, **english).documents[0].findings


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", action="store_true", help="the seed only")
    parser.add_argument("--check", action="store_true", help="score marked/check too (do not read it)")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--list", action="store_true", help="what is missed and spurious")
    parser.add_argument(
        "--rules", action="store_true", help="right and wrong findings by rule on marked/read"
    )
    parser.add_argument("--lines", type=int, default=3000, help="source lines for the engines' columns")
    parser.add_argument("--native", type=int, default=4000, help="lines of native French (0: all)")
    args = parser.parse_args()
    folder = dev_folder()
    options = AuditOptions(fast=args.fast, language="fr")

    seed, seed_gold = folder / "text" / "seed.fr.txt", gold_of(folder / "gold" / "seed.json")
    for name, english in (
        ("seed, with references", {"references": [ROOT / "references"]}),
        ("seed, French alone", {}),
    ):
        score = Score()
        score.add(audited(seed, options, **english), seed_gold, args.list or args.seed)
        print(score.line(name), flush=True)
    if args.seed:
        return

    for name, with_source in (("six articles, French alone", False), ("six articles, with source", True)):
        score = Score()
        for gold in sorted((folder / "gold").glob("[0-9]*.json")):
            text = folder / "text" / f"{gold.stem}.fr.txt"
            english = {"source": folder / "text" / f"{gold.stem}.en.txt"} if with_source else {}
            score.add(audited(text, options, **english), gold_of(gold), args.list)
        print(score.line(name), flush=True)

    for part in ("read", *(("check",) if args.check else ())):
        for name, with_source in (
            (f"marked/{part}, French alone", False),
            (f"marked/{part}, with source", True),
        ):
            score = Score()
            for gold in sorted((folder / "marked" / part).glob("t*.json")):
                english = {"source": gold.with_suffix(".en.txt")} if with_source else {}
                score.add(
                    audited(gold.with_suffix(".fr.txt"), options, **english),
                    gold_of(gold),
                    args.list and part == "read",
                )
            print(score.line(name), flush=True)
            for category, (hit, count) in sorted(score.by_category.items()):
                print(f"    {category:28s} {hit}/{count}")
            if args.rules and part == "read":
                for rule in sorted({*score.right_by_rule, *score.wrong_by_rule}):
                    print(f"    {rule} right {score.right_by_rule[rule]} wrong {score.wrong_by_rule[rule]}")

    native(options, native_lines(folder)[: args.native or None])
    columns(parallel_lines(folder), args.lines)


def columns(lines: Sequence[Line], count: int) -> None:
    """Prints MQM penalty by engine, false alarms in human translations, and the contrast.

    Every ``step``-th source line is taken, with its English as the true source.
    """
    detection = Detection()
    sources = sorted({line.id.rsplit(":", 1)[0] for line in lines})
    chosen = set(sources[:: max(1, len(sources) // count)])
    penalty: Counter[str] = Counter()
    words: Counter[str] = Counter()
    found: Counter[str] = Counter()
    typography: Counter[str] = Counter()
    flagged: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        source, _, kind = line.id.rpartition(":")
        if source not in chosen:
            continue
        context = make_context(
            Sentence(0, 0, len(line.french), line.french),
            detection.lexicon,
            English((line.english,), is_source=True),
        )
        findings = detection.detect_in(context)
        words[kind] += count_words(line.french)
        penalty[kind] += sum(SEVERITY_WEIGHT[finding.severity] for finding in findings)
        found[kind] += len(findings)
        typography[kind] += sum(finding.rule.startswith("TYP") for finding in findings)
        if findings:
            flagged[kind].add(source)
    for kind in ("bergamot_tiny", "bergamot_base", "microsoft", "google", "human"):
        print(
            f"{kind:14s} {words[kind]} words, MQM penalty {penalty[kind] / words[kind] * 1000:.2f}, "
            f"{found[kind] / words[kind] * 1000:.2f} findings per 1,000 words "
            f"({(found[kind] - typography[kind]) / words[kind] * 1000:.2f} without typography)"
        )
    only_machine = len(flagged["bergamot_tiny"] - flagged["human"])
    only_human = len(flagged["human"] - flagged["bergamot_tiny"])
    share = only_machine / max(1, only_machine + only_human)
    print(f"contrast: of {only_machine + only_human} lines flagged on one side, the machine's in {share:.3f}")


def native(options: AuditOptions, lines: Sequence[Any]) -> None:
    """Prints false alarms per 1,000 words of edited native French, by family."""
    from mtaudit.pipeline import Auditor
    from mtaudit.text.readers import document_from_text

    auditor = Auditor(options=options)
    words = 0
    alarms: Counter[str] = Counter()
    for at in range(0, len(lines), 200):
        text = "\n".join(line.french for line in lines[at : at + 200])
        words += count_words(text)
        alarms.update(finding.rule[:3] for finding in auditor.audit(document_from_text(text)).findings)
    total = sum(alarms.values())
    families = "  ".join(f"{family} {count}" for family, count in sorted(alarms.items()))
    typography = alarms["TYP"]
    print(
        f"native French: {words} words, {total} alarms, {total / words * 1000:.2f} per 1,000 words "
        f"({(total - typography) / words * 1000:.2f} without typography): {families}"
    )


if __name__ == "__main__":
    main()
