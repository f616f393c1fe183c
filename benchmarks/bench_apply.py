"""What accepting every first suggestion does to an article: nothing new may be found, most of the penalty goes.

    python benchmarks/bench_apply.py            # the seed, and the development articles where they are
    python benchmarks/bench_apply.py --check    # exit 1 on a new finding, or under 60 % on the seed

Suggestions are taken in the order of the text; one that overlaps an earlier one is left, as in the
report. A finding of the corrected text is new if no finding of the same rule touches the same words
of the original. The development articles (MTAUDIT_DEV) are audited against their English source.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from mtaudit.corrections.correct import changed_lines, check_decisions, correct
from mtaudit.corrections.decisions import Decision
from mtaudit.model import SEVERITY_WEIGHT, Document, DocumentReport, Finding
from mtaudit.options import AuditOptions
from mtaudit.pipeline import Auditor
from mtaudit.scorer.post_editing import post_editing_effort
from mtaudit.text.readers import document_from_text, read_document

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "cessez-le-feu-ukraine-2025-03-14.fr.txt"
#: The share of the seed's MQM penalty that suggestions must remove.
SEED_SHARE = 0.6


@dataclass(frozen=True)
class Outcome:
    """One article before and after."""

    name: str
    before: DocumentReport
    after: DocumentReport
    accepted: int
    new: list[Finding]
    ter: float

    @property
    def removed(self) -> float:
        """The share of the penalty points that is gone, 0..1."""
        points = penalty(self.before)
        return 1 - penalty(self.after) / points if points else 1.0


def main() -> int:
    """Prints a table and what is new; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="exit 1 where the goals are missed")
    parser.add_argument("--fast", action="store_true", help="without the parser")
    arguments = parser.parse_args()
    outcomes = [measure("seed", SEED, references=(ROOT / "references",), fast=arguments.fast)]
    for french in sorted(dev_folder().glob("text/*.fr.txt")):
        english = french.with_name(french.name.replace(".fr.", ".en."))
        if english.exists():
            outcomes.append(
                measure(french.name.removesuffix(".fr.txt")[:25], french, source=english, fast=arguments.fast)
            )
    print(
        f"{'article':26}{'found':>6}{'taken':>7}{'left':>6}{'new':>5}{'points':>8}{'after':>7}{'gone':>7}{'TER':>7}"
    )
    for each in outcomes:
        found, left = len(each.before.findings), len(each.after.findings)
        print(
            f"{each.name:26}{found:6}{each.accepted:7}{left:6}{len(each.new):5}{penalty(each.before):8}"
            f"{penalty(each.after):7}{each.removed:7.0%}{each.ter:7.2f}"
        )
    for each in outcomes:
        for finding in each.new:
            print(f"new in {each.name}: {finding.rule} {finding.text!r}: {finding.message}")
    failed = any(each.new for each in outcomes) or outcomes[0].removed < SEED_SHARE
    return 1 if arguments.check and failed else 0


def dev_folder() -> Path:
    """The folder of the development data, which need not be there."""
    return Path(os.environ.get("MTAUDIT_DEV", ROOT.parent / "shared" / "dev"))


def penalty(report: DocumentReport) -> int:
    """MQM penalty points of a document."""
    return sum(SEVERITY_WEIGHT[finding.severity] for finding in report.findings)


def measure(
    name: str, path: Path, *, references: tuple[Path, ...] = (), source: Path | None = None, fast: bool
) -> Outcome:
    """Audits an article, takes every first suggestion, and audits what comes of it."""
    auditor = Auditor(references=references, source=source, options=AuditOptions(fast=fast))
    document = read_document(path)
    before = auditor.audit(document)
    taken = check_decisions(document.text, first_suggestions(before), name)
    corrected = document_from_text(correct(document.text, taken), path=document.path, format=document.format)
    after = auditor.audit(corrected)
    return Outcome(
        name=name,
        before=before,
        after=after,
        accepted=len(taken),
        new=new_findings(document, before, after, taken),
        ter=post_editing_effort(changed_lines(document.text, taken)).ter,
    )


def first_suggestions(report: DocumentReport) -> list[Decision]:
    """The first suggestion of every finding, as an editor would accept them from top to bottom."""
    taken: list[Decision] = []
    for finding in sorted(report.findings, key=lambda each: (each.start, each.end)):
        if not finding.suggestions or (taken and finding.start < taken[-1].end):
            continue
        taken.append(
            Decision(
                id="",
                rule=finding.rule,
                start=finding.start,
                end=finding.end,
                text=finding.text,
                action="accept",
                replacement=finding.suggestions[0],
                reason=None,
            )
        )
    return taken


def new_findings(
    document: Document, before: DocumentReport, after: DocumentReport, taken: tuple[Decision, ...]
) -> list[Finding]:
    """Findings of the corrected text that the original did not have in that place."""
    known: dict[str, list[tuple[int, int]]] = {}
    for finding in before.findings:
        known.setdefault(finding.rule, []).append((finding.start, finding.end))
    new = []
    for finding in after.findings:
        start, end = original_place(finding.start, taken), original_place(finding.end, taken, at_end=True)
        if not any(
            start <= other_end and other_start <= end
            for other_start, other_end in known.get(finding.rule, [])
        ):
            new.append(finding)
    return new


def original_place(offset: int, taken: tuple[Decision, ...], *, at_end: bool = False) -> int:
    """An offset of the corrected text in the original; inside a replacement, its start or end."""
    shift = 0
    for each in taken:
        start = each.start + shift
        end = start + len(each.replacement or "")
        if offset < start or (offset == start and at_end):
            break
        if offset < end or (offset == end and at_end):
            return each.end if at_end else each.start
        shift += len(each.replacement or "") - (each.end - each.start)
    return offset - shift


if __name__ == "__main__":
    sys.exit(main())
