"""Configuration: where it is found, what wins, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.cli.settings import settings_of
from mtaudit.errors import UsageError
from mtaudit.gate.config import find_config, load_settings
from mtaudit.gate.config.keys import KEYS
from mtaudit.gate.config.reading import ConfigFile
from mtaudit.gate.config.writing import shown, template
from mtaudit.gate.thresholds import parse_counts


def write(folder: Path, text: str, name: str = "mtaudit.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_config(inner) is None or tmp_path not in find_config(inner).parents
    shared = write(tmp_path, "[tool.mtaudit]\nfast = true\n", "pyproject.toml")
    assert find_config(inner) == shared
    own = write(tmp_path, "fast = true\n")
    assert find_config(inner) == own
    write(tmp_path / "a", "[tool.black]\n", "pyproject.toml")
    assert find_config(inner) == own
    (tmp_path / "a" / ".git").mkdir()
    assert find_config(inner) is None


def test_command_line_over_profile_over_file_over_default(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'min-confidence = 0.6\nfail-on = "critical"\nquotes = "skip"\n\n[profiles.strict]\nfail-on = "major"\n'
        '[per-file."press/**"]\nquotes = "keep"\nignore = ["TYP"]\n',
    )
    settings = load_settings({"min-confidence": 0.7}, config=path, profile="strict")
    assert (settings["min-confidence"], settings.origins["min-confidence"]) == (0.7, "command line")
    assert (settings["fail-on"], settings.origins["fail-on"]) == ("major", "profile strict")
    assert (settings["quotes"], settings.origins["quotes"]) == ("skip", str(path))
    assert settings.origins["encoder"] == "default"
    own = settings.for_file(tmp_path / "press" / "a.txt")
    assert own["quotes"] == "keep"
    assert own.audit_options().ignore == ("TYP",)
    assert settings.for_file(tmp_path / "a.txt")["quotes"] == "skip"
    with pytest.raises(UsageError, match="no profile 'nope' \\(profiles: strict"):
        load_settings({}, config=path, profile="nope")


def test_references_follow_the_audited_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'references = ["reporting", "{dir}/{name}.en.md"]\n')
    settings = load_settings({}, config=path)
    assert settings.references_for("articles/talks.fr.md") == [
        tmp_path / "reporting",
        Path("articles/talks.en.md"),
    ]
    typed = load_settings({"references": ("reporting",)}, config=path)
    assert typed.references_for("x.txt") == [Path("reporting")]
    broken = load_settings({"references": ("{nme}.md",)}, config=None)
    with pytest.raises(UsageError, match="unknown placeholder"):
        broken.references_for("x.txt")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fats = true\n", r"mtaudit\.toml:1: unknown key 'fats' \(did you mean 'fast'"),
        ("\nfast = 1\n", r"mtaudit\.toml:2: 'fast' must be true or false"),
        ('quotes = "drop"\n', r"'quotes' must be one of \"keep\""),
        ("min-fidelity = 101\n", r"a number from 0 to 100"),
        ('select = "LIT"\n', r"a list of strings"),
        ('severity = { LIT = "huge" }\n', r"a table of codes and severities"),
        ("max-findings = { LIT = true }\n", r"a table of families and numbers"),
        ("fast = true\n[profiles.a]\nfoo = 1\n", r"mtaudit\.toml:3: unknown key 'foo'"),
        ("profiles = 3\n", r"must hold tables"),
        ("a = [\n", r"mtaudit\.toml:\d+:\d+: not valid TOML"),
    ],
)
def test_mistakes_are_named_with_their_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        ConfigFile(write(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_missing_and_binary_files(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such configuration"):
        ConfigFile(tmp_path / "none.toml")
    (tmp_path / "bin.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="cannot be read"):
        ConfigFile(tmp_path / "bin.toml")


def test_options_are_held_to_the_same_types() -> None:
    with pytest.raises(UsageError, match="--quotes: 'drop' is not allowed"):
        settings_of({"quotes": "drop"}, no_config=True)
    assert parse_counts(["LIT=3", "ALL=20"]) == {"LIT": 3, "ALL": 20}
    with pytest.raises(UsageError, match="not FAMILY=N"):
        parse_counts(["LIT"])


def test_the_template_is_a_configuration_and_names_every_key(tmp_path: Path) -> None:
    text = template()
    ConfigFile(write(tmp_path, text))
    uncommented = "\n".join(
        line.removeprefix("# ")
        for line in text.partition("# Other settings")[0].splitlines()
        if line.split(" = ")[0].removeprefix("# ") in KEYS
    )
    file = ConfigFile(write(tmp_path, uncommented))
    assert set(file.values) == set(KEYS)


def test_what_is_in_force_is_shown_with_its_origin(tmp_path: Path) -> None:
    path = write(tmp_path, "fast = true\n")
    lines = shown(load_settings({}, config=path)).splitlines()
    assert len(lines) == len(KEYS)
    assert any(line.startswith("fast = true") and line.endswith(f"# {path}") for line in lines)
