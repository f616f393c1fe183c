"""``mtaudit compare``."""

from __future__ import annotations

from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("compare")(compare)


def compare(
    files: list[Path] = typer.Argument(
        ..., metavar="A.fr.txt B.fr.txt ...", help="Translations of one text; the first is the baseline."
    ),
    source: Path | None = typer.Option(
        None, "--source", metavar="FILE", help="The true English source of them all."
    ),
    reference_fr: Path | None = typer.Option(
        None,
        "--reference-fr",
        metavar="FILE",
        help="A human French translation, line by line: adds BLEU, chrF++ and TER.",
    ),
    reference: list[Path] = typer.Option(
        [], "--reference", "-r", metavar="PATH", help="English reporting on the same story."
    ),
    format: str = typer.Option("text", "--format", "-f", metavar="text|json|html", help="How to show it."),
    output: Path | None = typer.Option(
        None, "--output", "-o", metavar="PATH", help="Write there instead of stdout."
    ),
    fast: bool = typer.Option(False, "--fast", help="Without the parser."),
    encoder: str = typer.Option("use", "--encoder", metavar="NAME", help="Sentence encoder."),
) -> None:
    """Compare translations: findings, fidelity, BLEU, and whether the gap is more than chance.

    Examples:
    mtaudit compare deepl.fr.txt google.fr.txt --source article.en.txt

    mtaudit compare old.fr.txt new.fr.txt --reference-fr human.fr.txt --format html -o compared.html
    """
    from mtaudit.comparison import compare as compare_files
    from mtaudit.errors import UsageError
    from mtaudit.options import AuditOptions
    from mtaudit.reporter.comparing import FORMATS, render_comparison
    from mtaudit.reporter.write import write_outputs

    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}", f"choose one of: {', '.join(FORMATS)}")
    comparison = compare_files(
        files,
        references=reference,
        source=source,
        french_reference=reference_fr,
        options=AuditOptions(fast=fast, encoder=encoder),
    )
    shown = render_comparison(comparison, format)
    if output is None:
        typer.echo(shown, nl=False)
    else:
        write_outputs({output: shown})
