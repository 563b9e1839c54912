"""The annex of an act on migratory pressure holds all that Art. 53(3) asks for, in the assessment's own figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.migratory_pressure import PressureResponseAct
from desktop_app.calc.pressure_plans import TypeShares
from desktop_app.calc.solidarity_record import EMPTY_RECORD, IncentiveRate
from desktop_app.documents import findings_pdf
from desktop_app.documents.annex import AnnexRefused, annex_pdf
from desktop_app.documents.plan_form import FormKind, Wanted, plan_forms_pdf
from desktop_app.documents.reduction import reduction_pdf
from desktop_app.documents.text import terms
from desktop_app.documents.thirty_percent import thirty_percent_pdf
from tests.documents import pressures
from tests.documents.printed import NARROW, Printed
from tests.documents.test_annex import FINGERPRINT, is_of_2020_solidarity
from tests.documents.test_dutch import ENGLISH, without_typed

CROWDED = pressures.crowded()
EMPTY = Forum(procedure=Procedure.MIGRATORY_PRESSURE)


def printed(forum: Forum, *, draft: bool = True, language: str = "en") -> Printed:
    return Printed(annex_pdf(pressures.assessed(forum), FINGERPRINT, language=language, draft=draft))


def lines_with(document: Printed, start: str) -> list[str]:
    lines = [line.replace(NARROW, "").replace("\u00a0", " ") for line in document.lines]
    return [line for line in lines if line.startswith(start)]


def words_of(document: Printed) -> str:
    return " ".join(document.text.replace(NARROW, "").replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def example() -> Printed:
    """The worked example as final."""
    return printed(pressures.example(), draft=False)


def test_number_and_share_of_every_state_stand_with_what_changes_them(example: Printed) -> None:
    # 3529/6880 of 1 100 is 564.24…, less 40 credited, 80 to 20; France 416.8, 60 of it measures; Sweden without plan.
    assert lines_with(example, "Germany 51.2936 % 564 – – −40.00 411 0 113 0 524 DE-1")
    assert lines_with(example, "Greece 4.4070 % 49 – – – – – – – – benefits; not asked")
    assert lines_with(example, "France 37.8924 % 417 – – – 357 0 0 60 417 FR-1")
    assert lines_with(example, "Sweden 6.4070 % 70 – – – 71 0 0 0 71 set by the Commission")
    assert lines_with(example, "Total 1100 – – −40.00 839 0 113 60 1012")


def test_both_totals_stand_with_what_the_types_of_the_plans_make_of_them(example: Printed) -> None:
    # 8221/8600 of 800 and of 300 are asked; sponsored are 20 % of Germany's 3529/6880 × 1 100.
    assert lines_with(example, "(a) to relocate 800 764.74 878.68 +113.93 839")
    assert lines_with(example, "(b) to sponsor for return 300 286.78 112.85 −173.93 113")
    assert "Nationalities for return sponsorship AF, SY" in words_of(example)


def test_measures_credits_and_types_set_stand_in_the_final_annex(example: Printed) -> None:
    text = words_of(example)
    assert "France operational support two teams registration from May 2027 60 60 –" in text
    assert "Measures leave 5.45 % of the report’s total short (reading A), not more than 30 %" in text
    assert lines_with(example, "Germany −40 – – – −40")
    assert "Sweden no plan 100 % relocation of applicants 70 – 71 0 0 71 Total 70 – 71 0 0 71" in text
    assert "No plan that counts asks for the reduction." in text
    assert "Article 53(1) of COM(2020) 610" in text
    assert "Benefitting Member State: Greece" in text


def test_a_final_annex_holds_nothing_of_the_secretariat(example: Printed) -> None:
    assert "DRAFT" not in example.text
    for words in ("secretariat", "Financial incentives", "Log of", "assessment as recorded"):
        assert words not in example.text
    assert "planned, not delivered" not in printed(pressures.example(), draft=False).text


def test_it_is_refused_as_final_with_what_blocks() -> None:
    plans = pressures.example().migratory_pressure.plans
    wrong = replace(plans[0], shares=TypeShares(Fraction(999, 10)))
    forum = pressures.example(plans=(wrong, plans[1]))
    with pytest.raises(AnnexRefused) as refused:
        printed(forum, draft=False)
    assert {finding.state for finding in refused.value.findings} == {"DE"}
    text = words_of(printed(forum))
    assert "Germany: the shares total 99.90 %, not 100 %." in text
    assert "While a finding blocks, this annex cannot be printed as final." in text


def test_every_page_says_what_it_is_and_holds_every_reading_whole() -> None:
    document = printed(CROWDED)
    for number, page in enumerate(document.pages, 1):
        assert "PROPOSAL OF 2020 – never adopted" in page.text
        assert page.lines.count("RESTREINT UE/EU RESTRICTED") == 2
        assert f"Page {number} of {len(document.pages)}" in page.text
        text = " ".join(page.text.split())
        assert "Readings: rounding largest-remainder; shortfall C; cover minimum; reduction-spread" in text
        assert "postponement two-weeks" in text
        assert all(box.left >= 0 and box.right <= page.width and box.bottom >= 0 for box in page.boxes)
    # Set smaller only as far as it can still be read.
    assert min(document.sizes_of("Readings: rounding")) >= 6
    assert document.properties["Author"] == "Solidarity Forum, secretariat"
    assert "Articles 50 to 53" in document.properties["Subject"]


def test_an_urgent_act_ends_after_a_year_and_has_its_timetable() -> None:
    text = words_of(printed(CROWDED))
    assert "urgency: immediately applicable, for one year at most" in text
    assert "Valid until 19 March 2028" in text
    assert "Report on the implementation due (Article 53(6)) 19 April 2028" in text
    assert "Relocation from May 2027 in monthly groups" in text
    plain = words_of(printed(pressures.example(act=PressureResponseAct(date(2027, 3, 19), ends=date(2027, 9, 30)))))
    assert "Valid until 30 September 2027" in plain
    assert "Timetable for the implementation (Article 53(1)) not given" in plain


def test_the_reduction_and_its_spread_add_up_to_nothing() -> None:
    document = printed(CROWDED)
    # Two states lose 9.615… each; what is lost and what is taken over are the same.
    assert lines_with(document, "Total 2500 −19.23 +19.23")
    assert lines_with(document, "Germany 800.0 800.0 4.60 yes 96.15 −9.62")
    assert lines_with(document, "Total 100.0000 % +19.23")


def test_drafts_hold_the_record_groups_and_money() -> None:
    text = words_of(printed(CROWDED))
    for words in (
        "(h) persons apprehended at an irregular crossing of the border",
        "not activated: MISAA reports",
        "over: 19 to be taken over by the sponsor",
        "last taken over on 29 November 2027",
        "from Cyprus",
        "accepted by silence",
        "no: it helped another Member State",
        "18 of 110 persons; 1 of 3 measures",
        "Two buses lent.",
        "Since 1 January 2027: EUR 10500 a person, EUR 12500 an unaccompanied minor, EUR 600 a person transferred",
    ):
        assert words in text


@pytest.mark.parametrize("forum", [CROWDED, EMPTY], ids=["crowded", "empty"])
def test_the_same_state_gives_the_same_bytes(forum: Forum) -> None:
    assert printed(forum).data == printed(forum).data


def documents(forum: Forum, language: str) -> Iterator[Printed]:
    assessment = pressures.assessed(forum)
    yield printed(forum, language=language)
    yield Printed(findings_pdf(assessment, FINGERPRINT, language=language))
    yield Printed(thirty_percent_pdf(assessment, FINGERPRINT, language=language))
    yield Printed(reduction_pdf(assessment, FINGERPRINT, language=language))
    for kind in (FormKind.ANNEX_II, FormKind.ANNEX_IV):
        yield Printed(plan_forms_pdf(assessment, FINGERPRINT, Wanted(kind=kind, blank=True), language=language))
    if forum.migratory_pressure.plans:
        yield Printed(plan_forms_pdf(assessment, FINGERPRINT, language=language, draft=True))
    if forum.solidarity.support_plans:
        wanted = Wanted(kind=FormKind.ANNEX_IV)
        yield Printed(plan_forms_pdf(assessment, FINGERPRINT, wanted, language=language, draft=True))


def mechanism_documents(forum: Forum, language: str) -> Iterator[Printed]:
    assessment = pressures.weighed(forum)
    yield Printed(annex_pdf(assessment, FINGERPRINT, language=language, draft=True))
    yield Printed(findings_pdf(assessment, FINGERPRINT, language=language))


@pytest.mark.parametrize("forum", [CROWDED, EMPTY, pressures.triggered()], ids=["crowded", "empty", "triggered"])
def test_no_english_is_left_on_a_dutch_page(forum: Forum) -> None:
    for document in documents(forum, "nl"):
        _all_dutch(document, forum)


@pytest.mark.parametrize("forum", [pressures.mechanism(), Forum(procedure=Procedure.VOLUNTARY)], ids=["full", "empty"])
def test_no_english_is_left_in_a_dutch_overview(forum: Forum) -> None:
    for document in mechanism_documents(forum, "nl"):
        _all_dutch(document, forum)


def _all_dutch(document: Printed, forum: Forum) -> None:
    left = without_typed(document.text, forum)
    found = ENGLISH.search(left)
    assert found is None, left[max(0, found.start() - 80) : found.end() + 80]


def test_no_word_is_left_over(asked_words: set[str]) -> None:
    """Forums of all kinds together use every word of these documents."""
    for forum in (CROWDED, EMPTY, *pressures.variants()):
        for _document in documents(forum, "en"):
            pass
        printed(replace(forum, solidarity=EMPTY_RECORD))
    printed(replace(pressures.example(), as_of=date(2027, 2, 20)))
    annex_pdf(pressures.assessed(pressures.example()), FINGERPRINT, draft=False)
    for forum in (pressures.mechanism(), Forum(procedure=Procedure.VOLUNTARY)):
        for _document in mechanism_documents(forum, "en"):
            pass
    annex_pdf(pressures.weighed(pressures.quiet_mechanism()), FINGERPRINT, draft=False)
    rates = replace(pressures.record(), incentives=(IncentiveRate(None, 900_000),))
    printed(replace(CROWDED, solidarity=rates))
    assert {key for key in terms("en")._words if is_of_2020_solidarity(key)} - asked_words == set()
