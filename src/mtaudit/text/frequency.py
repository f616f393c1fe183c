"""How common a word form is in French and in English.

The figures are wordfreq's (Speer 2022, data CC BY-SA 4.0). Its lists are read from the file that
the package carries, without importing the package: that would take a quarter of a second more.
A list takes about 0.2 s to read, so ask only about words that the lexicon does not know.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from mtaudit.errors import MtauditError


@lru_cache(maxsize=4)
def _table(language: str) -> dict[str, int]:
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise MtauditError("the word frequencies are not installed", "pip install wordfreq")
    import msgpack

    path = Path(spec.origin).parent / "data" / f"large_{language}.msgpack.gz"
    with gzip.open(path, "rb") as handle:
        # A header, then one list of words for each centibel below the commonest.
        _, *buckets = msgpack.load(handle, raw=False)
    return {word: centibels for centibels, words in enumerate(buckets) for word in words}


def zipf(word: str, language: str) -> float:
    """The frequency of a lower-case word on the Zipf scale.

    Args:
        word: The form.
        language: ``fr`` or ``en``.

    Returns:
        log10 of the occurrences in a thousand million words (7 for "de", 3 for a word met once in
        a million), 0.0 where the list lacks the word.
    """
    centibels = _table(language).get(word)
    return 0.0 if centibels is None else round(9.0 - centibels / 100.0, 2)
