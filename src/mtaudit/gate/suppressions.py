"""Suppressions: findings that somebody decided to live with, always with a rule and a reason.

In Markdown and HTML a comment does it, for the paragraph it stands in, or the next one when it
stands alone::

    <!-- mtaudit: ignore[LIT014] quoted from a speech -->

For formats without comments, and for many files at once, a TOML file does::

    [[suppression]]
    rule = "LIT014"              # id, name or family
    file = "articles/**"         # a pattern; every file when left out
    text = "le bal"              # only where these words are flagged; everywhere when left out
    reason = "a dance, really"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from mtaudit.errors import InputError
from mtaudit.gate.sieve import Found
from mtaudit.model import Document, Finding, Suppressed

_COMMENT = re.compile(
    r"<!--\s*mtaudit:\s*ignore(?P<file>-file)?\[(?P<codes>[^\]]*)\](?P<reason>.*?)-->", re.DOTALL
)


@dataclass(frozen=True)
class Suppression:
    """One suppression.

    Attributes:
        codes: Rule ids, names or families.
        reason: Why; never empty.
        where: Its own place, ``FILE:LINE``, for reports.
        pattern: Which files (a side file's), or None for a comment.
        text: The flagged words, or None for any.
        span: What a comment covers in its document, or None for a side file's.
    """

    codes: tuple[str, ...]
    reason: str
    where: str
    pattern: str | None = None
    text: str | None = None
    span: tuple[int, int] | None = None

    def covers(self, document: Document, finding: Finding) -> bool:
        """Whether it speaks of this finding."""
        if not {finding.rule, finding.name, finding.rule[:3]}.intersection(self.codes):
            return False
        if self.span is not None:
            return self.span[0] <= finding.start < self.span[1]
        if self.text is not None and self.text.casefold() != finding.text.casefold():
            return False
        path = Path(document.path).as_posix()
        return self.pattern is None or fnmatch(path, self.pattern) or fnmatch(Path(path).name, self.pattern)


class Suppressions:
    """The suppressions of a run: those of a side file, and the comments of each document.

    Attributes:
        met: Every suppression met, in order, with how many findings it covered.
    """

    def __init__(self, listed: Iterable[Suppression] = ()) -> None:
        self.met: dict[Suppression, int] = dict.fromkeys(listed, 0)
        self._listed = tuple(self.met)

    def __call__(
        self, document: Document, found: Found
    ) -> tuple[list[tuple[Finding, ...]], list[Suppressed]]:
        """Sieves one document.

        Raises:
            InputError: A comment names no rule or gives no reason.
        """
        comments = comments_in(document)
        for each in comments:
            self.met.setdefault(each, 0)
        standing: list[tuple[Finding, ...]] = []
        suppressed: list[Suppressed] = []
        for _, findings in found:
            kept = []
            for finding in findings:
                by = next(
                    (each for each in (*comments, *self._listed) if each.covers(document, finding)), None
                )
                if by is None:
                    kept.append(finding)
                else:
                    self.met[by] += 1
                    suppressed.append(Suppressed(finding, "comment" if by.span else "file", by.reason))
            standing.append(tuple(kept))
        return standing, suppressed

    @property
    def unused(self) -> list[Suppression]:
        """Suppressions that covered nothing."""
        return [each for each, count in self.met.items() if not count]


def comments_in(document: Document) -> list[Suppression]:
    """The suppressing comments of a document; a text format has none.

    Raises:
        InputError: A comment names no rule or gives no reason.
    """
    if document.format == "txt":
        return []
    found = []
    for match in _COMMENT.finditer(document.text):
        where = f"{document.path}:{document.text.count(chr(10), 0, match.start()) + 1}"
        codes = tuple(code.strip() for code in match["codes"].split(",") if code.strip())
        reason = " ".join(match["reason"].split())
        if not codes or not reason:
            missing = "a reason" if codes else "a rule"
            raise InputError(
                f"{where}: a suppression without {missing}", "write <!-- mtaudit: ignore[LIT014] why -->"
            )
        found.append(Suppression(codes, reason, where, span=_span(document, match)))
    return found


def _span(document: Document, comment: re.Match[str]) -> tuple[int, int]:
    if comment["file"]:
        return 0, len(document.text)
    start, end = comment.span()
    first = document.text.rfind("\n", 0, start) + 1
    last = document.text.find("\n", end)
    last = len(document.text) if last < 0 else last
    for block in document.blocks:
        # Prose on the comment's own line: the paragraph it stands in.
        if block.start < last and first < block.end and document.plain[block.start : block.end].strip():
            return min(block.start, start), max(block.end, end)
    for block in document.blocks:
        if block.start >= end:
            return block.start, block.end
    return start, end


def read_suppressions(path: Path) -> list[Suppression]:
    """Reads a side file.

    Raises:
        InputError: It is missing or broken, or an entry lacks its rule or reason.
    """
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file of suppressions", "check the path") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}", "a file of suppressions is TOML") from None
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[suppression]]"]
    found = []
    entries = data.get("suppression", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        where = f"{path}:{lines[number] if number < len(lines) else 1}"
        if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
            raise InputError(f"{where}: every value of a suppression is a string", "see docs/ci.md")
        unknown = set(entry) - {"rule", "file", "text", "reason"}
        if unknown:
            raise InputError(f"{where}: unknown key '{min(unknown)}'", "known: rule, file, text, reason")
        for key in ("rule", "reason"):
            if not entry.get(key, "").strip():
                raise InputError(f"{where}: a suppression without a {key}", "every suppression says why")
        found.append(
            Suppression((entry["rule"],), entry["reason"], where, entry.get("file"), entry.get("text"))
        )
    if set(data) - {"suppression"}:
        raise InputError(f"{path}: unknown table '{min(set(data) - {'suppression'})}'", "use [[suppression]]")
    return found
