"""Names: exonyms, transliteration, one wrong part."""

from __future__ import annotations

import pytest

from mtaudit.packs.tables import load_table
from mtaudit.scorer.exonyms import find_known
from mtaudit.scorer.name_forms import similar
from mtaudit.scorer.names import check_names
from mtaudit.scorer.normal import fold

SAME = [
    ("Le sommet se tient à Moscou.", "The summit is held in Moscow."),
    ("Le sommet se tient à Kiev.", "The summit is held in Kyiv."),
    ("Les combats près de Koursk continuent.", "Fighting near Kursk goes on."),
    ("Selon Vladimir Poutine, rien ne presse.", "According to Putin, there is no hurry."),
    ("Selon Zelensky, rien ne presse.", "According to Zelenskyy, there is no hurry."),
    ("Le discours de Gorbatchev a plu.", "Gorbachev's speech was well received."),
    ("Le dirigeant libyen, Kadhafi, a parlé.", "The Libyan leader, Gaddafi, spoke."),
    ("Il vit aux États-Unis.", "He lives in the United States."),
    ("Il vit aux Etats-Unis.", "He lives in the U.S. now."),
    ("Il vit aux États-Unis.", "He is an American resident."),
    ("Il vit au Royaume-Uni.", "He lives in Britain."),
    ("Il vit au Royaume-Uni.", "He lives in the UK."),
    ("La réunion à la Maison-Blanche a duré.", "The White House meeting dragged on."),
    ("La réunion à la Maison Blanche a duré.", "The White House meeting dragged on."),
    ("Un expert de l'ONU est venu.", "A UN expert came."),
    ("Un expert des Nations unies est venu.", "A U.N. expert came."),
    ("Les soldats de l'Otan restent.", "NATO soldiers remain."),
    ("Selon le FMI, la croissance ralentit.", "Growth is slowing, the IMF says."),
    ("Les Ukrainiens ont tenu.", "The Ukrainians held out."),
    ("Un Russe a gagné la course.", "A Russian won the race."),
    ("Il a quitté la Corée du Nord.", "He left North Korea."),
    ("Après la Seconde Guerre mondiale, tout change.", "After World War II everything changed."),
    ("Le port de Gênes est bloqué.", "The port of Genoa is blocked."),
    ("Le tribunal de La Haye a tranché.", "The court in The Hague has ruled."),
    ("La ville de Saint-Pétersbourg a gelé.", "The city of St. Petersburg froze."),
    ("Selon Karoline Leavitt, tout va bien.", "All is well, Leavitt said."),
    ("Le groupe Airbus recrute.", "Airbus is hiring."),
    ("Les autorités d'Odessa alertent.", "Authorities in Odesa sound the alarm."),
    ("La Côte d'Ivoire a voté.", "Ivory Coast has voted."),
]
SILENT = [
    ("Hier soir, la Cour a tranché.", "Last night the judges ruled."),
    ("Demain, il fera beau.", "The weather will be fine."),
    ("« Pourtant, rien ne change », dit-il.", "'Yet nothing changes,' he says."),
    ("La Terre tourne.", "Our planet turns."),
    ("Le siècle, le XXe, fut long.", "The last century was long."),
    ("Le Ministère a répondu.", "An answer has come."),
]
NO_MISMATCH = [
    ("Angela Merkel a parlé.", "Chancellor Merkel spoke."),
    ("Lehman Frères a fait faillite.", "Lehman Brothers went bust."),
    ("Roman Ershow dirige l'usine.", "Roman Ershov runs the plant."),
    ("Londres a réagi.", "Britain has reacted."),
    ("Les Anglais ont gagné.", "The British won."),
    ("La France et l'Italie ont signé.", "Spain and Portugal have signed."),
    ("Le pianiste Paul Morel jouera.", "The pianist will play."),
    ("Marie Durand et Paul Durand sont venus.", "The Durands came."),
]
DIFFERENT = [
    ("Selon Hillary Clinton, c'est fini.", "It is over, according to Bill Clinton.", "Hillary Clinton"),
    ("Le maire, George Buisson, a démissionné.", "The mayor, George Lake, has resigned.", "George Buisson"),
    ("Il a été arrêté en Iran.", "He was arrested in Iraq.", "Iran"),
    ("Il joue en Autriche.", "He plays in Australia.", "Autriche"),
    ("Le vin slovaque est bon.", "Slovenian wine is good.", "slovaque"),
    ("L'avion a atterri à Lisbonne.", "The plane landed in London.", "Lisbonne"),
    ("Le ministre nigérien est absent.", "The Nigerian minister is absent.", "nigérien"),
]


@pytest.mark.parametrize(("french", "english"), SAME)
def test_the_same_name_matches(french: str, english: str) -> None:
    checks = check_names(french, [english], strict=True)
    assert checks
    assert {check.status for check in checks} == {"match"}


@pytest.mark.parametrize(("french", "english"), SILENT)
def test_capitals_that_make_no_name(french: str, english: str) -> None:
    assert check_names(french, [english], strict=True) == []


@pytest.mark.parametrize(("french", "english"), NO_MISMATCH)
def test_what_may_be_right_is_no_contradiction(french: str, english: str) -> None:
    assert all(check.status != "mismatch" for check in check_names(french, [english], strict=True))


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_another_name_contradicts_the_source(french: str, english: str, text: str) -> None:
    wrong = [check for check in check_names(french, [english], strict=True) if check.status == "mismatch"]
    assert [check.french for check in wrong] == [text]


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_comparable_reporting_leaves_it_unclear(french: str, english: str, text: str) -> None:
    assert all(check.status != "mismatch" for check in check_names(french, [english]))


def test_a_name_the_english_lacks_is_missing() -> None:
    (check,) = check_names("Il a écrit à Vanderhaeghe.", ["He wrote a letter."], strict=True)
    assert (check.french, check.status) == ("Vanderhaeghe", "missing")


def test_us_is_not_us() -> None:
    assert find_known("They told us to wait.", "english") == ()
    assert [name.text for name in find_known("The US waits.", "english")] == ["US"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Poutine", "Putin", True),
        ("Tchekhov", "Chekhov", True),
        ("Medvedev", "Medvedyev", True),
        ("Khrouchtchev", "Khrushchev", True),
        ("Américains", "American", True),
        ("Iran", "Irak", False),
        ("Macron", "Merkel", False),
        ("Paris", "Berlin", False),
    ],
)
def test_spellings(first: str, second: str, same: bool) -> None:
    assert similar(fold(first), fold(second)) is same


def test_exonym_table_is_sound() -> None:
    entries = load_table("names/exonyms.toml")["name"]
    assert len(entries) >= 150
    for entry in entries:
        assert entry["en"], entry
        assert entry["fr"], entry
        assert entry["kind"] in {"country", "city", "region", "person", "organisation"}, entry
        assert set(entry) <= {"en", "fr", "en_adj", "fr_adj", "kind", "kin"}, entry


def test_every_exonym_is_found_in_both_languages() -> None:
    for number, entry in enumerate(load_table("names/exonyms.toml")["name"]):
        for key, language in (("en", "english"), ("fr", "french")):
            for written in entry[key]:
                found = find_known(written, language)  # type: ignore[arg-type]
                assert any(number in name.ids for name in found), written


def test_table_is_large_enough() -> None:
    assert len(SAME) + len(SILENT) + len(NO_MISMATCH) + len(DIFFERENT) >= 40
