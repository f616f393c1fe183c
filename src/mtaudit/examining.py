"""What is found out about a document, before anybody's policy, baseline or score has a say.

Everything here depends on the text, the references, the options and the code, and on nothing
else; so it can be made in another process, and kept from one run to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from mtaudit.detector.context import English
from mtaudit.detector.detect import Detection
from mtaudit.detector.rules.compiled import pack_hash
from mtaudit.detector.surroundings import Surroundings
from mtaudit.errors import InputError
from mtaudit.model import Alignment, Check, Document, Finding, Sentence
from mtaudit.options import AuditOptions
from mtaudit.scorer.doubts import NO_DOUBTS, Doubts
from mtaudit.text.language import check_french
from mtaudit.text.readers import collect_paths, read_document, read_source
from mtaudit.text.segmenting import segment
from mtaudit.text.words import count_words


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of one sentence.

    Attributes:
        sentence: The sentence.
        alignments: The English aligned with it.
        checks: Its facts held against that English.
        findings: What detectors found, settled among themselves; contradictions of the English
            are not among them.
        doubts: What speaks softly against it, held against the true source.
        key: A digest of all that the findings and checks depend on within the document; empty
            where a plug-in may depend on more.
        gaps: What the true source has and the text lacks here, or the reverse; these depend on the
            whole document.
    """

    sentence: Sentence
    alignments: tuple[Alignment, ...]
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    doubts: Doubts
    key: str
    gaps: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Examination:
    """What is known of one document.

    Attributes:
        language: Its language.
        words: How many words it has.
        sentences: What is known of each sentence.
        fidelities: What the sentences scored when the document was last scored, where known.
        interval: The bootstrap interval of their mean; it takes longer than all other scoring.
    """

    language: str
    words: int
    sentences: tuple[Examined, ...]
    fidelities: tuple[float, ...] = ()
    interval: tuple[float, float] | None = None

    def known_interval(self, fidelities: Sequence[float]) -> tuple[float, float] | None:
        """The bootstrap interval of the mean of these fidelities, made only where it is not known."""
        from mtaudit.scorer.bootstrap import bootstrap_interval

        known = bool(self.fidelities) and tuple(fidelities) == self.fidelities
        return self.interval if known else bootstrap_interval(fidelities)

    def by_key(self) -> dict[str, Examined]:
        """Its sentences by their keys, those without left out."""
        return {each.key: each for each in self.sentences if each.key}


