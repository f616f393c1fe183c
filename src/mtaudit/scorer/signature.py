"""The signature that goes with every score: what it was made with, so that it can be made again."""

from __future__ import annotations

from collections.abc import Mapping

_HASH_LENGTH = 8


def _clean(value: str) -> str:
    """Keep the separators of a signature out of its values."""
    return "".join("_" if char in "|: \t\r\n" else char for char in value)


def signature(
    version: str, pack_name: str, pack_hash: str, encoder_name: str | None, options: Mapping[str, str]
) -> str:
    """Write a signature as sacreBLEU does: keys and values with colons, fields with bars.

    Args:
        version: Version of mtaudit.
        pack_name: Language pack, such as ``en_fr``.
        pack_hash: Hash of its contents; the first 8 characters are shown.
        encoder_name: Sentence encoder, or None when none was used.
        options: Everything else that changes scores; sorted by key.

    Returns:
        For example ``mtaudit:0.1.0|pack:en_fr:1a2b3c4d|encoder:use|mode:full``.
    """
    fields = [
        f"mtaudit:{_clean(version)}",
        f"pack:{_clean(pack_name)}:{_clean(pack_hash)[:_HASH_LENGTH]}",
        f"encoder:{_encoder(encoder_name)}",
    ]
    fields += [f"{_clean(key)}:{_clean(options[key])}" for key in sorted(options)]
    return "|".join(fields)


def _encoder(name: str | None) -> str:
    """An encoder may carry a model after a colon (``sentence-transformers:NAME``); that colon stays."""
    if name is None:
        return "none"
    return ":".join(_clean(part) for part in name.split(":"))
