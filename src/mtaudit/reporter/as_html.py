"""One HTML file for editors: nothing to load, works from disk, on a phone, on paper and in the dark."""

from __future__ import annotations

from mtaudit.model import Report
from mtaudit.reporter.html_data import page_data
from mtaudit.reporter.html_environment import CONTENT_SECURITY_POLICY, environment, template_text
from mtaudit.reporter.html_view import page_of
from mtaudit.reporter.options import RenderOptions, Traits
from mtaudit.reporter.wording import get_wording

TRAITS = Traits(suffix=".html")

#: The page's style and script, in the order in which they are put together.
STYLES = ("page.css", "chart.css", "card.css", "work.css", "narrow.css", "print.css")
SCRIPTS = (
    "data.js",
    "decisions.js",
    "corrected.js",
    "keeping.js",
    "finding.js",
    "sentence.js",
    "files.js",
    "filter.js",
    "moving.js",
    "facts.js",
    "start.js",
)


def render(report: Report, options: RenderOptions) -> str:
    """The report as a page. Every text of the report is escaped and shown as text."""
    from markupsafe import Markup

    wording = get_wording(options.ui_language)
    page = page_of(report, wording)
    html = (
        environment()
        .get_template("report.html")
        .render(
            page=page,
            report=report,
            w=wording,
            csp=CONTENT_SECURITY_POLICY,
            css=Markup("".join(template_text(f"css/{name}") for name in STYLES)),
            data=Markup(page_data(page, wording)),
            js=Markup(_script()),
        )
    )
    return html.rstrip("\n") + "\n"


def _script() -> str:
    """All scripts in one function, so that they share names with each other and with nothing else."""
    parts = "\n".join(template_text(f"js/{name}") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'
