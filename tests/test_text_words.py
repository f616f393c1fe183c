"""Tokens, lexicon, inflection and euphony."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.detector.suggest import agree
from mtaudit.text.euphony import join
from mtaudit.text.inflection import codes, regular
from mtaudit.text.lexicon import french
from mtaudit.text.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("J’exhorte ceux-ci.", ["J’", "exhorte", "ceux-ci", "."]),
        ("a-t-il dit", ["a", "-t-il", "dit"]),
        ("dit-elle", ["dit", "-elle"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("Rendez-vous à 18h30", ["Rendez-vous", "à", "18h30"]),
        ("20 000 euros et 1,5 %", ["20 000", "euros", "et", "1,5", "%"]),
        ("l’état-major", ["l’", "état-major"]),
        ("qu'“il”", ["qu'", "“", "il", "”"]),
        ("http://a.b/c?d @moi #tag", ["http://a.b/c?d", "@moi", "#tag"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == words


@given(st.text(max_size=200), st.integers(0, 50))
def test_token_offsets_hold_for_any_text(text: str, offset: int) -> None:
    tokens = tokenise(text, offset)
    assert all(text[token.start - offset : token.end - offset] == token.text for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))
    covered = "".join(token.text for token in tokens)
    assert [c for c in text if c.isalnum()] == [c for c in covered if c.isalnum()]


def test_lexicon_knows_forms() -> None:
    lexicon = french()
    assert {reading.lemma for reading in lexicon.readings("soient")} == {"être"}
    assert "zzyx" not in lexicon
    assert lexicon.has("bal", "n")
    assert not lexicon.has("bal", "v")


@given(st.text(max_size=30))
def test_lexicon_takes_any_form(form: str) -> None:
    for reading in french().readings(form):
        assert reading.pos


@pytest.mark.parametrize(
    ("pos", "morph", "expected"),
    [
        ("v", "PS13s", ["P1s", "P3s", "S1s", "S3s"]),
        ("v", "Kms", ["Kms"]),
        ("v", "K", ["Kms", "Kmp", "Kfs", "Kfp"]),
        ("v", "W", ["W"]),
        ("n", "s", ["ms", "fs"]),
        ("a", "Kfp", ["fp"]),
        ("n", "m", ["ms", "mp"]),
    ],
)
def test_codes(pos: str, morph: str, expected: list[str]) -> None:
    assert codes(pos, morph) == expected


def test_new_words_inflect_regularly() -> None:
    forms = regular("liker", "v")
    assert forms["likaient"] == ["I3p"]
    assert regular("déforcer", "v")["déforçons"] == ["P1p", "Y1p"]
    assert set(regular("podcast", "n")) == {"podcast", "podcasts"}
    assert regular("trumpien", "a")["trumpiennes"] == ["fp"]
    with pytest.raises(ValueError, match="regular"):
        regular("zorir", "v")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("le accord de le camp", "l'accord du camp"),
        ("à les États-Unis", "aux États-Unis"),
        ("à le accord", "à l'accord"),
        ("que il", "qu'il"),
        ("sa équipe", "son équipe"),
        ("la héros", "la héros"),
        ("l'homme de les onze", "l'homme des onze"),
        ("d'la ville", "de la ville"),
        ("ce accord", "cet accord"),
        ("cet camp", "ce camp"),
        ("se est", "s'est"),
        ("si il", "s'il"),
        ("le yen", "le yen"),
        ("fait la une de le journal", "fait la une du journal"),
    ],
)
def test_euphony(text: str, joined: str) -> None:
    assert join(text) == joined
    assert join(joined) == joined


@pytest.mark.parametrize(
    ("form", "features", "expected"),
    [
        ("le", "f", "la"),
        ("l'", "m", "le"),
        ("les", "s", "le"),
        ("un", "f", "une"),
        ("ce", "f", "cette"),
        ("son", "f", "sa"),
        ("du", "f", "de la"),
        ("au", "p", "aux"),
        ("nouveau", "f", "nouvelle"),
        ("grandes", "ms", "grand"),
        ("américain", "f", "américaine"),
        ("isolé", "fp", "isolées"),
        ("zzyx", "f", None),
    ],
)
def test_agreement_of_a_single_word(form: str, features: str, expected: str | None) -> None:
    assert agree(form, features, french()) == expected
