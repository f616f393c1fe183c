"""One HTML file for editors: nothing to load, works from disk, on a phone, on paper and in the dark."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mtaudit.model import Report
from mtaudit.reporter.html_view import page_of
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.visible import visible
from mtaudit.reporter.wording import get_wording

if TYPE_CHECKING:
    from jinja2 import Environment

#: Nothing may be loaded and nothing sent; only the style and script of the page itself run.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def render(report: Report, options: RenderOptions) -> str:
    """The report as a page. Every text of the report is escaped and shown as text."""
    from markupsafe import Markup

    wording = get_wording(options.ui_language)
    template = _environment().get_template("report.html")
    page = template.render(
        page=page_of(report, wording),
        report=report,
        w=wording,
        csp=CONTENT_SECURITY_POLICY,
        css=Markup(_template_text("report.css")),
        js=Markup(_template_text("report.js")),
    )
    return page.rstrip("\n") + "\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_template_text),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _template_text(name: str) -> str:
    return (files("mtaudit.reporter") / "templates" / name).read_text(encoding="utf-8")


def _shown(value: Any) -> Any:
    """Every text that enters the page passes here; escaping comes after, the page's own markup stays."""
    return visible(value) if type(value) is str else value
