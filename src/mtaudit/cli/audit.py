"""``mtaudit audit``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import typer

FORMATS = (
    "text",
    "json",
    "html",
    "markdown",
    "docx",
    "xlsx",
    "csv",
    "csv-sentences",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "tsv",
    "statistics",
)


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("audit")(audit)


def audit(
    files: list[Path] = typer.Argument(
        None, metavar="FILES...", help="French texts (.txt, .md), folders of them, or - for standard input."
    ),
    stdin: bool = typer.Option(False, "--stdin", help="The text comes from standard input."),
    stdin_filename: Path | None = typer.Option(
        None,
        "--stdin-filename",
        metavar="NAME",
        help="What that text is called: for reports, its format and its settings.",
    ),
    reference: list[str] = typer.Option(
        None,
        "--reference",
        "-r",
        metavar="PATH",
        help="English reporting on the same story, a file or a folder. May be given several times.",
    ),
    source: Path | None = typer.Option(
        None, "--source", metavar="FILE", help="The true English source of the one text."
    ),
    hypothesis_reference: Path | None = typer.Option(
        None,
        "--hypothesis-reference",
        metavar="FILE",
        help="A human French translation of the same: adds BLEU, chrF++ and TER.",
    ),
    format: str | None = typer.Option(
        None,
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"What goes to stdout or --output: {', '.join(FORMATS)}.",
    ),
    statistics: bool = typer.Option(
        False, "--statistics", help="Counts by rule, family and severity as JSON: --format statistics."
    ),
    output: str | None = typer.Option(
        None,
        "--output",
        "-o",
        metavar="PATH",
        help="Write there instead of stdout. A folder (ends with /) gets a report per article; html adds an index.",
    ),
    report: list[str] = typer.Option(
        [],
        "--report",
        metavar="FORMAT=PATH",
        help="Write a further report, e.g. html=report.html. May be given several times.",
    ),
    sarif_max_level: str = typer.Option(
        "error",
        "--sarif-max-level",
        metavar="error|warning|note",
        help="The highest level a finding gets in SARIF.",
    ),
    fast: bool | None = typer.Option(
        None,
        "--fast/--full",
        help="Leave out detectors that need a parser (plug-ins; those that ship do without).",
    ),
    select: list[str] = typer.Option(
        None, "--select", metavar="CODES", help="Only these rules or families, by commas: LIT014,FFR."
    ),
    ignore: list[str] = typer.Option(
        None, "--ignore", metavar="CODES", help="Leave these rules or families out."
    ),
    preview: bool | None = typer.Option(
        None, "--preview/--no-preview", help="Run rules still in preview too."
    ),
    rules: list[str] = typer.Option(
        None, "--rules", metavar="FILE", help="A rule file of your own, beside the pack's."
    ),
    names: list[str] = typer.Option(
        None, "--names", metavar="FILE", help="A list of names of your own, beside the pack's."
    ),
    min_confidence: float | None = typer.Option(
        None,
        "--min-confidence",
        min=0.0,
        max=1.0,
        metavar="P",
        help="Leave out findings less sure than this (0 to 1; 0.5 unless said).",
    ),
    region: str | None = typer.Option(
        None, "--region", metavar="FR|CA|BE|CH", help="Wording that is normal there is no fault."
    ),
    quotes: str | None = typer.Option(
        None,
        "--quotes",
        metavar="keep|lower|skip",
        help="Findings inside quotations: keep, lower their severity by one, skip.",
    ),
    encoder: str | None = typer.Option(
        None,
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
    min_sentence_fidelity: float | None = typer.Option(
        None,
        "--min-sentence-fidelity",
        min=0.0,
        max=100.0,
        metavar="N",
        help="Exit 1 when a sentence's fidelity is below N.",
    ),
    max_mqm_per_1000: float | None = typer.Option(
        None,
        "--max-mqm-per-1000",
        min=0.0,
        metavar="N",
        help="Exit 1 on more MQM penalty points per 1,000 words.",
    ),
    max_findings: list[str] = typer.Option(
        None,
        "--max-findings",
        metavar="FAMILY=N",
        help="Exit 1 on more findings of a family, or of all (ALL=N).",
    ),
    exit_zero: bool = typer.Option(False, "--exit-zero", help="Exit 0 even when a gate is broken."),
    config: Path | None = typer.Option(
        None, "--config", metavar="FILE", help="Configuration; else mtaudit.toml or pyproject.toml, upwards."
    ),
    no_config: bool = typer.Option(False, "--no-config", help="Read no configuration."),
    profile: str | None = typer.Option(
        None, "--profile", metavar="NAME", help="A profile of the configuration."
    ),
    baseline: list[str] = typer.Option(
        None, "--baseline", metavar="FILE", help="Findings known already. May be given several times."
    ),
    strict_baseline: bool | None = typer.Option(
        None, "--strict-baseline", help="Exit 1 when a baseline has entries that nothing matches any more."
    ),
    suppressions: str | None = typer.Option(
        None, "--suppressions", metavar="FILE", help="A file of suppressions, each with rule and reason."
    ),
    changed_since: str | None = typer.Option(
        None,
        "--changed-since",
        metavar="REV",
        help="Only files and sentences that differ from this git revision.",
    ),
    jobs: int = typer.Option(
        1, "--jobs", "-j", min=0, metavar="N", help="Processes that share the texts; 0 for one a core."
    ),
    no_cache: bool = typer.Option(
        False, "--no-cache", help="Examine everything anew, keep nothing for the next run."
    ),
    quiet: bool = typer.Option(False, "--quiet", "-q", help="No progress, no notes."),
) -> None:
    """Audit French texts: with the French alone, better with English reporting, best with the source.

    Examples:
    mtaudit audit article.txt

    mtaudit audit article.txt --reference reporting/ --report html=report.html

    mtaudit audit translations/ --format json --output audit.json --fail-on critical

    mtaudit audit translations/ --format html --output reports/
    """
    from mtaudit.cli.input import piped_text
    from mtaudit.cli.notes import Notes
    from mtaudit.cli.run import run_audit
    from mtaudit.cli.settings import settings_of
    from mtaudit.errors import UsageError
    from mtaudit.gate.thresholds import parse_counts
    from mtaudit.reporter.outputs import planned_outputs, write_report
    from mtaudit.results import ResultStore

    # Whatever can be wrong with the options is said before any work is done.
    given: dict[str, Any] = {
        "references": reference,
        "fast": fast,
        "select": _codes(select),
        "ignore": _codes(ignore),
        "preview": preview,
        "rules": rules,
        "names": names,
        "min-confidence": min_confidence,
        "region": region,
        "quotes": quotes,
        "encoder": encoder,
        "language": language,
        "fail-on": fail_on,
        "min-fidelity": min_fidelity,
        "min-sentence-fidelity": min_sentence_fidelity,
        "max-mqm-per-1000": max_mqm_per_1000,
        "baseline": baseline,
        "strict-baseline": strict_baseline,
        "suppressions": suppressions,
        "max-findings": parse_counts(max_findings) if max_findings else None,
    }
    settings = settings_of(given, config=config, no_config=no_config, profile=profile)
    if statistics and format not in (None, "statistics"):
        raise UsageError(f"--statistics is a format of its own, beside {format}", "--report statistics=PATH")
    if sarif_max_level not in ("error", "warning", "note"):
        raise UsageError(f"--sarif-max-level: no level '{sarif_max_level}'", "use error, warning or note")
    chosen = "statistics" if statistics else format or "text"
    plan = planned_outputs(chosen, output, report, terminal=sys.stdout.isatty())
    text = piped_text(stdin, stdin_filename, files)
    notes = Notes(quiet=quiet)
    with notes:
        run = run_audit(
            files,
            settings,
            source=source,
            text=text,
            changed_since=changed_since,
            progress=notes.progress,
            on_encoded=notes.encoded,
            store=None if no_cache else ResultStore(),
            processes=jobs or os.cpu_count() or 1,
        )
    report_made = run.report
    if hypothesis_reference is not None:
        from mtaudit.scorer.french_reference import report_with_french_reference

        report_made = report_with_french_reference(run.report, hypothesis_reference)
    shown = write_report(
        report_made,
        plan,
        colour=sys.stdout.isatty(),
        ui_language=ui_language,
        max_level=sarif_max_level,
    )
    if shown:
        typer.echo(shown, nl=False)
    for path in plan.paths:
        notes.say(f"wrote {path}")
    for line in run.notes:
        notes.say(f"mtaudit: note: {line}")
    for line in run.broken:
        typer.echo(f"mtaudit: gate: {line}", err=True)
    if run.broken and not exit_zero:
        raise typer.Exit(1)


def _codes(given: list[str] | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    return tuple(code.strip() for each in given for code in each.split(",") if code.strip())
