"""Grammar checks: what the rules' own examples cannot show, documents and odd input above all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.detector.checks.grammar.clauses import clause_verb
from mtaudit.detector.checks.grammar.people import gender_of, person_at, surnames
from mtaudit.detector.checks.grammar.readings import adjective_cells, noun_after, noun_cells
from mtaudit.detector.checks.grammar.subjects import subjects
from mtaudit.detector.checks.grammar.title_consistency import women_with_titles
from mtaudit.detector.context import SentenceContext, make_context
from mtaudit.detector.registry import Hit, detectors
from mtaudit.model import Document, Sentence
from mtaudit.packs.tables import load_table
from mtaudit.text.lexicon import french
from mtaudit.text.tokens import tokenise

GRAMMAR = [each for each in detectors() if ".checks.grammar." in each.function.__module__]


def context_of(text: str, document: Document | None = None, start: int = 0) -> SentenceContext:
    return make_context(Sentence(0, start, start + len(text), text), french(), document=document)


def hits_of(context: SentenceContext) -> list[Hit]:
    return [hit for each in GRAMMAR for hit in each.function(context)]


def in_document(lines: list[str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Rule, words and suggestions of every hit in a document of one sentence a line."""
    text = "\n".join(lines)
    document = Document("a.fr.txt", text, text, ())
    found, at = [], 0
    for line in lines:
        for hit in hits_of(context_of(line, document, at)):
            found.append((hit.rule, text[hit.start : hit.end], hit.suggestions))
        at += len(line) + 1
    return found


def test_every_code_rule_has_its_detector() -> None:
    written = {rule["id"] for rule in load_table("rules/grammar.toml")["rule"] if rule.get("detector")}
    assert written == {rule for each in GRAMMAR for rule in each.rules}


def test_cells_of_ambiguous_words() -> None:
    lexicon = french()
    assert noun_cells(lexicon, "guerre") == {"fs"}
    assert noun_cells(lexicon, "succès") == {"ms", "mp"}
    assert noun_cells(lexicon, "ministre") == {"ms", "fs"}
    assert noun_cells(lexicon, "manœuvre") >= {"fs"}
    assert adjective_cells(lexicon, "proche") == {"ms", "fs"}
    assert adjective_cells(lexicon, "entourée") == {"fs"}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("les deux grandes villes", "villes"),
        ("la porte", None),  # "il la porte"
        ("une porte", "porte"),
        ("les 27 pays", "pays"),
        ("la Chambre", None),
    ],
)
def test_noun_after_a_determiner(text: str, noun: str | None) -> None:
    words = tokenise(text)
    place = noun_after(french(), words, 0)
    assert (None if place is None else words[place].norm) == noun


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("il ne le verra pas", "verra"),
        ("Poutine et l'envoyé américain Steve Witkoff se soient rencontrés", "soient"),
        ("le ministre des Affaires étrangères a parlé", "a"),
        ("les pays de la région peuvent agir", "peuvent"),
        ("en parler serait utile", None),
    ],
)
def test_verb_of_a_clause(text: str, verb: str | None) -> None:
    words = tokenise(text)
    place = clause_verb(french(), words, 0)
    assert (None if place is None else words[place].norm) == verb


def test_subjects_leave_collectives_and_times_alone() -> None:
    assert list(subjects(context_of("La plupart des élèves sont absents."))) == []
    assert list(subjects(context_of("Un jour les Jeux auront lieu ici."))) == []
    (_, found) = subjects(context_of("Il dit que les prix du gaz ont baissé."))
    assert found.cells == {"mp"}


def test_first_names() -> None:
    assert gender_of("Hillary") == "f"
    assert gender_of("Anne-Marie") == "f"
    assert gender_of("Jean-Marie") == "m"
    assert gender_of("Camille") is None
    table = load_table("names/first_names.toml")
    names = {
        key: [name for group in table[key].values() for name in group.split()] for key in ("female", "male")
    }
    assert not set(names["female"]) & set(names["male"])


