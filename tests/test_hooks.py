"""The pre-commit hook and the GitHub Action, as their systems would run them."""

from __future__ import annotations

import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from ci_helpers import SENTENCES, git, repository, run

ROOT = Path(__file__).resolve().parents[1]
FAULTY, CLEAN = SENTENCES[0], SENTENCES[1]


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A team's repository: one faulty article, a configuration that names a baseline."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.fr.md").write_text(f"{FAULTY}\n\n{CLEAN}\n", encoding="utf-8")
    (tmp_path / "articles" / "a.en.md").write_text("The ball is in their court.\n", encoding="utf-8")
    (tmp_path / "mtaudit.toml").write_text(
        'fast = true\nselect = ["LIT001"]\nfail-on = "minor"\n', encoding="utf-8"
    )
    return repository(tmp_path)


def life(team: Path, hook: Any) -> None:
    """Red, baseline, green, a new fault red with only that shown, fixed, green."""
    red = hook()
    assert red.returncode == 1, red.stdout + red.stderr
    assert "LIT001" in red.stdout

    assert run(team, "baseline", "write", "articles/a.fr.md", "--baseline", "base.json").returncode == 0
    with (team / "mtaudit.toml").open("a", encoding="utf-8") as config:
        config.write('baseline = ["base.json"]\n')
    git(team, "add", "-A")
    green = hook()
    assert green.returncode == 0, green.stdout + green.stderr

    new = team / "articles" / "b.fr.md"
    new.write_text(f"{CLEAN}\n\n{SENTENCES[11]}\n", encoding="utf-8")
    git(team, "add", "-A")
    again = hook()
    assert again.returncode == 1
    assert "b.fr.md:3" in again.stdout
    assert "a.fr.md:1" not in again.stdout

    new.write_text(f"{CLEAN}\n", encoding="utf-8")
    git(team, "add", "-A")
    assert hook().returncode == 0


def test_the_hook_as_it_is_declared(team: Path) -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert hook["id"] == "mtaudit"
    assert hook["language"] == "python"
    program, *arguments = shlex.split(hook["entry"])
    assert program == "mtaudit"

    def ran() -> subprocess.CompletedProcess[str]:
        tracked = git(team, "ls-files").splitlines()
        files = [name for name in tracked if re.search(hook["files"], name)]
        assert files
        assert not any(".en." in name for name in files)
        return run(team, *arguments, *hook["args"], *files)

    life(team, ran)


@pytest.mark.slow
def test_the_hook_through_pre_commit(team: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    pytest.importorskip("pre_commit")
    own = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit"))}
    own.pop("PYTHONPATH", None)
    revision = git(ROOT, "rev-parse", "HEAD").strip()
    if not git(ROOT, "ls-tree", revision, ".pre-commit-hooks.yaml"):
        pytest.skip("the hooks are not committed yet")
    (team / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: file://{ROOT}\n    rev: {revision}\n    hooks:\n      - id: mtaudit\n",
        encoding="utf-8",
    )
    git(team, "add", "-A")
    command = [sys.executable, "-m", "pre_commit"]
    installed = subprocess.run(
        [*command, "install-hooks"], cwd=team, env=own, capture_output=True, encoding="utf-8", check=False
    )
    if installed.returncode != 0 and re.search(
        "No matching distribution|connection|resolution|timed out", installed.stdout + installed.stderr
    ):
        pytest.skip("no package index within reach")
    assert installed.returncode == 0, installed.stdout + installed.stderr

    def ran() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, "run", "--all-files"],
            cwd=team, env=own, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    life(team, ran)


def script() -> tuple[str, dict[str, str]]:
    """The shell script of the action's audit, and the names of its variables' inputs."""
    step = next(each for each in loaded("action.yml")["runs"]["steps"] if each.get("id") == "audit")
    inputs = {
        name: match[1]
        for name, value in step["env"].items()
        if (match := re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value))
    }
    return step["run"], inputs


def test_the_action_documents_its_inputs_and_uses_them_all() -> None:
    action = loaded("action.yml")
    assert action["runs"]["using"] == "composite"
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    documented = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for name, each in action["inputs"].items():
        assert each["description"].endswith(".")
        assert f"inputs.{name}" in text.partition("runs:")[2], name
        assert f"`{name}`" in documented, name
    for step in action["runs"]["steps"]:
        if "run" in step:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"], "text of an input must not become part of a script"


@pytest.mark.skipif(sys.platform == "win32", reason="needs bash")
def test_the_action_runs(team: Path) -> None:
    text, names = script()
    programs = team / "programs"
    programs.mkdir()
    program = programs / "mtaudit"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mtaudit "$@"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def ran(**inputs: str) -> subprocess.CompletedProcess[str]:
        given = {name: inputs.get(of.replace("-", "_"), "") for name, of in names.items()}
        place = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "GITHUB_OUTPUT": str(team / "output")}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text],
            cwd=team, env={**os.environ, **given, **place}, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    red = ran(files="articles/a.fr.md", sarif="out.sarif", junit="out.xml", args="--min-fidelity\n0\n")
    assert red.returncode == 1, red.stderr
    assert red.stdout.startswith("::error file=articles/a.fr.md,line=1")
    assert (team / "output").read_text(encoding="utf-8") == "exit-code=1\n"
    assert (team / "out.sarif").exists()
    assert (team / "out.xml").exists()
    assert ran(files="articles/a.fr.md", changed_since="HEAD").returncode == 0
    assert ran(files="articles/a.fr.md", fail_on="huge").returncode == 2
    hostile = ran(files="articles/a.fr.md $(touch pwned) ; touch pwned", args="$(touch pwned)")
    assert hostile.returncode == 2
    assert not (team / "pwned").exists()
