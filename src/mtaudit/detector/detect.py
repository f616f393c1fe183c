"""The detector stage: rules and code detectors over the sentences of a document."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from mtaudit.detector.context import NO_ENGLISH, English, SentenceContext, make_context
from mtaudit.detector.families import FAMILIES, SCORER_RULES
from mtaudit.detector.fitting import fit
from mtaudit.detector.registry import Detector, Hit, detectors, plug_in_rules
from mtaudit.detector.rules.compiled import load_compiled, pack_hash
from mtaudit.detector.rules.packed import Pack
from mtaudit.detector.rules.ruleset import RuleSet
from mtaudit.detector.rules.senses import Senses
from mtaudit.errors import UsageError
from mtaudit.model import SEVERITY_WEIGHT, Document, Finding, Sentence
from mtaudit.options import DEFAULT_CONFIDENCE
from mtaudit.text.lexicon import Lexicon, french
from mtaudit.text.tokens import tokenise

PACK = "en_fr"


def pack_folder(pack: str = PACK) -> Path:
    """Where a pack's data lies."""
    return Path(__file__).resolve().parents[1] / "packs" / pack


def rule_files(pack: str = PACK) -> list[Path]:
    """The rule files of a pack, in a fixed order."""
    return sorted((pack_folder(pack) / "rules").glob("*.toml"))


def all_rule_files(extra: Sequence[Path] = ()) -> list[Path]:
    """The pack's rule files, those of plug-ins, and the user's own.

    Raises:
        UsageError: A plug-in cannot be loaded.
    """
    return [*rule_files(), *plug_in_rules(), *extra]


