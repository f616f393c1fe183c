"""What the detectors that ship can see of a document when they look at one sentence.

A sentence is examined anew when any of it changes. A detector that looks at more of the document
needs it added here; ``tests/test_results_reuse.py`` holds the list of the modules that look.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from mtaudit.detector.checks.grammar.people import surnames
from mtaudit.detector.checks.grammar.title_consistency import women_with_titles
from mtaudit.model import Alignment, Block, Document, Sentence

#: Code points after a sentence, on its line, that a detector may look at (an institution behind "U.S.").
AFTER = 80
_MARK = re.compile(r"[“”«»]")


class Surroundings:
    """The surroundings of the sentences of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        people = sorted(surnames(document.plain).items())
        titles = sorted(women_with_titles(document.plain).items())
        self._facts = repr((document.format, people, titles))

    def key(self, sentence: Sentence, alignments: Sequence[Alignment], group: str = "") -> str:
        """A digest of all that findings and checks of a sentence depend on: 32 hex digits.

        Args:
            sentence: The sentence.
            alignments: The English aligned with it.
            group: All the sentences that share its part of the true source.
        """
        plain = self._document.plain
        parts = (
            sentence.text,
            sentence.kind,
            plain[sentence.start : sentence.end],
            plain[sentence.end : sentence.end + AFTER].split("\n")[0],
            [self._block(each, sentence) for each in self._blocks_of(sentence)],
            tuple(alignments),
            group,
            self._facts,
        )
        return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def _blocks_of(self, sentence: Sentence) -> Sequence[Block]:
        """The paragraphs that a sentence stands in; they are in order and do not overlap."""
        blocks = self._document.blocks
        first = bisect_right(blocks, sentence.start, key=lambda each: each.end)
        last = bisect_left(blocks, sentence.end, key=lambda each: each.start)
        return blocks[first:last]

    def _block(self, block: Block, sentence: Sentence) -> tuple[object, ...]:
        """A paragraph, where the sentence stands in it, and whether a quotation may go on after it."""
        plain = self._document.plain
        following = _MARK.search(plain, block.end)
        mark = (following.group(), plain[block.end : following.start()].strip() == "") if following else None
        return plain[block.start : block.end], sentence.start - block.start, block.kind, mark
