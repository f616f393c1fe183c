"""Find an encoder by the name a user gives, built in or from a plug-in."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points

from mtaudit.aligner.encoders.base import Encoder
from mtaudit.aligner.encoders.e5 import E5Encoder
from mtaudit.aligner.encoders.sentence_transformers import SentenceTransformersEncoder
from mtaudit.aligner.encoders.use import UseEncoder
from mtaudit.errors import UsageError
from mtaudit.options import DEFAULT_ENCODER

#: Plug-ins register a factory under this entry-point group: called with what follows the colon
#: of the specification (an empty string when there is none), it returns an Encoder.
ENTRY_POINT_GROUP = "mtaudit.encoders"


Factory = Callable[[str], Encoder]


def _plain(kind: type[UseEncoder | E5Encoder]) -> Factory:
    def make(option: str) -> Encoder:
        if option:
            raise UsageError(f"the encoder {kind.name} takes no model", f"write just {kind.name}")
        return kind()

    return make


_BUILT_IN: dict[str, Factory] = {
    "use": _plain(UseEncoder),
    "e5": _plain(E5Encoder),
    "sentence-transformers": SentenceTransformersEncoder,
}


def encoder_names() -> tuple[str, ...]:
    """Names that ``get_encoder`` knows, built in first, then plug-ins, each in order of the alphabet."""
    plug_ins = {entry.name for entry in entry_points(group=ENTRY_POINT_GROUP)} - set(_BUILT_IN)
    return (*_BUILT_IN, *sorted(plug_ins))


def get_encoder(spec: str = DEFAULT_ENCODER) -> Encoder:
    """Make the encoder that a specification names. Nothing heavy loads until it encodes.

    Args:
        spec: ``NAME`` or ``NAME:OPTION``, such as ``use`` or ``sentence-transformers:LaBSE``.

    Returns:
        The encoder.

    Raises:
        UsageError: No encoder has that name, the option is wrong, or a plug-in is broken.
    """
    name, _, option = spec.strip().partition(":")
    factory = _BUILT_IN.get(name) or _plug_in(name)
    if factory is None:
        raise UsageError(f"there is no encoder {name!r}", f"choose one of: {', '.join(encoder_names())}")
    return factory(option)


def _plug_in(name: str) -> Factory | None:
    for entry in entry_points(group=ENTRY_POINT_GROUP, name=name):
        try:
            loaded: Factory = entry.load()
        except (ImportError, AttributeError) as error:
            raise UsageError(
                f"the encoder plug-in {name!r} cannot be imported from {entry.value}",
                "reinstall or remove the package that brings it",
            ) from error
        return loaded
    return None
