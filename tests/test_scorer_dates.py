"""Dates: weekdays, days, months, years, yesterday."""

from __future__ import annotations

import pytest

from mtaudit.scorer.date_facts import find_dates
from mtaudit.scorer.dates import check_dates

SAME = [
    ("La séance a lieu vendredi.", "The session is on Friday."),
    ("La séance a lieu le 14 mars 2025.", "The session is on March 14, 2025."),
    ("La séance a lieu le 14 mars 2025.", "The session is on 14 March 2025."),
    ("La séance a lieu le 14 mars 2025.", "The session is on Mar 14, 2025."),
    ("La séance a lieu le 1er mai.", "The session is on May 1st."),
    ("La séance a lieu le 1er mai.", "The session is on the 1st of May."),
    ("Les 14 et 15 juin, il pleuvra.", "It will rain on June 14 and 15."),
    ("Du 8 au 10 août, la rue ferme.", "The street closes from August 8 to 10."),
    ("En mars, la neige a fondu.", "The snow melted in March."),
    ("La neige a fondu en mars.", "The snow melted on March 3."),
    ("Il est né en 1968.", "He was born in 1968."),
    ("La saison 2007-2008 fut longue.", "The 2007-08 season was long."),
    ("Les années 1990 furent fastes.", "The 1990s were good."),
    ("Les années 90 furent fastes.", "The 1990s were good."),
    ("Hier, le port était fermé.", "The port was closed yesterday."),
    ("Le port ouvre demain.", "The port opens tomorrow."),
    ("Aujourd'hui, tout est calme.", "Today all is quiet."),
    ("Le vote du 14/03/2025 est nul.", "The vote of 03/14/2025 is void."),
    ("Le vote du 14/03/2025 est nul.", "The vote of 2025-03-14 is void."),
    ("Samedi et dimanche, le marché est ouvert.", "The market opens on Saturday and Sunday."),
    ("Il reviendra le 14 avril.", "He will be back on the 14th."),
    ("Depuis septembre 2020, il voyage.", "He has travelled since September 2020."),
]
NO_MISMATCH = [
    ("La séance a lieu vendredi.", "The session took place."),
    ("La séance a lieu hier.", "The session was held on Thursday."),
    ("Il est né en 1968.", "He was born in Lyon."),
    ("Dans la nuit de mardi, il a neigé.", "It snowed on Monday night."),
    ("De lundi à vendredi, le bureau est ouvert.", "The office opens on weekdays."),
    ("Il vend 2000 pommes.", "He sells 2,000 apples."),
    ("Il vend 2000 pommes.", "He sells apples."),
    ("Lundi ou mardi, il partira.", "He leaves on Thursday or Friday."),
    ("Le vote aura lieu en mai.", "The vote may take place."),
    ("Les manifestants partent en mars.", "The protesters march on."),
]
DIFFERENT = [
    ("La séance a lieu vendredi.", "The session is on Thursday.", "vendredi"),
    ("La séance a lieu le 14 mars.", "The session is on March 15.", "14 mars"),
    ("La séance a lieu le 14 mars.", "The session is on May 14.", "14 mars"),
    ("La neige a fondu en mars.", "The snow melted in April.", "mars"),
    ("Il est né en 1968.", "He was born in 1969.", "1968"),
    ("Le port ouvre demain.", "The port opened yesterday.", "demain"),
    ("Le port ouvrait hier.", "The port opens tomorrow.", "hier"),
    ("Depuis août 2020, il voyage.", "He has travelled since August 2021.", "2020"),
]


@pytest.mark.parametrize(("french", "english"), SAME)
def test_the_same_date_matches(french: str, english: str) -> None:
    checks = check_dates(french, [english], strict=True)
    assert checks
    assert {check.status for check in checks} == {"match"}


@pytest.mark.parametrize(("french", "english"), NO_MISMATCH)
def test_what_may_be_right_is_no_contradiction(french: str, english: str) -> None:
    assert all(check.status != "mismatch" for check in check_dates(french, [english], strict=True))


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_another_date_contradicts_the_source(french: str, english: str, text: str) -> None:
    wrong = [check for check in check_dates(french, [english], strict=True) if check.status == "mismatch"]
    assert [check.french for check in wrong] == [text]
    assert wrong[0].english in english


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_comparable_reporting_leaves_it_unclear(french: str, english: str, text: str) -> None:
    statuses = {check.french: check.status for check in check_dates(french, [english])}
    assert statuses[text] == "unclear"


def test_a_match_in_any_counterpart_is_a_match() -> None:
    english = ["It happened on Thursday.", "Officials met on Friday."]
    (check,) = check_dates("Ils se sont vus vendredi.", english, strict=True)
    assert (check.status, check.english) == ("match", "Friday")


def test_the_verb_may_is_no_month() -> None:
    assert find_dates("May we leave in march formation?", "english") == ()


def test_facts_are_slices_of_the_text() -> None:
    text = "Du 8\u00a0au 10\u202faoût 2019, puis le 1er\u00a0mai et aujourd’hui, comme dans les années 1990."
    facts = find_dates(text, "french")
    assert len(facts) >= 5
    assert all(text[fact.start : fact.end] == fact.text for fact in facts)


def test_table_is_large_enough() -> None:
    assert len(SAME) + len(NO_MISMATCH) + len(DIFFERENT) >= 30
