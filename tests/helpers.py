"""Reports made by hand, for tests: no model, no rules, every offset computed from the text."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from mtaudit.model import (
    Alignment,
    Check,
    DocumentReport,
    DocumentScores,
    FidelityParts,
    Finding,
    Report,
    Sentence,
    SentenceReport,
    Severity,
    Verdict,
)

SIGNATURE = "mtaudit:0.1.0|pack:en_fr@3f2a9c10|encoder:use|mode:comparable"


@dataclass(frozen=True)
class Spot:
    """A fault to put on the first occurrence of ``text`` in a sentence."""

    rule: str
    text: str
    severity: Severity = "major"
    message: str = "This reads like English."
    explanation: str = ""
    suggestions: tuple[str, ...] = ()
    hint: str = ""
    english: str | None = None
    evidence: str | None = None
    mqm: str = "accuracy/mistranslation"
    confidence: float = 0.9
    name: str = "made-by-hand"


@dataclass(frozen=True)
class Line:
    """A sentence of a made-up article and what is known of it."""

    text: str
    verdict: Verdict = "supported"
    fidelity: float = 100.0
    spots: tuple[Spot, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    checks: tuple[Check, ...] = ()
    parts: FidelityParts = field(default_factory=lambda: FidelityParts(1.0, 1.0, 0.0))
    after: str = " "


def finding_at(spot: Spot, start: int) -> Finding:
    """The finding of ``spot`` where its text starts at ``start`` of the document."""
    return Finding(
        rule=spot.rule,
        name=spot.name,
        start=start,
        end=start + len(spot.text),
        text=spot.text,
        mqm=spot.mqm,
        severity=spot.severity,
        confidence=spot.confidence,
        message=spot.message,
        explanation=spot.explanation,
        suggestions=spot.suggestions,
        hint=spot.hint,
        english=spot.english,
        evidence=spot.evidence,
    )


def document_of(
    lines: list[Line], path: str = "articles/port.fr.md", title: str | None = None
) -> DocumentReport:
    """A document report over ``lines``, with the scores counted from them."""
    text, entries = "", []
    for index, line in enumerate(lines):
        start = len(text)
        sentence = Sentence(index, start, start + len(line.text), line.text)
        findings = tuple(finding_at(spot, start + line.text.index(spot.text)) for spot in line.spots)
        entries.append(
            SentenceReport(
                sentence=sentence,
                fidelity=line.fidelity,
                verdict=line.verdict,
                parts=line.parts,
                alignments=line.alignments,
                checks=line.checks,
                findings=findings,
            )
        )
        text += line.text + line.after
    verdicts: dict[str, int] = {}
    for line in lines:
        verdicts[line.verdict] = verdicts.get(line.verdict, 0) + 1
    words = len(text.split())
    weight = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}
    points = sum(weight[spot.severity] for line in lines for spot in line.spots)
    fidelity = sum(line.fidelity for line in lines) / len(lines) if lines else 0.0
    scores = DocumentScores(fidelity, points * 1000 / words if words else 0.0, verdicts)
    return DocumentReport(path, "fr", words, scores, tuple(entries), text, title)


def report_of(*documents: DocumentReport) -> Report:
    """A report over ``documents`` with a made-up signature."""
    return Report("0.1.0", SIGNATURE, documents, ("references/harbour.en.md", "references/council.en.md"))


def harbour_lines() -> list[Line]:
    """A made-up story about a harbour strike: faults of every severity, every verdict, overlaps."""
    return [
        Line(
            "Le port de Valmarin reste fermé pour un quatrième jour",
            verdict="partial",
            fidelity=82.4,
            spots=(
                Spot(
                    "SYN003",
                    "pour un quatrième jour",
                    "minor",
                    "French says how long with “depuis”, not “pour un … jour”.",
                    explanation="“For a fourth day” counts days that have passed; “pour” announces a duration to come.",
                    suggestions=("depuis quatre jours", "pour le quatrième jour consécutif"),
                    english="for a fourth day",
                    mqm="linguistic-conventions/unidiomatic",
                    confidence=0.81,
                ),
            ),
            alignments=(
                Alignment(
                    "references/harbour.en.md", 0, "Valmarin harbour stays shut for a fourth day", 0.7312
                ),
            ),
            parts=FidelityParts(0.73, None, 0.05),
            after="\n\n",
        ),
        Line(
            "« Le bal est dans le camp de la direction, et nous garderons nos pieds sur terre », "
            "a averti mardi la porte-parole des dockers, qui réclament une hausse de 4,5 %.",
            verdict="contradicted",
            fidelity=21.0,
            spots=(
                Spot(
                    "LIT014",
                    "Le bal est dans le camp de la direction",
                    "critical",
                    "Word for word from “the ball is in the management’s court”: “bal” is a dance.",
                    explanation="“Ball” in this set phrase is the ball of a game: balle, not bal.",
                    suggestions=("La balle est dans le camp de la direction",),
                    english="the ball is in the management’s court",
                    evidence="“ball” stands in the English sentence aligned with this one",
                    mqm="accuracy/mistranslation/overly-literal",
                    confidence=0.97,
                ),
                Spot(
                    "COL021",
                    "bal est dans le camp",
                    "minor",
                    "An unusual combination of words.",
                    mqm="style/unidiomatic-style",
                    hint="say who has to act now",
                ),
                Spot(
                    "FID001",
                    "4,5 %",
                    "major",
                    "The English says 5.4 percent.",
                    explanation="Two digits have changed places between the English and the French.",
                    suggestions=("5,4 %",),
                    english="5.4 percent",
                    mqm="accuracy/mistranslation/number",
                    confidence=0.93,
                ),
            ),
            alignments=(
                Alignment(
                    "references/harbour.en.md",
                    4,
                    "“The ball is in the management’s court and we will stand our ground,” the dockers’ "
                    "spokeswoman warned on Tuesday, pressing for a rise of 5.4 percent.",
                    0.8246,
                ),
                Alignment("references/council.en.md", 9, "Dockers want 5.4 percent more pay.", 0.6021),
            ),
            checks=(
                Check("number", "mismatch", "4,5 %", "5.4 percent", "digits differ"),
                Check("date", "match", "mardi", "on Tuesday"),
                Check(
                    "quote", "unclear", "Le bal est dans le camp…", "The ball is in the management’s court…"
                ),
            ),
            parts=FidelityParts(0.82, 0.33, 0.79),
        ),
        Line(
            "Elle a délivré un discours devant 300 grévistes massés devant la mairie.",
            verdict="supported",
            fidelity=74.0,
            spots=(
                Spot(
                    "FFR007",
                    "délivré un discours",
                    "major",
                    "False friend: one does not “délivrer” a speech.",
                    explanation="“Deliver a speech” is prononcer un discours; délivrer means to free or to issue.",
                    suggestions=("prononcé un discours",),
                    english="delivered a speech",
                    mqm="accuracy/mistranslation/false-friend",
                ),
            ),
            alignments=(
                Alignment(
                    "references/council.en.md", 2, "She delivered a speech to some 300 strikers.", 0.7719
                ),
            ),
            checks=(Check("number", "match", "300", "300"),),
            parts=FidelityParts(0.77, 1.0, 0.26),
        ),
        Line(
            "Le maire n’a pas commenté.",
            verdict="unsupported",
            fidelity=58.0,
            parts=FidelityParts(0.2, None, 0.0),
            after="\n\n",
        ),
        Line(
            "Les négociations reprendront jeudi matin.",
            verdict="supported",
            fidelity=96.0,
            alignments=(
                Alignment("references/harbour.en.md", 7, "Talks resume on Thursday morning.", 0.9033),
            ),
            checks=(Check("date", "match", "jeudi matin", "Thursday morning"),),
            parts=FidelityParts(0.9, 1.0, 0.0),
        ),
        Line(
            "La compagnie 海运集团 a redirigé deux navires vers le nord “ sine die ”.",
            verdict="unchecked",
            fidelity=95.0,
            spots=(
                Spot(
                    "TYP002",
                    "“ sine die ”",
                    "neutral",
                    "French quotation marks are « ».",
                    suggestions=("« sine die »",),
                    mqm="linguistic-conventions/typography",
                    confidence=1.0,
                ),
            ),
            parts=FidelityParts(None, None, 0.05),
            after="\n",
        ),
    ]


def harbour_report() -> Report:
    """The report on the harbour story: one document, every severity and every verdict."""
    return report_of(
        document_of(harbour_lines(), title="Le port de Valmarin reste fermé pour un quatrième jour")
    )


def clean_document(path: str = "articles/propre.fr.txt") -> DocumentReport:
    """A short document without any finding."""
    return document_of(
        [Line("La séance est levée.", fidelity=98.0), Line("Elle reprendra lundi.", fidelity=97.0)], path
    )


def two_documents_report() -> Report:
    """The harbour story and a clean document."""
    return report_of(*harbour_report().documents, clean_document())


def with_text(report: Report, text: str) -> Report:
    """``report`` with every free text field of its first document replaced: for hostile input."""
    document = report.documents[0]
    entry = document.sentences[1]
    finding = replace(
        entry.findings[0],
        start=0,
        end=len(text),
        **dict.fromkeys(
            ("rule", "name", "text", "mqm", "message", "explanation", "hint", "english", "evidence"), text
        ),
        suggestions=(text, text),
    )
    hostile = replace(
        entry,
        sentence=Sentence(0, 0, len(text), text),
        findings=(finding, replace(finding, end=len(text) // 2, text=text[: len(text) // 2])),
        alignments=(replace(entry.alignments[0], reference=text, text=text),),
        checks=(replace(entry.checks[0], french=text, english=text, note=text),),
    )
    changed = replace(document, path=text, title=text, text=text, sentences=(hostile,))
    return replace(report, signature=text, documents=(changed,))


#: What reports say about every sentence when ``fixed_explanations`` is in force.
EXPLANATION = "Explained by hand: one of three facts differs."


def fixed_explanations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let reports explain every sentence alike, so that snapshots do not follow the scorer's words."""
    for module in ("as_json", "html_view"):
        monkeypatch.setattr(f"mtaudit.reporter.{module}.explanation_of", lambda entry: EXPLANATION)


def assert_golden(name: str, actual: str) -> None:
    """Compare with ``tests/golden/NAME``; MTAUDIT_UPDATE_GOLDEN=1 writes it instead (then read the diff)."""
    path = Path(__file__).parent / "golden" / name
    if os.environ.get("MTAUDIT_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(actual.encode("utf-8"))
    assert path.is_file(), f"no snapshot {path}: run once with MTAUDIT_UPDATE_GOLDEN=1"
    assert actual == path.read_bytes().decode("utf-8")
