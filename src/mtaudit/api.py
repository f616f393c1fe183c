"""What programs and plug-ins may rely on; docs/api.md describes it.

Names here stay within a major version. Whatever is not here may change at any time.
"""

from __future__ import annotations

from mtaudit.batch import Job, audit_files, audit_jobs
from mtaudit.detector.context import English, SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.errors import InputError, MtauditError, OutputError, RuleError, UsageError
from mtaudit.model import (
    Alignment,
    Block,
    Check,
    Document,
    DocumentReport,
    DocumentScores,
    FidelityParts,
    Finding,
    Report,
    Sentence,
    SentenceReport,
    Suppressed,
)
from mtaudit.options import AuditOptions
from mtaudit.pipeline import Auditor, audit
from mtaudit.reporter import get_renderer
from mtaudit.reporter.options import Renderer, RenderOptions, Traits
from mtaudit.results import ResultStore
from mtaudit.text.readers import document_from_bytes, document_from_text, read_document
from mtaudit.text.readers.registry import Parsed, Reader

__all__ = [
    "Alignment",
    "AuditOptions",
    "Auditor",
    "Block",
    "Check",
    "Document",
    "DocumentReport",
    "DocumentScores",
    "English",
    "FidelityParts",
    "Finding",
    "Hit",
    "InputError",
    "Job",
    "MtauditError",
    "OutputError",
    "Parsed",
    "Reader",
    "RenderOptions",
    "Renderer",
    "Report",
    "ResultStore",
    "RuleError",
    "Sentence",
    "SentenceContext",
    "SentenceReport",
    "Suppressed",
    "Traits",
    "UsageError",
    "audit",
    "audit_files",
    "audit_jobs",
    "detector",
    "document_from_bytes",
    "document_from_text",
    "get_renderer",
    "read_document",
]
