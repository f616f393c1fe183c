"""Tests run from the repository root, with a cache of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> object:
    """Compiled packs of test runs don't mix with the user's."""
    patch = pytest.MonkeyPatch()
    patch.setenv("MTAUDIT_CACHE", str(tmp_path_factory.getbasetemp().parent / "mtaudit-cache"))
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in reports are relative, as ``make audit`` gives them."""
    monkeypatch.chdir(ROOT)
