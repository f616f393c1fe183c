"""Which reports a run writes, and where."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mtaudit.errors import OutputError, UsageError
from mtaudit.model import Report
from mtaudit.reporter.folder import folder_outputs
from mtaudit.reporter.options import Rendered, RenderOptions
from mtaudit.reporter.registry import get_renderer, renderer_names, traits_of
from mtaudit.reporter.visible import one_line
from mtaudit.reporter.write import write_outputs


@dataclass(frozen=True)
class OutputPlan:
    """What to write where.

    Attributes:
        files: (format, path) of each file that holds the whole run.
        stdout: The format for stdout, None for nothing there.
        folders: (format, folder) of each folder that gets one file per article.
    """

    files: tuple[tuple[str, Path], ...]
    stdout: str | None
    folders: tuple[tuple[str, Path], ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files and folders to write."""
        return tuple(path for _, path in (*self.files, *self.folders))


def planned_outputs(
    format: str, output: str | Path | None, reports: Sequence[str], *, terminal: bool = False
) -> OutputPlan:
    """Checks what was asked for before any work is done.

    Args:
        format: What goes to ``output``, or to stdout.
        output: A file; a folder (one that is there, or a path that ends with a slash) gets one file
            per article.
        reports: Further outputs as ``FORMAT=PATH``.
        terminal: Whether stdout is a terminal, which no binary format may go to.

    Raises:
        UsageError: An unknown format or one whose extra is missing, a ``--report`` that is not
            FORMAT=PATH, a folder for a format that has no file per article, bytes for a terminal.
    """
    get_renderer(format)
    wanted: list[tuple[str, str | Path]] = [] if output is None else [(format, output)]
    for each in reports:
        name, equals, path = each.partition("=")
        if not equals or not path:
            raise UsageError(f"--report {each}: not FORMAT=PATH", "for example --report html=report.html")
        wanted.append((name, path))
    files: list[tuple[str, Path]] = []
    folders: list[tuple[str, Path]] = []
    for name, given in wanted:
        traits = traits_of(name)
        if not _is_folder(given):
            files.append((name, Path(given)))
        elif traits.suffix is None:
            splitting = ", ".join(_splitting_formats())
            raise UsageError(
                f"cannot write a {name} report to the folder {one_line(str(given))}: it is one file for the whole run",
                f"give a file name; formats with a file per article: {splitting}",
            )
        else:
            folders.append((name, Path(given)))
    if output is None and terminal and traits_of(format).binary:
        raise UsageError(
            f"a {format} report is not for a terminal", f"add --output report.{format}, or send it to a file"
        )
    return OutputPlan(tuple(files), format if output is None else None, tuple(folders))


def write_report(
    report: Report, plan: OutputPlan, *, colour: bool, ui_language: str, max_level: str = "error"
) -> Rendered:
    """Writes the planned files, all or none, and returns what goes to stdout.

    Args:
        report: What to write.
        plan: Where.
        colour: Whether stdout takes colour.
        ui_language: See :class:`RenderOptions`.
        max_level: See :class:`RenderOptions`.

    Raises:
        OutputError: A file cannot be written.
        UsageError: An interface language that is not there.
    """
    plain = RenderOptions(ui_language=ui_language, max_level=max_level)
    outputs: dict[Path, Rendered] = {}
    for name, folder in plan.folders:
        _add(outputs, folder_outputs(report, name, folder, plain))
    for name, path in plan.files:
        _add(outputs, {path: get_renderer(name)(report, plain)})
    write_outputs(outputs)
    if plan.stdout is None:
        return ""
    return get_renderer(plan.stdout)(report, replace(plain, color=colour))


def _add(outputs: dict[Path, Rendered], more: dict[Path, Rendered]) -> None:
    for path, content in more.items():
        if path in outputs:
            raise OutputError(
                f"two reports would go to the same file: {one_line(str(path))}", "give each its own path"
            )
        outputs[path] = content


def _is_folder(given: str | Path) -> bool:
    if str(given).endswith(("/", os.sep)):
        return True
    try:
        return Path(given).is_dir()
    except (OSError, ValueError):  # no such name can be; writing will say so
        return False


def _splitting_formats() -> list[str]:
    """Built-in formats with a file per article; those whose extra is missing are passed over."""
    names = []
    for name in renderer_names():
        try:
            if traits_of(name).suffix is not None:
                names.append(name)
        except UsageError:
            continue
    return names
