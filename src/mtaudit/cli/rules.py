"""``mtaudit rules``: list the rules, or explain one."""

from __future__ import annotations

from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("rules")(rules)


def rules(
    codes: list[str] = typer.Argument(
        None, metavar="[CODE]...", help="Rules or families to explain or list: LIT014, FFR."
    ),
    statistics: bool = typer.Option(False, "--statistics", help="Count the rules by family."),
    check: Path | None = typer.Option(
        None, "--check", metavar="FILE", help="Run the proofs of a rule file of your own."
    ),
) -> None:
    """List the rules; explain one (mtaudit rules LIT014); prove your own (--check my-rules.toml)."""
    from mtaudit.detector import catalogue

    if check is not None:
        broken = catalogue.check_file(check)
        for line in broken:
            typer.echo(line)
        if broken:
            raise typer.Exit(1)
        typer.echo(f"{check}: every rule proves itself")
        return
    if statistics:
        typer.echo(catalogue.statistics(), nl=False)
        return
    typer.echo(catalogue.describe(codes or []), nl=False)
