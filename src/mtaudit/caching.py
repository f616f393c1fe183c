"""Where things are kept that take time to make and can be made again at any time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def cache_folder() -> Path:
    """The folder of compiled packs and sentence vectors: ``MTAUDIT_CACHE`` or the user's cache folder."""
    override = os.environ.get("MTAUDIT_CACHE")
    if override:
        return Path(override)
    from platformdirs import user_cache_path

    return user_cache_path("mtaudit", appauthor=False)


def kept(name: str, make: Callable[[], bytes]) -> Path | bytes:
    """A file of the cache folder, made when it is not there.

    Args:
        name: Its name; it must change whenever the content would, since a file that is there is
            taken as it is.
        make: Makes the content.

    Returns:
        The file; or the content itself where the folder cannot be written, which is no fault.
    """
    path = cache_folder() / name
    if path.is_file():
        return path
    content = make()
    return path if store(path, content) else content


def store(path: Path, content: bytes) -> bool:
    """Writes a file of the cache folder whole or not at all.

    Returns:
        Whether it is there now; a folder that cannot be written is no fault.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return False
    return True
