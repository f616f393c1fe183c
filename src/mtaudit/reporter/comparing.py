"""A comparison of translations as a table for the terminal, as JSON, and as a page."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.reporter.cells import cell_width, pad
from mtaudit.reporter.visible import one_line

if TYPE_CHECKING:
    from mtaudit.comparison import Comparison

FORMATS = ("text", "json", "html")

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "caption{text-align:left;font-weight:600;padding:.3rem 0}th,td{padding:.35rem .6rem;"
    "border-bottom:1px solid #ccc;text-align:right;font-variant-numeric:tabular-nums}"
    "th:first-child,td:first-child{text-align:left}.best{font-weight:700}small{color:#555;"
    "overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}"
    "small{color:#aaa}th,td{border-color:#444}}"
)


def render_comparison(comparison: Comparison, format: str) -> str:
    """The comparison in one of ``FORMATS``; ends with a newline."""
    return {"text": _text, "json": _json, "html": _html}[format](comparison)


def _tables(comparison: Comparison) -> list[tuple[str, list[list[str]]]]:
    """Titles and rows: the scores, the findings by family. The first row of each has the headings."""
    names = [one_line(name) for name in _names(comparison)]
    scores = [["", *names]]
    for measure in comparison.measures:
        row = [measure.name, f"{measure.values[0]:.1f}"]
        for value, difference in zip(measure.values[1:], measure.differences, strict=True):
            row.append(f"{value:.1f} ({difference.gap:+.1f}, p {difference.p:.3f})")
        scores.append(row)
    families = [["", *names]]
    families += [[family, *map(str, counts)] for family, counts in comparison.families.items()]
    return [("Scores", scores), ("Findings by family", families)]


def _names(comparison: Comparison) -> list[str]:
    names = [Path(system).name for system in comparison.systems]
    return names if len(set(names)) == len(names) else list(comparison.systems)


def _how(comparison: Comparison) -> str:
    if comparison.paired:
        return f"Approximate randomisation over {comparison.units} lines, each against the first system."
    return (
        "The texts have different numbers of lines: compared without pairing, each against the first system."
    )


def _text(comparison: Comparison) -> str:
    lines: list[str] = []
    for title, rows in _tables(comparison):
        if len(rows) == 1:
            continue
        widths = [max(cell_width(row[column]) for row in rows) for column in range(len(rows[0]))]
        lines.append(title)
        for row in rows:
            cells = [pad(row[0], widths[0])]
            cells += [
                " " * (width - cell_width(cell)) + cell
                for cell, width in zip(row[1:], widths[1:], strict=True)
            ]
            lines.append(("  " + "  ".join(cells)).rstrip())
        lines.append("")
    lines += [one_line(verdict) for verdict in comparison.verdicts]
    lines += ["", _how(comparison), f"Signature  {one_line(comparison.signature)}"]
    lines += [f"{measure.name}  {measure.signature}" for measure in comparison.measures if measure.signature]
    return "\n".join(lines) + "\n"


def comparison_object(comparison: Comparison) -> dict[str, object]:
    """The comparison as the plain objects that JSON has."""
    return {
        "schema_version": 1,
        "signature": comparison.signature,
        "systems": list(comparison.systems),
        "paired": comparison.paired,
        "units": comparison.units,
        "families": {family: list(counts) for family, counts in comparison.families.items()},
        "measures": [
            {
                "name": measure.name,
                "less_is_better": measure.less_is_better,
                "values": [round(value, 2) + 0.0 for value in measure.values],
                "differences": [
                    {
                        "gap": round(each.gap, 2) + 0.0,
                        "p": round(each.p, 4),
                        "interval": [round(each.low, 2) + 0.0, round(each.high, 2) + 0.0],
                    }
                    for each in measure.differences
                ],
                "signature": measure.signature,
            }
            for measure in comparison.measures
        ],
        "verdicts": list(comparison.verdicts),
    }


def _json(comparison: Comparison) -> str:
    return json.dumps(comparison_object(comparison), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _html(comparison: Comparison) -> str:
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>Translations compared</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        "<h1>Translations compared</h1>\n<ul>"
    ]
    parts += [f"<li>{escape(one_line(verdict))}</li>" for verdict in comparison.verdicts]
    parts.append("</ul>")
    for title, rows in _tables(comparison):
        if len(rows) == 1:
            continue
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
        parts.append(f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>")
        for row in rows[1:]:
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
            parts.append(f'<tr><th scope="row">{escape(row[0])}</th>{cells}</tr>')
        parts.append("</tbody></table>")
    parts.append(f"<p>{escape(_how(comparison))}</p>")
    notes = [comparison.signature, *(f"{m.name} {m.signature}" for m in comparison.measures if m.signature)]
    parts += [f"<p><small>{escape(one_line(note))}</small></p>" for note in notes]
    return "\n".join([*parts, "</body>\n</html>"]) + "\n"
