"""``mtaudit suppressions``: list what is suppressed, and what suppresses nothing."""

from __future__ import annotations

from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("suppressions")(suppressions)


def suppressions(
    files: list[Path] = typer.Argument(..., metavar="FILES...", help="French texts, or folders of them."),
    file: str | None = typer.Option(None, "--suppressions", metavar="FILE", help="A file of suppressions."),
    config: Path | None = typer.Option(None, "--config", metavar="FILE", help="Configuration."),
) -> None:
    """List the suppressions of texts and of the suppression file, without auditing anything."""
    from mtaudit.cli.settings import settings_of
    from mtaudit.gate.suppressions import comments_in, read_suppressions
    from mtaudit.text.readers import collect_paths, read_document

    settings = settings_of({"suppressions": file}, config=config)
    found = [each for path in settings.paths("suppressions") for each in read_suppressions(path)]
    for path in collect_paths(files):
        found += comments_in(read_document(path))
    for each in found:
        typer.echo(f"{each.where}: {', '.join(each.codes)}: {each.reason}")
