"""Checks against the English source: what the rules' own examples cannot show."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.detector.checks.source.acronyms import genders, institutions
from mtaudit.detector.checks.source.english import doubles, source
from mtaudit.detector.checks.source.verbs import counterpart
from mtaudit.detector.context import English, SentenceContext, make_context
from mtaudit.detector.registry import Hit, detectors
from mtaudit.model import Sentence
from mtaudit.text.lexicon import french

SOURCE = [each for each in detectors() if ".checks.source." in each.function.__module__]
#: These need no English: they see a fault of the French alone.
WITHOUT_ENGLISH = {"GRA200", "GRA201", "GRA202", "GRA203", "GRA209", "GRA212", "SYN1901"}


def context_of(text: str, english: str = "", is_source: bool = True) -> SentenceContext:
    texts = (english,) if english else ()
    return make_context(
        Sentence(0, 0, len(text), text), french(), English(texts, is_source=bool(english) and is_source)
    )


def found(text: str, english: str = "", is_source: bool = True) -> list[tuple[str, str]]:
    context = context_of(text, english, is_source)
    hits: list[Hit] = [hit for each in SOURCE for hit in each.function(context)]
    return [(hit.rule, text[hit.start : hit.end]) for hit in hits]


def test_comparable_reporting_is_no_source() -> None:
    french_text, english = "Il garde aussi le silence.", "Israel is also keeping silent."
    assert found(french_text, english) == [("SEN1901", "Il")]
    assert found(french_text, english, is_source=False) == []
    assert source(context_of(french_text, english, is_source=False)) == ""


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Il garde le silence.", "Israel says it is silent."),  # the English has a pronoun too
        (
            "Il a souligné que Dufour partait.",
            "Dufour stressed the departure of everyone.",
        ),  # the name comes later
        ("Il faut partir.", "Tampa said goodbye."),  # an il for nobody
        ("Elle est partie.", "Nobody said goodbye."),
    ],
)
def test_pronoun_kept_silent(text: str, english: str) -> None:
    assert found(text, english) == []


def test_headlines_may_leave_the_article_out() -> None:
    assert found("OTAN affirme que ses avions sont prêts") == []
    assert found("OTAN affirme que ses avions sont prêts.") == [("GRA202", "OTAN")]


def test_initials_inside_a_longer_name() -> None:
    assert found("Le BBC Symphony Orchestra jouera.") == []
    assert found("Les voix du CDU/CSU comptent.") == []


def test_every_institution_has_a_gender() -> None:
    assert institutions() <= set(genders())
    assert set(genders().values()) == {"m", "f"}


def test_english_that_repeats_itself_excuses_the_french() -> None:
    assert doubles("pages and pages of figures")
    assert not doubles("shops and boutiques")
    text = "Une allée mène aux boutiques et boutiques."
    assert found(text, "A path leads to boutiques and boutiques.") == []
    assert found(text, "A path leads to shops and boutiques.") == [("SEN1900", "boutiques et boutiques")]


def test_a_person_with_a_title_is_no_hung_name() -> None:
    assert found("Le patron Dupont répond.", "The boss Dupont answers.") == []
    assert found("Le patron Danone répond.", "The Danone boss answers.") == [("GRA205", "patron Danone")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "le",
                "la",
                "BCE",
                "FBI",
                "seuls",
                "seule",
                "les",
                "tous",
                "deux",
                "peut",
                "du",
                "chapitre",
                "au",
                "et",
                "rejeté",
                "un",
                "à",
                "Namur",
                "ses",
                "plus",
                "d'",
                "depuis",
                "a",
                "vécu",
                "Il",
                "patron",
                "Danone",
                "boutiques",
                ",",
                ".",
                "«",
                "»",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_spans_lie_inside_any_sentence(text: str) -> None:
    for english in (
        "",
        "Israel said more and rejected the Danone boss, Namur and its shops have lived since.",
    ):
        context = context_of(text, english)
        for each in SOURCE:
            for hit in each.function(context):
                assert 0 <= hit.start < hit.end <= len(text)
                assert hit.rule in each.rules
                if not english:
                    assert hit.rule in WITHOUT_ENGLISH


@pytest.mark.parametrize(
    ("lemma", "english", "form", "kind"),
    [
        ("confirmer", "The mayor confirmed it.", "confirmed", "past"),
        ("confirmer", "It was confirmed.", "confirmed", "participle"),
        ("confirmer", "It was never really confirmed.", "confirmed", "participle"),
        ("quitter", "He left Namur.", "left", "past"),
        ("arrêter", "They stopped.", "stopped", "past"),
        ("étudier", "She studies law.", "studies", "present"),
        ("améliorer", "It is improving.", "improving", "ing"),
        ("signifier", "It signified peace.", "signified", "past"),
    ],
)
def test_the_english_verb_behind_a_french_one(lemma: str, english: str, form: str, kind: str) -> None:
    other = counterpart(lemma, english)
    assert other is not None
    assert (other.form, other.kind) == (form, kind)


def test_two_forms_of_a_verb_settle_nothing() -> None:
    assert counterpart("confirmer", "He confirmed what she confirms.") is None
    assert counterpart("confirmer", "He denied it.") is None


def test_narrative_present_is_left_alone() -> None:
    english = "In 2005 he left Namur."
    assert found("En 2005, il quitte Namur.", english) == []
    assert found("Il était étudiant et il quitte Namur.", "He was a student and left Namur.") == [
        ("GRA208", "quitte")
    ]
    assert found("Il était étudiant et il quitte Namur.", "He was a student and is leaving Namur.") == []


def test_floating_all_belongs_to_the_subject() -> None:
    assert found("Elles ont tous les clés.") == []
    assert found("Ils gardent tous les clés.") == []
    assert found("Il garde tous les clés.") == [("GRA209", "tous")]


@pytest.mark.parametrize(
    "text",
    [
        "Je sais bien que l'an prochain, nous partirons.",
        "Elle part, bien que, bien sûr, elle soit déçue.",
        "Bien qu'en partie électrique, la voiture est lourde.",
        "Il parle, bien que",
    ],
)
def test_far_subjunctive_kept_silent(text: str) -> None:
    assert found(text) == []
