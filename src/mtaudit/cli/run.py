"""One run: files and settings in, report and broken gates out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mtaudit.batch import Job, OnEncoded, Progress, audit_jobs, check_source, empty_report
from mtaudit.gate.baseline import Baseline, read_baseline
from mtaudit.gate.changed import ChangedSince
from mtaudit.gate.config import Settings
from mtaudit.gate.sieve import Sieves
from mtaudit.gate.suppressions import Suppressions, read_suppressions
from mtaudit.gate.thresholds import Gate
from mtaudit.model import Document, Report
from mtaudit.results import ResultStore
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
    text: Document | None = None,
    changed_since: str | None = None,
    progress: Progress | None = None,
    with_baseline: bool = True,
    store: ResultStore | None = None,
    processes: int = 1,
    on_encoded: OnEncoded | None = None,
) -> Run:
    """Audits files under settings.

    Args:
        files: Texts, or folders of them; the report has them in the order of their paths.
        settings: The settings in force.
        source: The true English source of the one text.
        text: A text that was read already, audited instead of ``files``.
        changed_since: A git revision; only what changed since counts.
        progress: Told the path of each text.
        with_baseline: Whether known findings pass.
        store: Results of earlier runs.
        processes: How many share the work.
        on_encoded: Told how far the encoding of sentences is.

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
    changed = ChangedSince(changed_since, Path.cwd()) if changed_since is not None else None
    # By path, so that the order in which a shell or a hook names files has no say.
    paths = [Path(text.path)] if text else sorted(collect_paths(files), key=lambda each: each.as_posix())
    check_source(source, paths)
    notes: list[str] = []
    if changed is not None and text is None:
        paths = changed.files(paths)
        if not paths:
            notes.append(f"no text changed since {changed_since}")
    listed = [each for path in settings.paths("suppressions") for each in read_suppressions(path)]
    suppressions = Suppressions(listed)
    baselines = tuple(read_baseline(path) for path in settings.paths("baseline")) if with_baseline else ()
    jobs = []
    for path in paths:
        own = settings.for_file(path)
        jobs.append(Job(path, tuple(own.references_for(path)), own.audit_options(), source, text))
    # What is known already goes first, so that a baseline sees all it knows of.
    sieves = Sieves([suppressions, *baselines, *([changed] if changed else [])])
    if jobs:
        report = audit_jobs(
            jobs,
            progress=progress,
            sieve=sieves,
            store=store,
            processes=processes,
            on_encoded=on_encoded,
        )
    else:
        report = empty_report(settings.audit_options())
    broken = gate.broken(report, changed.is_new if changed else None)
    audited = [document.path for document in report.documents]
    notes += [f"{each.where}: suppresses nothing" for each in suppressions.unused if jobs]
    for baseline in baselines:
        for entry in baseline.stale(audited):
            line = f"{baseline.path}: no longer found: {entry.rule} '{entry.text}' in {entry.path}"
            (broken if settings["strict-baseline"] else notes).append(line)
    return Run(report, tuple(broken), tuple(notes), baselines)
