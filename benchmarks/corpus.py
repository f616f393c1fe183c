"""The development corpus, as (line id, kind, French, English), with an index of its words.

The data is not part of the project. ``MTAUDIT_DEV`` names its folder (default: ``../shared/dev``
beside the repository); every benchmark says so and stops where it is absent.
"""

from __future__ import annotations

import gzip
import json
import os
import pickle
import sys
from pathlib import Path
from typing import NamedTuple

from mtaudit.caching import cache_folder
from mtaudit.text.tokens import tokenise

ENGINES = ("google", "microsoft", "bergamot_base", "bergamot_tiny")


class Line(NamedTuple):
    """One line: ``kind`` is native, human, read, or an engine's name; ``english`` may be empty."""

    id: str
    kind: str
    french: str
    english: str
    gold: tuple[tuple[int, int], ...] = ()


def dev_folder() -> Path:
    """The folder of the development data; exits with a word where there is none."""
    folder = Path(os.environ.get("MTAUDIT_DEV", Path(__file__).resolve().parents[2] / "shared" / "dev"))
    if not folder.is_dir():
        print(f"no development data at {folder}: set MTAUDIT_DEV; nothing measured")
        sys.exit(0)
    return folder


def native_lines(folder: Path) -> list[Line]:
    """Edited native French news."""
    with gzip.open(folder / "native.fr.txt.gz", "rt", encoding="utf-8") as handle:
        return [Line(f"native:{n}", "native", line.rstrip("\n"), "") for n, line in enumerate(handle)]


def parallel_lines(folder: Path) -> list[Line]:
    """Human and machine translations with their source."""
    lines = []
    with gzip.open(folder / "wmt08-11.tsv.gz", "rt", encoding="utf-8") as handle:
        header = handle.readline().rstrip("\n").split("\t")
        for row in handle:
            fields = dict(zip(header, row.rstrip("\n").split("\t"), strict=False))
            name, english = fields["id"], fields["source_en"]
            lines.append(Line(f"{name}:human", "human", fields["reference_fr"], english))
            lines.extend(Line(f"{name}:{engine}", engine, fields[engine], english) for engine in ENGINES)
    return lines


def marked_lines(folder: Path, part: str) -> list[Line]:
    """Hand-marked lines; ``gold`` are spans in the line, optional ones included."""
    lines = []
    for path in sorted((folder / "marked" / part).glob("t*.json")):
        spans = json.loads(path.read_text(encoding="utf-8"))["spans"]
        french = path.with_suffix(".fr.txt").read_text(encoding="utf-8")
        english = path.with_suffix(".en.txt").read_text(encoding="utf-8").splitlines()
        at = 0
        for number, text in enumerate(french.split("\n")):
            if not text:
                continue
            gold = tuple(
                (span["start"] - at, span["end"] - at)
                for span in spans
                if at <= span["start"] < at + len(text)
            )
            source = english[number] if number < len(english) else ""
            lines.append(Line(f"{path.stem}:{number}", part, text, source, gold))
            at += len(text) + 1
    return lines


class Corpus(NamedTuple):
    """All lines and, for each word form, the numbers of the lines that have it."""

    lines: list[Line]
    index: dict[str, list[int]]


def load() -> Corpus:
    """Lines of native, human, machine and ``read`` text with their index; kept in the cache folder."""
    folder = dev_folder()
    cached = cache_folder() / "dev-corpus-1.pickle"
    if cached.exists():
        with cached.open("rb") as handle:
            return Corpus(*pickle.load(handle))
    lines = native_lines(folder) + parallel_lines(folder) + marked_lines(folder, "read")
    index: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for form in {token.norm for token in tokenise(line.french)}:
            index.setdefault(form, []).append(number)
    cached.parent.mkdir(parents=True, exist_ok=True)
    temporary = cached.with_suffix(f".{os.getpid()}")
    with temporary.open("wb") as handle:
        pickle.dump((lines, index), handle)
    os.replace(temporary, cached)
    return Corpus(lines, index)
