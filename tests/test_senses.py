"""Words that the pack knows as wrong for an English word, without their context."""

from __future__ import annotations

from mtaudit.detector.context import English
from mtaudit.detector.detect import Detection
from mtaudit.detector.rules.senses import Senses

COMPILED = {
    "rules": [
        {
            "id": "FFR900",
            "evidence": "library|libraries",
            "effect": "boost",
            "suggest": [[[2, "bibliothèque", ""]]],
            "patterns": [[["class", "DET", []], ["open"], ["forms", "librairie:n"], ["close"]]],
        },
        {
            "id": "SEN900",
            "evidence": "strike*",
            "effect": "require",
            "suggest": [["grève"]],
            "patterns": [[["open"], ["lit", "frappe", False], ["close"], ["lit", "générale", False]]],
        },
        {
            "id": "SEN901",
            "evidence": "strike*",
            "effect": "require",
            "suggest": [["frappe"]],
            "patterns": [[["open"], ["lit", "grève", False], ["close"], ["lit", "aérienne", False]]],
        },
        {
            "id": "LIT900",
            "evidence": "ball",
            "effect": "boost",
            "suggest": [["balle"]],
            "patterns": [[["lit", "bals", False]]],
        },
    ],
    "tables": {"librairie:n": {"librairie": ["fs"], "librairies": ["fp"]}},
    "targets": {"bibliothèque": {"fs": "bibliothèque", "fp": "bibliothèques"}},
}


def test_a_wrong_word_is_suspect_where_its_english_stands_and_the_right_one_does_not() -> None:
    senses = Senses(COMPILED)
    assert senses.suspects(["la", "librairie"], "the library opened") == (("librairie", "library"),)
    assert senses.suspects(["la", "librairie"], "the bookshop opened") == ()
    assert senses.suspects(["la", "librairie", "bibliothèque"], "the library opened") == ()


def test_words_that_stand_for_each_other_are_left_to_the_rules() -> None:
    assert Senses(COMPILED).suspects(["frappe", "grève"], "the strike") == ()
    assert Senses(COMPILED).suspects(["grève"], "the strike") == ()


def test_only_senses_and_false_friends_count() -> None:
    assert Senses(COMPILED).suspects(["bals"], "a ball") == ()


def test_the_pack_knows_some() -> None:
    detection = Detection(fast=True)
    english = English(("The government supports the plan.",), True)
    assert detection.suspects("Le gouvernement supporte le plan.", english) == (("supporte", "supports"),)
    assert detection.suspects("Le gouvernement soutient le plan.", english) == ()


def test_the_usual_rendering_and_the_auxiliaries_are_no_reason_to_doubt() -> None:
    rules = [
        {
            "id": f"SEN90{number}",
            "evidence": english,
            "effect": "boost",
            "suggest": [[right]],
            "patterns": [[["open"], ["lit", wrong, False], ["close"], ["lit", "baptiste", False]]],
        }
        for number, (english, wrong, right) in enumerate(
            [
                ("minister*", "ministre", "pasteur"),
                ("order*", "était", "ordonner"),
                ("plot", "terrain", "complot"),
            ]
        )
    ]
    senses = Senses({"rules": rules, "tables": {}, "targets": {}})
    words = ["le", "ministre", "était", "sur", "le", "terrain"]
    assert senses.suspects(words, "the minister ordered the plot") == (("terrain", "plot"),)
