"""Many texts in one run: results kept from earlier runs, work shared among processes, one report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mtaudit.detector.detect import all_rule_files
from mtaudit.detector.rules.compiled import pack_hash
from mtaudit.errors import UsageError
from mtaudit.examining import Examination, reference_documents
from mtaudit.model import Document, DocumentReport, Report
from mtaudit.options import AuditOptions
from mtaudit.pipeline import Sieve, score, sign
from mtaudit.results.keys import Keys
from mtaudit.results.store import ResultStore
from mtaudit.text.readers import collect_paths, read_document, read_source
from mtaudit.workers import Setting, Task, examined

#: Told the path of each document as its result comes in.
Progress = Callable[[str], None]
#: Told how many sentences of how many are encoded, while that goes on in this process.
OnEncoded = Callable[[int, int], None]


@dataclass(frozen=True)
class Job:
    """One text to audit, with its own references and options.

    Attributes:
        path: Where the text is, or what it is called when ``document`` is given.
        references: Comparable English reporting.
        options: See :class:`AuditOptions`.
        source: The true English source.
        document: The text itself, where it was read already.
    """

    path: Path
    references: tuple[Path, ...] = ()
    options: AuditOptions = field(default_factory=AuditOptions)
    source: Path | None = None
    document: Document | None = None


class _Shared:
    """What several jobs have in common: options, references, source, all read once."""

    def __init__(self, number: int, job: Job) -> None:
        self.number = number
        source = read_source(job.source) if job.source is not None else None
        self.setting = Setting(tuple(reference_documents(job.references)), source, job.options)
        self.keys = Keys(job.options, self.setting.references, source)

    @property
    def english(self) -> tuple[str, ...]:
        """The paths of the references, the true source last."""
        source = self.setting.source
        return tuple(each.path for each in (*self.setting.references, *([source] if source else [])))


def audit_jobs(
    jobs: Sequence[Job],
    *,
    progress: Progress | None = None,
    sieve: Sieve | None = None,
    store: ResultStore | None = None,
    processes: int = 1,
    on_encoded: OnEncoded | None = None,
) -> Report:
    """Audits texts that may each have references and options of their own.

    The report is the same whatever the store holds and however many processes there are. It is
    signed with the options of the first job.

    Args:
        jobs: The texts, at least one.
        progress: Told the path of each text.
        sieve: Takes out accepted findings.
        store: Results of earlier runs; None to make everything anew and keep nothing.
        processes: How many share the work; 1 for none but this one.
        on_encoded: Told how far the encoding of sentences is.

    Raises:
        MtauditError: Something in the input or the options that the caller can put right; with
            several such texts, what is wrong with the first.
    """
    # Every text is read before any is audited: a bad one at the end costs no work.
    documents = [job.document or read_document(job.path) for job in jobs]
    # A file with source and target side by side is its own source.
    jobs = [
        replace(job, source=job.path) if document.format == "tsv" and job.source is None else job
        for job, document in zip(jobs, documents, strict=True)
    ]
    shared: dict[tuple[object, ...], _Shared] = {}
    chosen: list[_Shared] = []
    for job in jobs:
        key = (job.references, job.options, job.source)
        if key not in shared:
            shared[key] = _Shared(len(shared), job)
        chosen.append(shared[key])
    audited: list[DocumentReport] = []
    try:
        settings = [each.setting for each in shared.values()]
        found = _examined(documents, chosen, settings, store, processes, on_encoded)
        for job, document, its, examination in zip(jobs, documents, chosen, found, strict=True):
            if progress is not None:
                progress(document.path)
            report = score(
                document,
                examination,
                job.options,
                references_given=bool(its.english),
                source_given=its.setting.source is not None,
                sieve=sieve,
            )
            audited.append(report)
            fidelities = tuple(each.fidelity for each in report.sentences)
            # New, or scored otherwise than last time, because a baseline or suppression changed.
            if store is not None and its.keys.usable and fidelities != examination.fidelities:
                kept = replace(examination, fidelities=fidelities, interval=report.scores.fidelity_interval)
                store.put(its.keys.made_from(document), its.keys.of(document), kept)
    finally:
        if store is not None:
            store.close()
    first = chosen[0]
    rules = pack_hash(all_rule_files(first.setting.options.extra_rules))
    return sign(audited, first.setting.options, rules, first.english)


def empty_report(options: AuditOptions) -> Report:
    """The report of a run that had nothing to audit."""
    return sign([], options, pack_hash(all_rule_files(options.extra_rules)), ())


def _examined(
    documents: Sequence[Document],
    chosen: Sequence[_Shared],
    settings: Sequence[Setting],
    store: ResultStore | None,
    processes: int,
    on_encoded: OnEncoded | None,
) -> Iterator[Examination]:
    """The examination of each document, in order: from the store where it is there."""
    known: dict[int, Examination] = {}
    tasks: list[Task] = []
    for number, (document, its) in enumerate(zip(documents, chosen, strict=True)):
        kept = store if its.keys.usable else None
        found = kept.get(its.keys.made_from(document)) if kept else None
        if found is not None:
            known[number] = found
            continue
        last = kept.last_of(its.keys.of(document)) if kept else None
        tasks.append(Task(document, its.number, last.by_key() if last is not None else {}))
    made = examined(tasks, settings, processes, on_encoded)
    for number in range(len(documents)):
        if number in known:
            yield known.pop(number)
            continue
        yield next(made)


def audit_files(
    files: Sequence[str | Path],
    *,
    references: Sequence[str | Path] = (),
    source: str | Path | None = None,
    options: AuditOptions | None = None,
    progress: Progress | None = None,
    processes: int = 1,
    on_encoded: OnEncoded | None = None,
) -> Report:
    """Audits French files, or directories of them, in one report.

    Raises:
        MtauditError: Something in the input or the options that the caller can put right.
    """
    paths = collect_paths(files)
    check_source(source, paths)
    chosen = options or AuditOptions()
    english = tuple(Path(each) for each in references)
    true = Path(source) if source is not None else None
    jobs = [Job(path, english, chosen, true) for path in paths]
    return audit_jobs(jobs, progress=progress, processes=processes, on_encoded=on_encoded)


def check_source(source: str | Path | None, paths: Sequence[Path]) -> None:
    """A true source is that of one text.

    Raises:
        UsageError: There are several texts.
    """
    if source is not None and len(paths) != 1:
        raise UsageError(f"--source goes with one text, not {len(paths)}", "audit the texts one by one")
