"""Baselines: findings known already, so that only new ones break the gate."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mtaudit.errors import InputError
from mtaudit.fingerprint import fingerprints
from mtaudit.gate.sieve import Found
from mtaudit.model import Document, Finding, Report, Suppressed

FORMAT = 1


@dataclass(frozen=True, order=True)
class Entry:
    """One known finding; only ``fingerprint`` is matched, the rest is for people."""

    path: str
    rule: str
    text: str
    fingerprint: str


class Baseline:
    """A baseline in use: it lets known findings pass and remembers which entries nothing matched."""

    def __init__(self, path: Path, entries: Iterable[Entry]) -> None:
        self.path = path
        self.entries = tuple(sorted(entries))
        self._left = Counter(entry.fingerprint for entry in self.entries)

    def __call__(
        self, document: Document, found: Found
    ) -> tuple[list[tuple[Finding, ...]], list[Suppressed]]:
        """Sieves one document; each entry accounts for one finding."""
        known: list[Suppressed] = []
        prints = {id(finding): digest for finding, digest in fingerprints(found)}
        standing: list[tuple[Finding, ...]] = []
        for _, findings in found:
            kept = []
            for finding in findings:
                digest = prints[id(finding)]
                if self._left[digest] > 0:
                    self._left[digest] -= 1
                    known.append(Suppressed(finding, "baseline", f"known in {self.path}"))
                else:
                    kept.append(finding)
            standing.append(tuple(kept))
        return standing, known

    def stale(self, audited: Iterable[str]) -> tuple[Entry, ...]:
        """Entries that matched nothing.

        An entry of a text that is still there but was not audited is not stale: a run over part
        of the texts (a pre-commit hook's) knows nothing of the others.

        Args:
            audited: The paths of the texts that were audited.
        """
        seen = {Path(each).resolve() for each in audited}
        left = Counter({digest: count for digest, count in self._left.items() if count > 0})
        stale = []
        for entry in reversed(self.entries):
            if left[entry.fingerprint] > 0:
                left[entry.fingerprint] -= 1
                path = Path(entry.path)
                if path.resolve() in seen or not path.exists():
                    stale.append(entry)
        return tuple(reversed(stale))


def read_baseline(path: Path) -> Baseline:
    """Reads a baseline.

    Raises:
        InputError: It is missing or broken; a gate never passes silently without its baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["mtaudit_baseline"] != FORMAT:
            raise InputError(f"{path}: baseline of format {data['mtaudit_baseline']}", "write it anew")
        entries = [
            Entry(str(each["path"]), str(each["rule"]), str(each["text"]), str(each["fingerprint"]))
            for each in data["findings"]
        ]
    except FileNotFoundError:
        raise InputError(f"{path}: no such baseline", "`mtaudit baseline write` makes one") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path") from None
    except (ValueError, KeyError, TypeError):
        raise InputError(f"{path}: not a baseline of mtaudit", "`mtaudit baseline write` makes one") from None
    return Baseline(path, entries)


def entries_of(report: Report) -> list[Entry]:
    """An entry for every finding of a report."""
    return [
        Entry(document.path, finding.rule, finding.text, digest)
        for document in report.documents
        for finding, digest in fingerprints((entry.sentence, entry.findings) for entry in document.sentences)
    ]


def written(entries: Iterable[Entry]) -> str:
    """A baseline file: sorted, one entry a line, so that it reads well in a diff."""
    lines = [
        json.dumps(
            {"path": each.path, "rule": each.rule, "text": each.text, "fingerprint": each.fingerprint},
            ensure_ascii=False,
        )
        for each in sorted(entries)
    ]
    body = ",\n    ".join(lines)
    inside = f"\n    {body}\n  " if lines else ""
    return f'{{\n  "mtaudit_baseline": {FORMAT},\n  "findings": [{inside}]\n}}\n'
