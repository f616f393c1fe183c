"""``mtaudit baseline``: write, update, prune and show what is known already."""

from __future__ import annotations

from pathlib import Path

import typer

from mtaudit.gate.config import Settings

DEFAULT = Path("mtaudit-baseline.json")

_FILES = typer.Argument(..., metavar="FILES...", help="French texts, or folders of them.")
_BASELINE = typer.Option(DEFAULT, "--baseline", metavar="FILE", help="The baseline.")
_REFERENCE = typer.Option(None, "--reference", "-r", metavar="PATH", help="English reporting.")
_FAST = typer.Option(None, "--fast/--full", help="Leave out detectors that need a parser.")
_CONFIG = typer.Option(None, "--config", metavar="FILE", help="Configuration.")
_PROFILE = typer.Option(None, "--profile", metavar="NAME", help="A profile of the configuration.")


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    group = typer.Typer(
        help="Keep a list of known findings, so that only new ones break the gate.", no_args_is_help=True
    )
    group.command("write")(write)
    group.command("update")(update)
    group.command("prune")(prune)
    group.command("show")(show)
    app.add_typer(group, name="baseline")


def write(
    files: list[Path] = _FILES,
    baseline: Path = _BASELINE,
    reference: list[str] = _REFERENCE,
    fast: bool | None = _FAST,
    config: Path | None = _CONFIG,
    profile: str | None = _PROFILE,
    force: bool = typer.Option(False, "--force", help="Write over a baseline that is there."),
) -> None:
    """Write a baseline of everything that is found now."""
    from mtaudit.cli.run import run_audit
    from mtaudit.errors import OutputError
    from mtaudit.gate.baseline import entries_of, written
    from mtaudit.reporter.write import write_outputs
    from mtaudit.results import ResultStore

    if baseline.exists() and not force:
        raise OutputError(f"{baseline}: is there already", "`mtaudit baseline update` keeps it in step")
    settings = _settings(baseline, reference, fast, config, profile)
    entries = entries_of(run_audit(files, settings, with_baseline=False, store=ResultStore()).report)
    write_outputs({baseline: written(entries)})
    typer.echo(f"wrote {baseline}: {len(entries)} findings", err=True)


def update(
    files: list[Path] = _FILES,
    baseline: Path = _BASELINE,
    reference: list[str] = _REFERENCE,
    fast: bool | None = _FAST,
    config: Path | None = _CONFIG,
    profile: str | None = _PROFILE,
) -> None:
    """Add what is new, drop what is gone."""
    _keep(files, baseline, _settings(baseline, reference, fast, config, profile), add=True)


def prune(
    files: list[Path] = _FILES,
    baseline: Path = _BASELINE,
    reference: list[str] = _REFERENCE,
    fast: bool | None = _FAST,
    config: Path | None = _CONFIG,
    profile: str | None = _PROFILE,
) -> None:
    """Drop what is gone, add nothing."""
    _keep(files, baseline, _settings(baseline, reference, fast, config, profile), add=False)


def show(baseline: Path = _BASELINE) -> None:
    """List the entries of a baseline."""
    from mtaudit.gate.baseline import read_baseline

    for entry in read_baseline(baseline).entries:
        typer.echo(f"{entry.path}: {entry.rule} '{entry.text}'")


def _settings(
    baseline: Path, reference: list[str] | None, fast: bool | None, config: Path | None, profile: str | None
) -> Settings:
    from mtaudit.cli.settings import settings_of

    given = {"references": reference, "fast": fast, "baseline": [str(baseline)]}
    return settings_of(given, config=config, profile=profile)


def _keep(files: list[Path], path: Path, settings: Settings, *, add: bool) -> None:
    from mtaudit.cli.run import run_audit
    from mtaudit.gate.baseline import entries_of, written
    from mtaudit.reporter.write import write_outputs
    from mtaudit.results import ResultStore

    run = run_audit(files, settings, store=ResultStore())
    (known,) = run.baselines
    stale = list(known.stale([document.path for document in run.report.documents]))
    kept = list(known.entries)
    for entry in stale:
        kept.remove(entry)
    new = entries_of(run.report) if add else []
    write_outputs({path: written([*kept, *new])})
    typer.echo(
        f"wrote {path}: {len(kept) + len(new)} findings, {len(new)} new, {len(stale)} dropped", err=True
    )
