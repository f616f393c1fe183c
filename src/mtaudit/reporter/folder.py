"""A folder of reports: one file per article, and for HTML a page that leads to them, worst first."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from mtaudit.model import Report
from mtaudit.reporter.options import Rendered, RenderOptions
from mtaudit.reporter.registry import get_renderer, traits_of

INDEX = "index"
_UNSAFE = re.compile(r"[^\w.-]+")
_MAX_BYTES = 100  # file systems allow 255, of which hash, suffix and temporary names need some
_HEX_DIGITS = 8
#: Names that Windows keeps for devices, whatever the suffix (Microsoft, "Naming Files, Paths, and Namespaces").
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789")}
)


def folder_outputs(report: Report, name: str, folder: Path, options: RenderOptions) -> dict[Path, Rendered]:
    """The files of a folder of reports in one format, by path.

    Raises:
        UsageError: The format is unknown, or an interface language is.
    """
    suffix = traits_of(name).suffix or ""
    render = get_renderer(name)
    files = [f"{stem}{suffix}" for stem in file_stems([document.path for document in report.documents])]
    outputs: dict[Path, Rendered] = {
        folder / file: render(replace(report, documents=(document,)), options)
        for file, document in zip(files, report.documents, strict=True)
    }
    if name == "html":
        from mtaudit.reporter.index_page import render_index

        outputs[folder / f"{INDEX}{suffix}"] = render_index(report, files, options)
    return outputs


def file_stems(paths: Sequence[str]) -> list[str]:
    """A file name without suffix for each article, all different, also where case does not count.

    An article keeps the name of its file as long as no other article bears the same; namesakes get
    a part of the hash of their paths, so no name depends on the order of the articles.

    Args:
        paths: The articles' paths, all different, with slashes or backslashes.
    """
    plain = [_plain_stem(path) for path in paths]
    counts = Counter(stem.casefold() for stem in plain)
    stems, taken = [], {INDEX}
    for path, stem in zip(paths, plain, strict=True):
        key = stem.casefold()
        if counts[key] > 1 or key in taken or key.partition(".")[0] in _RESERVED:
            digest = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
            stem = f"{stem}-{digest[:_HEX_DIGITS]}"
        number = 1
        unique = stem
        while unique.casefold() in taken:  # the same path twice, or a name made to look like one of ours
            number += 1
            unique = f"{stem}-{number}"
        taken.add(unique.casefold())
        stems.append(unique)
    return stems


def _plain_stem(path: str) -> str:
    """``articles/été 2.fr.txt`` as ``été-2.fr``: letters, digits, dots, hyphens, underscores."""
    name = unicodedata.normalize("NFC", path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])
    stem, dot, _ = name.rpartition(".")
    safe = _UNSAFE.sub("-", stem if dot and stem else name).strip(".-")
    cut = safe.encode("utf-8", "ignore")[:_MAX_BYTES].decode("utf-8", "ignore").strip(".-")
    return cut or "article"
