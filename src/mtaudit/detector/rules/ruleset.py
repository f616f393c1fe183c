"""Running a compiled pack over sentences.

Each pattern is filed under the forms of its rarest word, so a sentence meets only the patterns
whose word stands in it: the time does not depend on how many rules there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mtaudit.detector.context import SentenceContext
from mtaudit.detector.evidence import rules_out, weigh
from mtaudit.detector.patterns.matching import Match, Matcher
from mtaudit.detector.rules.template import Template, uninflected
from mtaudit.detector.suggest import fill
from mtaudit.model import Finding
from mtaudit.text.lexicon import Lexicon

_QUOTES = frozenset('"“”„«»‹›')


class RuleSet:
    """The pattern rules of a compiled pack."""

    def __init__(self, compiled: Mapping[str, Any], lexicon: Lexicon) -> None:
        self.rules: Sequence[Mapping[str, Any]] = compiled["rules"]
        self.hash: str = compiled.get("hash", "")
        self._tables = compiled["tables"]
        self._targets = compiled["targets"]
        self.index: Mapping[str, Sequence[Sequence[int]]] = compiled["index"]
        self._lexicon = lexicon
        # Matchers are built when a sentence first calls for them: most rules never are in one run.
        self._matchers: dict[tuple[int, str, int], Matcher] = {}

    def find(self, context: SentenceContext, enabled: frozenset[int] | None = None) -> Iterator[Finding]:
        """Findings of every rule in one sentence, unsorted.

        Args:
            context: The sentence.
            enabled: Numbers of the rules to run; None for all.
        """
        # (rule, pattern) -> where in the sentence a match can begin
        candidates: dict[tuple[int, int], set[int]] = {}
        index = self.index
        words = context.words
        for position, token in enumerate(words):
            for number, place, least, most in index.get(token.norm, ()):
                if enabled is None or number in enabled:
                    starts = candidates.setdefault((number, place), set())
                    starts.update(range(max(0, position - most), position - least + 1))
        for (number, place), starts in sorted(candidates.items()):
            matches = self._matcher(number, "patterns", place).search(words, sorted(starts))
            if not matches:
                continue
            rule = self.rules[number]
            if not self._allowed(number, rule, context):
                continue
            if rules_out(rule["without"], context.english):
                continue
            weighed = weigh(rule["evidence"], rule["effect"], rule["confidence"], context.english)
            if weighed is None:
                continue
            for match in matches:
                yield self._finding(number, place, match, context, *weighed)

    def _matcher(self, number: int, key: str, place: int) -> Matcher:
        matcher = self._matchers.get((number, key, place))
        if matcher is None:
            matcher = Matcher(self.rules[number][key][place], self._tables, self._lexicon)
            self._matchers[number, key, place] = matcher
        return matcher

    def _allowed(self, number: int, rule: Mapping[str, Any], context: SentenceContext) -> bool:
        words = context.words
        if rule["when"] and not any(
            self._matcher(number, "when", place).search(words) for place in range(len(rule["when"]))
        ):
            return False
        return not any(
            self._matcher(number, "unless", place).search(words) for place in range(len(rule["unless"]))
        )

    def _finding(
        self,
        number: int,
        place: int,
        match: Match,
        context: SentenceContext,
        confidence: float,
        evidence: str | None,
    ) -> Finding:
        rule = self.rules[number]
        words = context.words
        start, end = words[match.start].start, words[match.end - 1].end
        text = context.span_text(start, end)
        suggestions, hint = self._suggestions(rule, place, match, context, text)
        return Finding(
            rule=rule["id"],
            name=rule["name"],
            start=start,
            end=end,
            text=text,
            mqm=rule["mqm"],
            severity=rule["severity"],
            confidence=round(confidence, 2),
            message=rule["message"],
            explanation=rule["why"],
            suggestions=suggestions,
            hint=hint,
            english=evidence or rule["en"],
            evidence="english" if evidence else None,
        )

    def _suggestions(
        self, rule: Mapping[str, Any], place: int, match: Match, context: SentenceContext, text: str
    ) -> tuple[tuple[str, ...], str]:
        elements = [node for node in rule["patterns"][place] if node[0] not in ("open", "close")]
        known = {
            number: self._tables[node[1]][context.words[span[0]].norm]
            for number, (node, span) in enumerate(zip(elements, match.captures, strict=False))
            if node[0] == "forms" and span is not None and span[1] == span[0] + 1
        }
        made: list[str] = []
        for template in rule["suggest"]:
            filled = self._fill(template, match, context, known)
            if filled is not None and filled not in made and filled != text:
                made.append(filled)
        quotes = [character for character in text if character in _QUOTES]
        safe = [each for each in made if [character for character in each if character in _QUOTES] == quotes]
        hint = rule["hint"]
        if made and not safe and not hint:
            # The fault straddles a quotation mark: the replacement cannot be pasted as it stands.
            hint = made[0]
        elif not made and not hint:
            hint = uninflected(rule["suggest"])
        return tuple(safe), hint

    def _fill(
        self,
        template: Sequence[Any],
        match: Match,
        context: SentenceContext,
        known: Mapping[int, Sequence[str]],
    ) -> str | None:
        pieces: Template = tuple(template)
        sentence = context.sentence
        return fill(
            pieces, match, context.words, sentence.text, sentence.start, known, self._targets, self._lexicon
        )
