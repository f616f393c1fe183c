"""The command line: its entry point, and what is common to all commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from mtaudit import __version__
from mtaudit.cli import apply, audit, baseline, compare, rules, settings, suppressions
from mtaudit.errors import MtauditError, RuleError

EXIT_CLEAN = 0
EXIT_GATE = 1
EXIT_USAGE = 2

app = typer.Typer(
    name="mtaudit",
    help="Audits machine-translated news, English to French: finds literal-translation artefacts, "
    "compares each sentence with English reporting, and scores fidelity.",
    epilog="Exit codes: 0 clean or below the gate, 1 gate broken, 2 bad usage, input or rules.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mtaudit {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    """Root options."""


audit.register(app)
rules.register(app)
settings.register(app)
baseline.register(app)
suppressions.register(app)
apply.register(app)
compare.register(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line; errors that the user can mend are one line and exit code 2."""
    # Data goes to stdout: it is UTF-8 wherever it goes, also into a pipe under the C locale.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=list(arguments) if arguments is not None else None)
    except MtauditError as error:
        typer.echo(f"mtaudit: error: {error}", err=True)
        if isinstance(error, RuleError) and error.excerpt:
            typer.echo(error.excerpt, err=True)
        sys.exit(EXIT_USAGE)
    except KeyboardInterrupt:
        typer.echo("mtaudit: interrupted; nothing was written", err=True)
        sys.exit(EXIT_USAGE)
    except BrokenPipeError:
        # The reader (`| head`) has gone: that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_CLEAN)


if __name__ == "__main__":
    main()
