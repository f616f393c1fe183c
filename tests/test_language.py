"""Is it French? Whole texts only, always the same answer, and never a word against a short one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.errors import InputError, UsageError
from mtaudit.text.language import MIN_WORDS, check_french

FRENCH = (
    "Le conseil municipal a voté mardi soir le budget de la ville, après six heures de débat. "
    "L’opposition dénonce des dépenses sans précédent, le maire parle d’un effort nécessaire pour l’avenir. "
)
ENGLISH = (
    "The city council approved the budget on Tuesday night after a debate that went on for six hours. "
    "The opposition says the spending is unprecedented, while the mayor calls it a necessary effort. "
)
TEXTS = {
    "English": ENGLISH,
    "Spanish": "El ayuntamiento aprobó el martes por la noche el presupuesto de la ciudad, después de un debate que "
    "duró seis horas. La oposición denuncia unos gastos sin precedentes en la historia de la ciudad.",
    "German": "Der Stadtrat hat am Dienstagabend nach einer sechsstündigen Debatte den Haushalt der Stadt beschlossen. "
    "Die Opposition spricht von Ausgaben, die es so noch nie gegeben habe, der Bürgermeister widerspricht.",
    "Polish": "Rada miasta przyjęła we wtorek wieczorem budżet po sześciu godzinach debaty. Opozycja mówi o wydatkach, "
    "jakich jeszcze nigdy nie było, a burmistrz odpowiada, że to konieczny wysiłek dla przyszłości miasta.",
    "Russian": "Городской совет во вторник вечером принял бюджет после шести часов обсуждения. Оппозиция говорит о "
    "небывалых расходах, а мэр отвечает, что это необходимое усилие ради будущего нашего города и его жителей.",
    "Chinese": "市议会周二晚上经过六个小时的辩论后通过了城市预算。反对派批评这是前所未有的开支，市长则表示这是为了城市的未来所必需的努力。",
}


def test_french_passes_in_any_dress() -> None:
    assert check_french(FRENCH) == "fr"
    assert check_french(FRENCH.upper()) == "fr"
    assert check_french(FRENCH * 200) == "fr"


@pytest.mark.parametrize("name", TEXTS)
def test_another_language_is_named(name: str) -> None:
    with pytest.raises(InputError, match=rf"looks like {name} \(probability [01]\.\d\d\)") as caught:
        check_french(TEXTS[name])
    assert "--language fr" in caught.value.advice


def test_english_left_in_a_translation_passes() -> None:
    assert check_french(FRENCH * 2 + ENGLISH) == "fr"
    assert check_french(ENGLISH + FRENCH * 2) == "fr"


def test_the_middle_and_the_end_of_a_long_text_count() -> None:
    with pytest.raises(InputError, match="English"):
        check_french(FRENCH + ENGLISH * 50)


def test_a_short_text_is_never_refused() -> None:
    words = ENGLISH.split()
    assert check_french(" ".join(words[: MIN_WORDS - 1])) == "fr"
    with pytest.raises(InputError):
        check_french(" ".join(words[: MIN_WORDS + 5]))


def test_a_text_without_letters_is_not_judged() -> None:
    assert check_french("12 34 -- 56\n" * 100) == "fr"


@pytest.mark.parametrize("override", ["fr", "FR", "fr-CA", "fr_BE"])
def test_override(override: str) -> None:
    assert check_french(ENGLISH, override=override) == "fr"


def test_override_with_another_language_is_refused() -> None:
    with pytest.raises(UsageError, match="'de'"):
        check_french(FRENCH, override="de")


@pytest.mark.parametrize("count", [1, 2])
def test_the_answer_never_changes(count: int) -> None:
    text = ENGLISH + "Der Stadtrat hat beschlossen. " * count
    answers = set()
    for _ in range(5):
        with pytest.raises(InputError) as caught:
            check_french(text)
        answers.add(str(caught.value))
    assert len(answers) == 1


@given(st.text(max_size=300))
def test_any_text_is_judged_or_refused(text: str) -> None:
    try:
        answer = check_french(text)
    except InputError as error:
        answer = str(error)
    assert answer == "fr" or "looks like" in answer
