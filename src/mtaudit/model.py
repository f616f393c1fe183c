"""The data that flows through an audit: frozen, plain, and free of logic.

Every offset is half-open and counts Unicode code points of ``Document.text``, so
``document.text[x.start:x.end] == x.text`` holds for every sentence and every finding.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["neutral", "minor", "major", "critical"]
Verdict = Literal["supported", "partial", "unsupported", "contradicted", "unchecked"]
CheckStatus = Literal["match", "missing", "mismatch", "unclear"]
CheckKind = Literal["number", "date", "name", "quote", "polarity", "title", "modality", "role"]
AlignmentKind = Literal["source", "comparable"]
LinkKind = Literal["quote", "sentence", "part"]
BlockKind = Literal["heading", "paragraph", "quote", "item"]

#: Penalty points per severity, as in MQM (Multidimensional Quality Metrics) scoring.
SEVERITY_WEIGHT: dict[str, int] = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document that holds prose: a heading, a paragraph, a list item."""

    start: int
    end: int
    kind: BlockKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as read from disk.

    ``plain`` has exactly the length of ``text``; what is markup and not prose is blanked
    with spaces there, so offsets found in ``plain`` hold in ``text``.
    """

    path: str
    text: str
    plain: str
    blocks: tuple[Block, ...]
    format: str = "txt"
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One segment of a document: ``document.text[start:end] == text``."""

    index: int
    start: int
    end: int
    text: str
    kind: BlockKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where it is, why it is one, and what to write instead.

    ``suggestions`` can be pasted over the span as they stand; ``hint`` is advice in words
    for a fault that no ready replacement mends. Both may be empty.
    """

    rule: str
    name: str
    start: int
    end: int
    text: str
    mqm: str
    severity: Severity
    confidence: float
    message: str
    explanation: str
    suggestions: tuple[str, ...] = ()
    hint: str = ""
    english: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """A stretch of English that says what the French sentence says.

    ``similarity`` is the cosine of the two embeddings (-1..1); ``score`` is what the aligner
    ranked by (margin and shared anchors; unbounded), ``index`` the English sentence's place.
    ``link`` says what ties the two: they share a quotation, one covers only a part of the other,
    or they go together as sentences.
    """

    reference: str
    index: int
    text: str
    similarity: float
    kind: AlignmentKind = "comparable"
    score: float = 0.0
    link: LinkKind = "sentence"


@dataclass(frozen=True, slots=True)
class Check:
    """One fact of the French sentence held against the English.

    ``missing`` means the English does not speak of it (no fault in comparable reporting);
    ``mismatch`` means it says something else.

    The offsets say where ``french`` stands in the document, and where ``english`` stands in the
    ``text`` of the sentence's alignment number ``alignment``; each pair is None where the words have
    no place of their own. Of a name whose parts lie apart only the last part is marked.
    """

    kind: CheckKind
    status: CheckStatus
    french: str
    english: str
    note: str = ""
    french_start: int | None = None
    french_end: int | None = None
    english_start: int | None = None
    english_end: int | None = None
    alignment: int | None = None


@dataclass(frozen=True, slots=True)
class FidelityParts:
    """What a sentence's fidelity is made of. Each part is 0..1; None where it was not checked.

    ``correspondence`` is there with the true source only; ``doubts`` says in words what lowered it.
    """

    alignment: float | None
    checks: float | None
    penalty: float
    correspondence: float | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceReport:
    """All that is known of one sentence after the audit.

    ``chrf`` (0..100) compares it with a human translation, where one was given.
    """

    sentence: Sentence
    fidelity: float
    verdict: Verdict
    parts: FidelityParts
    alignments: tuple[Alignment, ...] = ()
    checks: tuple[Check, ...] = ()
    findings: tuple[Finding, ...] = ()
    chrf: float | None = None


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody decided to live with; it counts in no score and breaks no gate.

    ``kind`` says where that was decided: in a ``comment`` of the text, in a suppression ``file``,
    or in a ``baseline``.
    """

    finding: Finding
    kind: Literal["comment", "file", "baseline"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DocumentScores:
    """Scores of one document: fidelity 0..100 (mean), MQM penalty per 1,000 words.

    ``fidelity_interval`` is the 95 % bootstrap interval of the mean; None for fewer than two sentences.
    """

    fidelity: float
    mqm_per_1000_words: float
    verdicts: dict[str, int] = field(default_factory=dict)
    fidelity_interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """The audit of one document.

    ``reference_metrics`` compares it with a human translation, where one was given: by name of the
    metric its ``score`` and ``signature``.
    """

    path: str
    language: str
    words: int
    scores: DocumentScores
    sentences: tuple[SentenceReport, ...]
    text: str = ""
    title: str | None = None
    suppressed: tuple[Suppressed, ...] = ()
    reference_metrics: dict[str, dict[str, float | str]] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the text."""
        return tuple(finding for entry in self.sentences for finding in entry.findings)


@dataclass(frozen=True, slots=True)
class Report:
    """The audit of one or more documents, and the signature that makes it repeatable."""

    version: str
    signature: str
    documents: tuple[DocumentReport, ...]
    references: tuple[str, ...] = ()
