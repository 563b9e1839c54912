"""The page on the 30 % test: three readings with exact figures, who counts and why, the half, what is fixed."""

from dataclasses import replace

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.calc.search_and_rescue import ActPath, Disembarkation, DisembarkationAct
from desktop_app.documents.thirty_percent import thirty_percent_pdf
from tests.documents import rescues
from tests.documents.printed import NARROW, Printed
from tests.documents.test_annex import FINGERPRINT


def text_of(forum: Forum, language: str = "en") -> str:
    document = Printed(thirty_percent_pdf(rescues.assessed(forum), FINGERPRINT, language=language))
    return document.text.replace(NARROW, "").replace("\u00a0", " ")


def test_the_readings_stand_with_numbers_exact_fractions_and_verdicts() -> None:
    text = text_of(rescues.example())
    # a of France = 2607/6880 × 2 000 = 325875/430; less 100 pledged, over 2 000 and over what is asked of the others.
    assert "657.85 of 2000 persons are left open: 32.89 %. That is more than 30 %" in text
    assert "exactly 2263 / 6880" in text
    assert "1000 / 2000 = 50.00 % exactly 1 / 2" in text
    assert "exactly 11315 / 32884" in text
    assert text.count("more than 30 %.") >= 3
    assert "exactly 30 % is still allowed" in text


def test_who_is_in_it_and_why() -> None:
    text = text_of(rescues.example())
    assert "Germany 1025.87 900 – Not in it: offers persons only." in text
    assert "Greece 88.14 – – Not in it: rescued persons come ashore here" in text
    assert "France 757.85 100 657.85 In it: offers measures, said to be worth 560 persons." in text
    assert "Sweden 128.14 0 – Not in it: no plan came." in text
    assert "In force is: at least half of the share; a state that covers more keeps it." in text
    assert "France 758 299 80 379 half with persons" in text
    assert "Sweden 128 128 0 0 no plan in time" in text


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (DisembarkationAct(), "Nobody has yet recorded whether the plans are sufficient."),
        (DisembarkationAct(ActPath.SUFFICIENT), "The plans were judged sufficient."),
    ],
)
def test_without_an_act_under_48_2_it_says_what_one_would_do(act: DisembarkationAct, said: str) -> None:
    text = text_of(rescues.example(act=act))
    assert said in text
    assert "What an act under Article 48(2) would fix" in text
    assert "France 758 299 80 379" in text


@pytest.mark.parametrize(
    ("pledged", "said"),
    [
        (543, "2064 of 6880 persons are left open: 30.00 %. That is not more than 30 %"),
        (542, "2065 of 6880 persons are left open: 30.01 %. That is more than 30 %"),
    ],
)
def test_exactly_30_percent_is_allowed_and_the_next_person_is_not(pledged: int, said: str) -> None:
    # France has 2607/6880 of the key: of 6 880 persons its share is 2 607, and 30 % of 6 880 are 2 064.
    report = replace(rescues.example().search_and_rescue.report, benefitting=(Disembarkation("EL", 6880),))
    plan = replace(rescues.example().search_and_rescue.plans[-1], relocations=pledged)
    text = text_of(rescues.example(report=report, plans=(plan,)))
    assert said in text
    assert ("Exactly 30 %, 2064 persons: still allowed." in text) is (pledged == 543)
    assert ("Nobody is asked to cover one half" in text) is (pledged == 543)


def test_nothing_to_test_is_said() -> None:
    text = text_of(rescues.empty())
    assert "The 30 % test cannot be made: a figure that it needs is not known." in text


def test_the_page_is_the_same_again_and_speaks_dutch() -> None:
    assessment = rescues.assessed(rescues.crowded())
    data = thirty_percent_pdf(assessment, FINGERPRINT, language="nl")
    assert data == thirty_percent_pdf(assessment, FINGERPRINT, language="nl")
    assert "De 30 %-toets van dit forum" in Printed(data).text.replace("\u00a0", " ")
