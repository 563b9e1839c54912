"""A pasted block: where each cell goes, what it would record, and what is never guessed."""

from dataclasses import replace
from typing import Final

import pytest

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.text import terms
from desktop_app.models.any_forum import sample
from desktop_app.models.block import Block, read_block
from desktop_app.models.block_places import Target, Verdict
from desktop_app.models.clipboard import Piece, read_clipboard
from tests.models.table_reading.books import plain

COLUMNS: Final = (
    ("Relocations (persons)", PledgeColumn.RELOCATIONS),
    ("Financial (EUR)", PledgeColumn.FINANCIAL),
    ("Alternative (EUR)", PledgeColumn.ALTERNATIVE),
    ("Equivalents (relocations)", None),
)
FROM_BELGIUM: Final = Target(PROTOCOL_ORDER, COLUMNS)
TAKEN, UNCHANGED, EMPTY, LABEL = Verdict.TAKEN, Verdict.UNCHANGED, Verdict.EMPTY, Verdict.LABEL
READ_ONLY, OUTSIDE, REFUSED = Verdict.READ_ONLY, Verdict.OUTSIDE, Verdict.REFUSED


@pytest.fixture(scope="module")
def empty() -> Forum:
    forum = sample()
    return replace(forum, states=tuple(replace(record, pledge=Pledge(), deductions=()) for record in forum.states))


@pytest.fixture(scope="module")
def now(empty: Forum) -> AnnualPoolAssessment:
    return assess(empty)


def block(text: str, now: AnnualPoolAssessment, target: Target = FROM_BELGIUM) -> Block:
    return read_block(read_clipboard(text), target, now)


def verdicts(found: Block) -> list[list[Verdict]]:
    return [[cell.verdict for cell in row] for row in found.rows]


def words(found: Block, row: int = 0, column: int = 0) -> str:
    return plain(found.rows[row][column].words)


def test_by_place(now: AnnualPoolAssessment) -> None:
    found = block("310\t8.44m\tnone\t7\t8\n\tNA", now)
    assert verdicts(found) == [[TAKEN, TAKEN, TAKEN, READ_ONLY, OUTSIDE], [EMPTY, REFUSED]]
    assert found.change is not None
    assert found.change.cells == (
        RecordPledge("BE", PledgeColumn.RELOCATIONS, 310),
        RecordPledge("BE", PledgeColumn.FINANCIAL, 844_000_000),
        RecordPledge("BE", PledgeColumn.ALTERNATIVE, None),
    )
    assert found.change.title(now.forum) == "Paste: 3 pledges of 1 Member State"
    assert (found.left_out, found.count(TAKEN), found.name_columns, found.heading_row) == (3, 3, 0, None)
    assert found.how.startswith("Matched by place, from Belgium, Relocations (persons) on")
    assert words(found, 0, 1) == "EUR 8 440 000."
    assert words(found, 1, 1).startswith("“NA” is not a number")
    assert words(found, 0, 3) == "Equivalents (relocations) is worked out or recorded elsewhere."


def test_by_name_in_any_order(now: AnnualPoolAssessment) -> None:
    found = block("x\tFinancial, EUR\tNote\tRelocations\nLatvia\t5\tn\t7\nel\t\t\t1\nGR\t1\t\t2", now)
    assert verdicts(found) == [
        [LABEL, LABEL, LABEL, LABEL],
        [LABEL, TAKEN, READ_ONLY, TAKEN],
        [LABEL, EMPTY, EMPTY, TAKEN],
        [OUTSIDE, REFUSED, EMPTY, REFUSED],
    ]
    assert found.change is not None
    assert [(cell.code, cell.value) for cell in found.change.cells] == [("LV", 500), ("LV", 7), ("EL", 1)]
    assert (found.name_columns, found.heading_row) == (1, 0)
    assert words(found, 3, 0) == "No Member State is called “GR”. Greece is EL."


def test_names_that_stand_there_twice_are_not_guessed(now: AnnualPoolAssessment) -> None:
    found = block("x\tRelocations\tRelocations\nLatvia\t5\t6", now)
    assert verdicts(found)[1] == [LABEL, REFUSED, REFUSED]
    assert "Two columns are headed relocations" in words(found, 1, 1)
    found = block("x\tRelocations\nLatvia\t5\nLV\t6", now)
    assert verdicts(found) == [[LABEL, LABEL], [LABEL, REFUSED], [LABEL, REFUSED]]
    assert words(found, 1, 1) == "Latvia stands there twice: which one counts is not guessed."


