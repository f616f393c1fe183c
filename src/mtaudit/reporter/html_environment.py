"""The environment in which HTML templates are filled in: escaping on, hostile characters made visible."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mtaudit.reporter.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

#: Nothing may be loaded and nothing sent; only the style and script of the page itself run.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


@cache
def environment() -> Environment:
    """The one environment of all pages. An undefined name in a template is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(template_text),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def template_text(name: str) -> str:
    """A file of the folder ``templates``, as it is."""
    return (files("mtaudit.reporter") / "templates" / name).read_text(encoding="utf-8")


def _shown(value: Any) -> Any:
    """Every text that enters the page passes here; escaping comes after, the page's own markup stays."""
    return visible(value) if type(value) is str else value
