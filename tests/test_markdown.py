"""The Markdown reader: what is blanked, what stays, and which blocks there are."""

from __future__ import annotations

import pytest

from mtaudit.model import Document
from mtaudit.text.readers import document_from_text


def read(text: str) -> Document:
    document = document_from_text(text, format="md")
    assert len(document.plain) == len(text)
    return document


def prose(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(b.kind, " ".join(document.plain[b.start : b.end].split())) for b in document.blocks]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("Un **mot** et *un* __autre__ _ici_", "Un mot et un autre ici"),
        ("***Très*** fort, ~~rayé~~", "Très fort, rayé"),
        ("le `code x` part", "le part"),
        ("le ``a ` b`` part, un ` seul reste", "le part, un ` seul reste"),
        ("[Le Monde](https://a.fr/b_(c)) écrit", "Le Monde écrit"),
        ('[Le Monde](<a b> "Un titre") écrit', "Le Monde écrit"),
        ("![La photo](a.png) Le texte", "Le texte"),
        ("[![logo](a.png)](b) Le texte", "Le texte"),
        ("Voir <https://a.fr> ou <a@b.fr> vite", "Voir ou vite"),
        ("Du <b class='x'>gras</b><br/> ici", "Du gras ici"),
        ("Une note[^1] ici", "Une note ici"),
        ("Le prix&nbsp;: 3 &euro;", "Le prix : 3 &euro;"),
        ("Il dit [sic] et […] puis [Trump] (hier)", "Il dit [sic] et […] puis [Trump] (hier)"),
        ("[Trump](le président) parle", "[Trump](le président) parle"),
        ("5 * 3 et 2*3 et a_b_c et a < b", "5 * 3 et 2*3 et a_b_c et a < b"),
        ("un \\*astérisque\\* et \\[crochet\\]", "un *astérisque * et [crochet ]"),
        ("avant <!-- caché\nencore --> après", "avant après"),
        ("avant <!-- jamais fermé", "avant <!-- jamais fermé"),
        ("<script>var x = 'Bonjour';</script>Le texte", "Le texte"),
    ],
)
def test_inline(source: str, plain: str) -> None:
    assert prose(source) == [("paragraph", plain)]


def test_offsets_hold() -> None:
    source = "Un **mot** de [Poutine](https://a.fr)."
    document = read(source)
    for word in ("mot", "Poutine"):
        assert document.plain.index(word) == source.index(word)
    assert document.text == source


def test_reference_links_need_a_definition() -> None:
    source = (
        "[Le Monde][1], [Libé], [AFP] et [lui][2].\n\n[1]: http://a.fr 'Un titre'\n[libé]: <http://b.fr>\n"
    )
    assert prose(source) == [("paragraph", "Le Monde , Libé , [AFP] et [lui][2].")]


def test_a_definition_is_not_any_line_in_brackets() -> None:
    assert prose("[Note]: il est parti hier.") == [("paragraph", "[Note]: il est parti hier.")]


def test_headings() -> None:
    assert prose("# Un #\n## Deux\nTexte\nsuite\n\nTrois\n===\nQuatre\n---\n#pas un titre") == [
        ("heading", "Un"),
        ("heading", "Deux"),
        ("paragraph", "Texte suite"),
        ("heading", "Trois"),
        ("heading", "Quatre"),
        ("paragraph", "#pas un titre"),
    ]


def test_lists_quotations_and_rules() -> None:
    source = "Texte\n- un\n  suite\n* deux\n+ trois\n2) quatre\n- [x] cinq\n\n***\n\n> Dit-il\n> hier\n>\n> - point\n\nFin"
    assert prose(source) == [
        ("paragraph", "Texte"),
        ("item", "un suite"),
        ("item", "deux"),
        ("item", "trois"),
        ("item", "quatre"),
        ("item", "cinq"),
        ("quote", "Dit-il hier"),
        ("item", "point"),
        ("paragraph", "Fin"),
    ]


def test_a_year_opens_no_list_and_a_dialogue_no_item() -> None:
    assert prose("1945. La guerre finit.\n\n– Oui, dit-il.") == [
        ("paragraph", "1945. La guerre finit."),
        ("paragraph", "– Oui, dit-il."),
    ]


def test_cells_of_a_table_are_blocks() -> None:
    assert prose("Avant\n\n| Nom | Âge |\n|:----|---:|\n| Jean \\| Luc | **12** |\n\nAprès | fin") == [
        ("paragraph", "Avant"),
        ("item", "Nom"),
        ("item", "Âge"),
        ("item", "Jean | Luc"),
        ("item", "12"),
        ("paragraph", "Après | fin"),
    ]


def test_code_blocks_vanish() -> None:
    source = "Avant\n```python\nx = 'Bonjour'\n~~~\n```\nEntre\n~~~~\n```\n~~~~\nAprès\n\n```\njamais fermé"
    assert prose(source) == [("paragraph", "Avant"), ("paragraph", "Entre"), ("paragraph", "Après")]


def test_hard_break_ends_a_block() -> None:
    assert prose("Par Jean  \nParis\\\nhier") == [
        ("paragraph", "Par Jean"),
        ("paragraph", "Paris"),
        ("paragraph", "hier"),
    ]


def test_footnote_text_is_prose() -> None:
    assert prose("Texte[^a]\n\n[^a]: La note.") == [("paragraph", "Texte"), ("paragraph", "La note.")]


@pytest.mark.parametrize(
    ("matter", "title"),
    [
        ("title: Le tramway arrive", "Le tramway arrive"),
        ('title: "Il dit \\"oui\\" : enfin"', 'Il dit "oui" : enfin'),
        ("title: 'L''été'", "L'été"),
        ("date: 2025\nTitle: Un # note", "Un"),
        ("title: >-\n  plus loin", None),
        ("subtitle: non", None),
    ],
)
def test_front_matter(matter: str, title: str | None) -> None:
    source = f"---\n{matter}\n---\nLe texte.\n"
    assert read(source).title == title
    assert prose(source) == [("paragraph", "Le texte.")]


def test_front_matter_must_be_closed() -> None:
    document = read("---\ntitle: Un\nLe texte.")
    assert document.title is None
    assert "Le texte." in document.plain


def test_title_from_the_first_heading() -> None:
    assert read("## Rubrique\n\n# Le *grand* titre\n\n# Autre").title == "Le grand titre"
    assert read("---\ntitle: Celui-ci\n---\n# Pas celui-là").title == "Celui-ci"
    assert read("Le grand titre\n=====\n").title == "Le grand titre"
    assert read("## Rubrique").title is None
