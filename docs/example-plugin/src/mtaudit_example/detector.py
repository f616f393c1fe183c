"""A detector: a function that looks at one sentence and yields what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.api import Hit, SentenceContext, detector

_MARKS = re.compile(r"!{2,}")


# local=True: it looks at nothing but the sentence, so that one need not be looked at again
# when another sentence of the article changes.
@detector("TYP901", local=True)
def shouting(context: SentenceContext) -> Iterator[Hit]:
    """Finds "!!" and the like."""
    sentence = context.sentence
    for match in _MARKS.finditer(sentence.text):
        yield Hit("TYP901", sentence.start + match.start(), sentence.start + match.end(), ("!",))
