"""What ties a sentence to its English: a quotation in common, the whole, or a part."""

from __future__ import annotations

import pytest
from aligner_helpers import PAIRS, BagEncoder, reference, sentences

from mtaudit.aligner import ReferenceText, align
from mtaudit.aligner.links import source_link
from mtaudit.aligner.mining import mine

SOURCE = [
    ("« Nous partons demain », a dit la maire.", '"We leave tomorrow," the mayor said.', "quote"),
    ("La maire parle d’un “désastre” annoncé.", 'The mayor speaks of a "disaster" foretold.', "quote"),
    ("Le pont rouvre demain matin.", "The bridge reopens tomorrow morning.", "sentence"),
    # One side alone quotes: nothing is shared.
    ("La maire parle d’un désastre annoncé.", 'The mayor speaks of a "disaster" foretold.', "sentence"),
    # A title in marks is not the long statement of the other side.
    (
        "Le juge a lu « Germinal » pendant que la cour attendait le retour des jurés dans la salle.",
        '"The court waited for the jurors while the judge read his book in the old room upstairs," she said.',
        "sentence",
    ),
    ("Le pont rouvre.", "The bridge reopens, and the ferry that replaced it stops for good.", "part"),
    (
        "Le pont rouvre, et le bac qui le remplaçait depuis le printemps s’arrête pour de bon.",
        "The bridge reopens.",
        "part",
    ),
]


@pytest.mark.parametrize(("french", "english", "link"), SOURCE)
def test_link_with_the_true_source(french: str, english: str, link: str) -> None:
    assert source_link(french, english) == link


def test_aligned_source_carries_its_link() -> None:
    french, english = [list(side) for side in zip(*PAIRS, strict=True)]
    found = align(sentences(*french), [], encoder=BagEncoder(), source=reference("s", *english))
    assert {each.link for alignments in found for each in alignments} == {"sentence"}


def test_two_halves_of_one_source_sentence_are_parts() -> None:
    french = sentences("Le maire ouvre le pont neuf.", "La pluie inonde les champs.", PAIRS[2][0])
    source = reference("s", "The mayor opens the new bridge and the rain floods the fields.", PAIRS[2][1])
    found = align(french, [], encoder=BagEncoder(), source=source)
    assert [alignments[0].link for alignments in found] == ["part", "part", "sentence"]


def test_mined_whole_sentences() -> None:
    found = mine(sentences(*(french for french, _ in PAIRS)), [_all()], BagEncoder())
    assert {alignments[0].link for alignments in found} == {"sentence"}


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (
            "« Jamais la paix n’a été proche », note le juge de la ville.",
            '"Never has the peace been close," the judge of the city added.',
        ),
        (
            "« Jamais la paix n’a été proche », note le juge de la ville.",
            'The judge of the city said that "never has the peace been close" and that the team wins.',
        ),
    ],
)
def test_a_quotation_in_common_is_a_link_of_its_own(french: str, english: str) -> None:
    (found,) = mine(sentences(french), [reference("a", english)], BagEncoder())
    assert found[0].link == "quote"


def test_quotations_that_differ_are_no_link() -> None:
    french = "Le maire ouvre le pont neuf de la ville et parle de « neige »."
    english = "The mayor opens the new bridge of the city and speaks of “doctors”."
    (found,) = mine(sentences(french), [reference("a", english)], BagEncoder())
    assert found[0].link == "sentence"


def test_a_clause_that_alone_matches_is_a_part() -> None:
    french = "Le maire ouvre le pont neuf de la ville."
    english = "The mayor opens the new bridge of the city, while the doctors protest on strike and the factory closes."
    (found,) = mine(sentences(french), [reference("a", english)], BagEncoder())
    assert found[0].link == "part"


def _all() -> ReferenceText:
    return reference("a", *(english for _, english in PAIRS))
