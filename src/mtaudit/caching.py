"""Where things are kept that take time to make and can be made again at any time."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path:
    """The folder of compiled packs and sentence vectors: ``MTAUDIT_CACHE`` or the user's cache folder."""
    override = os.environ.get("MTAUDIT_CACHE")
    if override:
        return Path(override)
    from platformdirs import user_cache_path

    return user_cache_path("mtaudit", appauthor=False)