class Detection:
    """The detector of one audit: rules loaded, selection applied.

    Args:
        rules: Rule files; the pack's own when None.
        select: Ids, names or family codes to run; empty for all.
        ignore: Ids, names or family codes to leave out.
        preview: Whether rules in preview run too.
        fast: Leaves out what needs the parser.
        min_confidence: Findings below are dropped.
        region: Rules whose wording is normal there (FR, CA, BE, CH) are left out.
        extra_names: Lists of names of the user's own.

    Raises:
        RuleError: A rule file is broken.
        UsageError: A code that no rule has.
    """

    def __init__(
        self,
        rules: Sequence[Path] | None = None,
        *,
        extra_rules: Sequence[Path] = (),
        select: Collection[str] = (),
        ignore: Collection[str] = (),
        preview: bool = False,
        fast: bool = False,
        min_confidence: float = DEFAULT_CONFIDENCE,
        region: str = "FR",
        extra_names: Sequence[Path] = (),
    ) -> None:
        self.lexicon: Lexicon = french()
        files = all_rule_files(extra_rules) if rules is None else [*rules, *extra_rules]
        self._files = (tuple(files), pack_hash(files))
        compiled = _load(*self._files)
        self.rule_set = RuleSet(compiled, self.lexicon)
        self._min_confidence = min_confidence
        self._by_id = {rule["id"]: number for number, rule in enumerate(self.rule_set.rules)}
        self._enabled = frozenset(
            number
            for number in self._selection(select, ignore, preview)
            if region not in self.rule_set.rules[number]["regions"]
        )
        names = {self.rule_set.rules[number]["id"] for number in self._enabled}
        self.code_detectors = [
            each
            for each in detectors()
            if names.intersection(each.rules) and not (fast and each.needs_parser)
        ]
        if extra_names and "NAM010" in names:
            from mtaudit.detector.checks.names.own import own_names

            self.code_detectors.append(Detector(("NAM010",), False, own_names(extra_names)))

    @property
    def pack_hash(self) -> str:
        """Eight hex digits of the rules' content."""
        return self.rule_set.hash

    def _selection(self, select: Collection[str], ignore: Collection[str], preview: bool) -> frozenset[int]:
        rules = self.rule_set.rules
        names = {rule["name"]: rule["id"] for rule in rules}

        def numbers(codes: Collection[str]) -> set[int]:
            found: set[int] = set()
            for code in codes:
                wanted = names.get(code, code)
                hits = {n for n, rule in enumerate(rules) if rule["id"] == wanted or rule["id"][:3] == wanted}
                if not hits and wanted not in FAMILIES and wanted not in SCORER_RULES:
                    raise UsageError(f"unknown rule '{code}'", "`mtaudit rules` lists them all")
                found |= hits
            return found

        enabled = numbers(select) if select else set(range(len(rules)))
        enabled -= numbers(ignore)
        return frozenset(n for n in enabled if preview or not rules[n]["preview"])

    def detect(
        self,
        sentences: Sequence[Sentence],
        *,
        document: Document | None = None,
        english: Mapping[int, English] | None = None,
        parses: Mapping[int, Any] | None = None,
    ) -> list[tuple[Finding, ...]]:
        """Finds the faults of each sentence.

        Args:
            sentences: The document's sentences.
            document: The document they are from.
            english: By sentence index, the English aligned with it.
            parses: By sentence index, its spaCy ``Doc``.

        Returns:
            One tuple per sentence, in the order of the text, without overlapping doubles.
        """
        results = []
        for sentence in sentences:
            context = make_context(
                sentence,
                self.lexicon,
                (english or {}).get(sentence.index, NO_ENGLISH),
                document,
                (parses or {}).get(sentence.index),
            )
            results.append(self.detect_in(context))
        return results

    def suspects(self, french: str, english: English) -> tuple[tuple[str, str], ...]:
        """Words of a French sentence that the pack knows as wrong for words of its source.

        They are no findings: no context proves them. See :class:`Senses`.
        """
        words = (token.norm for token in tokenise(french))
        return _senses(*self._files).suspects(words, english.folded)

    def detect_in(self, context: SentenceContext) -> tuple[Finding, ...]:
        """Finds the faults of one sentence."""
        found = list(self.rule_set.find(context, self._enabled))
        for each in self.code_detectors:
            for hit in each.function(context):
                number = self._by_id.get(hit.rule)
                if number is not None and number in self._enabled:
                    found.append(self._from_hit(hit, self.rule_set.rules[number], context))
        return settle(fit(each, context) for each in found if each.confidence >= self._min_confidence)

    def run_only(self, rule_id: str, context: SentenceContext) -> tuple[Finding, ...]:
        """Findings of one rule in one sentence, whatever its confidence, whatever other rules find there."""
        number = self._by_id[rule_id]
        found = list(self.rule_set.find(context, frozenset([number])))
        for each in self.code_detectors:
            if rule_id in each.rules:
                found += [
                    self._from_hit(hit, self.rule_set.rules[number], context)
                    for hit in each.function(context)
                    if hit.rule == rule_id
                ]
        return settle(fit(each, context) for each in found)

    @staticmethod
    def _from_hit(hit: Hit, rule: Mapping[str, Any], context: SentenceContext) -> Finding:
        message = rule["message"] + (f": {hit.detail}" if hit.detail else "")
        return Finding(
            rule=rule["id"],
            name=rule["name"],
            start=hit.start,
            end=hit.end,
            text=context.span_text(hit.start, hit.end),
            mqm=rule["mqm"],
            severity=rule["severity"],
            confidence=round(rule["confidence"] if hit.confidence is None else hit.confidence, 2),
            message=message,
            explanation=rule["why"],
            suggestions=hit.suggestions,
            hint=hit.hint or ("" if hit.suggestions else rule["hint"]),
            english=hit.english,
        )


@lru_cache(maxsize=4)
def _load(files: tuple[Path, ...], content: str) -> Pack:
    """Loads rules; ``content`` only makes sure that files changed since are loaded again."""
    return load_compiled(files, french())


@lru_cache(maxsize=4)
def _senses(files: tuple[Path, ...], content: str) -> Senses:
    return Senses(_load(files, content))


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keeps one finding where several lie on the same words.

    The graver one stays, then the surer, then the longer. Two findings that merely touch, or
    of which one covers a small part of the other, both stay.
    """
    ranked = sorted(
        findings,
        key=lambda f: (-SEVERITY_WEIGHT[f.severity], -f.confidence, f.start - f.end, f.start, f.rule),
    )
    # Sorted by start, so that only findings near by are looked at: a freak text has thousands.
    kept: list[Finding] = []
    longest = max((each.end - each.start for each in ranked), default=0)
    for finding in ranked:
        size = finding.end - finding.start
        first = bisect_left(kept, finding.start - longest, key=_start)
        last = bisect_left(kept, finding.end, key=_start)
        clash = False
        for other in kept[first:last]:
            shared = min(finding.end, other.end) - max(finding.start, other.start)
            if shared > 0 and shared * 2 >= min(size, other.end - other.start):
                clash = True
                break
        if not clash:
            insort(kept, finding, key=_start)
    return tuple(sorted(kept, key=lambda f: (f.start, f.end, f.rule)))


def _start(finding: Finding) -> int:
    return finding.start
