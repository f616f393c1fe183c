"""The store: one file a document in the cache folder, written whole or not at all.

A file's name holds what it was made from (text, references, options, code) and which document it
is of, so a run finds the very result, or else the last one of the same document, whose unchanged
sentences are still good. A file begins with a digest of the rest: a damaged one counts as absent.
Parallel runs may write the same file; each of them puts a whole one in place.
"""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from pathlib import Path

from mtaudit.caching import cache_folder
from mtaudit.examining import Examination
from mtaudit.results.records import read, written

#: Bump when the form of a record changes.
FORMAT = 1
#: The folder may grow to about this many bytes; then the results unused for longest go.
MOST_BYTES = 200 * 1024 * 1024
#: Share of them that is left after that.
KEPT_SHARE = 0.7
_DAY = 86400
#: Temporary files of runs that were killed go after this many seconds.
_ABANDONED = 3600


class ResultStore:
    """Examinations on disk.

    Args:
        folder: Where they lie; in the user's cache folder when None.
        most_bytes: See ``MOST_BYTES``.
    """

    def __init__(self, folder: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        self.folder = folder or cache_folder() / f"results-{FORMAT}"
        self._most = most_bytes
        self._made: dict[str, str] = {}
        self._latest: dict[str, tuple[float, str]] = {}
        self._wrote = False
        self.hits = 0
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                made, _, of = entry.name.removesuffix(".json").partition("-")
                if not entry.name.endswith(".json") or not of:
                    continue
                with suppress(OSError):
                    self._made[made] = entry.name
                    self._latest[of] = max(
                        self._latest.get(of, (0.0, "")), (entry.stat().st_mtime, entry.name)
                    )

    def get(self, made_from: str) -> Examination | None:
        """The examination made from just this, or None."""
        name = self._made.get(made_from)
        found = self._read(name) if name else None
        if found is not None:
            self.hits += 1
        return found

    def last_of(self, document: str) -> Examination | None:
        """The last examination of a document under the same options, or None."""
        return self._read(self._latest[document][1]) if document in self._latest else None

    def put(self, made_from: str, document: str, examination: Examination) -> None:
        """Keeps an examination; where nothing can be written, that only costs time later."""
        body = written(examination).encode("ascii")
        name = f"{made_from}-{document}.json"
        temporary = self.folder / f".{name}.{os.getpid()}.tmp"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(_digest(body) + b"\n" + body)
            os.replace(temporary, self.folder / name)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            return
        self._wrote = True

    def close(self) -> None:
        """Makes room where this run has taken some."""
        if not self._wrote:
            return
        files, now = [], time.time()
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    stat = entry.stat()
                    if entry.name.endswith(".json"):
                        files.append((stat.st_mtime, entry.name, stat.st_size))
                    elif entry.name.endswith(".tmp") and now - stat.st_mtime > _ABANDONED:
                        os.unlink(entry.path)
        size = sum(each for _, _, each in files)
        if size <= self._most:
            return
        for _, name, each in sorted(files):
            if size <= self._most * KEPT_SHARE:
                break
            with suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)
            size -= each

    def _read(self, name: str) -> Examination | None:
        path = self.folder / name
        try:
            digest, _, body = path.read_bytes().partition(b"\n")
            if digest != _digest(body):
                return None
            found = read(body.decode("ascii"))
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)  # what is used stays; once a day is often enough
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return found


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).hexdigest().encode("ascii")
