"""Examining documents, in this process or shared among several.

Each worker is a fresh process (spawned, not forked: libraries with threads don't survive a fork)
at the end of a pipe. It ends when the pipe does, so a run that is killed leaves no worker behind.
Results come back in the order of the tasks, whichever worker is done first.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from mtaudit.errors import MtauditError, UsageError
from mtaudit.examining import Examination, Examined, Examiner
from mtaudit.model import Document
from mtaudit.options import AuditOptions


@dataclass(frozen=True)
class Setting:
    """What documents are examined against, and how; see :class:`Examiner`."""

    references: tuple[Document, ...]
    source: Document | None
    options: AuditOptions


@dataclass(frozen=True)
class Task:
    """One document to examine.

    Attributes:
        document: The document.
        setting: The number of its setting.
        known: Its sentences examined before, by key.
    """

    document: Document
    setting: int
    known: Mapping[str, Examined] = field(default_factory=dict)


class _Examiners:
    """Examiners by setting; only the last one is kept, as tasks of one setting come in a row."""

    def __init__(
        self, settings: Sequence[Setting], on_encoded: Callable[[int, int], None] | None = None
    ) -> None:
        self._settings = settings
        self._on_encoded = on_encoded
        self._last: tuple[int, Examiner] | None = None

    def examine(self, task: Task) -> Examination:
        if self._last is None or self._last[0] != task.setting:
            chosen = self._settings[task.setting]
            self._last = (
                task.setting,
                Examiner(
                    references=chosen.references,
                    source=chosen.source,
                    options=chosen.options,
                    on_encoded=self._on_encoded,
                ),
            )
        return self._last[1].examine(task.document, task.known)


def examined(
    tasks: Sequence[Task],
    settings: Sequence[Setting],
    processes: int = 1,
    on_encoded: Callable[[int, int], None] | None = None,
) -> Iterator[Examination]:
    """Examines documents.

    Args:
        tasks: The documents, any number.
        settings: What the tasks refer to by number.
        processes: How many processes share them; 1 for none but this one.
        on_encoded: Told how many sentences of how many are encoded; not where processes share the
            work: then documents come in one after the other.

    Yields:
        One examination for each task, in their order.

    Raises:
        MtauditError: What is wrong with the first document that cannot be examined.
        UsageError: A worker died.
    """
    count = min(processes, len(tasks))
    if count < 2:
        examiners = _Examiners(settings, on_encoded)
        yield from (examiners.examine(task) for task in tasks)
        return
    with _Workers(count, settings) as workers:
        yield from workers.run(tasks)


class _Workers:
    """A few worker processes, each with its pipe."""

    def __init__(self, count: int, settings: Sequence[Setting]) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._count = count
        self._settings = tuple(settings)
        self._pipes: list[Connection] = []
        self._processes: list[Any] = []

    def __enter__(self) -> _Workers:
        for _ in range(self._count):
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=_work, args=(theirs, self._settings), daemon=True)
            process.start()
            theirs.close()
            self._pipes.append(ours)
            self._processes.append(process)
        return self

    def __exit__(self, *exception: object) -> None:
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.terminate()
            process.join()

    def run(self, tasks: Sequence[Task]) -> Iterator[Examination]:
        """Hands out tasks in order, one a worker at a time, and yields results in order."""
        results: dict[int, Examination | MtauditError] = {}
        waiting = iter(range(len(tasks)))
        busy: dict[Connection, int] = {}
        for pipe in self._pipes:
            self._next(pipe, waiting, tasks, busy)
        for place in range(len(tasks)):
            while place not in results:
                for ready in wait(list(busy)):
                    assert isinstance(ready, Connection)
                    done = busy.pop(ready)
                    try:
                        results[done] = ready.recv()
                    except (EOFError, OSError):
                        raise UsageError(
                            f"{tasks[done].document.path}: the process that examined it died",
                            "is there memory enough? --jobs 1 needs least",
                        ) from None
                    self._next(ready, waiting, tasks, busy)
            result = results.pop(place)
            if isinstance(result, Exception):
                raise result
            yield result

    @staticmethod
    def _next(
        pipe: Connection, waiting: Iterator[int], tasks: Sequence[Task], busy: dict[Connection, int]
    ) -> None:
        place = next(waiting, None)
        if place is not None:
            with suppress(BrokenPipeError):  # it died: reading from it says so
                pipe.send(tasks[place])
            busy[pipe] = place


def _work(pipe: Connection, settings: Sequence[Setting]) -> None:
    """A worker's life: a task in, a result or an error out, until the pipe ends."""
    # Ctrl-C reaches every process of a terminal; the one that started us will end us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    examiners = _Examiners(settings)
    with suppress(EOFError, OSError):
        while True:
            task = pipe.recv()
            try:
                result: Examination | MtauditError = examiners.examine(task)
            except MtauditError as error:
                result = error
            pipe.send(result)
