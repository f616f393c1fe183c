"""Two or more translations of one text side by side, each against the first, with significance.

Every translation is audited under the same options; what the audits give is then compared line by line
where the texts have as many lines, since engines translate line by line. Other texts are compared
without pairing, which needs a larger gap to be sure of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mtaudit.batch import audit_files
from mtaudit.errors import UsageError
from mtaudit.model import SEVERITY_WEIGHT, DocumentReport
from mtaudit.options import AuditOptions
from mtaudit.scorer.french_reference import lines_of
from mtaudit.scorer.mqm import counts_by_family
from mtaudit.scorer.significance import Difference, Unit, compare_rates, rate
from mtaudit.text.readers import read_document
from mtaudit.text.words import count_words

#: A gap is shown to be one when chance gives it this seldom.
ALPHA = 0.05
FIDELITY, MQM, FINDINGS = "fidelity", "MQM points per 1,000 words", "findings per 1,000 words"
#: Measures of which less is better.
LESS_IS_BETTER = frozenset((MQM, FINDINGS, "TER"))


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of all systems; ``differences`` are those of the second and later to the first."""

    name: str
    values: tuple[float, ...]
    differences: tuple[Difference, ...]
    signature: str = ""

    @property
    def less_is_better(self) -> bool:
        """Whether a smaller value is the better one."""
        return self.name in LESS_IS_BETTER


@dataclass(frozen=True, slots=True)
class Comparison:
    """Systems side by side.

    Attributes:
        systems: Their paths, the one that the others are compared with first.
        families: For each family of findings how many each system has.
        measures: Fidelity, MQM, findings, and the sacreBLEU metrics where a reference was given.
        paired: Whether units could be paired line by line; ``units`` is how many there are.
        signature: What the audits were made with.
    """

    systems: tuple[str, ...]
    families: dict[str, tuple[int, ...]]
    measures: tuple[Measure, ...]
    paired: bool
    units: int
    signature: str

    @property
    def verdicts(self) -> tuple[str, ...]:
        """What the comparison shows, one plain sentence for each measure and system."""
        return tuple(
            _verdict(measure, self.systems[0], self.systems[place + 1], measure.values[place + 1], difference)
            for measure in self.measures
            for place, difference in enumerate(measure.differences)
        )


def compare(
    files: Sequence[Path],
    *,
    references: Sequence[Path] = (),
    source: Path | None = None,
    french_reference: Path | None = None,
    options: AuditOptions | None = None,
) -> Comparison:
    """Compare translations.

    Args:
        files: Two or more translations of one text.
        references: Comparable English reporting.
        source: The true English source of all of them.
        french_reference: A human translation of it.
        options: The same for all audits.

    Raises:
        MtauditError: A file cannot be read or is not French; fewer than two files; a reference with
            another number of lines than the translations.
    """
    if len(files) < 2:
        raise UsageError("there is nothing to compare: one text", "give two or more translations of one text")
    reports = [
        audit_files([path], references=list(references), source=source, options=options) for path in files
    ]
    audited = [report.documents[0] for report in reports]
    texts = [lines_of(document.text) for document in audited]
    paired = len({len(lines) for lines in texts}) == 1
    units = [_units(document) for document in audited]
    measures = [
        _measure(name, [[unit[name] for unit in system] for system in units])
        for name in (FIDELITY, MQM, FINDINGS)
    ]
    if french_reference is not None:
        measures += _sacrebleu_measures(files, texts, french_reference)
    found = [Counter(counts_by_family(document.findings)) for document in audited]
    return Comparison(
        systems=tuple(str(path) for path in files),
        families={
            family: tuple(counts[family] for counts in found) for family in sorted(set().union(*found))
        },
        measures=tuple(measures),
        paired=paired,
        units=len(units[0]),
        signature=reports[0].signature,
    )


def _units(document: DocumentReport) -> list[dict[str, Unit]]:
    """What each line of a document adds to each measure."""
    units: list[dict[str, Unit]] = []
    at = 0
    for line in document.text.splitlines(keepends=True):
        start, at = at, at + len(line)
        if not line.strip():
            continue
        entries = [entry for entry in document.sentences if start <= entry.sentence.start < at]
        findings = [finding for entry in entries for finding in entry.findings]
        thousands = count_words(line) / 1000
        units.append(
            {
                FIDELITY: (sum(entry.fidelity for entry in entries), float(len(entries))),
                MQM: (float(sum(SEVERITY_WEIGHT[finding.severity] for finding in findings)), thousands),
                FINDINGS: (float(len(findings)), thousands),
            }
        )
    return units


def _measure(name: str, systems: Sequence[Sequence[Unit]]) -> Measure:
    first, *others = systems
    return Measure(
        name,
        tuple(rate(units) for units in systems),
        tuple(compare_rates(first, units) for units in others),
    )


def _sacrebleu_measures(files: Sequence[Path], texts: Sequence[list[str]], reference: Path) -> list[Measure]:
    """BLEU, chrF++ and TER by sacreBLEU's own paired approximate randomisation."""
    human = lines_of(read_document(reference).text)
    for path, lines in zip(files, texts, strict=True):
        if len(lines) != len(human):
            raise UsageError(
                f"{path} has {len(lines)} lines and {reference} {len(human)}",
                "BLEU is counted line by line: give each sentence or paragraph the same line in all files",
            )
    from mtaudit.scorer.reference_metrics import paired_metrics

    names = [f"{number}" for number in range(len(files))]
    return [
        Measure(
            name,
            tuple(scores),
            tuple(
                Difference(scores[place] - scores[0], p, low, high)
                for place, (p, low, high) in enumerate(tests, start=1)
            ),
            signature,
        )
        for name, scores, tests, signature in paired_metrics(list(zip(names, texts, strict=True)), human)
    ]


def _verdict(measure: Measure, first: str, second: str, value: float, difference: Difference) -> str:
    one, other = _short(first, second)
    if difference.p >= ALPHA or difference.gap == 0:
        return f"{measure.name}: no difference shown between {one} and {other} (p = {difference.p:.3f})."
    better = (difference.gap < 0) == measure.less_is_better
    winner, loser = (other, one) if better else (one, other)
    values = (value, measure.values[0]) if better else (measure.values[0], value)
    return (
        f"{measure.name}: {winner} is better than {loser}, {values[0]:.1f} against {values[1]:.1f} "
        f"(p = {difference.p:.3f})."
    )


def _short(first: str, second: str) -> tuple[str, str]:
    """File names without folders, where that tells the two apart."""
    names = Path(first).name, Path(second).name
    return names if names[0] != names[1] else (first, second)
