"""Thresholds that break the gate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mtaudit.errors import UsageError
from mtaudit.model import SEVERITY_WEIGHT, Report

ALL = "ALL"

#: Whether a sentence, named by its document's path and its index, counts for the gate.
Counts = Callable[[str, int], bool]


@dataclass(frozen=True)
class Gate:
    """What an audit must not fall below.

    Attributes:
        fail_on: Severity from which on a finding breaks the gate.
        min_fidelity: Fidelity (0..100) that every document must reach.
        min_sentence_fidelity: Fidelity (0..100) that every sentence must reach.
        max_mqm_per_1000: Penalty points per 1,000 words that no document may exceed.
        max_findings: Family (or ``ALL``) to the number of findings allowed in the whole run.
    """

    fail_on: str | None = None
    min_fidelity: float | None = None
    min_sentence_fidelity: float | None = None
    max_mqm_per_1000: float | None = None
    max_findings: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.fail_on is not None and self.fail_on not in SEVERITY_WEIGHT:
            raise UsageError(f"--fail-on: unknown severity '{self.fail_on}'", "use minor, major or critical")

    def broken(self, report: Report, counts: Counts | None = None) -> list[str]:
        """One line for each gate that ``report`` breaks, with by how much.

        Args:
            report: The audit.
            counts: Which sentences count (path, index); a document's fidelity is then their mean,
                and one without any breaks nothing. All of them when None.
        """
        lines: list[str] = []
        findings = [finding for document in report.documents for finding in document.findings]
        if self.fail_on is not None:
            least = SEVERITY_WEIGHT[self.fail_on]
            grave = sum(SEVERITY_WEIGHT[finding.severity] >= least for finding in findings)
            if grave:
                lines.append(
                    f"{grave} finding{'s' if grave != 1 else ''} of severity {self.fail_on} or graver"
                )
        for document in report.documents:
            scores = document.scores
            entries = [
                entry
                for entry in document.sentences
                if counts is None or counts(document.path, entry.sentence.index)
            ]
            fidelity = scores.fidelity
            if counts is not None:
                fidelity = sum(each.fidelity for each in entries) / len(entries) if entries else 100.0
            if self.min_fidelity is not None and fidelity < self.min_fidelity:
                lines.append(f"{document.path}: fidelity {fidelity:.1f} is below {self.min_fidelity:g}")
            if self.max_mqm_per_1000 is not None and scores.mqm_per_1000_words > self.max_mqm_per_1000:
                lines.append(
                    f"{document.path}: {scores.mqm_per_1000_words:.1f} MQM points per 1,000 words "
                    f"are above {self.max_mqm_per_1000:g}"
                )
            lines += [
                f"{document.path}: sentence {entry.sentence.index + 1} has fidelity {entry.fidelity:.1f}, "
                f"below {self.min_sentence_fidelity:g}"
                for entry in entries
                if self.min_sentence_fidelity is not None and entry.fidelity < self.min_sentence_fidelity
            ]
        numbers = Counter(finding.rule[:3] for finding in findings)
        numbers[ALL] = len(findings)
        lines += [
            f"{numbers[family]} findings of {family}, {numbers[family] - allowed} above the {allowed} allowed"
            for family, allowed in sorted(self.max_findings.items())
            if numbers[family] > allowed
        ]
        return lines


def parse_counts(given: list[str]) -> dict[str, int]:
    """Reads ``FAMILY=N`` options.

    Raises:
        UsageError: One is not of that form.
    """
    counts: dict[str, int] = {}
    for each in given:
        family, equals, number = each.partition("=")
        if not equals or not number.isdigit() or not family:
            raise UsageError(
                f"--max-findings {each}: not FAMILY=N", "for example --max-findings LIT=3 or ALL=20"
            )
        counts[family] = int(number)
    return counts
