"""Findings and time limits as a document of their own."""

from dataclasses import replace

import pytest

from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents import findings_pdf
from desktop_app.documents.styles import Margins, Orientation, Paper, Sheet
from desktop_app.documents.text import LanguageNotAvailableError
from tests.documents.extremes import extreme, spoken
from tests.documents.printed import Printed
from tests.documents.test_annex import FINGERPRINT
from tests.documents.test_pledge_table import assert_sound


def test_every_finding_is_printed_whatever_its_weight(sample: Forum) -> None:
    assessment = assess(sample)
    text = Printed(findings_pdf(assessment, FINGERPRINT)).text.replace("\u00a0", " ")
    counts = [sum(each.severity is severity for each in assessment.findings) for severity in Severity]
    assert f"Blocking: {counts[0]}. Warning: {counts[1]}. For information: {counts[2]}." in text
    for finding in assessment.findings:
        assert finding.rule in text
        message = finding.message.replace("\u00a0", " ")
        assert message in text or all(part in text for part in message.split(": ", 1))


def test_findings_can_be_chosen(sample: Forum) -> None:
    assessment = assess(sample)
    blocks = assessment.blocks
    text = Printed(findings_pdf(assessment, FINGERPRINT, findings=blocks)).text
    shown = f"Shown: {len(blocks)} of {len(assessment.findings)} findings."
    assert f"Blocking: {len(blocks)}. Warning: 0. For information: 0. {shown}" in text
    assert "informs" not in text
    empty = Printed(findings_pdf(assessment, FINGERPRINT, findings=())).text
    assert "Blocking: 0." in empty
    assert "Weight" not in empty


def test_time_limits_stand_with_what_started_and_what_moved_them(adopted: Forum) -> None:
    text = Printed(findings_pdf(assess(spoken(adopted)), FINGERPRINT)).text.replace("\u00a0", " ")
    assert "4 January 2027 Commission: Sweden's request for a deduction assessed late by 28 days request" in text
    assert "request received on 2 December 2026 not on 30 December 2026 (a holiday), 31 December 2026" in text
    assert "AMMR-62-4 Art. 62(4)" in text


def test_without_dates_there_are_no_time_limits() -> None:
    assert "No time limit follows from the dates recorded." in Printed(findings_pdf(assess(Forum()), FINGERPRINT)).text


def test_a_finding_of_a_reading_is_labelled(adopted: Forum) -> None:
    assert (
        "DESK-ceiling Art. 57(1) a reading of ours" in Printed(findings_pdf(assess(spoken(adopted)), FINGERPRINT)).text
    )


def test_it_is_marked_on_every_page(adopted: Forum) -> None:
    document = Printed(findings_pdf(assess(extreme(adopted)), FINGERPRINT))
    for number, page in enumerate(document.pages, 1):
        assert page.lines[:2] == ("RESTREINT UE/EU RESTRICTED",) * 2
        assert "DRAFT – not adopted" in page.lines
        assert any(line.endswith(f"Page {number} of {len(document.pages)}") for line in page.lines)
    assert document.properties["Title"].startswith("Findings and time limits: ")


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "sheet", [Sheet(), Sheet(Paper.LETTER, Margins.WIDE), Sheet(Paper.A3, orientation=Orientation.LANDSCAPE)]
)
def test_it_lies_as_it_was_asked_to(adopted: Forum, language: str, sheet: Sheet) -> None:
    page = sheet.page(own_landscape=False)
    for forum in (extreme(adopted), spoken(adopted)):
        for each in Printed(findings_pdf(assess(forum), FINGERPRINT, language=language, sheet=sheet)).pages:
            assert (round(each.width, 2), round(each.height, 2)) == (page.width, page.height)
            assert_sound(each, page.side)


def test_an_unknown_language_is_refused(adopted: Forum) -> None:
    with pytest.raises(LanguageNotAvailableError):
        findings_pdf(assess(adopted), FINGERPRINT, language="bg")


def test_answers_that_fit_nothing_are_listed_without_any_finding(adopted: Forum) -> None:
    assessment = replace(assess(spoken(adopted)), findings=())
    text = Printed(findings_pdf(assessment, FINGERPRINT)).text
    assert "Seen earlier; the warning has gone or now says otherwise" in text
    assert "it was agreed" in text
