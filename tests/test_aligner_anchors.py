from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.aligner.anchors import anchors_of, quotes_in, skeleton
from mtaudit.aligner.exonyms import exonyms, fold, longest_from
from mtaudit.aligner.stretches import stretches_of
from mtaudit.packs.tables import load_table


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Poutine", "Putin"),
        ("Koursk", "Kursk"),
        ("Zelensky", "Zelenskyy"),
        ("Québec", "Quebec"),
        ("Loukachenko", "Lukachenko"),
        ("Tchernobyl", "Chernobyl"),
    ],
)
def test_transliterations_share_a_skeleton(french: str, english: str) -> None:
    assert skeleton(french) == skeleton(english)


def test_different_names_keep_different_skeletons() -> None:
    names = ["Trump", "Putin", "Rubio", "Witkoff", "Macron", "Merkel", "Starmer", "Scholz"]
    assert len({skeleton(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("jeudi à Moscou", "on Thursday in Moscow"),
        ("aux États-Unis", "in the United States"),
        ("les troupes ukrainiennes", "Ukrainian troops"),
        ("la Maison Blanche", "the White House"),
        ("depuis la Seconde Guerre mondiale", "since World War II"),
        ("l’OTAN et l’ONU", "NATO and the U.N."),
        ("le G7 en août", "the G7 in August"),
        ("la Fédération de Russie", "Russia's"),
    ],
)
def test_exonyms_meet(french: str, english: str) -> None:
    assert anchors_of(french).names
    assert anchors_of(french).names == anchors_of(english).names


def test_small_words_are_not_names() -> None:
    assert not anchors_of("They told us that they may march in turkey feathers.").names
    assert "=usa" not in anchors_of("Ils en ont usé.").names


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1 234,5 euros", {"1234.5"}),
        ("1,234.50 euros", {"1234.5"}),
        ("25\u202f000 soldats", {"25000"}),
        ("25,000 troops", {"25000"}),
        ("in 2003, 100 people", {"2003", "100"}),
        ("en 2003 100 personnes", {"2003", "100"}),
        ("trente jours", {"30"}),
        ("une fois, one time", set()),
        ("3 millions", {"3", "1000000"}),
    ],
)
def test_numbers_are_the_same_whatever_their_dress(text: str, numbers: set[str]) -> None:
    assert anchors_of(text).numbers == numbers


def test_quotes_of_all_kinds() -> None:
    assert quotes_in('Il dit « oui », “non” et "peut-être".') == ("oui", "non", "peut-être")
    assert quotes_in("l’envoyé s’est tu") == ()


def test_the_first_word_may_be_a_name() -> None:
    anchors = anchors_of("Rubio a parlé. Hier soir, Lammy aussi.")
    assert skeleton("Rubio") in anchors.maybe
    assert skeleton("Lammy") in anchors.names


def test_every_name_of_the_pack_is_found() -> None:
    table = exonyms()
    assert longest_from("Organisation") == 5 > 0 == longest_from("parapluie")
    for entry in load_table("names/exonyms.toml")["name"]:
        for form in (*entry["en"], *entry["fr"]):
            assert tuple(fold(form).split()) in table, form


@given(st.text(max_size=300))
def test_any_text_has_anchors_and_stretches(text: str) -> None:
    anchors = anchors_of(text)
    assert not anchors.names & anchors.maybe
    stretches = stretches_of([text, text])
    assert [stretch.text for stretch in stretches if stretch.kind == "whole"] == [text, text]
    assert [stretch.owner for stretch in stretches] == sorted(stretch.owner for stretch in stretches)


def test_a_long_sentence_is_cut_and_a_quotation_too() -> None:
    text = (
        "Il a dit que “nous ne céderons jamais à la menace, mais nous restons ouverts à une vraie "
        "discussion entre voisins”, a rapporté hier la radio, alors que les deux camps se préparent."
    )
    found = {(stretch.kind, stretch.text) for stretch in stretches_of([text])}
    assert ("quote", "nous ne céderons jamais à la menace") in found
    assert ("clause", "alors que les deux camps se préparent.") in found


def test_a_short_sentence_is_left_whole() -> None:
    assert [stretch.kind for stretch in stretches_of(["Il pleut, dit-il, sur la ville."])] == ["whole"]
