"""The parser: the same tokens as an untouched spaCy, one tree a sentence, torch left alone."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from mtaudit.errors import MtauditError
from mtaudit.text import parsing
from mtaudit.text.parsing import normalise

# Hyphens, elisions, accents, digits, abbreviations, addresses, other scripts: what the pattern decides on.
TEXTS = [
    "L’ex-ministre, quatre-vingt-deux ans, s’est-il trompé d’arc-en-ciel aujourd’hui ?",
    "Anti-avortement, mi-janvier, sous-marin, porte-à-faux, prud’homal, entr’ouvert, presqu’île, grand’mère.",
    "Saint-Étienne-du-Rouvray, Aix-en-Provence, Clermont-l’Hérault, Châlons-sur-Marne, La Haye-lès-Bains.",
    "A-t-elle vu le G-20, l'Airbus A380-800, 3,5 % de 1 200 €, le 1er-Mai et la loi n°2021-1109 ?",
    "“Pourquoi pas ?”, dit M. Dupont à Mme Cœur-Noël, p. 12, cf. art. 5 et http://exemple.fr/a-b_c?d=1.",
    "ANTI-AMÉRICAIN, ÎLE-DE-FRANCE, Ex-URSS, non-ΑΒΓ, anti-Москва, contre-attaque, après-guerre, pique-niqua.",
    "l'œuvre, l'ŒUVRE, naïf, ambiguë, Noël, garçon, forêt, à-côté, là-bas, celui-ci, peut-être, c'est-à-dire.",
    "mots_liés, 12-15h, 10h30, 2x4, R2-D2, x-y, é-è, anti-2020, pro-4x4, bleu-vert-, -tiret, ...fin…",
]

_PLAIN = """
import json, sys, spacy
nlp = spacy.load("fr_core_news_md", exclude=["ner", "lemmatizer"])
print(json.dumps([[t.text for t in nlp.make_doc(text)] for text in json.load(sys.stdin)]))
"""


def test_normalising_keeps_every_place() -> None:
    text = "“Il n’a\u00a0pas dit « oui »”, l‑a‑t‑on su ?"
    assert len(normalise(text)) == len(text)
    assert normalise(text).startswith("\"Il n'a pas")


@pytest.mark.model
def test_tokens_are_those_of_an_untouched_spacy() -> None:
    texts = [normalise(text) for text in TEXTS]
    plain = subprocess.run(
        [sys.executable, "-c", _PLAIN], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    nlp = parsing.load_parser()
    assert [[token.text for token in nlp.make_doc(text)] for text in texts] == json.loads(plain.stdout)


@pytest.mark.model
def test_one_tree_a_sentence_and_offsets_that_hold() -> None:
    sentences = ["Les deux parties n’ont jamais été “aussi proche”.", "Pourquoi ? Parce que. Il est parti."]
    docs = parsing.parse(sentences)
    assert [len(list(doc.sents)) for doc in docs] == [1, 1]
    for sentence, doc in zip(sentences, docs, strict=True):
        for token in doc:
            assert normalise(sentence)[token.idx : token.idx + len(token)] == token.text
    (attribute,) = [token for token in docs[0] if token.text == "proche"]
    assert [child.text for child in attribute.lefts if child.dep_ == "nsubj"] == ["parties"]


@pytest.mark.model
def test_loading_leaves_no_trace() -> None:
    code = (
        "import re, sys; before = re.compile\n"
        "from mtaudit.text.parsing import load_parser\n"
        "load_parser()\n"
        "assert re.compile is before and sys.modules.get('torch', 0) is not None"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_missing_model_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    parsing.load_parser.cache_clear()
    monkeypatch.setattr(parsing, "MODEL", "fr_no_such_model")
    with pytest.raises(MtauditError, match="cannot be loaded"):
        parsing.load_parser()
    parsing.load_parser.cache_clear()


def test_importing_the_module_does_not_import_spacy() -> None:
    code = "import sys, mtaudit.text.parsing; assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
