"""What a house decides about findings: other severities, and what holds inside quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from mtaudit.model import Document, Finding, Severity
from mtaudit.options import AuditOptions
from mtaudit.text.quotations import quotations

_LOWER: dict[str, Severity] = {
    "critical": "major",
    "major": "minor",
    "minor": "neutral",
    "neutral": "neutral",
}


class Policy:
    """The policy of one audit, applied document by document."""

    def __init__(self, options: AuditOptions) -> None:
        self._quotes = options.quotes
        self._severity = dict(options.severity)

    @property
    def idle(self) -> bool:
        """Whether it changes nothing."""
        return self._quotes == "keep" and not self._severity

    def spans(self, document: Document) -> tuple[tuple[int, int], ...]:
        """The quotations of a document, where they matter."""
        return quotations(document) if self._quotes != "keep" else ()

    def apply(self, findings: Sequence[Finding], quoted: Sequence[tuple[int, int]]) -> tuple[Finding, ...]:
        """The findings as the house wants them; a specific code goes before its family."""
        kept: list[Finding] = []
        for finding in findings:
            for code in (finding.rule, finding.name, finding.rule[:3]):
                if code in self._severity:
                    finding = replace(finding, severity=cast(Severity, self._severity[code]))
                    break
            if any(start <= finding.start and finding.end <= end for start, end in quoted):
                if self._quotes == "skip":
                    continue
                finding = replace(finding, severity=_LOWER[finding.severity])
            kept.append(finding)
        return tuple(kept)
