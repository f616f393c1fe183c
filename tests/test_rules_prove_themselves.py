"""Every rule that ships keeps the promises of its own examples."""

from __future__ import annotations

import pytest

from mtaudit.detector.detect import Detection, rule_files
from mtaudit.detector.rules.source import RuleSource, read_rule_files
from mtaudit.detector.selftest import failures

RULES = read_rule_files(rule_files())


@pytest.fixture(scope="module")
def detection() -> Detection:
    return Detection(preview=True, min_confidence=0.0)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_rule_keeps_its_promises(rule: RuleSource, detection: Detection) -> None:
    assert list(failures(rule, detection)) == []


def test_every_code_detector_has_its_rules_in_the_pack() -> None:
    from mtaudit.detector.registry import detectors

    written = {rule.id for rule in RULES if rule.detector}
    registered = {rule for each in detectors() for rule in each.rules}
    assert registered == written
