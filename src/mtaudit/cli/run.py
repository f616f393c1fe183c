"""One run: files and settings in, report and broken gates out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mtaudit.gate.config import Settings
from mtaudit.gate.thresholds import Gate
from mtaudit.model import Report
from mtaudit.pipeline import Job, Progress, audit_jobs, check_source
from mtaudit.text.readers import collect_paths


def run_audit(
    files: Sequence[Path], settings: Settings, *, source: Path | None, progress: Progress | None
) -> tuple[Report, list[str]]:
    """Audits files under settings.

    Returns:
        The report, and a line for each gate it breaks.

    Raises:
        MtauditError: Something in the input or the settings that the user can put right.
    """
    gate = Gate(
        fail_on=settings["fail-on"],
        min_fidelity=settings["min-fidelity"],
        min_sentence_fidelity=settings["min-sentence-fidelity"],
        max_mqm_per_1000=settings["max-mqm-per-1000"],
        max_findings=settings["max-findings"],
    )
    paths = collect_paths(files)
    check_source(source, paths)
    jobs = []
    for path in paths:
        own = settings.for_file(path)
        jobs.append(Job(path, tuple(own.references_for(path)), own.audit_options(), source))
    report = audit_jobs(jobs, progress=progress)
    return report, gate.broken(report)
