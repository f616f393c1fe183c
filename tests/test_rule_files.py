"""Rule files: broken ones are refused in one line with file, line, column and a caret."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtaudit
from mtaudit.detector.context import NO_ENGLISH, English, make_context
from mtaudit.detector.detect import Detection
from mtaudit.detector.rules.compiled import load_compiled
from mtaudit.detector.rules.source import read_rule_file, read_rule_files
from mtaudit.detector.rules.template import parse_template, uninflected
from mtaudit.errors import RuleError, UsageError
from mtaudit.model import Sentence
from mtaudit.text.lexicon import french

GOOD = """
[[rule]]
id = "LIT900"
name = "essai-de-regle"
en = "trial"
pattern = "<le> <zèbre:n>"
suggest = ["{1} {2>cheval}"]
why = "Because."
bad = [
  { fr = "On a vu {{les zèbres}}.", want = "les chevaux" },
  { fr = "{{Le zèbre}} dort.", want = "Le cheval" },
]
good = ["On a vu un zèbre.", "On a vu les chevaux."]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[[rule]]", "[[rule", r"own\.toml:2:\d+: not valid TOML"),
        ('id = "LIT900"', 'id = "XXX900"', r"own\.toml:3:\d+: bad id"),
        ('pattern = "<le> <zèbre:n>"', 'pattern = "<le> (<zèbre:n>"', r"own\.toml:6:17: '\(' without '\)'"),
        (
            'pattern = "<le> <zèbre:n>"',
            'pattern = "<le> <zèbre:q>"',
            r"own\.toml:6:17: unknown part of speech",
        ),
        (
            "suggest = [",
            'sugest = ["x"]\nsuggest = [',
            r"own\.toml:7:1: unknown key 'sugest' \(did you mean 'suggest'",
        ),
        ("{2>cheval}", "{2>cheval", r"own\.toml:7:\d+: not a slot"),
        ('en = "trial"', 'en = ""', r"the rule has no 'en'"),
        ('why = "Because."', 'why = "x"\nseverity = "huge"', r"own\.toml:9:1: unknown severity 'huge'"),
        ("{{les zèbres}}", "les zèbres", r"own\.toml:10:\d+: a bad example marks its fault"),
        ('why = "Because."', "why = 3", r"own\.toml:8:1: 'why' must be a string"),
    ],
)
def test_broken_files_are_refused_with_their_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(RuleError, match=message) as caught:
        read_rule_file(write(tmp_path, GOOD.replace(old, new)))
    if "own.toml:6" in str(caught.value):
        line, caret = caught.value.excerpt.splitlines()
        assert line[caret.index("^")] in "(<"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<zèbre:n>", "<zzzèbre>", "not in the lexicon"),
        ("<zèbre:n>", "<zèbre:n.1>", "no form"),
        ("{1} {2>cheval}", "{7}", "uses element 7 of 2"),
        ('"<le> <zèbre:n>"', '"NOUN ADJ"', "no word or lemma to find it by"),
    ],
)
def test_rules_that_cannot_be_compiled_are_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(RuleError, match=message):
        load_compiled([path], french())


def test_missing_and_binary_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such rule file"):
        read_rule_file(tmp_path / "none.toml")
    (tmp_path / "bin.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="cannot be read"):
        read_rule_file(tmp_path / "bin.toml")


def test_ids_are_unique_over_files(tmp_path: Path) -> None:
    first = write(tmp_path, GOOD)
    second = tmp_path / "second.toml"
    second.write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError, match="used already"):
        read_rule_files([first, second])


def test_own_rules_run_beside_the_pack(tmp_path: Path) -> None:
    from mtaudit.detector.catalogue import check_file

    path = write(tmp_path, GOOD)
    assert check_file(path) == []
    broken = write(tmp_path, GOOD.replace("les chevaux", "les poneys"))
    assert any("wanted suggestion" in line for line in check_file(broken))


def test_a_changed_rule_file_is_never_served_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTAUDIT_CACHE", str(tmp_path / "cache"))
    path = write(tmp_path, GOOD)
    first = load_compiled([path], french())
    again = load_compiled([path], french())
    assert again == first
    changed = load_compiled([write(tmp_path, GOOD.replace("Because.", "Why not."))], french())
    assert changed["rules"][0]["why"] == "Why not."
    assert changed["hash"] != first["hash"]


