"""``mtaudit apply``: from decisions to the corrected article."""

from __future__ import annotations

from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("apply")(apply)


def apply(
    decisions: Path = typer.Argument(
        ..., metavar="DECISIONS.json", help="Decisions that the HTML report exported."
    ),
    output: Path | None = typer.Option(
        None,
        "--output",
        "-o",
        metavar="PATH",
        help="Where the corrected article goes (a folder for several); else NAME.corrected.txt beside it.",
    ),
    suppressions: Path | None = typer.Option(
        None, "--suppressions", metavar="FILE", help="Add the dismissed findings to this file, with reasons."
    ),
    article: Path | None = typer.Option(
        None, "--article", metavar="PATH", help="The article, if it is not where it was audited."
    ),
    format: str = typer.Option("text", "--format", "-f", metavar="text|json", help="What goes to stdout."),
) -> None:
    """Write the corrected article, and say how much post-editing it took.

    Decisions made for another version of the text are refused, and nothing is written.

    Examples:
    mtaudit apply article.decisions.json

    mtaudit apply article.decisions.json --output final.txt --suppressions suppressions.toml
    """
    from mtaudit.corrections.applying import apply_decisions
    from mtaudit.corrections.decisions import read_decisions
    from mtaudit.corrections.summary import check_format, dismissed, summary
    from mtaudit.gate.suppression_writing import with_suppressions
    from mtaudit.reporter.write import write_outputs

    check_format(format)
    corrected = apply_decisions(
        read_decisions(decisions), beside=decisions.parent, article=article, output=output
    )
    outputs = {each.output: each.text for each in corrected}
    added = 0
    if suppressions is not None:
        content, added = with_suppressions(suppressions, dismissed(corrected))
        if added:
            outputs[suppressions] = content
    write_outputs(outputs)
    typer.echo(summary(corrected, format), nl=False)
    for path in outputs:
        typer.echo(f"wrote {path}", err=True)
    if suppressions is not None:
        typer.echo(f"mtaudit: note: suppressions added: {added}", err=True)
