"""Numbers: words and figures of both languages, and which differences contradict."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mtaudit.scorer.number_words import Language, find_spoken
from mtaudit.scorer.numbers import check_numbers
from mtaudit.scorer.quantities import find_quantities, read_figures

SPOKEN: list[tuple[Language, str, list[int]]] = [
    ("french", "deux cent vingt et un habitants", [221]),
    ("french", "quatre-vingt-dix-sept", [97]),
    ("french", "soixante et onze pages", [71]),
    ("french", "soixante-dix-neuf", [79]),
    ("french", "quatre-vingts wagons", [80]),
    ("french", "quatre-vingt-un", [81]),
    ("french", "septante-deux minutes", [72]),
    ("french", "mille neuf cent quatre-vingt-quatre", [1984]),
    ("french", "un million deux cent mille", [1_200_000]),
    ("french", "un chien et deux chats", [2]),
    ("french", "trois ou quatre jours", [3, 4]),
    ("french", "le vingt et unième étage", [21]),
    ("french", "une ville, un maire", []),
    ("english", "two hundred and twenty-one", [221]),
    ("english", "a hundred and five", [105]),
    ("english", "three million five hundred thousand", [3_500_000]),
    ("english", "between five and ten", [5, 10]),
    ("english", "the twenty-first century began", [21, 100]),
    ("english", "two dozen crates", [24]),
    ("english", "a town, a mayor", []),
]


@pytest.mark.parametrize(("language", "text", "values"), SPOKEN)
def test_spoken_numbers(language: Language, text: str, values: list[int]) -> None:
    assert [found.value for found in find_spoken(text, language)] == values


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("20 000", {"20000"}),
        ("1,5", {"1.5"}),
        ("1.5", {"1.5"}),
        ("1,500", {"1.5", "1500"}),
        ("20,000", {"20000"}),
        ("1.234.567", {"1234567"}),
        ("1 234,56", {"1234.56"}),
        ("12,345.67", {"12345.67"}),
        ("0.125", {"0.125"}),
    ],
)
def test_figures_are_read_both_ways(written: str, values: set[str]) -> None:
    assert read_figures(written) == {Decimal(value) for value in values}


#: French, its true English, and what the check says: every check is that (``match``), none is raised
#: (``none``), or exactly this French text contradicts.
SAME = [
    ("Deux ouvriers ont été embauchés.", "Two workers were hired."),
    ("Le pont mesure 1,5 kilomètre.", "The bridge is 1.5 kilometres long."),
    ("Il a coûté 1,5 million d'euros.", "It cost 1.5 million euros."),
    ("Il a coûté 1,5 million d'euros.", "It cost €1.5m."),
    ("Le fonds pèse 3 milliards de dollars.", "The fund is worth $3 billion."),
    ("Le fonds pèse 3 milliards de dollars.", "The fund is worth $3bn."),
    ("Le fonds pèse 3 Md€.", "The fund is worth 3 billion euros."),
    ("La dette atteint 2 000 milliards d'euros.", "The debt stands at 2 trillion euros."),
    ("La ville compte 20 000 habitants.", "The town has 20,000 inhabitants."),
    ("La ville compte 20\u202f000 habitants.", "The town has 20,000 inhabitants."),
    ("La ville compte 20.000 habitants.", "The town has 20,000 inhabitants."),
    ("La ville compte vingt mille habitants.", "The town has 20,000 inhabitants."),
    ("Les prix ont pris 4,2 %.", "Prices rose by 4.2 percent."),
    ("Les prix ont pris 4,2 pour cent.", "Prices rose 4.2%."),
    ("La part est tombée à cinq pour cent.", "The share fell to 5 per cent."),
    ("C'est son troisième mandat.", "It is his third term."),
    ("Il vit au XXe siècle.", "He lives in the 20th century."),
    ("La 21e édition ouvre ses portes.", "The 21st edition opens its doors."),
    ("Les deux frères se sont réconciliés.", "Both brothers made peace."),
    ("Il est venu deux fois.", "He came twice."),
    ("Une douzaine de brebis ont disparu.", "A dozen sheep went missing."),
    ("Trente brebis ont disparu.", "Thirty sheep went missing."),
    ("Le train part à 15h30.", "The train leaves at 3:30 pm."),
    ("Le train part à 15 h 30.", "The train leaves at 3.30 p.m."),
    ("Le train part à 20 heures.", "The train leaves at 8 pm."),
    ("La réunion dure 24 heures.", "The meeting lasts 24 hours."),
    ("Le village est à 32 kilomètres.", "The village is 20 miles away."),
    ("Le mur fait 3 mètres de haut.", "The wall is 10 feet high."),
    ("Le colis pèse 4,5 kilos.", "The parcel weighs 10 pounds."),
    ("Il fait 20 degrés.", "It is 68 degrees."),
    ("Ils ont 15 jours pour répondre.", "They have two weeks to answer."),
    ("Le bail court sur dix ans.", "The lease runs for a decade."),
    ("Il faut de 3 à 5 semaines.", "It takes 3 to 5 weeks."),
    ("Il faut 3-5 semaines.", "It takes three to five weeks."),
    ("Le club gagne 3-1.", "The club won 3-1."),
    ("Près de 50 % des élus ont voté.", "Some 49.7 percent of members voted."),
    ("L'indice a gagné 2,5 %.", "The index rose by 2.54 percent."),
    ("Environ 1,5 million de foyers", "1,498,000 households"),
    ("Le budget monte à 23 milliards.", "The budget rises to 23 thousand million."),
    ("Les deux tiers des arbres sont tombés.", "Two thirds of the trees fell."),
    ("Un million de fleurs ont été plantées.", "A million flowers were planted."),
    ("Il a 47 ans.", "The 47-year-old smiled."),
    ("Une trêve de 30 jours est proposée.", "A 30-day truce is on offer."),
    ("Quatre-vingts bateaux sont à quai.", "Eighty boats are moored."),
    ("Il a payé 200 $.", "He paid $200."),
    ("Il a payé 200 livres sterling.", "He paid £200."),
    ("Mille personnes défilent.", "A thousand people are marching."),
    ("Il manque 1 point.", "One point is missing."),
]
SILENT = [
    ("Une femme a ouvert un café.", "A woman opened a café."),
    ("Le chasseur F-16 a décollé.", "The jet took off."),
    ("Le G7 se réunit.", "The group meets."),
    ("Une voiture toute neuve attend.", "A brand-new car is waiting."),
    ("Des millions de spectateurs suivent le match.", "A huge audience follows the match."),
    ("La réunion du 14 mars est annulée.", "The meeting is off."),
    ("Le prix a été décerné en 2019.", "The prize was awarded."),
    ("Le premier train est parti.", "The early train has left."),
]
DIFFERENT = [
    ("Deux hommes ont été arrêtés.", "Three men were arrested.", "Deux"),
    ("Le prix est de 70 831 euros.", "The price is 70,931 euros.", "70 831 euros"),
    ("La hausse est de 4,2 %.", "The rise is 4.8 percent.", "4,2 %"),
    ("Il gagne 3 milliards de dollars.", "It earns 3 million dollars.", "3 milliards de dollars"),
    ("Il gagne 2 billions de dollars.", "It earns 2 billion dollars.", "2 billions de dollars"),
    ("Le stock atteint 6 billions.", "The stock is 6 billion.", "6 billions"),
    ("Il a 47 ans.", "The 74-year-old smiled.", "47"),
    ("Une trêve de 60 jours est proposée.", "A 30-day truce is on offer.", "60"),
    ("C'est la 21e édition.", "It is the 22nd edition.", "21e"),
    ("C'est son cinquième titre.", "It is his sixth title.", "cinquième"),
    ("Le train part à 15h30.", "The train leaves at 3:45 pm.", "15h30"),
    ("Le stade a 40 900 places.", "The stadium has 45,000 seats.", "40 900"),
    ("Il reste 131 dossiers.", "There are 181 files left.", "131"),
    ("Le mur fait 3 mètres.", "The wall is 5 metres.", "3"),
]
DOUBTFUL = [
    ("Cette tranche porte sur 350 milliards.", "This tranche comes to 350."),
    ("Il comptait sur 95 000.", "He was hoping for 95 million."),
    ("Il a vendu huit tableaux.", "He sold paintings."),
    ("Il a couru huit kilomètres.", "He swam for forty minutes."),
]


@pytest.mark.parametrize(("french", "english"), SAME)
def test_the_same_number_matches(french: str, english: str) -> None:
    checks = check_numbers(french, [english], strict=True)
    assert checks
    assert {check.status for check in checks} == {"match"}


@pytest.mark.parametrize(("french", "english"), SILENT)
def test_what_is_no_number_is_not_checked(french: str, english: str) -> None:
    assert check_numbers(french, [english], strict=True) == []


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_another_number_contradicts_the_source(french: str, english: str, text: str) -> None:
    wrong = [
        check.french for check in check_numbers(french, [english], strict=True) if check.status != "match"
    ]
    assert wrong == [text]
    assert {check.status for check in check_numbers(french, [english], strict=True)} >= {"mismatch"}


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_comparable_reporting_never_contradicts_a_number_alone(french: str, english: str, text: str) -> None:
    assert all(check.status != "mismatch" for check in check_numbers(french, [english]))


@pytest.mark.parametrize(("french", "english"), DOUBTFUL)
def test_doubt_is_no_contradiction(french: str, english: str) -> None:
    statuses = {check.status for check in check_numbers(french, [english], strict=True)}
    assert statuses <= {"missing", "unclear"}
    assert statuses


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_a_match_in_any_counterpart_is_a_match(french: str, english: str, text: str) -> None:
    same = [english, f"A second report gives the figure of {SECOND[text]}."]
    assert all(check.status == "match" for check in check_numbers(french, same, strict=True))


SECOND = {
    "Deux": "two",
    "70 831 euros": "70,831 euros",
    "4,2 %": "4.2 percent",
    "3 milliards de dollars": "$3 billion",
    "2 billions de dollars": "2 trillion dollars",
    "6 billions": "6 trillion",
    "47": "47",
    "60": "sixty",
    "21e": "21st",
    "cinquième": "fifth",
    "15h30": "15:30",
    "40 900": "40,900",
    "131": "131",
    "3": "three",
}


def test_a_number_the_english_lacks_is_missing() -> None:
    (check,) = check_numbers("Douze bateaux sont partis.", ["The boats left."], strict=True)
    assert (check.status, check.french, check.english) == ("missing", "Douze", "")


def test_no_english_no_checks() -> None:
    assert check_numbers("Douze bateaux sont partis.", []) == []


def test_quantities_are_slices_of_the_text() -> None:
    text = "Le 3 mai 2019, 1\u202f500\u00a0€ et deux millions d’euros à 15\u00a0h\u00a030."
    for found in find_quantities(text, "french"):
        assert text[found.start : found.end] == found.text


def test_table_is_large_enough() -> None:
    assert len(SAME) + len(SILENT) + len(DIFFERENT) + len(DOUBTFUL) >= 60
