"""The pledge table as a document: the figures of the screen, the columns asked for, marks and totals."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Forum, Pledge
from desktop_app.calc.member_states import NAMES
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.pledge_table import MAIN, TableColumn, pledge_table_pdf
from desktop_app.documents.styles import Margins, Orientation, Paper, Sheet
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, Column
from desktop_app.views.pledge_table.rows import cells_of, subjects_of
from tests.documents.extremes import extreme, spoken
from tests.documents.printed import NARROW, Printed, PrintedPage
from tests.documents.test_annex import FINGERPRINT


def printed(forum: Forum | AnnualPoolAssessment, **wishes: object) -> Printed:
    assessment = assess(forum) if isinstance(forum, Forum) else forum
    return Printed(pledge_table_pdf(assessment, FINGERPRINT, **wishes))  # type: ignore[arg-type]


def row_of(document: Printed, name: str) -> str:
    return next(line for line in document.lines if line.startswith(name))


def test_the_columns_are_those_on_screen_under_the_same_names() -> None:
    assert {each.value for each in TableColumn} == {each.key for each in Column}
    assert [each.value for each in MAIN] == ["member_state", *(each.key for each in DEFAULT_COLUMNS)]


def test_every_state_has_a_row_in_protocol_order(sample: Forum) -> None:
    document = printed(sample)
    rows = [line for line in document.lines for name in NAMES.values() if line.startswith(f"{name} ")]
    names = [name for line in rows for name in NAMES.values() if line.startswith(f"{name} ")]
    assert names == list(NAMES.values())
    assert row_of(document, "Denmark") == "Denmark – – – – – – – – – – –"


def test_figures_of_a_row(adopted: Forum) -> None:
    """A 26th of 21 000 is 807.69…, rounded up to 808; 100 + 2 000 000 / 20 000 are 200, that is 24.76 % of it."""
    expected = f"Belgium – 3.8462 % 808 100 EUR 2{NARROW}000{NARROW}000 none 200 24.76 % below 608 – 200"
    assert row_of(printed(adopted), "Belgium") == expected


@pytest.mark.parametrize(
    ("pledge", "words"),
    [
        (Pledge(None, None, None), "none none none 0 0.00 % no pledge 808 – 0"),
        (Pledge(ABSENT, None, None), "not recorded none none not known not known not known – not known"),
        (Pledge(808, None, None), "808 none none 808 100.04 % met 0 – 808"),
    ],
)
def test_verdicts_stand_in_words(adopted: Forum, pledge: Pledge, words: str) -> None:
    forum = adopted.with_state(replace(adopted.state("MT"), pledge=pledge))
    assert row_of(printed(forum), "Malta") == f"Malta – 3.8462 % 808 {words}"


def test_totals_are_of_the_whole_pool_and_say_of_what(sample: Forum) -> None:
    document = printed(sample, codes=["FR", "BE"])
    assert [line.split()[0] for line in document.lines if line.startswith(("France", "Belgium"))] == [
        "France",
        "Belgium",
    ]
    assert f"0.00 % 21{NARROW}000 0" in document.text
    assert f"Total open: 24 21{NARROW}013 7{NARROW}916" in document.text
    assert "open: 24" in document.text
    assert "Shown: 2 of 27 Member States; the totals are of the whole pool." in document.text


def test_chosen_columns_stand_in_the_order_asked_for_after_the_state(adopted: Forum) -> None:
    document = printed(adopted, columns=[TableColumn.GAP, TableColumn.SHARE, TableColumn.GAP])
    assert "Member State Gap Share" in document.lines
    assert row_of(document, "Belgium") == "Belgium 608 3.8462 %"


@pytest.mark.parametrize(
    ("column", "sweden"),
    [
        (TableColumn.EXACT_FAIR_SHARE, "804.69"),
        (TableColumn.FAIR_SHARE_EUR, f"EUR 16{NARROW}093{NARROW}846.15"),
        (TableColumn.DEDUCTED, "0"),
        (TableColumn.CRISIS_CREDIT, "3"),
        (TableColumn.BENEFICIARIES, "–"),
        (TableColumn.OFFSETS_PLANNED, "–"),
        (TableColumn.OFFSET_OPTION, "no"),
        (TableColumn.BENEFITTING_SINCE, "–"),
        (TableColumn.NOTE, "–"),
    ],
)
def test_columns_that_are_hidden_at_first_can_be_printed(adopted: Forum, column: TableColumn, sweden: str) -> None:
    """A 26th of 21 000 less 3 are 804.692…; times 20 000 that is 16 093 846.15."""
    assert row_of(printed(spoken(adopted), columns=[column]), "Sweden") == f"Sweden {sweden}"


def test_since_when_a_state_benefits_is_a_date(adopted: Forum) -> None:
    document = printed(spoken(adopted), columns=[TableColumn.BENEFITTING_SINCE])
    assert row_of(document, "Finland").replace("\u00a0", " ") == "Finland (benefitting) 1 January 2026"


def test_nothing_is_said_of_a_reduction_without_data_and_what_there_is_with_them(adopted: Forum) -> None:
    assessment = assess(adopted)
    rows = (
        replace(assessment.rows[0], reduction_eligible=True),
        replace(assessment.rows[1], reduction_eligible=False, cover_relocations=40),
        *assessment.rows[2:],
    )
    document = printed(replace(assessment, rows=rows), columns=[TableColumn.REDUCTION, TableColumn.COVER])
    assert row_of(document, "Belgium") == "Belgium eligible –"
    assert row_of(document, "Bulgaria") == "Bulgaria no 40"
    assert row_of(document, "Czechia") == "Czechia not known –"


def test_columns_that_do_not_fit_beside_each_other_go_on_in_a_further_table(adopted: Forum) -> None:
    document = printed(adopted, columns=TableColumn)
    assert len(document.pages) > 1
    assert all("Member State" in page.text and "Belgium" in page.text for page in document.pages)
    assert not [line for line in document.lines if line.startswith("Netherl") and not line.startswith("Netherlands ")]
    narrow = printed(adopted, columns=[TableColumn.NOTE], sheet=Sheet(Paper.LETTER, orientation=Orientation.PORTRAIT))
    assert len(narrow.pages) == 1


def test_figures_are_those_on_screen(sample: Forum) -> None:
    """Cell by cell, where the screen shows a number: without the spaces of its own and the signs of its unit."""
    assessment = assess(sample)
    subjects = {each.code: each for each in subjects_of(assessment, NAMES)}
    compared = (Column.FAIR_SHARE, Column.SHARE, Column.GAP, Column.EQUIVALENTS, Column.RELOCATIONS, Column.FINANCIAL)
    document = printed(assessment, columns=[TableColumn(column.key) for column in compared])
    for code, name in NAMES.items():
        row = row_of(document, name)
        cells = cells_of(subjects[code])
        for column in compared:
            if any(sign.isdigit() for sign in cells[column].text):
                assert cells[column].text in row


def test_every_page_is_marked_and_numbered(adopted: Forum) -> None:
    document = printed(extreme(adopted))
    assert len(document.pages) > 1
    for number, page in enumerate(document.pages, 1):
        assert page.width > page.height
        assert page.lines[:2] == ("RESTREINT UE/EU RESTRICTED",) * 2
        assert any(f"Fingerprint {FINGERPRINT}" in line and f"Page {number} of" in line for line in page.lines)
        assert "DRAFT – not adopted" in page.lines
        assert "Member State" in page.text
    assert document.properties["Title"].startswith("Pledge table: ")


@pytest.mark.parametrize("kind", ["sample", "adopted", "extreme", "spoken"])
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("sheet", [Sheet(), Sheet(Paper.LETTER, Margins.NARROW, Orientation.PORTRAIT), Sheet(Paper.A3)])
def test_nothing_lies_over_anything_or_in_the_margins(
    kind: str, language: str, sheet: Sheet, sample: Forum, adopted: Forum
) -> None:
    forum = {"sample": sample, "adopted": adopted, "extreme": extreme(adopted), "spoken": spoken(adopted)}[kind]
    page = sheet.page(own_landscape=True)
    for each in printed(forum, language=language, sheet=sheet).pages:
        assert (round(each.width, 2), round(each.height, 2)) == (page.width, page.height)
        assert_sound(each, page.side)


def assert_sound(page: PrintedPage, side: float) -> None:
    for place, box in enumerate(page.boxes):
        if box.right - box.left < 40 and box.right < side and box.left > 8:
            continue  # the draft strip runs up the left margin
        assert box.left > side - 1
        assert box.right < page.width - side + 1
        assert all(box.overlap(other) < 0.5 for other in page.boxes[:place])


def test_the_main_columns_of_the_built_in_forum_fit_on_a_page(sample: Forum) -> None:
    for language in ("en", "nl"):
        assert len(printed(sample, language=language).pages) == 1


def test_a_forum_without_states_says_so() -> None:
    assert "None recorded." in printed(Forum()).text


def test_without_reference_numbers_no_value_of_a_relocation_is_named(adopted: Forum) -> None:
    text = printed(replace(adopted, pool=replace(adopted.pool, relocations=None))).text
    assert "One relocation counts" not in text
    assert "not known" in text


def test_an_estimate_accuses_nobody(sample: Forum) -> None:
    assert "a gap against them accuses nobody" in printed(sample).text


def test_the_same_state_columns_and_paper_give_the_same_bytes(sample: Forum) -> None:
    assert printed(sample).data == printed(sample).data
    assert printed(sample).data != printed(sample, sheet=Sheet(Paper.A3)).data


def test_a_relocation_that_counts_cents_says_so(adopted: Forum) -> None:
    forum = replace(adopted, pool=replace(adopted.pool, financial_cents=420_000_000_50))
    assert assess(forum).totals.rate_eur == Fraction(420_000_000_50, 2_100_000)
    assert f"One relocation counts EUR 20{NARROW}000.00." in printed(forum).text
