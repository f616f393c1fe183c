"""How common a word form is in French and in English.

The figures are wordfreq's (Speer 2022, data CC BY-SA 4.0). Its lists are read from the file that
the package carries, without importing the package. Reading one takes 0.2 s, so a sorted copy is
kept in the user's cache folder, in which a word is found by binary search.
"""

from __future__ import annotations

import gzip
import mmap
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from mtaudit.caching import kept
from mtaudit.errors import MtauditError
from mtaudit.text.sorted_lines import SortedLines


@lru_cache(maxsize=4)
def _table(language: str) -> SortedLines:
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise MtauditError("the word frequencies are not installed", "pip install wordfreq")
    path = Path(spec.origin).parent / "data" / f"large_{language}.msgpack.gz"
    facts = path.stat()
    found = kept(f"words-{language}-{facts.st_size}-{facts.st_mtime_ns}.txt", lambda: _sorted(path))
    if isinstance(found, bytes):
        return SortedLines(found)
    with found.open("rb") as handle:
        return SortedLines(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))


def _sorted(path: Path) -> bytes:
    """The list as sorted lines of a word, a tab and its centibels below the commonest."""
    import msgpack

    with gzip.open(path, "rb") as handle:
        # A header, then one list of words for each centibel.
        _, *buckets = msgpack.load(handle, raw=False)
    lines = [f"{word}\t{centibels}".encode() for centibels, words in enumerate(buckets) for word in words]
    return b"\n".join(sorted(lines)) + b"\n"


@lru_cache(maxsize=1 << 16)
def zipf(word: str, language: str) -> float:
    """The frequency of a lower-case word on the Zipf scale.

    Args:
        word: The form.
        language: ``fr`` or ``en``.

    Returns:
        log10 of the occurrences in a thousand million words (7 for "de", 3 for a word met once in
        a million), 0.0 where the list lacks the word.
    """
    lines = _table(language)
    key = word.encode("utf-8", "surrogatepass") + b"\t"
    at = lines.first(key)
    if not lines.startswith(at, key):
        return 0.0
    return round(9.0 - int(lines.line(at)[len(key) :]) / 100.0, 2)
