"""Accepting every first suggestion on the seed: nothing new is found, and most of the penalty goes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.model
def test_suggestions_on_the_seed_make_nothing_worse(tmp_path):
    done = subprocess.run(
        [sys.executable, "benchmarks/bench_apply.py", "--check"],
        capture_output=True,
        text=True,
        env={**os.environ, "MTAUDIT_DEV": str(tmp_path)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[1].startswith("seed ")
