"""What is not the record as it is now says so on every page of every document, and is never final."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents import findings_pdf
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.coverage import coverage_pdf
from desktop_app.documents.delegation import delegation_pdf
from desktop_app.documents.plan_form import plan_forms_pdf
from desktop_app.documents.pledge_table import pledge_table_pdf
from desktop_app.documents.pool_record import pool_record_pdf
from desktop_app.documents.reduction import reduction_pdf
from desktop_app.documents.standing import NOW, FinalRefused, Standing, clock, past, scenario
from desktop_app.documents.table import table_pdf
from desktop_app.documents.text import terms
from desktop_app.documents.thirty_percent import thirty_percent_pdf
from tests.documents import pressures, rescues
from tests.documents.negotiated import ZONE, moment
from tests.documents.printed import Printed
from tests.documents.test_annex import FINGERPRINT

PAST = past(moment(57), ZONE)
SCENARIO = scenario("More money\nfrom the north")


def of_the_pool(assessment: AnnualPoolAssessment, standing: Standing, language: str) -> Iterator[bytes]:
    yield annex_pdf(assessment, FINGERPRINT, language=language, draft=True, standing=standing)
    yield findings_pdf(assessment, FINGERPRINT, language=language, standing=standing)
    yield pledge_table_pdf(assessment, FINGERPRINT, language=language, standing=standing)
    yield coverage_pdf(assessment, FINGERPRINT, language=language, standing=standing)
    yield delegation_pdf(assessment, FINGERPRINT, language=language, standing=standing)
    yield table_pdf(assessment, FINGERPRINT, language=language, standing=standing)


def of_2020(standing: Standing, language: str) -> Iterator[bytes]:
    rescue, pressure = rescues.assessed(rescues.example()), pressures.assessed(pressures.example())
    for assessment in (rescue, pressure, pressures.weighed(pressures.mechanism())):
        yield table_pdf(assessment, FINGERPRINT, language=language, standing=standing)
    yield thirty_percent_pdf(rescue, FINGERPRINT, language=language, standing=standing)
    yield pool_record_pdf(rescue, FINGERPRINT, language=language, standing=standing)
    yield reduction_pdf(pressure, FINGERPRINT, language=language, standing=standing)
    yield plan_forms_pdf(rescue, FINGERPRINT, language=language, standing=standing)


@pytest.mark.parametrize(
    ("standing", "language", "said"),
    [
        (PAST, "en", "State of 27 November 2026, 17:36 UTC+1 (entry 57)"),
        (PAST, "nl", "Stand van 27 november 2026, 17:36 UTC+1 (vermelding 57)"),
        (SCENARIO, "en", "SCENARIO More money from the north: not in the record"),
        (SCENARIO, "nl", "SCENARIO More money from the north: niet in het register"),
    ],
)
def test_every_page_says_what_it_is_of(sample: Forum, standing: Standing, language: str, said: str) -> None:
    for data in (*of_the_pool(assess(sample), standing, language), *of_2020(standing, language)):
        printed = Printed(data)
        for page in printed.pages:
            assert said in page.text.replace("\u00a0", " ")
        assert said in printed.properties["Title"].replace("\u00a0", " ")
        strips = {"en": "SCENARIO – NOT IN THE RECORD", "nl": "SCENARIO – NIET IN HET REGISTER"}
        assert all((strips[language] in page.text) is standing.is_scenario for page in printed.pages)


def test_now_says_nothing(sample: Forum) -> None:
    assessment = assess(sample)
    assert next(of_the_pool(assessment, NOW, "en")) == annex_pdf(assessment, FINGERPRINT, draft=True)
    assert not any(
        words in Printed(data).text for data in of_the_pool(assessment, NOW, "en") for words in ("State of", "SCENARIO")
    )


@pytest.mark.parametrize("standing", [PAST, SCENARIO])
def test_nothing_but_now_is_final(adopted: Forum, standing: Standing) -> None:
    assessment = assess(adopted)
    assert annex_pdf(assessment, FINGERPRINT, draft=False)
    with pytest.raises(FinalRefused, match="is never printed as final"):
        annex_pdf(assessment, FINGERPRINT, draft=False, standing=standing)


def test_a_long_name_of_a_scenario_leaves_its_warning_on_the_page(example: Forum) -> None:
    standing = scenario("Το σενάριο της Ελλάδας και предложение на България " * 4)
    page = Printed(table_pdf(assess(example), FINGERPRINT, standing=standing)).pages[0]
    assert "SCENARIO Το σενάριο της Ελλάδας και предложение" in page.text
    assert "…: not in the record" in page.text
    assert all(box.left >= -0.5 and box.right <= page.width + 0.5 for box in page.boxes)


@pytest.mark.parametrize(
    ("hours", "said"), [(0, "15:40 UTC"), (1, "16:40 UTC+1"), (-3.5, "12:10 UTC−3:30"), (5.75, "21:25 UTC+5:45")]
)
def test_the_time_says_its_distance_from_utc(hours: float, said: str) -> None:
    there = datetime(2026, 11, 27, 15, 40, tzinfo=UTC).astimezone(timezone(timedelta(hours=hours)))
    assert clock(there).replace("\u00a0", " ") == said


def test_the_same_moment_gives_the_same_bytes_whatever_machine(example: Forum, monkeypatch: pytest.MonkeyPatch) -> None:
    make: Callable[[], list[bytes]] = lambda: list(of_the_pool(assess(example), PAST, "en"))  # noqa: E731 - said twice
    before = make()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert make() == before
    assert PAST.words(terms("en"))
