"""``mtaudit audit``."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

FORMATS = ("text", "json", "html", "markdown", "csv")


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("audit")(audit)


def audit(
    files: list[Path] = typer.Argument(
        ..., metavar="FILES...", help="French texts (.txt, .md), or folders of them."
    ),
    reference: list[Path] = typer.Option(
        [],
        "--reference",
        "-r",
        metavar="PATH",
        help="English reporting on the same story, a file or a folder. May be given several times.",
    ),
    source: Path | None = typer.Option(
        None, "--source", metavar="FILE", help="The true English source of the one text."
    ),
    format: str = typer.Option(
        "text",
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"What goes to stdout or --output: {', '.join(FORMATS)}.",
    ),
    output: Path | None = typer.Option(
        None, "--output", "-o", metavar="PATH", help="Write there instead of stdout."
    ),
    report: list[str] = typer.Option(
        [],
        "--report",
        metavar="FORMAT=PATH",
        help="Write a further report, e.g. html=report.html. May be given several times.",
    ),
    fast: bool = typer.Option(
        False, "--fast", help="No parser: a second instead of three, a little less is found."
    ),
    select: list[str] = typer.Option(
        [], "--select", metavar="CODES", help="Only these rules or families, by commas: LIT014,FFR."
    ),
    ignore: list[str] = typer.Option(
        [], "--ignore", metavar="CODES", help="Leave these rules or families out."
    ),
    preview: bool = typer.Option(False, "--preview", help="Run rules still in preview too."),
    rules: list[Path] = typer.Option(
        [], "--rules", metavar="FILE", help="A rule file of your own, beside the pack's."
    ),
    min_confidence: float = typer.Option(
        0.5,
        "--min-confidence",
        min=0.0,
        max=1.0,
        metavar="P",
        help="Leave out findings less sure than this (0 to 1).",
    ),
    encoder: str = typer.Option(
        "use",
        "--encoder",
        metavar="NAME",
        help="Sentence encoder: use, e5, sentence-transformers:NAME-OR-PATH.",
    ),
    language: str | None = typer.Option(
        None, "--language", metavar="fr", help="Don't guess the language: it is French."
    ),
    ui_language: str = typer.Option(
        "en", "--ui-language", metavar="en|fr", help="Language of the report's own words."
    ),
    fail_on: str | None = typer.Option(
        None,
        "--fail-on",
        metavar="SEVERITY",
        help="Exit 1 on a finding this grave or graver: minor, major, critical.",
    ),
    min_fidelity: float | None = typer.Option(
        None,
        "--min-fidelity",
        min=0.0,
        max=100.0,
        metavar="N",
        help="Exit 1 when a text's fidelity is below N (0-100).",
    ),
    quiet: bool = typer.Option(False, "--quiet", "-q", help="No progress, no notes."),
) -> None:
    """Audit French texts: with the French alone, better with English reporting, best with the source.

    Examples:
    mtaudit audit article.txt

    mtaudit audit article.txt --reference reporting/ --report html=report.html

    mtaudit audit translations/ --format json --output audit.json --fail-on critical
    """
    from mtaudit.cli.notes import Notes
    from mtaudit.gate.thresholds import Gate
    from mtaudit.options import AuditOptions
    from mtaudit.pipeline import audit_files
    from mtaudit.reporter.outputs import planned_outputs, write_report

    # Whatever can be wrong with the options is said before any work is done.
    gate = Gate(fail_on=fail_on, min_fidelity=min_fidelity)
    plan = planned_outputs(format, output, report)
    options = AuditOptions(
        fast=fast,
        select=_codes(select),
        ignore=_codes(ignore),
        preview=preview,
        extra_rules=tuple(rules),
        min_confidence=min_confidence,
        encoder=encoder,
        language=language,
    )
    notes = Notes(quiet=quiet)
    with notes:
        result = audit_files(
            files, references=reference, source=source, options=options, progress=notes.progress
        )
    shown = write_report(result, plan, colour=sys.stdout.isatty(), ui_language=ui_language)
    if shown:
        typer.echo(shown, nl=False)
    for path in plan.paths:
        notes.say(f"wrote {path}")
    broken = gate.broken(result)
    for line in broken:
        typer.echo(f"mtaudit: gate: {line}", err=True)
    if broken:
        raise typer.Exit(1)


def _codes(given: list[str]) -> tuple[str, ...]:
    return tuple(code.strip() for each in given for code in each.split(",") if code.strip())
