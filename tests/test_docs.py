"""The examples of the documentation, run."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from ci_helpers import SENTENCES, repository

from mtaudit.cli.audit import FORMATS
from mtaudit.detector.checks.names.own import read_names
from mtaudit.gate.config.reading import ConfigFile

DOCS = Path(__file__).resolve().parents[1] / "docs"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name: str, language: str) -> list[str]:
    text = (DOCS / name).read_text(encoding="utf-8")
    return [body for found, body in BLOCK.findall(text) if found == language]


PYTHON = [
    pytest.param(block, id=f"{name}-{number}")
    for name in ("api.md",)
    for number, block in enumerate(blocks(name, "python"))
]


@pytest.mark.parametrize("block", PYTHON)
def test_python_examples(block: str, tmp_path: Path) -> None:
    script = tmp_path / "example.py"
    script.write_text(block, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr


def test_commands_of_the_page_on_ci(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.fr.md").write_text(f"{SENTENCES[0]}\n", encoding="utf-8")
    (tmp_path / "articles" / "b.fr.md").write_text(f"{SENTENCES[1]}\n", encoding="utf-8")
    (tmp_path / "mtaudit.toml").write_text(blocks("ci.md", "toml")[0], encoding="utf-8")
    repository(tmp_path)
    ran = 0
    for block in blocks("ci.md", "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *expected = part.strip("\n").split("\n")
            command, _, remark = command.partition("  # exits with ")
            done = subprocess.run(
                re.sub(r"^mtaudit", f'"{sys.executable}" -m mtaudit', command),
                shell=True, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, timeout=120,
            )  # fmt: skip
            assert done.returncode == int(remark or 0), (command, done.stdout, done.stderr)
            lines = (done.stdout + done.stderr).splitlines()
            assert [line for line in expected if line not in lines] == [], command
            ran += 1
    assert ran >= 8
    assert (tmp_path / "counts.json").exists()


def test_configurations_of_the_page_on_ci(tmp_path: Path) -> None:
    config, suppression, names = blocks("ci.md", "toml")
    path = tmp_path / "mtaudit.toml"
    path.write_text(config, encoding="utf-8")
    assert ConfigFile(path).values["select"] == ("LIT",)
    assert tomllib.loads(suppression)["suppression"][0]["rule"] == "LIT001"
    path.write_text(names, encoding="utf-8")
    assert read_names(path)[0]["en"] == "Harbour Watch"
    for block in blocks("ci.md", "yaml"):
        assert yaml.safe_load(block)


def test_every_format_is_documented_and_there() -> None:
    from mtaudit.reporter import get_renderer

    for name in FORMATS:
        assert callable(get_renderer(name))
    page = (DOCS / "ci.md").read_text(encoding="utf-8")
    for name in ("sarif", "junit", "github", "gitlab", "tsv", "json", "statistics"):
        assert f"| `{name}` |" in page


def test_the_public_api_is_typed_and_whole() -> None:
    import mtaudit.api

    assert mtaudit.api.__all__ == sorted(mtaudit.api.__all__)
    assert all(hasattr(mtaudit.api, name) for name in mtaudit.api.__all__)
    assert (Path(mtaudit.api.__file__).parent / "py.typed").exists()
