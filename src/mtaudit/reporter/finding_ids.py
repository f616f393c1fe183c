"""Names for findings that stay the same from run to run."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from mtaudit.model import Finding, SentenceReport

_HEX_DIGITS = 12


class FindingIds:
    """Gives every finding of one report an id of its own.

    An id is made from the rule, the faulty text and its sentence. It does not change when other
    parts of the article do, so a decision kept under it (accepted, dismissed) finds its place
    again. Equal findings in equal sentences are told apart by their order.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next_id(self, entry: SentenceReport, finding: Finding) -> str:
        """The id of ``finding``; call once per finding, in the order of the report."""
        within = finding.start - entry.sentence.start
        key = "\x1f".join((finding.rule, finding.text, entry.sentence.text, str(within)))
        digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_HEX_DIGITS]
        self._seen[digest] += 1
        count = self._seen[digest]
        return f"f-{digest}" if count == 1 else f"f-{digest}-{count}"
