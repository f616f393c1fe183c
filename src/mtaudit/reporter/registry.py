"""Renderers by name.

A renderer of the project is a file ``as_NAME.py`` in this folder with a function ``render``.
A plug-in declares an entry point in the group ``mtaudit.renderers`` that leads to such a function.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mtaudit.errors import UsageError
from mtaudit.reporter.options import Renderer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINT_GROUP = "mtaudit.renderers"
_PREFIX = "as_"


def renderer_names() -> tuple[str, ...]:
    """Every name that ``get_renderer`` knows, sorted."""
    return tuple(sorted({*_built_in_names(), *(point.name for point in _plug_ins())}))


def get_renderer(name: str) -> Renderer:
    """Find a renderer by its name, as given to ``--format``.

    A renderer of the project cannot be replaced by a plug-in of the same name.

    Raises:
        UsageError: No renderer has that name, or its plug-in cannot be loaded.
    """
    if name in _built_in_names():
        return cast(Renderer, import_module(f"{__package__}.{_PREFIX}{name}").render)
    for point in _plug_ins():
        if point.name == name:
            return _load_plug_in(point)
    raise UsageError(f"unknown report format {name!r}", f"choose one of: {', '.join(renderer_names())}")


def _built_in_names() -> frozenset[str]:
    modules = pkgutil.iter_modules([str(Path(__file__).parent)])
    return frozenset(
        module.name.removeprefix(_PREFIX) for module in modules if module.name.startswith(_PREFIX)
    )


def _plug_ins() -> Iterable[EntryPoint]:
    from importlib import metadata  # 30 ms that most runs need not spend

    return metadata.entry_points(group=ENTRY_POINT_GROUP)


def _load_plug_in(point: EntryPoint) -> Renderer:
    try:
        loaded = point.load()
    except Exception as error:  # a plug-in may fail in any way; the user can only remove or mend it
        raise UsageError(
            f"the report format {point.name!r} cannot be loaded from {point.value}: {type(error).__name__}",
            "reinstall or remove the package that brings it",
        ) from error
    if not callable(loaded):
        raise UsageError(
            f"the report format {point.name!r} is not a function: {point.value}", "mend the plug-in"
        )
    return cast(Renderer, loaded)
