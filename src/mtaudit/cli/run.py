"""One run: files and settings in, report and broken gates out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mtaudit.gate.baseline import Baseline, read_baseline
from mtaudit.gate.config import Settings
from mtaudit.gate.sieve import Sieves
from mtaudit.gate.suppressions import Suppressions, read_suppressions
from mtaudit.gate.thresholds import Gate
from mtaudit.model import Report
from mtaudit.pipeline import Job, Progress, audit_jobs, check_source
from mtaudit.text.readers import collect_paths


@dataclass(frozen=True)
class Run:
    """What came of a run.

    Attributes:
        report: The audit.
        broken: A line for each gate it breaks.
        notes: Lines to know of that break nothing: unused suppressions, stale entries.
        baselines: The baselines that were used.
    """

    report: Report
    broken: tuple[str, ...]
    notes: tuple[str, ...]
    baselines: tuple[Baseline, ...]


def run_audit(
    files: Sequence[Path],
    settings: Settings,
    *,
    source: Path | None = None,
    progress: Progress | None = None,
    with_baseline: bool = True,
) -> Run:
    """Audits files under settings.

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
    listed = [each for path in settings.paths("suppressions") for each in read_suppressions(path)]
    suppressions = Suppressions(listed)
    baselines = tuple(read_baseline(path) for path in settings.paths("baseline")) if with_baseline else ()
    jobs = []
    for path in paths:
        own = settings.for_file(path)
        jobs.append(Job(path, tuple(own.references_for(path)), own.audit_options(), source))
    report = audit_jobs(jobs, progress=progress, sieve=Sieves([suppressions, *baselines]))
    broken = gate.broken(report)
    notes = [f"{each.where}: suppresses nothing" for each in suppressions.unused]
    for baseline in baselines:
        for entry in baseline.stale:
            line = f"{baseline.path}: no longer found: {entry.rule} '{entry.text}' in {entry.path}"
            (broken if settings["strict-baseline"] else notes).append(line)
    return Run(report, tuple(broken), tuple(notes), baselines)
