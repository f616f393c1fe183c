"""The command line: its entry point, and what is common to all commands."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

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


class _Interrupted(BaseException):
    """Ctrl-C or the like; no library on the way takes it for something of its own."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line; errors that the user can mend are one line and exit code 2."""
    # A run is short and makes many small objects that live to its end: looking for garbage among
    # them at the usual pace costs a tenth of the time.
    gc.set_threshold(200_000, 50, 100)
    # Data goes to stdout: it is UTF-8 wherever it goes, also into a pipe under the C locale.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with _interruptible():
            try:
                app(args=list(arguments) if arguments is not None else None)
            finally:
                sys.stdout.flush()
    except MtauditError as error:
        typer.echo(f"mtaudit: error: {error}", err=True)
        if isinstance(error, RuleError) and error.excerpt:
            typer.echo(error.excerpt, err=True)
        sys.exit(EXIT_USAGE)
    except (_Interrupted, KeyboardInterrupt):
        typer.echo("mtaudit: interrupted", err=True)
        sys.exit(EXIT_USAGE)
    except BrokenPipeError:
        # The reader (`| head`) has gone: that is no error of ours.
        _drop_stdout()
        sys.exit(EXIT_CLEAN)
    except OSError as error:
        # A full disk behind stdout, a folder taken away: nothing that a traceback would explain better.
        _drop_stdout()
        place = f"{error.filename}: " if error.filename else "cannot read or write: "
        typer.echo(f"mtaudit: error: {place}{(error.strerror or type(error).__name__).lower()}", err=True)
        sys.exit(EXIT_USAGE)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C and a polite kill end the run in order: what is half written is removed on the way out."""

    def interrupt(number: int, frame: object) -> None:
        raise _Interrupted

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _drop_stdout() -> None:
    """What Python still holds for stdout goes nowhere, instead of failing again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
