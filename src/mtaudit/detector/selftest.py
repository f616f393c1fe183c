"""Every rule proves itself: its examples, run as tests.

A *bad* example must be found with exactly the marked span; a *good* one must leave the whole
pack silent; the first suggestion must give the wanted text, and the corrected sentence must be
clean. The test suite runs this for every rule that ships; ``mtaudit rules --check FILE`` for
your own.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.context import NO_ENGLISH, English, make_context
from mtaudit.detector.detect import Detection
from mtaudit.detector.rules.source import Example, RuleSource
from mtaudit.model import Finding, Sentence

#: How many examples of each kind a rule needs.
MIN_EXAMPLES = 2


def failures(rule: RuleSource, detection: Detection) -> Iterator[str]:
    """Yields one line for each promise that ``rule`` breaks.

    Args:
        rule: The rule as written.
        detection: A detector with the whole pack loaded (preview rules too).
    """
    if len(rule.bad) < MIN_EXAMPLES or len(rule.good) < MIN_EXAMPLES:
        yield f"{rule.id}: needs at least {MIN_EXAMPLES} bad and {MIN_EXAMPLES} good examples"
    for example in rule.bad:
        yield from _bad(rule, example, detection)
    for example in rule.good:
        for finding in _run(example.text, example.english, detection):
            yield f"{rule.id}: good example is flagged by {finding.rule} on '{finding.text}': {example.text}"
    if rule.suggest and not any(example.want for example in rule.bad):
        yield f"{rule.id}: has suggestions, but no bad example says what it wants ('want')"


def _bad(rule: RuleSource, example: Example, detection: Detection) -> Iterator[str]:
    found = [each for each in _run(example.text, example.english, detection, rule.id) if each.rule == rule.id]
    spans = tuple((finding.start, finding.end) for finding in found)
    if spans != example.spans:
        wanted = [example.text[start:end] for start, end in example.spans]
        got = [finding.text for finding in found]
        yield f"{rule.id}: wanted {wanted}, found {got}: {example.text}"
        return
    if rule.effect == "require":
        if not example.english:
            yield f"{rule.id}: requires English evidence, so every bad example needs 'en': {example.text}"
        elif any(each.rule == rule.id for each in _run(example.text, "", detection, rule.id)):
            yield f"{rule.id}: fires without the English it requires: {example.text}"
    if example.want is None:
        return
    first = found[0]
    offered = first.suggestions[0] if first.suggestions else first.hint
    if offered != example.want:
        yield f"{rule.id}: wanted suggestion '{example.want}', got '{offered}': {example.text}"
        return
    corrected = example.text[: first.start] + example.want + example.text[first.end :]
    if len(found) == 1:
        for finding in _run(corrected, example.english, detection):
            yield f"{rule.id}: the corrected sentence is flagged by {finding.rule} on '{finding.text}': {corrected}"


def _run(text: str, english: str, detection: Detection, only: str | None = None) -> list[Finding]:
    sentence = Sentence(0, 0, len(text), text)
    evidence = English((english,), is_source=True) if english else NO_ENGLISH
    context = make_context(sentence, detection.lexicon, evidence)
    if only is not None:
        return list(detection.run_only(only, context))
    return list(detection.detect_in(context))
