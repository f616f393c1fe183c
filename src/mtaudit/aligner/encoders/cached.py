"""Sentence vectors kept from one run to the next, so that the same references are encoded once.

A vector's key is a hash of the encoder's name, its version and the text: another model, another
release or another text is another key, so nothing stale is ever read. The store is one SQLite file
in the cache folder; SQLite keeps parallel runs from each other's way. A store that cannot be read or
written only costs time: the vectors are then made anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.aligner.encoders.base import Encoder
from mtaudit.caching import cache_folder

if TYPE_CHECKING:
    from mtaudit.aligner.encoders.base import Vectors

#: The file may grow to about this many bytes; then the vectors unused for longest go.
MOST_BYTES = 200 * 1024 * 1024
#: Share of them that is left after that.
KEPT_SHARE = 0.7
#: Seconds to wait for another run that is writing.
PATIENCE = 5.0
#: Keys asked for in one query; SQLite takes 999 at the least.
_AT_ONCE = 900
_DAY = 86400
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB, day INTEGER) WITHOUT ROWID"


def with_cache(encoder: Encoder, folder: Path | None = None) -> Encoder:
    """Put the store before an encoder that says which version it is.

    An encoder without a ``version`` (a plug-in, a model fetched by name) is given back as it is: what
    it would answer tomorrow is not known.

    Args:
        encoder: Any encoder.
        folder: Where the store lies; the user's cache folder when None.
    """
    if getattr(encoder, "version", None) is None:
        return encoder
    return CachedEncoder(encoder, (folder or cache_folder()) / "vectors-1.sqlite3")


class CachedEncoder:
    """An encoder that looks into its store first.

    Args:
        encoder: Encodes what is not there; it has a ``version``.
        path: The store, made when first needed.
    """

    def __init__(self, encoder: Encoder, path: Path) -> None:
        self.encoder = encoder
        self.path = path

    @property
    def name(self) -> str:
        """The name of the encoder behind the store."""
        return self.encoder.name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Turn texts into vectors; see ``Encoder.encode``. Only texts that are new are encoded."""
        import numpy as np

        stamp = f"{self.encoder.name}\0{getattr(self.encoder, 'version', '')}\0"
        keys = [
            hashlib.blake2b((stamp + text).encode("utf-8", "surrogatepass"), digest_size=20).digest()
            for text in texts
        ]
        known = self._read(keys)
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new or not texts:
            made = self.encoder.encode(list(new.values()))
            if not texts:
                return made
            fresh = dict(zip(new, made, strict=True))
            known |= fresh
            self._write(fresh)
        return np.stack([known[key] for key in keys])

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        import numpy as np

        found: dict[bytes, Vectors] = {}
        if not self.path.is_file():
            return found
        unique = list(dict.fromkeys(keys))
        today, late = _today(), []
        try:
            with closing(self._open()) as store:
                for at in range(0, len(unique), _AT_ONCE):
                    some = unique[at : at + _AT_ONCE]
                    marks = ",".join("?" * len(some))
                    for key, vector, day in store.execute(
                        f"SELECT * FROM vectors WHERE key IN ({marks})", some
                    ):
                        found[key] = np.frombuffer(vector, dtype="<f4").astype(np.float32)
                        if day != today:
                            late.append((today, key))
                if late:
                    with store:
                        store.executemany("UPDATE vectors SET day = ? WHERE key = ?", late)
        except sqlite3.OperationalError:
            pass  # busy, or without its table yet
        except (sqlite3.DatabaseError, ValueError):
            # Not a database, or a broken one: it would stay so.
            with suppress(OSError):
                self.path.unlink()
        except OSError:
            pass
        # A file cut short can hold vectors of another length: then none of them is trusted.
        return found if len({len(vector) for vector in found.values()}) <= 1 else {}

    def _write(self, fresh: dict[bytes, Vectors]) -> None:
        today = _today()
        rows = [(key, vector.astype("<f4").tobytes(), today) for key, vector in fresh.items()]
        with suppress(sqlite3.Error, OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as store, store:
                store.execute(_TABLE)
                store.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
                self._make_room(store)

    def _make_room(self, store: sqlite3.Connection) -> None:
        """Drop the vectors unused for longest; SQLite fills their place before the file grows again."""
        pages = [store.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count")]
        size = (pages[0] - pages[1]) * store.execute("PRAGMA page_size").fetchone()[0]
        if size > MOST_BYTES:
            count = store.execute("SELECT count(*) FROM vectors").fetchone()[0]
            drop = int(count * (1 - KEPT_SHARE * MOST_BYTES / size))
            store.execute(
                "DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY day, key LIMIT ?)",
                (drop,),
            )

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=PATIENCE)


def _today() -> int:
    return int(time.time()) // _DAY
