"""Audits machine-translated news: literal artefacts, fidelity to English reporting, reports.

import mtaudit
report = mtaudit.audit(text, references=["references/"])
for finding in report.documents[0].findings:
print(finding.start, finding.text, finding.message, finding.suggestions)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["AuditOptions", "MtauditError", "Report", "__version__", "audit", "audit_files"]

if TYPE_CHECKING:
    from mtaudit.batch import audit_files
    from mtaudit.errors import MtauditError
    from mtaudit.model import Report
    from mtaudit.options import AuditOptions
    from mtaudit.pipeline import audit

_HOMES = {
    "audit": "mtaudit.pipeline",
    "audit_files": "mtaudit.batch",
    "AuditOptions": "mtaudit.options",
    "MtauditError": "mtaudit.errors",
    "Report": "mtaudit.model",
}


def __getattr__(name: str) -> Any:
    """Imports the public names when they are first used: ``import mtaudit`` itself stays instant."""
    if name not in _HOMES:
        raise AttributeError(f"module 'mtaudit' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
