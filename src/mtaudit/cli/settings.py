"""From options and configuration to the settings of a run; ``mtaudit config`` and ``mtaudit init``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from mtaudit.gate.config import Settings


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("config")(show)
    app.command("init")(init)


def settings_of(
    given: Mapping[str, Any],
    *,
    config: Path | None = None,
    no_config: bool = False,
    profile: str | None = None,
) -> Settings:
    """The settings in force: options that were given over the configuration.

    Raises:
        UsageError: The configuration or an option is wrong.
    """
    from mtaudit.gate.config import find_config, load_settings
    from mtaudit.gate.config.checking import checked_options

    options = checked_options({key: value for key, value in given.items() if value is not None})
    found = None if no_config else (config or find_config(Path.cwd()))
    return load_settings(options, config=found, profile=profile)


def show(
    path: Path | None = typer.Argument(None, metavar="[FILE]", help="A text: show what holds for it."),
    config: Path | None = typer.Option(None, "--config", metavar="FILE", help="Configuration to read."),
    profile: str | None = typer.Option(None, "--profile", metavar="NAME", help="A profile of it."),
) -> None:
    """Show the settings in force, and where each comes from."""
    from mtaudit.gate.config.writing import shown

    settings = settings_of({}, config=config, profile=profile)
    typer.echo(shown(settings.for_file(path) if path is not None else settings), nl=False)


def init(
    path: Path = typer.Argument(Path("mtaudit.toml"), metavar="[FILE]", help="Where to write it."),
    force: bool = typer.Option(False, "--force", help="Write over a file that is there."),
) -> None:
    """Write a configuration with every key, explained and commented out."""
    from mtaudit.errors import OutputError
    from mtaudit.gate.config.writing import template
    from mtaudit.reporter.write import write_outputs

    if path.exists() and not force:
        raise OutputError(f"{path}: is there already", "--force writes over it")
    write_outputs({path: template()})
    typer.echo(f"wrote {path}", err=True)