@pytest.mark.parametrize("text", ["x\ty", "1\t2\n3\t4", "5"])
def test_what_names_nothing_goes_by_place(now: AnnualPoolAssessment, text: str) -> None:
    found = block(text, now)
    assert (found.name_columns, found.heading_row) == (0, None)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        # A total below, a name of another language, a name that was merged away, a foreign code: refused, not shifted.
        ("Belgium\t100\nBulgaria\t20\nTotal\t120", [("BE", 100), ("BG", 20)]),
        ("Belgium\t100\nBulgarije\t20\nFrance\t30", [("BE", 100), ("BG", 20), ("FR", 30)]),
        ("België\t100\nBulharsko\t20", [("BE", 100)]),
        ("GR\t100\nBE\t1", [("BE", 1)]),
        ("Belgium\t100\n\t200\nFrance\t5", [("BE", 100), ("FR", 5)]),
        # The first columns of an export, a running number in front, a title and unknown headings above.
        ("BE\tBelgium\t100\nFR\tFrance\t5", [("BE", 100), ("FR", 5)]),
        ("1\tBelgium\t100", [("BE", 100)]),
        ("Pledges of the day\t\n\tRelocations\nFrance\t5", [("FR", 5)]),
        ("Member State\tpersons\tmoney\nFrance\t5", [("FR", 5)]),
        # Code and name of two states.
        ("DE\tFrance\t7\nBE\tBelgium\t1", [("BE", 1)]),
    ],
)
def test_a_block_with_names_never_slides(now: AnnualPoolAssessment, text: str, taken: list[tuple[str, int]]) -> None:
    for target in (FROM_BELGIUM, Target(PROTOCOL_ORDER, (("Member State", None), *COLUMNS))):
        found = block(text, now, target)
        cells = found.change.cells if found.change else ()
        assert [(cell.code, cell.value) for cell in cells] == taken
        assert {cell.column for cell in cells} <= {PledgeColumn.RELOCATIONS}


def test_names_without_numbers_take_nothing(now: AnnualPoolAssessment) -> None:
    assert block("Latvia\nFrance", now).change is None


def test_names_without_headings_keep_their_rows(now: AnnualPoolAssessment) -> None:
    found = block("Latvia\t5\t8.44m\nGreece\t6\n\t", now)
    assert verdicts(found)[:2] == [[LABEL, TAKEN, TAKEN], [LABEL, TAKEN]]
    assert found.change is not None
    assert [(cell.code, cell.column, cell.value) for cell in found.change.cells] == [
        ("LV", PledgeColumn.RELOCATIONS, 5),
        ("LV", PledgeColumn.FINANCIAL, 844_000_000),
        ("EL", PledgeColumn.RELOCATIONS, 6),
    ]
    assert found.how.startswith("Rows matched by name; columns by place")
    # With the cursor on the names themselves, they stand where they stood.
    same = block("Latvia\t5", now, Target(PROTOCOL_ORDER, (("Member State", None), *COLUMNS)))
    assert [[cell.column for cell in row] for row in same.rows] == [[None, PledgeColumn.RELOCATIONS]]
    again = block("Latvia\t5\nLV\t6\t1\t2\t3\t4", now)
    assert verdicts(again) == [[LABEL, REFUSED], [LABEL, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED]]
    beyond = block("Latvia\t1\t2\t3\t4\t5", now)
    assert verdicts(beyond) == [[LABEL, TAKEN, TAKEN, TAKEN, READ_ONLY, OUTSIDE]]


def test_headings_without_names_keep_their_columns(now: AnnualPoolAssessment) -> None:
    found = block("Financial\tRelocations\n8.44m\t5\n1m\t6", now, Target(PROTOCOL_ORDER[:1], COLUMNS))
    assert verdicts(found) == [[LABEL, LABEL], [TAKEN, TAKEN], [OUTSIDE, OUTSIDE]]
    assert found.change is not None
    assert [(cell.code, cell.column) for cell in found.change.cells] == [
        ("BE", PledgeColumn.FINANCIAL),
        ("BE", PledgeColumn.RELOCATIONS),
    ]
    assert found.how.startswith("Columns matched by heading; rows by place")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("NA", "“NA” is not a number"),
        ("1e3", "“1e3” is not a number"),
        ("12,5", "Relocations are whole persons: write 12 or 13."),
        ("1.234", "1 234 or 1.234? This can be meant both ways"),
        ("15/10/2026", "“15/10/2026” is not a number"),
        ("-5", "In a block a sign is not read as more or less than what stands there"),
        ("+5", "In a block a sign is not read"),
        ("−5", "In a block a sign is not read"),
        ("=1+1", "“=1+1” is not a number"),
    ],
)
def test_nothing_is_guessed(now: AnnualPoolAssessment, text: str, why: str) -> None:
    found = block(text, now)
    assert verdicts(found) == [[REFUSED]]
    assert words(found).startswith(why)
    assert found.change is None