def test_a_name_ends_where_it_ends() -> None:
    words = tokenise("Ursula von der Leyen a dit")
    person = person_at(words, 0)
    assert person is not None
    assert [word.text for word in words[person.first : person.end]] == ["Ursula", "von", "der", "Leyen"]
    assert person_at(tokenise("la Maison Blanche"), 2) is None


def test_surnames_of_a_document() -> None:
    text = (
        "Mélanie Joly est arrivée.\nM. Costa et Mme Weber aussi.\nBill Clinton et Hillary Clinton également."
    )
    assert dict(surnames(text)) == {"Joly": "f", "Costa": "m", "Weber": "f"}


def test_a_bare_surname_is_known_from_the_document() -> None:
    found = in_document(["Mélanie Joly a pris la parole.", "Selon lui, le ministre Joly est isolé."])
    assert ("GRA020", "le ministre", ("la ministre",)) in found
    assert in_document(["Selon lui, le ministre Joly est isolé."]) == []


def test_a_title_keeps_the_gender_of_its_bearer() -> None:
    lines = ["La décision de la juge Rachel Cohen est suspendue.", "Le juge avait statué en août."]
    assert in_document(lines) == [("GRA023", "Le juge", ("La juge",))]
    assert in_document([*lines, "Le juge Paul Martin a répondu."]) == []
    assert women_with_titles("\n".join(lines)) == {"juge": "Cohen"}


def test_offsets_count_from_the_document() -> None:
    text = "Il a signé une accord."
    (hit,) = hits_of(context_of(text, start=100))
    assert text[hit.start - 100 : hit.end - 100] == "une accord"


def test_suggestions_never_tear_out_a_quotation_mark() -> None:
    (hit,) = hits_of(context_of("Il réclame une trêve et les « décision » du conseil."))
    assert (hit.rule, hit.suggestions, hit.hint) == ("GRA001", (), "les décisions")


def test_suggestions_keep_the_apostrophe_of_the_text() -> None:
    (hit,) = hits_of(context_of("Il a dit, hier, que le accord l’étonne."))
    assert hit.suggestions == ("l'accord",)
    (hit,) = hits_of(context_of("Elle a vu l’ancien secrétaire d’État Hillary Clinton."))
    assert hit.suggestions == ("l’ancienne secrétaire",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Oui.",
        "que que que",
        "Le",
        "ne",
        "« » “ ”",
        "après que",
        "Angela Merkel",
        "le ministre, Angela Merkel",
        "lequel desquels auxquelles dans laquelle",
        "sans pas de",
    ],
)
def test_fragments_are_no_trouble(text: str) -> None:
    for hit in hits_of(context_of(text)):
        assert 0 <= hit.start < hit.end <= len(text)


_PIECES = [
    "le",
    "la",
    "les",
    "l'",
    "un",
    "une",
    "des",
    "du",
    "aux",
    "ce",
    "que",
    "qu'",
    "qui",
    "ne",
    "n'",
    "se",
    "s'",
    "est",
    "sont",
    "a",
    "ont",
    "été",
    "avait",
    "loi",
    "lois",
    "pays",
    "guerre",
    "russe",
    "nouveau",
    "grande",
    "ministre",
    "président",
    "Angela",
    "Merkel",
    "Joly",
    ",",
    ".",
    "et",
    "si",
    "après",
    "avant",
    "dans",
    "lequel",
    "desquels",
    "comme",
    "décrit",
    "déclaré",
    "disant",
    "pas",
    "aussi",
    "proche",
    "entourée",
    "élu",
    "il",
    "elles",
    "“",
    "”",
    "«",
    "»",
    "…",
    "12",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_any_row_of_words_gives_sound_hits(pieces: list[str]) -> None:
    text = " ".join(pieces)
    context = context_of(text)
    first = hits_of(context)
    assert first == hits_of(context)
    for hit in first:
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] not in hit.suggestions
