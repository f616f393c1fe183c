"""What an audit can be told to do."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

DEFAULT_ENCODER = "use"
#: Findings below this confidence are not shown: an editor would wave away too many of them.
DEFAULT_CONFIDENCE = 0.5


@dataclass(frozen=True)
class AuditOptions:
    """Options of one audit, the same for every document in it.

    Attributes:
        fast: Leaves out the parser and the detectors that need it.
        select: Rule ids, names or family codes to run; empty for all.
        ignore: Rule ids, names or family codes to leave out.
        preview: Runs rules that are still in preview too.
        extra_rules: Rule files of your own, beside the pack's.
        min_confidence: Findings below this confidence (0..1) are not shown.
        encoder: Sentence encoder for the alignment: ``use``, ``e5``, ``sentence-transformers:NAME``.
        language: ``fr`` audits the text without asking what language it is in.
        region: Rules whose wording is normal in this region (FR, CA, BE, CH) are left out.
        quotes: What becomes of findings inside quotations: ``keep``, ``lower`` (their severity by
            one), ``skip``.
        extra_names: Lists of names of your own.
        severity: Pairs of a rule's id, name or family and the severity its findings get.
    """

    fast: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    extra_rules: tuple[Path, ...] = ()
    min_confidence: float = DEFAULT_CONFIDENCE
    encoder: str = DEFAULT_ENCODER
    language: str | None = None
    region: str = "FR"
    quotes: str = "keep"
    severity: tuple[tuple[str, str], ...] = ()
    extra_names: tuple[Path, ...] = ()

    def for_signature(self) -> dict[str, str]:
        """The options that change the result, as the signature shows them."""
        shown = {"mode": "fast" if self.fast else "full"}
        if self.select:
            shown["select"] = ",".join(sorted(self.select))
        if self.ignore:
            shown["ignore"] = ",".join(sorted(self.ignore))
        if self.preview:
            shown["preview"] = "yes"
        if self.min_confidence != DEFAULT_CONFIDENCE:
            shown["confidence"] = f"{self.min_confidence:g}"
        if self.region != "FR":
            shown["region"] = self.region
        if self.quotes != "keep":
            shown["quotes"] = self.quotes
        if self.extra_names:
            shown["names"] = _digest(self.extra_names)
        if self.severity:
            shown["severity"] = ",".join(f"{code}={severity}" for code, severity in self.severity)
        return shown


def _digest(paths: tuple[Path, ...]) -> str:
    """Eight hex digits of the content of files."""
    digest = sha256()
    for path in paths:
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()[:8]
