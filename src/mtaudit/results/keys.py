"""From what is to be audited to the names its results are kept under."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from mtaudit.model import Document
from mtaudit.options import AuditOptions
from mtaudit.results.stamp import code_stamp, content_stamp

#: Encoders that always give the same vectors for one release, which the stamp of the code has. A
#: model given by name or by a plug-in may change behind its name.
STEADY_ENCODERS = ("use", "e5")


class Keys:
    """The keys of all documents that have the same references, source and options.

    Args:
        options: The options.
        references: The references, in order, as read.
        source: The true source, if there is one.
    """

    def __init__(
        self, options: AuditOptions, references: Sequence[Document], source: Document | None
    ) -> None:
        self.usable = options.encoder in STEADY_ENCODERS or not (references or source)
        self._options = _digest(
            code_stamp(), repr(options), content_stamp((*options.extra_rules, *options.extra_names))
        )
        english = [f"{each.path}\n{each.text}" for each in references]
        true = f"{source.path}\n{source.text}" if source is not None else ""
        self._all = _digest(self._options, true, *english)

    def made_from(self, document: Document) -> str:
        """What a result of this document is made from: 32 hex digits."""
        return _digest(self._all, document.format, document.text, document.plain, repr(document.blocks))

    def of(self, document: Document) -> str:
        """Which document it is, whatever its text is at present: 32 hex digits."""
        return _digest(self._options, str(Path(document.path).absolute()))


def _digest(*parts: str) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()