def test_the_number_that_the_spreadsheet_holds_counts(now: AnnualPoolAssessment) -> None:
    pieces = ((Piece("1,234", "1234"), Piece("8,440,000", "8440000.5")), (Piece("5", "12.000000001"),))
    found = read_block(pieces, Target(("BE", "BG"), COLUMNS), now)
    assert verdicts(found) == [[TAKEN, TAKEN], [REFUSED]]
    assert words(found) == "1 234 persons, shown as 1,234."
    assert words(found, 0, 1) == "EUR 8 440 000.50, shown as 8,440,000."
    assert words(read_block(((Piece("5", "5"),),), FROM_BELGIUM, now)) == "5 persons."


@pytest.mark.parametrize(
    ("attributes", "text", "verdict", "why"),
    [
        ('sdval="46082" sdnum="1033;0;YYYY-MM-DD"', "2026", REFUSED, "The spreadsheet holds a date here (“2026”)."),
        ('sdval="1" sdnum="1033;0;BOOLEAN"', "TRUE", REFUSED, "This is a logical value of the spreadsheet"),
        ('sdval="0"', "#N/A", REFUSED, "This is an error of the spreadsheet (“#N/A”)."),
        ('sdval="0"', "5 mln", REFUSED, "The spreadsheet holds 0 here and shows “5 mln”"),
        ('sdval="5"', "5,00 €", REFUSED, "The spreadsheet shows “5,00 €” here, an amount of money"),
        ('sdval="5"', "5 kr", REFUSED, "The spreadsheet holds 5 here and shows “5 kr”"),
        ('sdval="5"', "rest", REFUSED, "The spreadsheet holds 5 here and shows “rest”"),
        ('sdval="0.5" sdnum="1033;0;0%"', "50%", TAKEN, "50 % of 649.78 = 324.89 → 325 persons."),
    ],
)
def test_what_the_spreadsheet_holds_is_no_number(
    now: AnnualPoolAssessment, attributes: str, text: str, verdict: Verdict, why: str
) -> None:
    pieces = read_clipboard(text, f"<table><tr><td {attributes}>{text}</td></tr></table>")
    found = read_block(pieces, FROM_BELGIUM, now)
    assert words(found).startswith(why)
    assert verdicts(found) == [[verdict]]


def test_rest_counts_what_the_block_records(now: AnnualPoolAssessment) -> None:
    found = block("100\trest", now)
    row = next(each for each in now.rows if each.code == "BE")
    assert row.exact_fair_share is not None
    assert now.totals.rate_eur is not None
    cents = -((-(row.exact_fair_share - 100) * now.totals.rate_eur * 100) // 1)
    change = found.rows[0][1].change
    assert change is not None
    assert change.value == cents
    found = block("rest\trest", now)
    assert verdicts(found) == [[REFUSED, REFUSED]]
    assert "twice in one row" in words(found)


def test_what_cannot_be_recorded(empty: Forum) -> None:
    latvia, greece = empty.state("LV"), empty.state("EL")
    two = (AlternativeMeasure("a", value_cents=1), AlternativeMeasure("b"))
    forum = empty.with_state(replace(latvia, pledge=Pledge(10, of_which_beneficiaries=5, alternative=two)))
    forum = forum.with_state(replace(greece, pledge=Pledge(7, None, ABSENT)))
    now = assess(forum)
    at_latvia = Target(("LV", "DK", None, "EL"), COLUMNS)
    found = block("3\t\t9\n1\n1\n7\tnone\tnothing recorded", now, at_latvia)
    assert verdicts(found) == [[REFUSED, EMPTY, REFUSED], [READ_ONLY], [OUTSIDE], [UNCHANGED, UNCHANGED, UNCHANGED]]
    assert words(found).startswith("5 is more than the 3 relocations it is part of")
    assert "2 alternative measures" in words(found, 0, 2)
    assert words(found, 1) == "Denmark is not bound by the Regulation: nothing is recorded for it."
    assert words(found, 3) == "7 persons. It stands there already."
    # Measures that stand there are erased knowingly, though no amount could be told.
    assert verdicts(block("\t\tnothing recorded", now, at_latvia)) == [[EMPTY, EMPTY, TAKEN]]


def test_a_block_at_the_heading_of_a_group(now: AnnualPoolAssessment) -> None:
    found = block("5\n6", now, Target((None, "BE"), COLUMNS))
    assert verdicts(found) == [[OUTSIDE], [TAKEN]]
    assert "from the cursor on" in found.how
    assert verdicts(block("5", now, Target((), ()))) == [[OUTSIDE]]


def test_a_block_copied_in_german_is_read_and_told_in_german(now: AnnualPoolAssessment) -> None:
    found = block("Mitgliedstaat\tÜbernahmen, Personen\tAlternative Maßnahmen, EUR\nÖsterreich\t5\t1.2345", now)
    assert found.change is not None
    assert found.change.cells == (RecordPledge("AT", PledgeColumn.RELOCATIONS, 5),)
    assert terms("de").said(found.rows[1][2].words).startswith("Nach dem Dezimalzeichen stehen höchstens zwei Ziffern")
