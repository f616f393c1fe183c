"""GitLab Code Quality: a JSON list with an entry for each finding.

See https://docs.gitlab.com/ci/testing/code_quality/.
"""

from __future__ import annotations

import json

from mtaudit.fingerprint import fingerprints
from mtaudit.model import Report
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.visible import one_line

_SEVERITY = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "info"}


def render(report: Report, options: RenderOptions) -> str:
    """The list, in the order of the texts."""
    entries = []
    for document in report.documents:
        index = LineIndex(document.text)
        found = [(entry.sentence, entry.findings) for entry in document.sentences]
        for finding, digest in fingerprints(found):
            start, end = index.position(finding.start), index.position(finding.end)
            advice = f" → {finding.suggestions[0]}" if finding.suggestions else ""
            entries.append(
                {
                    "description": one_line(f"« {finding.text} »: {finding.message}{advice}"),
                    "check_name": finding.rule,
                    "fingerprint": digest,
                    "severity": _SEVERITY[finding.severity],
                    "location": {
                        "path": one_line(document.path),
                        "positions": {
                            "begin": {"line": start.line, "column": start.column},
                            "end": {"line": end.line, "column": end.column},
                        },
                    },
                }
            )
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
