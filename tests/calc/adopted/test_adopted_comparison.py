"""Comparing a forum with the table of an adopted act: kinds of differences, exact differences, words."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.adopted import words
from desktop_app.calc.adopted.comparison import Checked, DifferenceKind, compare_with_act
from desktop_app.calc.adopted.figures import held_by
from desktop_app.calc.adopted.values import (
    REFERENCE,
    TOTAL,
    ActCell,
    ActTable,
    Column,
    HeadedColumn,
    Meaning,
    Nothing,
    Stated,
    Unreadable,
    UnreadRow,
)
from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.models.any_forum import sample


@pytest.fixture(scope="module")
def forum() -> AnnualPoolAssessment:
    """Return the built-in forum: Portugal pledges EUR 8 440 000, Ireland EUR 9 260 000."""
    return AnnualPoolAssessment.of(assess(sample()))


def act(rows: Mapping[str, Mapping[Column, Meaning]], unread: tuple[UnreadRow, ...] = ()) -> ActTable:
    found = [column for column in Column if any(column in row for row in rows.values())]
    columns = (
        HeadedColumn("A", "State", None),
        *(HeadedColumn(column.name, "", column) for column in found),
    )
    cells = {
        code: {column: ActCell(f"Act!{code}", "written", meaning) for column, meaning in row.items()}
        for code, row in rows.items()
    }
    return ActTable("act.csv", "0" * 64, "Act", "en", columns, cells, unread)


def only(checked: Checked, code: str) -> list[tuple[DifferenceKind, str]]:
    return [(each.kind, words.line(each)) for each in checked.differences if each.code == code]


def test_each_kind_of_difference_is_told_with_both_figures(forum: AnnualPoolAssessment) -> None:
    checked = compare_with_act(
        forum,
        act(
            {
                "PT": {Column.FINANCIAL: Stated(Fraction(8_440_001))},
                "IE": {Column.FINANCIAL: Nothing.EMPTY},
                "MT": {Column.FINANCIAL: Unreadable("“x” is no figure")},
                "FR": {Column.FINANCIAL: Stated(Fraction(5))},
                "BE": {Column.FINANCIAL: Stated(Fraction(12_900_000))},
                "DK": {Column.FINANCIAL: Nothing.EMPTY},
                "NO": {Column.FINANCIAL: Stated(Fraction(7))},
            }
        ),
    )
    assert only(checked, "PT") == [
        (
            DifferenceKind.OTHER,
            (
                "Portugal, financial contribution: "
                "forum EUR\u00a08\u202f440\u202f000, act EUR\u00a08\u202f440\u202f001, "
                "difference +EUR\u00a01 (other figure; Act!PT)"
            ),
        )
    ]
    assert [kind for kind, _line in only(checked, "IE")] == [DifferenceKind.MISSING_IN_ACT]
    assert only(checked, "MT")[0][1].endswith("(not readable: “x” is no figure; Act!MT)")
    assert [kind for kind, _line in only(checked, "FR")] == [DifferenceKind.MISSING_IN_FORUM]
    assert only(checked, "BE") == []
    # An associated state has no row in the forum's table.
    assert [kind for kind, _line in only(checked, "NO")] == [DifferenceKind.MISSING_IN_FORUM]
    assert checked.agreeing == 1
    assert not checked.is_same


def test_a_state_that_the_act_leaves_out_is_missing_and_totals_are_not(forum: AnnualPoolAssessment) -> None:
    checked = compare_with_act(forum, act({"PT": {Column.FINANCIAL: Stated(Fraction(8_440_000))}}))
    assert {each.code for each in checked.differences} == {"BE", "IE"}
    assert only(checked, "IE")[0][1].endswith("act no such row (missing in the act)")
    assert words.difference_words(checked.differences[0]) == ""
    assert "The act’s file has no row of this: Total." in list(words.explained(checked))


def test_none_is_not_nothing_recorded(forum: AnnualPoolAssessment) -> None:
    held = held_by(forum)
    none = next(code for code, row in held.items() if row.get(Column.FINANCIAL) is Nothing.NONE)
    absent = next(code for code, row in held.items() if row.get(Column.FINANCIAL) is Nothing.NOT_RECORDED)
    rows = {
        none: {Column.FINANCIAL: Nothing.NOT_RECORDED},
        absent: {Column.FINANCIAL: Nothing.NONE},
    }
    checked = compare_with_act(forum, act(rows))
    assert [kind for kind, _line in only(checked, none)] == [DifferenceKind.MISSING_IN_ACT]
    assert [kind for kind, _line in only(checked, absent)] == [DifferenceKind.MISSING_IN_FORUM]
    told = only(checked, absent)[0][1]
    assert "forum nothing recorded, act none" in told


def test_shares_are_compared_as_printed_and_full_numbers_with_their_own_decimals(forum: AnnualPoolAssessment) -> None:
    row = next(each for each in forum.rows if each.code == "DE")
    assert row.share is not None
    percent = row.share * 100
    same = compare_with_act(forum, act({"DE": {Column.SHARE: Stated(Fraction("21.6666"), 4)}}))
    assert only(same, "DE") == []
    assert same.decimals == {Column.SHARE: 4}
    other = compare_with_act(forum, act({"DE": {Column.SHARE: Stated(Fraction("21.6667"), 4)}}))
    difference = next(each for each in other.differences if each.code == "DE")
    assert (difference.forum, difference.difference) == (percent, Fraction(1, 10_000))
    assert words.difference_words(difference) == "+0.0001"
    full = Fraction(round(percent * 10**13), 10**13)
    cells = {"DE": {Column.SHARE: Stated(full, 13, is_full=True)}, "FR": {Column.SHARE: Stated(Fraction(1), 14)}}
    assert only(compare_with_act(forum, act(cells)), "DE") == []


@pytest.mark.parametrize(
    ("decimals", "words_of"),
    [
        (0, "Net in relocations: compared as whole numbers, as the act prints them."),
        (1, "Net in relocations: compared with one decimal, as the act prints it."),
        (2, "Net in relocations: compared with 2 decimals, as the act prints them."),
    ],
)
def test_how_calculated_columns_were_compared_is_told(
    forum: AnnualPoolAssessment, decimals: int, words_of: str
) -> None:
    checked = compare_with_act(forum, act({"PT": {Column.NET: Stated(Fraction(1), decimals)}}))
    assert words_of in list(words.explained(checked))


def test_totals_and_reference_numbers_are_compared_where_the_act_has_them(forum: AnnualPoolAssessment) -> None:
    held = held_by(forum)
    total = {column: Stated(value) for column, value in held[TOTAL].items() if isinstance(value, Fraction)}
    assert Column.BENEFICIARIES in total
    reference: dict[Column, Meaning] = {
        Column.FAIR_RELOCATIONS: Stated(Fraction(21_000)),
        Column.FAIR_EUR: Stated(Fraction(1)),
        Column.NET: Nothing.EMPTY,
    }
    nothing: dict[Column, Meaning] = dict.fromkeys(Column, Nothing.EMPTY)
    checked = compare_with_act(forum, act({TOTAL: total, REFERENCE: reference}))
    last = [each for each in checked.differences if each.code in (TOTAL, REFERENCE)]
    assert [(each.code, each.column) for each in last] == [(REFERENCE, Column.FAIR_EUR)]
    assert words.row_words(REFERENCE) == "Reference numbers"
    # What no annex prints a total of is not missing in one.
    empty = compare_with_act(forum, act({TOTAL: nothing}))
    missing = {each.column for each in empty.differences if each.code == TOTAL}
    assert Column.RELOCATIONS in missing
    assert not missing & {Column.SHARE, Column.FAIR_EUR, Column.BENEFICIARIES, Column.DEDUCTED}


def test_a_part_of_nothing_is_the_same_as_0(forum: AnnualPoolAssessment) -> None:
    rows: dict[str, dict[Column, Meaning]] = {
        "PT": {Column.DEDUCTED: Stated(Fraction()), Column.BENEFICIARIES: Stated(Fraction())},
        "FR": {Column.DEDUCTED: Nothing.EMPTY, Column.BENEFICIARIES: Nothing.EMPTY},
    }
    checked = compare_with_act(forum, act(rows))
    assert not {"PT", "FR"} & {each.code for each in checked.differences}


def test_a_total_of_shares_is_known_only_where_every_share_is(forum: AnnualPoolAssessment) -> None:
    assert held_by(forum)[TOTAL][Column.SHARE] == 100
    rows = tuple(replace(row, share=None) if row.code == "DE" else row for row in forum.rows)
    assert held_by(replace(forum, rows=rows))[TOTAL][Column.SHARE] is Nothing.EMPTY


def test_the_result_is_told_in_one_sentence_each(forum: AnnualPoolAssessment) -> None:
    held = held_by(forum)["PT"][Column.FAIR_EUR]
    assert isinstance(held, Fraction)
    rows = {
        code: {Column.FINANCIAL: _meaning(row[Column.FINANCIAL])}
        for code, row in held_by(forum).items()
        if Column.FINANCIAL in row
    }
    same = compare_with_act(forum, act(rows))
    assert same.is_same
    assert words.result_words(same).startswith("No difference. Figures that agree: ")
    one = compare_with_act(forum, act({**rows, "PT": {Column.FINANCIAL: Stated(Fraction("8440000.125"), 3)}}))
    assert words.result_words(one).startswith("1 cell differs. ")
    assert words.difference_words(one.differences[0]) == "+EUR 0.125"
    unread = compare_with_act(forum, act(rows, (UnreadRow("Act!A9", "x" * 70, "nobody"),)))
    assert not unread.is_same
    assert words.result_words(unread).startswith("0 cells differ. Rows of the act that are not compared: 1. ")
    assert words.unread_words(unread.table.unread[0]) == "not readable: nobody"
    assert list(words.explained(unread))[-1] == f"Row not compared: “{'x' * 60}…” (Act!A9): nobody."


def _meaning(held: object) -> Meaning:
    return Stated(held) if isinstance(held, Fraction) else Nothing.EMPTY


def test_where_every_column_is_compared_none_is_said_not_to_be(forum: AnnualPoolAssessment) -> None:
    rows: dict[str, dict[Column, Meaning]] = {"PT": dict.fromkeys(Column, Nothing.EMPTY)}
    table = act(rows)
    checked = compare_with_act(forum, replace(table, columns=table.columns[1:]))
    told = " ".join(words.explained(checked))
    assert "not compared" not in told
    missing = next(each for each in checked.differences if (each.code, each.column) == ("PT", Column.FINANCIAL))
    assert words.act_words(missing) == "no figure"
