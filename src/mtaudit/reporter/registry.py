"""Renderers by name.

A renderer of the project is a file ``as_NAME.py`` in this folder with a function ``render`` (a
hyphen in the name is an underscore in the file's); where there is a constant ``TRAITS``, it says what
kind of file comes out. A plug-in declares an entry point in the group ``mtaudit.renderers`` that leads
to such a function; it may have the same as an attribute ``traits``.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from mtaudit.errors import UsageError
from mtaudit.reporter.options import Renderer, Traits

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINT_GROUP = "mtaudit.renderers"
_PREFIX = "as_"
#: Modules that only an extra brings, with its name.
_EXTRAS = {"docx": "office", "openpyxl": "office"}


def renderer_names() -> tuple[str, ...]:
    """Every name that ``get_renderer`` knows, sorted."""
    return tuple(sorted({*_built_in_names(), *(point.name for point in _plug_ins())}))


def get_renderer(name: str) -> Renderer:
    """Find a renderer by its name, as given to ``--format``.

    A renderer of the project cannot be replaced by a plug-in of the same name.

    Raises:
        UsageError: No renderer has that name, its plug-in cannot be loaded, or an extra is missing.
    """
    if name in _built_in_names():
        return cast(Renderer, _built_in(name).render)
    for point in _plug_ins():
        if point.name == name:
            return _load_plug_in(point)
    raise UsageError(f"unknown report format {name!r}", f"choose one of: {', '.join(renderer_names())}")


def traits_of(name: str) -> Traits:
    """What kind of file the renderer of that name makes.

    Raises:
        UsageError: As ``get_renderer``.
    """
    if name in _built_in_names():
        found = getattr(_built_in(name), "TRAITS", None)
    else:
        found = getattr(get_renderer(name), "traits", None)
    return found if isinstance(found, Traits) else Traits()


def _built_in_names() -> frozenset[str]:
    modules = pkgutil.iter_modules([str(Path(__file__).parent)])
    return frozenset(
        module.name.removeprefix(_PREFIX).replace("_", "-")
        for module in modules
        if module.name.startswith(_PREFIX)
    )


def _built_in(name: str) -> ModuleType:
    """The module of a renderer; it is only now that the libraries it needs are imported."""
    try:
        return import_module(f"{__package__}.{_PREFIX}{name.replace('-', '_')}")
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get(error.name or "")
        if extra is None:
            raise
        raise UsageError(
            f"the report format {name!r} needs the package {error.name}, which is not installed",
            f"pip install 'mtaudit[{extra}]'",
        ) from error


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
