"""Office files that are the same for the same report: their packages carry no time of the day.

DOCX and XLSX are ZIP archives (ECMA-376, part 2). The libraries that make them stamp every entry, and
one of them the core properties too, with the time of writing.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest time that a ZIP entry can carry; a report says nothing about when it was made.
NO_TIME = datetime(1980, 1, 1)
CORE_PROPERTIES = "docProps/core.xml"


def repacked(package: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """``package`` with its entries in their order, all at one fixed time.

    Args:
        package: A ZIP archive.
        replaced: New contents of entries, by name.
    """
    target = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            info = ZipInfo(name, NO_TIME.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # Unix, wherever it is made
            content = (replaced or {}).get(name)
            new.writestr(info, old.read(name) if content is None else content, compresslevel=6)
    return target.getvalue()
