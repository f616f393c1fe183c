"""Fingerprints of findings: the same fault keeps its fingerprint when other parts of a text change."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from mtaudit.model import Finding, Sentence
from mtaudit.text.tokens import fold

#: Part of what is hashed: a change of the recipe changes every fingerprint.
VERSION = 1
_DIGITS = 16


def fingerprints(found: Iterable[tuple[Sentence, Iterable[Finding]]]) -> Iterator[tuple[Finding, str]]:
    """Fingerprints the findings of one document, in the order of the text.

    A fingerprint is made from the rule, the faulty words, the sentence, and which occurrence of
    these it is; case, spacing and the shape of quotes and apostrophes do not count. Line numbers
    and neighbouring sentences are no part of it.
    """
    seen: Counter[str] = Counter()
    for sentence, findings in found:
        for finding in findings:
            key = "\x1f".join(
                (str(VERSION), finding.rule, plain_text(finding.text), plain_text(sentence.text))
            )
            seen[key] += 1
            digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()
            yield finding, digest[:_DIGITS]


def text_sha256(text: str) -> str:
    """The version of a text, as 64 hexadecimal digits: SHA-256 of its UTF-8 without byte order mark."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def plain_text(text: str) -> str:
    """A text without what does not count: case, spacing, the shape of quotes and apostrophes."""
    marks = str.maketrans(dict.fromkeys("“”„«»", '"'))
    return re.sub(r"\s+", " ", fold(text).translate(marks)).strip().casefold()
