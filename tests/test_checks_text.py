"""Detectors of typography, English left in, names and garble: what the rules' own examples cannot show."""

from __future__ import annotations

import pytest

from mtaudit.detector.checks.garble.cuts import broken_at_us
from mtaudit.detector.checks.garble.encoding import repaired
from mtaudit.detector.checks.garble.words import no_such_word
from mtaudit.detector.checks.names.literal import literal_names
from mtaudit.detector.checks.names.spellings import english_spellings
from mtaudit.detector.checks.typography.amounts import french_number
from mtaudit.detector.checks.typography.quotes import unpaired
from mtaudit.detector.checks.typography.times import roman
from mtaudit.detector.checks.typography.units import imperial
from mtaudit.detector.checks.untranslated.words import loans, untranslated_words
from mtaudit.detector.context import NO_ENGLISH, English, SentenceContext, make_context
from mtaudit.model import Block, Document, Sentence
from mtaudit.packs.tables import load_table
from mtaudit.text.frequency import zipf
from mtaudit.text.lexicon import french
from mtaudit.text.tokens import tokenise


def sentence(text: str, english: str = "", source: bool = True) -> SentenceContext:
    evidence = English((english,), is_source=source) if english else NO_ENGLISH
    return make_context(Sentence(0, 0, len(text), text), french(), evidence)


def document(*paragraphs: str) -> list[SentenceContext]:
    """One sentence context per paragraph."""
    text = "\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 1
    whole = Document("x.txt", text, text, tuple(blocks))
    return [
        make_context(
            Sentence(n, block.start, block.end, text[block.start : block.end]), french(), NO_ENGLISH, whole
        )
        for n, block in enumerate(blocks)
    ]


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("1,500", "1\u202f500"),
        ("2,400,000", "2\u202f400\u202f000"),
        ("3.5", "3,5"),
        ("1,200.50", "1\u202f200,50"),
        ("12", "12"),
    ],
)
def test_french_number(english: str, expected: str) -> None:
    assert french_number(english) == expected


@pytest.mark.parametrize(("number", "figures"), [(1, "I"), (4, "IV"), (9, "IX"), (19, "XIX"), (21, "XXI")])
def test_roman(number: int, figures: str) -> None:
    assert roman(number) == figures


def test_a_quotation_that_no_paragraph_closes_is_found_at_its_end() -> None:
    first, second = document("Il a déclaré : « Ce fut terrible.", "La police est partie.")
    (hit,) = unpaired(first)
    assert hit.suggestions == ("terrible.\u00a0»",)
    assert not list(unpaired(second))


def test_a_quotation_over_paragraphs_is_left_alone() -> None:
    closed_later = document("« Ce fut terrible.", "Nous avons eu peur », a dit Paul.")
    opened_anew = document("« Ce fut terrible.", "« Nous avons eu peur », a dit Paul.")
    for contexts in (closed_later, opened_anew):
        assert not [hit for context in contexts for hit in unpaired(context)]


def test_an_institution_cut_off_by_the_segmenter_is_found_inside_the_first_sentence() -> None:
    text = "Il a parlé devant la Chambre des États-Unis. Congrès."
    whole = Document("x.txt", text, text, (Block(0, len(text)),))
    end = text.index(" Congrès")
    context = make_context(Sentence(0, 0, end, text[:end]), french(), NO_ENGLISH, whole)
    (hit,) = broken_at_us(context)
    assert text[hit.start : hit.end] == "des États-Unis."


def test_english_in_the_source_makes_a_word_left_in_surer() -> None:
    alone = next(iter(untranslated_words(sentence("Un sideshow assez triste."))))
    (beside,) = untranslated_words(sentence("Un sideshow assez triste.", "A rather sad sideshow."))
    assert alone.confidence is not None
    assert beside.confidence is not None
    assert beside.confidence > alone.confidence


def test_words_of_a_name_or_an_address_are_no_english_left_in() -> None:
    for text in ("Il lit sideshow.com chaque jour.", "Le film « Sideshow » sort.", "Selon @sideshow, rien."):
        assert not list(untranslated_words(sentence(text)))


def test_an_innocent_rendering_needs_the_english_name() -> None:
    assert not list(literal_names(sentence("Selon le Gardien, rien ne presse.")))
    assert list(
        literal_names(sentence("Selon le Gardien, rien ne presse.", "According to The Guardian, no hurry."))
    )


def test_a_rendering_is_no_fault_where_the_source_speaks_of_something_else() -> None:
    assert not list(literal_names(sentence("Ils sont de Virginie du Nord.", "They are from a small town.")))


def test_a_place_inside_a_longer_english_name_is_left_alone() -> None:
    for text in ("Il lit le Moscow Times.", "Le London Bridge est fermé.", "Il joue au Bank of London."):
        assert not list(english_spellings(sentence(text)))


def test_invented_words_spare_derivations_and_new_spellings() -> None:
    assert list(no_such_word(sentence("Ils avaient fracquilloté la porte.")))
    for word in ("règneraient", "réenclenchable", "macroniste", "extraconjugalement"):
        assert not list(no_such_word(sentence(f"Ce mot {word} est là."))), word


def test_a_slip_of_one_letter_is_left_to_spell_checkers() -> None:
    for english in ("", "The government spoke."):
        (slip,) = no_such_word(sentence("Le gouvernemant a parlé.", english))
        assert slip.confidence is not None
        assert slip.confidence < 0.5
        (invented,) = no_such_word(sentence("Le gouverpissant a parlé.", english))
        assert invented.confidence is not None
        assert invented.confidence >= 0.5


def test_english_neighbours_are_one_finding() -> None:
    text = "Le financement fast start et un autre swipe ont été votés."
    found = list(untranslated_words(sentence(text)))
    assert [text[hit.start : hit.end] for hit in found] == ["swipe"]
    found = list(untranslated_words(sentence(text, "The fast start funding and another swipe were passed.")))
    assert [text[hit.start : hit.end] for hit in found] == ["fast start", "swipe"]


def test_feet_become_metres_unless_metres_stand_beside_them() -> None:
    (hit,) = imperial(sentence("La tour mesure 1 200 pieds."))
    assert hit.suggestions == ("370 mètres",)
    assert not list(imperial(sentence("La tour mesure 1 200 pieds (366 mètres).")))


def test_broken_characters_are_read_aright() -> None:
    assert repaired("prÃ©sident") == "président"
    assert repaired("président") is None


def test_frequencies_of_both_languages() -> None:
    assert zipf("de", "fr") > 7
    assert zipf("lawmakers", "en") > zipf("lawmakers", "fr")
    assert zipf("fracquilloté", "fr") == 0.0


def test_every_name_table_says_something() -> None:
    spellings = load_table("names/spellings.toml")
    for kind in ("places", "people", "organisations", "abbreviations"):
        for english, french_form in spellings[kind].items():
            assert english != french_form, english
    for entry in load_table("names/literal.toml")["name"]:
        assert entry["wrong"], entry
        assert entry["fr"] not in entry["wrong"], entry
        assert all(tokenise(wrong) for wrong in entry["wrong"])


def test_no_word_is_both_accepted_and_denied() -> None:
    denied = set(load_table("words/loanwords.toml")["denied"].split())
    assert not denied & loans()