def test_a_broken_or_unwritable_cache_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("MTAUDIT_CACHE", str(cache))
    path = write(tmp_path, GOOD)
    first = load_compiled([path], french())
    for stored in cache.iterdir():
        stored.write_text("{broken", encoding="utf-8")
    assert load_compiled([path], french()) == first
    monkeypatch.setenv("MTAUDIT_CACHE", str(path / "not-a-folder"))
    assert load_compiled([path], french()) == first


def test_selection_by_id_name_and_family(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown rule 'ZZZ1'"):
        Detection(select=["ZZZ1"])
    only = Detection(select=["LIT001"])
    assert {only.rule_set.rules[number]["id"] for number in only._enabled} == {"LIT001"}
    assert Detection(select=["balle-dans-le-camp"])._enabled == only._enabled
    assert not Detection(select=["LIT"], ignore=["LIT"])._enabled


def suggestion(folder: Path, pattern: str, template: str, text: str) -> str | None:
    rule = GOOD.replace('"<le> <zèbre:n>"', f'"{pattern}"').replace("{1} {2>cheval}", template)
    report = mtaudit.audit(
        text, options=mtaudit.AuditOptions(fast=True, extra_rules=(write(folder, rule),), select=("LIT900",))
    )
    (finding,) = report.documents[0].findings
    return finding.suggestions[0] if finding.suggestions else None


@pytest.mark.parametrize(
    ("pattern", "template", "text", "expected"),
    [
        ("NOUN [<domestique:a>]", "{0>intérieur@1}", "Les ventes domestiques montent.", "intérieures"),
        ("NOUN [<domestique:a>]", "{2>intérieur@1}", "Le marché domestique monte.", "intérieur"),
        ("<le> [<zèbre:n>]", "{0>cheval}", "Les zèbres dorment.", "chevaux"),
        ("NOUN [<domestique:a>]", "{0>intérieur@1}", "Les élèves domestiques.", None),
        ("<le> <zèbre:n>", "{1.f} {2>girafe}", "Le zèbre dort.", "La girafe"),
        ("<un> <zèbre:n> ADJ?", "{1.f} {2>girafe} {3.f}", "Un zèbre vert dort.", "Une girafe verte"),
        ("<conduire:v>", "{1>mener}", "Il a déjà conduit une étude.", "mené"),
        ("<conduire:v>", "{1>mener}", "Il conduit une étude.", "mène"),
        ("<mesure:n> <de>", "pu", "Il est en mesure d'agir.", "pu "),
        ("<impacter:v>", "{1>toucher}", "La crise impactait le pays.", "touchait"),
    ],
)
def test_suggestions_are_inflected(
    tmp_path: Path, pattern: str, template: str, text: str, expected: str | None
) -> None:
    assert suggestion(tmp_path, pattern, template, text) == expected


def test_english_that_makes_the_french_right_silences_a_rule(tmp_path: Path) -> None:
    text = GOOD.replace(
        'why = "Because."',
        'why = "Because."\nevidence = { english = "trial", effect = "boost", without = "free trial|zoo*" }',
    )
    detection = Detection(extra_rules=[write(tmp_path, text)])

    def found(english: str) -> list[str]:
        sentence = Sentence(0, 0, 16, "Le zèbre marche.")
        evidence = English((english,), is_source=True) if english else NO_ENGLISH
        context = make_context(sentence, detection.lexicon, evidence)
        return [finding.text for finding in detection.run_only("LIT900", context)]

    assert found("The trial goes on.") == ["Le zèbre"]
    assert found("") == ["Le zèbre"]
    assert found("The free trial goes on in a zoo.") == []
    assert found("The trial of the zookeeper goes on.") == []


def test_what_cannot_be_inflected_is_still_advice() -> None:
    assert (
        uninflected([parse_template("{1} {2>proche.f} de"), parse_template("{2>voisin}")])
        == "proche de, voisin"
    )
    assert uninflected([parse_template("{1}")]) == ""
