"""Random and mutated inputs: no traceback, no wrong offset, nothing that hangs."""

from __future__ import annotations

import random

import fuzz_targets
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


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
