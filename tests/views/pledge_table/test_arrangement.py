"""Sorted, filtered, grouped: protocol order decides within equals, and nothing is lost or doubled."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calc.consequences import Verdict
from desktop_app.calc.forum import Deduction, DeductionBasis, DeductionStage, Forum, Pledge
from desktop_app.calc.member_states import POSITION, PROTOCOL_ORDER
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from desktop_app.views.pledge_table.arrangement import PROTOCOL, Arrangement, Group, Line, Only
from desktop_app.views.pledge_table.columns import (
    CHOOSABLE,
    DEFAULT_COLUMNS,
    Column,
    column_called,
    columns_kept,
    id_of,
)
from desktop_app.views.pledge_table.rows import Subject, cells_of, subjects_of
from desktop_app.views.typed_table.cells import Cell

SAMPLE = read_document(resource("samples", "annual-pool-2026.json").read_bytes())

numbers = st.one_of(st.just(ABSENT), st.none(), st.integers(0, 3))
pledges = st.builds(Pledge, relocations=numbers, financial_cents=numbers, alternative=st.sampled_from([ABSENT, None]))
forums = st.lists(st.tuples(st.sampled_from(PROTOCOL_ORDER[4:]), pledges), max_size=12).map(
    lambda made: pledged(SAMPLE, dict(made))
)
arrangements = st.builds(
    Arrangement,
    sort=st.one_of(st.none(), st.sampled_from(list(Column))),
    descending=st.booleans(),
    text=st.sampled_from(["", "a", " LAND", "el", "q"]),
    verdicts=st.frozensets(st.sampled_from(list(Verdict)), max_size=2),
    only=st.frozensets(st.sampled_from(list(Only)), max_size=1),
    grouped=st.booleans(),
)


def pledged(forum: Forum, pledges: dict[str, Pledge]) -> Forum:
    for code, pledge in pledges.items():
        forum = forum.with_state(replace(forum.state(code), pledge=pledge))
    return forum


def table_of(forum: Forum) -> tuple[list[Subject], list[Sequence[Cell]]]:
    subjects = subjects_of(assess(forum), PROTOCOL_ORDER)
    return subjects, [cells_of(subject, CHOOSABLE) for subject in subjects]


def codes_of(lines: Sequence[Line]) -> list[str]:
    return [line for line in lines if isinstance(line, str)]


@settings(max_examples=150, deadline=None)
@given(forums, arrangements)
def test_no_state_is_lost_or_doubled_and_equals_keep_protocol_order(forum: Forum, arrangement: Arrangement) -> None:
    subjects, cells = table_of(forum)
    lines = arrangement.lines(subjects, cells)
    codes = codes_of(lines)
    assert len(codes) == len(set(codes))
    if not arrangement.is_filtered:
        assert sorted(codes) == sorted(PROTOCOL_ORDER)
    for one, other in pairwise(lines):
        if isinstance(one, str) and isinstance(other, str):
            assert stands_before(arrangement, cells, one, other)


def stands_before(arrangement: Arrangement, cells: Sequence[Sequence[Cell]], one: str, other: str) -> bool:
    """Tell whether one line may stand right above another of the same group."""
    in_protocol_order = POSITION[one] < POSITION[other]
    if arrangement.sort is None:
        return in_protocol_order
    first, second = (cells[POSITION[code]][arrangement.sort].sort for code in (one, other))
    if first is None or second is None:
        return first is not None or (second is None and in_protocol_order)
    if isinstance(first, str) and isinstance(second, str):
        first, second = first.casefold(), second.casefold()
    if first == second:
        return in_protocol_order
    return (first > second) is arrangement.descending  # type: ignore[operator]  # both are numbers, or both texts


@settings(max_examples=60, deadline=None)
@given(forums, arrangements)
def test_groups_count_their_states_and_none_is_empty(forum: Forum, arrangement: Arrangement) -> None:
    subjects, cells = table_of(forum)
    lines = replace(arrangement, grouped=True).lines(subjects, cells)
    groups = [line for line in lines if isinstance(line, Group)]
    assert [code for group in groups for code in group.codes] == codes_of(lines)
    assert all(group.codes for group in groups)
    assert len({group.verdict for group in groups}) == len(groups)


def test_protocol_order_is_plain_and_says_nothing() -> None:
    subjects, cells = table_of(SAMPLE)
    assert PROTOCOL.is_plain
    assert PROTOCOL.lines(subjects, cells) == PROTOCOL_ORDER
    assert PROTOCOL.words() == PROTOCOL.filter_words() == ""


def test_highest_share_first_by_hand() -> None:
    subjects, cells = table_of(SAMPLE)
    lines = Arrangement(sort=Column.SHARE, descending=True).lines(subjects, cells)
    assert lines[:5] == ("DE", "FR", "IT", "ES", "PL")
    assert lines[-1] == "DK", "what has no share comes last"
    assert Arrangement(sort=Column.SHARE).lines(subjects, cells)[-1] == "DK", "whichever way"


def test_a_filter_asks_for_all_its_conditions() -> None:
    subjects, cells = table_of(pledged(SAMPLE, {"AT": Pledge(None, None, None), "PL": Pledge(None, None, None)}))
    no_pledge = Arrangement(verdicts=frozenset({Verdict.NO_PLEDGE}))
    assert no_pledge.lines(subjects, cells) == ("HU", "AT", "PL", "SK")
    assert replace(no_pledge, text="austr").lines(subjects, cells) == ("AT",)
    names = (Column.MEMBER_STATE,)
    assert replace(no_pledge, text="pl").lines(subjects, cells, names) == ("PL",), "a code"
    flagged = Arrangement(only=frozenset({Only.FLAGS})).lines(subjects, cells)
    assert flagged == tuple(code for code in PROTOCOL_ORDER if SAMPLE.state(code).flags)
    benefitting = SAMPLE.with_state(replace(SAMPLE.state("EL"), benefitting_since=SAMPLE.adopted))
    assert Arrangement(only=frozenset({Only.BENEFITTING})).lines(*table_of(benefitting)) == ("EL",)


def test_what_is_said_of_an_arrangement() -> None:
    said = Arrangement(sort=Column.COVERAGE, descending=True, grouped=True)
    assert said.words() == "sorted by coverage, highest first · grouped by verdict"
    assert Arrangement(sort=Column.MEMBER_STATE).words() == "sorted by Member State, A first"
    assert Arrangement(sort=Column.DEDUCTION, descending=True).words() == (
        "sorted by deduction, furthest advanced first"
    )
    assert Arrangement(sort=Column.BENEFITTING_SINCE).words() == "sorted by benefits since, earliest first"
    asked = Arrangement(
        text=" mal ", verdicts=frozenset({Verdict.NOT_KNOWN, Verdict.MET}), only=frozenset({Only.FINDINGS, Only.FLAGS})
    )
    assert asked.filter_words() == "“mal”, met, not recorded, with findings, with a flag"


def test_deductions_are_sorted_by_how_far_they_have_come() -> None:
    stages = dict(zip(("BE", "BG", "CZ", "DE"), reversed(list(DeductionStage)[:4]), strict=True))
    forum = replace(SAMPLE, states=tuple(replace(record, deductions=()) for record in SAMPLE.states))
    for code, stage in stages.items():
        deduction = Deduction(DeductionBasis.ARTICLE_61, stage)
        forum = forum.with_state(replace(forum.state(code), deductions=(deduction,)))
    lines = Arrangement(sort=Column.DEDUCTION).lines(*table_of(forum))
    assert lines[:6] == ("DE", "CZ", "BG", "BE", "DK", "EE")


@pytest.mark.parametrize("column", Column)
def test_every_column_is_found_again_by_its_id(column: Column) -> None:
    assert column_called(id_of(column)) is column


def test_remembered_columns_are_those_that_make_sense() -> None:
    assert columns_kept([]) == DEFAULT_COLUMNS
    assert columns_kept(["net", "no such column", "net", "member_state", "gap_eur"]) == (Column.NET, Column.GAP_EUR)
    assert columns_kept([""]) == DEFAULT_COLUMNS
    assert columns_kept(column.key for column in CHOOSABLE) == CHOOSABLE
