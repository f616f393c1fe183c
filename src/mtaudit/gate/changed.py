"""Only what changed: findings in sentences that stood in an earlier revision are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from mtaudit.errors import InputError
from mtaudit.fingerprint import plain_text
from mtaudit.gate.git import Repository
from mtaudit.gate.sieve import Found
from mtaudit.model import Document, Finding, Suppressed
from mtaudit.text.readers import document_from_text
from mtaudit.text.segmenting import segment


class ChangedSince:
    """The sieve of ``--changed-since``.

    A sentence is unchanged when the file (under its earlier name, if it was renamed) had it in
    the revision, wherever it stood; one that stands there once more often than before is new once.

    Args:
        revision: A revision as git writes them.
        folder: A folder of the repository.

    Raises:
        UsageError: No git, no repository, or no such revision.
    """

    def __init__(self, revision: str, folder: Path) -> None:
        self._repository = Repository(folder)
        self._commit = self._repository.commit(revision)
        self._changed = self._repository.changed(self._commit)
        self._new: dict[str, frozenset[int]] = {}

    def files(self, paths: Sequence[Path]) -> list[Path]:
        """Those of the files that differ from the revision."""
        return [path for path in paths if path.resolve() in self._changed]

    def __call__(
        self, document: Document, found: Found
    ) -> tuple[list[tuple[Finding, ...]], list[Suppressed]]:
        """Drops the findings in unchanged sentences; they are not suppressed, just out of view."""
        before = self._sentences_before(document)
        new: set[int] = set()
        for sentence, _ in found:
            text = plain_text(sentence.text)
            if before[text] > 0:
                before[text] -= 1
            else:
                new.add(sentence.index)
        self._new[document.path] = frozenset(new)
        return [findings if sentence.index in new else () for sentence, findings in found], []

    def is_new(self, path: str, index: int) -> bool:
        """Whether a sentence of a sieved document changed."""
        return index in self._new.get(path, frozenset())

    def _sentences_before(self, document: Document) -> Counter[str]:
        path = Path(document.path).resolve()
        # A text from standard input may differ from a file that does not.
        name = self._changed[path] if path in self._changed else self._repository.name_of(path)
        content = self._repository.content(self._commit, name) if name is not None else None
        if content is None:
            return Counter()
        try:
            text = content.decode("utf-8-sig")
            earlier = document_from_text(text, path=document.path, format=document.format)
        except (UnicodeDecodeError, InputError):
            return Counter()  # it was no text then: all of it is new
        return Counter(plain_text(each.text) for each in segment(earlier))