class Examiner:
    """Examines documents against one set of references.

    Args:
        references: Comparable English reporting (files, or directories of them), or documents.
        source: The true English source of the one document.
        options: See :class:`AuditOptions`.
        on_encoded: Told how many sentences of how many the encoder is through with.

    Raises:
        InputError: A reference cannot be read.
        RuleError: A rule file is broken.
        UsageError: An unknown rule code.
    """

    def __init__(
        self,
        *,
        references: Sequence[str | Path | Document] = (),
        source: str | Path | Document | None = None,
        options: AuditOptions | None = None,
        on_encoded: Callable[[int, int], None] | None = None,
    ) -> None:
        self.options = options or AuditOptions()
        self._on_encoded = on_encoded
        self.detection = _detection(
            self.options, pack_hash((*self.options.extra_rules, *self.options.extra_names))
        )
        self._references = [(each.path, segment(each, "en")) for each in reference_documents(references)]
        self._source = None
        if source is not None:
            read = source if isinstance(source, Document) else read_source(source)
            self._source = (read.path, segment(read, "en"))
        self._encoder: Any = None

    @property
    def has_english(self) -> bool:
        """Whether there is English to compare with."""
        return bool(self._references or self._source)

    @property
    def has_source(self) -> bool:
        """Whether the true source is there."""
        return self._source is not None

    @property
    def reference_paths(self) -> tuple[str, ...]:
        """The paths of the references, the true source last."""
        return tuple(path for path, _ in [*self._references, *([self._source] if self._source else [])])

    def examine(self, document: Document, known: Mapping[str, Examined] | None = None) -> Examination:
        """Examines one document.

        Args:
            document: The document.
            known: Sentences examined before under the same options, by key; those are not
                examined again.

        Raises:
            InputError: The text is not French.
            UsageError: An unknown encoder.
        """
        try:
            language = check_french(document.plain, override=self.options.language)
        except InputError as error:
            raise InputError(f"{document.path}: {error.message}", error.advice) from None
        sentences = segment(document, language)
        alignments = self._align(sentences)
        groups = self._groups(sentences, alignments)
        keys = self._keys(document, sentences, alignments, groups)
        reused = {
            sentence.index: _moved((known or {})[key], sentence)
            for sentence, key in zip(sentences, keys, strict=True)
            if key and key in (known or {})
        }
        new = [sentence for sentence in sentences if sentence.index not in reused]
        english = {
            sentence.index: English(
                tuple(each.text for each in found), any(each.kind == "source" for each in found)
            )
            for sentence, found in zip(sentences, alignments, strict=True)
            if found
        }
        detected = self.detection.detect(
            new, document=document, english=english, parses=self._parse(new, document)
        )
        findings = dict(zip((sentence.index for sentence in new), detected, strict=True))
        gaps = self._gaps(sentences, alignments)
        from mtaudit.scorer.checks import run_checks

        return Examination(
            language,
            count_words(document.plain),
            tuple(
                replace(reused[sentence.index], alignments=found, key=key, gaps=gaps.get(place, ()))
                if sentence.index in reused
                else Examined(
                    sentence,
                    found,
                    run_checks(sentence, found),
                    findings[sentence.index],
                    self._doubts(sentence, found, group),
                    key,
                    gaps.get(place, ()),
                )
                for place, (sentence, found, group, key) in enumerate(
                    zip(sentences, alignments, groups, keys, strict=True)
                )
            ),
        )

    def _align(self, sentences: Sequence[Sentence]) -> list[tuple[Alignment, ...]]:
        if not self.has_english:
            return [() for _ in sentences]
        from mtaudit.aligner import PiecewiseEncoder, ReferenceText, align, get_encoder, with_cache

        if self._encoder is None:
            encoder = PiecewiseEncoder(get_encoder(self.options.encoder), self._on_encoded)
            self._encoder = with_cache(encoder)
        found = align(
            sentences,
            [ReferenceText(path, found) for path, found in self._references],
            encoder=self._encoder,
            source=ReferenceText(*self._source) if self._source else None,
        )
        # Python's own floats: what comes back from a store is then the very same.
        return [
            tuple(replace(each, similarity=float(each.similarity), score=float(each.score)) for each in row)
            for row in found
        ]

    def _keys(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        alignments: Sequence[tuple[Alignment, ...]],
        groups: Sequence[str],
    ) -> list[str]:
        if not all(each.local for each in self.detection.code_detectors):
            return ["" for _ in sentences]
        surroundings = Surroundings(document)
        return [
            surroundings.key(sentence, found, group)
            for sentence, found, group in zip(sentences, alignments, groups, strict=True)
        ]

    def _groups(
        self, sentences: Sequence[Sentence], alignments: Sequence[tuple[Alignment, ...]]
    ) -> list[str]:
        """For each sentence all that share its part of the source."""
        if self._source is None:
            return [""] * len(sentences)
        from mtaudit.scorer.correspondence import group_texts

        return group_texts(sentences, alignments)

    def _gaps(
        self, sentences: Sequence[Sentence], alignments: Sequence[tuple[Alignment, ...]]
    ) -> dict[int, tuple[Finding, ...]]:
        """Findings for what the text leaves out of its true source, or adds to it, by sentence."""
        if self._source is None:
            return {}
        from mtaudit.aligner import ReferenceText, source_gaps
        from mtaudit.scorer.gap_findings import findings_from_gaps

        gaps = source_gaps(sentences, alignments, ReferenceText(*self._source), self._encoder)
        return {place: tuple(found) for place, found in findings_from_gaps(sentences, gaps).items()}

    def _doubts(self, sentence: Sentence, alignments: tuple[Alignment, ...], group: str) -> Doubts:
        from mtaudit.scorer.correspondence import source_doubts

        source = next((each.text for each in alignments if each.kind == "source"), None)
        if source is None:
            return NO_DOUBTS
        suspects = self.detection.suspects(sentence.text, English((source,), True))
        return source_doubts(sentence.text, source, group=group, senses=suspects)

    def _parse(self, sentences: Sequence[Sentence], document: Document) -> dict[int, Any] | None:
        if self.options.fast or not any(each.needs_parser for each in self.detection.code_detectors):
            return None
        from mtaudit.text.parsing import parse

        plain = [document.plain[sentence.start : sentence.end] for sentence in sentences]
        return {sentence.index: parsed for sentence, parsed in zip(sentences, parse(plain), strict=True)}


def reference_documents(references: Sequence[str | Path | Document]) -> list[Document]:
    """Reads references: documents as they are, then the files in the order of their paths.

    Raises:
        InputError: One cannot be read.
    """
    paths = [each for each in references if not isinstance(each, Document)]
    documents = [each for each in references if isinstance(each, Document)]
    return documents + [read_document(path) for path in (collect_paths(paths) if paths else [])]


@lru_cache(maxsize=4)
def _detection(options: AuditOptions, content: str) -> Detection:
    """Articles with references of their own each have an examiner, but share the rules.

    ``content`` only makes sure that rule files changed since are loaded again.
    """
    return Detection(
        select=options.select,
        ignore=options.ignore,
        preview=options.preview,
        extra_rules=options.extra_rules,
        fast=options.fast,
        min_confidence=options.min_confidence,
        region=options.region,
        extra_names=options.extra_names,
    )


def _moved(known: Examined, sentence: Sentence) -> Examined:
    """What is known of a sentence, where it stands now."""
    from mtaudit.scorer.places import shifted

    by = sentence.start - known.sentence.start
    findings = tuple(
        replace(each, start=each.start + by, end=each.end + by) if by else each for each in known.findings
    )
    checks = tuple(shifted(each, by) for each in known.checks) if by else known.checks
    return replace(known, sentence=sentence, findings=findings, checks=checks)
