"""The example package of docs/ at work: what pip would install, seen through importlib.metadata."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from ci_helpers import SENTENCES, run

EXAMPLE = Path(__file__).resolve().parents[1] / "docs" / "example-plugin"
TEXT = "SLUG: Soirée\nDESK: Sport\n\nQuelle soirée !! Un ami de notre chambre de nouvelles a tout vu.\n"


def install(folder: Path, points: dict[str, dict[str, str]], name: str = "mtaudit_example") -> None:
    """Puts the metadata of an installed package into a folder."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    lines = [
        line
        for group, entries in points.items()
        for line in (f"[{group}]", *(f"{key} = {value}" for key, value in entries.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def seeing(*folders: Path) -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join([*map(str, folders), os.environ.get("PYTHONPATH", "")])}


@pytest.fixture
def example(tmp_path: Path) -> dict[str, str]:
    """An environment with the example installed."""
    data = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))
    install(tmp_path / "site", data["project"]["entry-points"])
    (tmp_path / "a.wire").write_text(TEXT, encoding="utf-8")
    return seeing(tmp_path / "site", EXAMPLE / "src")


def works(folder: Path, environment: dict[str, str]) -> None:
    (folder / "a.wire").write_text(TEXT, encoding="utf-8")
    for _ in range(2):  # made anew, then from the store
        done = run(folder, "audit", "a.wire", "--fast", "--format", "json", environment=environment)
        assert done.returncode == 0, done.stderr
        (document,) = json.loads(done.stdout)["documents"]
        findings = {each["rule"]: each for entry in document["sentences"] for each in entry["findings"]}
        assert findings["TYP901"]["text"] == "!!"
        assert findings["TER901"]["suggestions"] == ["notre rédaction"]
        assert document["sentences"][0]["text"].startswith("Quelle")
        assert TEXT[findings["TYP901"]["start"] : findings["TYP901"]["end"]] == "!!"
    brief = run(
        folder,
        "audit",
        "a.wire",
        "--fast",
        "--select",
        "TYP901",
        "--format",
        "brief",
        environment=environment,
    )
    assert brief.stdout == "a.wire: 1\n"
    assert "pas-de-cris" in run(folder, "rules", "TYP901", environment=environment).stdout


def test_rules_detector_reader_and_renderer(tmp_path: Path, example: dict[str, str]) -> None:
    works(tmp_path, example)


def test_the_encoder(tmp_path: Path, example: dict[str, str]) -> None:
    (tmp_path / "a.fr.txt").write_text("Claire Morvan a quitté Lyon en 2019.\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("Claire Morvan left Lyon in 2019.\n", encoding="utf-8")
    done = run(
        tmp_path, "audit", "a.fr.txt", "--source", "a.en.txt", "--encoder", "trigrams", "--format", "json",
        environment=example,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert "encoder:trigrams" in report["tool"]["signature"]
    (alignment,) = report["documents"][0]["sentences"][0]["alignments"]
    assert 0.1 < alignment["similarity"] < 1


def test_the_rules_of_the_example_keep_their_promises(example: dict[str, str], tmp_path: Path) -> None:
    done = run(
        tmp_path, "rules", "--check", EXAMPLE / "src" / "mtaudit_example" / "house.toml",
        environment=seeing(EXAMPLE / "src"),
    )  # fmt: skip
    assert "TER901" not in done.stdout + done.stderr


def test_without_the_package_nothing_of_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    assert run(tmp_path, "audit", "a.txt", "--format", "brief").returncode == 2
    assert run(tmp_path, "rules", "TYP901").returncode == 2


@pytest.mark.parametrize(
    ("group", "value", "message"),
    [
        ("mtaudit.detectors", "nowhere.at_all:it", "cannot be loaded from nowhere.at_all:it"),
        ("mtaudit.detectors", "json:dumps", "is no function under @detector"),
        ("mtaudit.rules", "nowhere.at_all:it", "cannot be loaded from nowhere.at_all:it"),
        ("mtaudit.rules", "sys:maxsize", "cannot be loaded from sys:maxsize"),
    ],
)
def test_a_broken_plug_in_is_one_line(tmp_path: Path, group: str, value: str, message: str) -> None:
    install(tmp_path / "site", {group: {"broken": value}}, "broken")
    (tmp_path / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    done = run(tmp_path, "audit", "a.txt", "--fast", environment=seeing(tmp_path / "site"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


@pytest.mark.slow
def test_the_example_as_pip_installs_it(tmp_path: Path) -> None:
    target = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(EXAMPLE)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode != 0:
        pytest.skip(f"pip cannot build here: {done.stderr[-200:]}")
    works(tmp_path, seeing(target))
