"""A suggestion fits the word before it."""

from __future__ import annotations

import pytest

from mtaudit.detector.context import make_context
from mtaudit.detector.fitting import fit
from mtaudit.model import Finding, Sentence
from mtaudit.text.lexicon import french


@pytest.mark.parametrize(
    ("text", "words", "suggestion", "span", "fitted"),
    [
        ("Il dit que beaucoup reste.", "beaucoup", "une partie", "que beaucoup", "qu'une partie"),
        ("Il dit que beaucoup reste.", "beaucoup", "peu", "beaucoup", "peu"),
        ("C'est le deal.", "deal", "accord", "le deal", "l'accord"),
        ("Le deal tient.", "deal", "accord", "Le deal", "L'accord"),
        ("Le texte du deal.", "deal", "accord", "du deal", "de l'accord"),
        ("On va au deal.", "deal", "accord", "au deal", "à l'accord"),
        ("C'est l'envoi.", "envoi", "message", "l'envoi", "le message"),
        ("C'est l'envoi.", "envoi", "publication", "l'envoi", "la publication"),
        ("C'est l'envoi.", "envoi", "envoyé", "envoi", "envoyé"),
        ("C'est d'envoi.", "envoi", "message", "d'envoi", "de message"),
        ("Il a sa place.", "place", "opinion", "sa place", "son opinion"),
        ("Un deal.", "deal", "accord", "deal", "accord"),
        ("Il dit que « beaucoup » reste.", "beaucoup", "une partie", "beaucoup", "une partie"),
    ],
)
def test_fit(text: str, words: str, suggestion: str, span: str, fitted: str) -> None:
    start = text.index(words)
    finding = Finding(
        "LIT001", "x", start, start + len(words), words, "m", "minor", 0.9, "m", "e", (suggestion,)
    )
    context = make_context(Sentence(0, 0, len(text), text), french())
    result = fit(finding, context)
    assert (result.text, result.suggestions) == (span, (fitted,))
    assert text[result.start : result.end] == result.text
