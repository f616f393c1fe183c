"""Which reports a run writes, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mtaudit.errors import UsageError
from mtaudit.model import Report
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.registry import get_renderer
from mtaudit.reporter.write import write_outputs


@dataclass(frozen=True)
class OutputPlan:
    """Files to write as (format, path), and the format for stdout (None for nothing there)."""

    files: tuple[tuple[str, Path], ...]
    stdout: str | None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths to write."""
        return tuple(path for _, path in self.files)


def planned_outputs(format: str, output: Path | None, reports: Sequence[str]) -> OutputPlan:
    """Checks what was asked for before any work is done.

    Raises:
        UsageError: An unknown format, or a ``--report`` that is not FORMAT=PATH.
    """
    files: list[tuple[str, Path]] = []
    get_renderer(format)
    if output is not None:
        files.append((format, output))
    for each in reports:
        name, equals, path = each.partition("=")
        if not equals or not path:
            raise UsageError(f"--report {each}: not FORMAT=PATH", "for example --report html=report.html")
        files.append((name, Path(path)))
    for name, _ in files:
        get_renderer(name)
    return OutputPlan(tuple(files), format if output is None else None)


def write_report(report: Report, plan: OutputPlan, *, colour: bool, ui_language: str) -> str:
    """Writes the planned files, all or none, and returns what goes to stdout.

    Raises:
        OutputError: A file cannot be written.
        UsageError: An interface language that is not there.
    """
    plain = RenderOptions(ui_language=ui_language)
    write_outputs({path: get_renderer(name)(report, plain) for name, path in plan.files})
    if plan.stdout is None:
        return ""
    return get_renderer(plan.stdout)(report, RenderOptions(color=colour, ui_language=ui_language))
