"""Random and mutated inputs: no traceback, no wrong offset, nothing that hangs."""

from __future__ import annotations

import random
import time
from contextlib import suppress

import fuzz_targets
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit.errors import MtauditError
from mtaudit.options import AuditOptions
from mtaudit.pipeline import Auditor
from mtaudit.text.readers import document_from_bytes


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**40))
def test_whatever_comes_in(seed: int) -> None:
    fuzz_targets.attempt(seed)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(min_size=1, max_size=300), seed=st.integers(0, 2**20))
def test_whatever_text_comes_in(text: str, seed: int) -> None:
    draw = random.Random(seed)
    real = fuzz_targets.text_bytes
    fuzz_targets.text_bytes = lambda _: text.encode("utf-8", "surrogatepass")
    message = ""
    try:
        fuzz_targets.check_text(draw)
    except fuzz_targets.MtauditError as error:
        message = str(error)
    finally:
        fuzz_targets.text_bytes = real
    assert "\n" not in message


@pytest.mark.parametrize("target", list(fuzz_targets.TARGETS))
def test_every_target_lets_something_through(target) -> None:  # type: ignore[no-untyped-def]
    outcomes = set()
    for seed in range(60):
        try:
            outcomes.add(target(random.Random(seed)))
        except fuzz_targets.MtauditError:
            outcomes.add("refused")
    assert "refused" in outcomes
    assert len(outcomes) > 1


@pytest.mark.parametrize("unit", ["a", "é", "« ", "[", "de ", "Il a dit, « ", "\n# ", "l'", "<!-- ", "M. "])
def test_freak_texts_take_no_ages(unit: str) -> None:
    """A data URI, a table of brackets, a stuck key: 10,000 characters of the same."""
    text = unit * (10_000 // len(unit)) + " fin."
    auditor = Auditor(options=AuditOptions(fast=True, language="fr"))
    for name in ("a.txt", "a.md"):
        began = time.process_time()
        with suppress(MtauditError):
            fuzz_targets.check_offsets(
                auditor.sign([auditor.audit(document_from_bytes(text.encode(), name))])
            )
        assert time.process_time() - began < fuzz_targets.MOST_SECONDS
