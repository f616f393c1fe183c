"""Thresholds that break the gate."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.errors import UsageError
from mtaudit.model import SEVERITY_WEIGHT, Report


@dataclass(frozen=True)
class Gate:
    """What an audit must not fall below.

    Attributes:
        fail_on: Severity from which on a finding breaks the gate.
        min_fidelity: Fidelity (0..100) that every document must reach.
    """

    fail_on: str | None = None
    min_fidelity: float | None = None

    def __post_init__(self) -> None:
        if self.fail_on is not None and self.fail_on not in SEVERITY_WEIGHT:
            raise UsageError(f"--fail-on: unknown severity '{self.fail_on}'", "use minor, major or critical")

    def broken(self, report: Report) -> list[str]:
        """One line for each gate that ``report`` breaks, with by how much."""
        lines: list[str] = []
        if self.fail_on is not None:
            least = SEVERITY_WEIGHT[self.fail_on]
            grave = sum(
                SEVERITY_WEIGHT[finding.severity] >= least
                for document in report.documents
                for finding in document.findings
            )
            if grave:
                lines.append(
                    f"{grave} finding{'s' if grave != 1 else ''} of severity {self.fail_on} or graver"
                )
        if self.min_fidelity is not None:
            lines += [
                f"{document.path}: fidelity {document.scores.fidelity:.1f} is below {self.min_fidelity:g}"
                for document in report.documents
                if document.scores.fidelity < self.min_fidelity
            ]
        return lines
