"""Segmentation: hard cases by hand, the running example, and properties of any text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from segmentation_cases import ENGLISH, FRENCH, text_and_sentences

from mtaudit.errors import UsageError
from mtaudit.model import Block, Document
from mtaudit.text.readers import document_from_text, read_document
from mtaudit.text.segmenting import segment

SEED = Path(__file__).parent.parent / "seeds" / "cessez-le-feu-ukraine-2025-03-14.fr.txt"

#: Characters that matter to the segmenter come often; any other may come.
NASTY = st.text(
    st.one_of(
        st.sampled_from(list(" .!?…«»“”\"'’‘()[]–—-,:;\u00a0\u202f\t\n\r*_`#>|~&<aàbcMJPUSLe123 ")),
        st.characters(),
    ),
    max_size=120,
)

#: Texts that look like news come from pieces of it; letters drawn one by one seldom do.
_PIECES = (
    "Il|elle|M|MM|Dr|U.S|J.-C|etc|art|12|p|plan B|vol|Le|Goff|iPhone|https://a.fr|x|.|.|.|!|?|…|...|"
    " | | | | |\u00a0|\n|«|»|“|”|\"|'|’|(|)|[|]|,|–|-|:|(…)|[…]|1.|env"
)
PIECES = st.lists(st.sampled_from(_PIECES.split("|")), max_size=60).map("".join)


def one_block(text: str) -> Document:
    return Document("<test>", text, text, (Block(0, len(text)),))


def cut(text: str, language: str = "fr") -> list[str]:
    return [sentence.text for sentence in segment(one_block(text), language)]


@pytest.mark.parametrize("case", FRENCH)
def test_french_case(case: str) -> None:
    text, sentences = text_and_sentences(case)
    assert cut(text) == sentences


@pytest.mark.parametrize("case", ENGLISH)
def test_english_case(case: str) -> None:
    text, sentences = text_and_sentences(case)
    assert cut(text, "en") == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('Il est tard."C\'est fini", dit-il.', ["Il est tard.", '"C\'est fini", dit-il.']),
        ('"Il est tard."Le ministre sort.', ['"Il est tard."', "Le ministre sort."]),
        ("“Il est tard.”Le ministre sort.", ["“Il est tard.”", "Le ministre sort."]),
        ("Il est tard.« Rentrons », dit-il.", ["Il est tard.", "« Rentrons », dit-il."]),
    ],
)
def test_missing_space_beside_a_quotation_mark(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len(set(FRENCH)) >= 40
    assert len(set(ENGLISH)) >= 15


def test_running_example_has_27_sentences() -> None:
    document = read_document(SEED)
    sentences = segment(document)
    per_line = [0] * 25
    for sentence in sentences:
        per_line[document.text.count("\n", 0, sentence.start)] += 1
        assert "\n" not in sentence.text
    assert len(sentences) == 27
    assert per_line == [1] * 7 + [3] + [1] * 17
    assert [sentence.index for sentence in sentences] == list(range(27))
    assert sentences[8].text == "C’est ainsi que fonctionne la Russie."


def test_sentences_keep_within_blocks() -> None:
    document = document_from_text("Un titre sans point\n\nUn paragraphe. Un autre.\n\nLa fin")
    texts = [(sentence.text, sentence.kind) for sentence in segment(document)]
    assert texts == [
        ("Un titre sans point", "heading"),
        ("Un paragraphe.", "paragraph"),
        ("Un autre.", "paragraph"),
        ("La fin", "paragraph"),
    ]


def test_a_wrapped_sentence_keeps_its_line_break() -> None:
    document = document_from_text("Le ministre a dit que la négociation\ncontinue. Il part.\n")
    assert [s.text for s in segment(document)] == [
        "Le ministre a dit que la négociation\ncontinue.",
        "Il part.",
    ]


def test_offsets_hold_with_markup_between_sentences() -> None:
    document = document_from_text("**Il part.** [Elle reste.](https://x.org) *Fin.*", format="md")
    assert [s.text for s in segment(document)] == ["Il part.", "Elle reste.", "Fin."]


def test_another_language_is_refused() -> None:
    with pytest.raises(UsageError, match="'de'"):
        segment(one_block("Guten Tag."), "de")


@pytest.mark.parametrize(
    "piece", [". ", '. " ', "(a. B ", "… ", "? ! ", ".»« ", "((((", "M. ", '."A', "[…] ", "a.b."]
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.perf_counter()
    sentences = segment(one_block(text))
    # Half a second at most here; a quadratic step would take minutes.
    assert time.perf_counter() - began < 10
    assert "".join("".join(s.text for s in sentences).split()) == "".join(text.split())


@given(st.one_of(NASTY, PIECES), st.sampled_from(["fr", "en"]))
def test_any_text_is_covered_once_and_in_order(text: str, language: str) -> None:
    document = one_block(text)
    sentences = segment(document, language)
    covered = [False] * len(text)
    last_end = 0
    for number, sentence in enumerate(sentences):
        assert sentence.index == number
        assert sentence.start >= last_end
        assert sentence.start < sentence.end
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        covered[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
        last_end = sentence.end
    assert all(covered[place] or character.isspace() for place, character in enumerate(text))


@given(st.one_of(NASTY, PIECES), st.sampled_from(["fr", "en"]))
def test_cutting_again_changes_nothing(text: str, language: str) -> None:
    once = cut(text, language)
    assert cut(text, language) == once
    for sentence in once:
        assert cut(sentence, language) == [sentence]
