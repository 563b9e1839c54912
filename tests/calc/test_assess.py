"""What holds for every assessment, whatever the forum."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calc.explain import explain
from desktop_app.calc.forum import (
    Applications,
    AssociatedContribution,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Forum,
    Key,
    KeyState,
    Pledge,
    Pool,
    SharesStatus,
    StateRecord,
)
from desktop_app.calc.member_states import ASSOCIATED_NAMES
from desktop_app.calc.rulebooks.annual_pool.book import RULES, assess, rule_of
from desktop_app.calc.validity import problems
from tests.calc.strategies import edits, few_cents, lively_forums
from tests.strategies import forums


@given(forum=lively_forums())
@settings(max_examples=25)
def test_the_strategy_makes_forums_that_may_be_recorded(forum: Forum) -> None:
    assert problems(replace(forum, key=replace(forum.key, adopted_shares=()))) == []


@given(forum=lively_forums())
@settings(max_examples=25)
def test_computed_shares_make_the_whole(forum: Forum) -> None:
    assessment = assess(replace(forum, key=replace(forum.key, adopted_shares=())))
    shares = [row.share for row in assessment.rows if row.in_key]
    if shares and None not in shares:
        assert sum(share for share in shares if share is not None) == 1
    else:
        assert set(shares) <= {None}


@given(forum=lively_forums(), chance=st.randoms(use_true_random=False))
def test_the_order_of_the_states_changes_nothing(forum: Forum, chance: Any) -> None:
    def shuffled(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(values, len(values)))

    key = replace(forum.key, states=shuffled(forum.key.states), adopted_shares=shuffled(forum.key.adopted_shares))
    other = replace(forum, key=key, states=shuffled(forum.states), applications=shuffled(forum.applications))
    before, after = assess(forum), assess(other)
    assert after.rows == before.rows
    assert after.totals == before.totals
    assert after.findings == before.findings
    assert after.deadlines == before.deadlines


@given(data=st.data())
@settings(max_examples=25)
def test_what_is_reused_changes_nothing(data: st.DataObject) -> None:
    forum = data.draw(lively_forums())
    assessment = assess(forum)
    for _step in range(data.draw(st.integers(1, 5))):
        forum = data.draw(edits(forum))
        assessment = assess(forum, assessment)
        assert assessment == assess(forum)


@given(forum=forums(), other=forums())
@settings(max_examples=15)
def test_an_assessment_of_another_forum_is_no_harm(forum: Forum, other: Forum) -> None:
    assert assess(forum, assess(other)) == assess(forum)


@given(data=st.data())
def test_a_granted_deduction_changes_no_other_state(data: st.DataObject) -> None:
    forum = data.draw(lively_forums())
    code = data.draw(st.sampled_from(forum.codes()))
    amounts = DeductionAmounts(data.draw(st.integers(0, 30)), data.draw(few_cents()), data.draw(few_cents()))
    granted = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.GRANTED, data.draw(st.sampled_from([None, amounts])))
    record = forum.state(code)
    before = assess(forum.with_state(record))
    after = assess(forum.with_state(replace(record, deductions=(*record.deductions, granted))))
    touched = {
        "deducted_relocations",
        "deducted_financial_cents",
        "deducted_alternative_cents",
        "deducted_equivalents",
        "net_equivalents",
        "deduction_stage",
    }
    for old, new in zip(before.rows, after.rows, strict=True):
        changed = {each.name for each in fields(old) if getattr(old, each.name) != getattr(new, each.name)}
        assert changed <= (touched if old.code == code else set())
    pool = {each.name for each in fields(before.totals)} - {"net_equivalents", "effective_gap_relocations"}
    for name in pool:
        assert getattr(before.totals, name) == getattr(after.totals, name)


def numbers(value: object) -> list[object]:
    """Every leaf of a value made of dataclasses, mappings and tuples."""
    if is_dataclass(value):
        return [leaf for each in fields(value) for leaf in numbers(getattr(value, each.name))]
    if isinstance(value, tuple | list | set | frozenset):
        return [leaf for each in value for leaf in numbers(each)]
    if hasattr(value, "items"):
        return [leaf for pair in value.items() for leaf in numbers(pair)]
    return [value]


@given(forum=lively_forums())
def test_there_is_no_float_anywhere(forum: Forum) -> None:
    for leaf in numbers(assess(forum)):
        assert not isinstance(leaf, float | complex)
        if isinstance(leaf, Fraction):
            assert isinstance(leaf.numerator, int)


@given(forum=forums())
@settings(max_examples=25)
def test_findings_speak_for_themselves(forum: Forum) -> None:
    assessment = assess(forum)
    ranks = [finding.severity.rank for finding in assessment.findings]
    assert ranks == sorted(ranks)
    for finding in assessment.findings:
        rule = rule_of(finding.rule)
        assert finding.reference == rule.reference
        assert finding.status is rule.status
        assert finding.message.endswith(".")
        assert finding.state in {None, *forum.codes(), *ASSOCIATED_NAMES} | {
            code for code, _ in forum.key.adopted_shares
        } | {answer.state for answer in forum.acknowledgements}
    assert assessment.blocks == tuple(each for each in assessment.findings if each.severity.rank == 0)


@given(forum=lively_forums())
def test_nothing_to_report_is_no_finding(forum: Forum) -> None:
    met = {row.code for row in assess(forum).rows if row.met}
    accused = {each.state for each in assess(forum).findings if each.rule == "AMMR-57-3b"}
    none_pledged = {record.code for record in forum.states if record.pledge.is_explicitly_none}
    assert accused & met <= none_pledged


def test_rules_have_particulars() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.title
        assert rule.reference
        assert rule.text.endswith(".")
        assert isinstance(rule.severity, Enum)
        assert rule.check.__doc__


def test_no_rule_has_another_name() -> None:
    with pytest.raises(KeyError):
        rule_of("AMMR-0")


def test_a_row_is_found_by_its_code() -> None:
    assessment = assess(Forum(key=Key(states=(KeyState("BE", 1, 1),))))
    assert assessment.row("BE").share == 1
    with pytest.raises(KeyError):
        assessment.row("LV")


def test_where_nobody_applied_nobody_carries_twice_the_average() -> None:
    years = tuple((year, 0) for year in range(2021, 2026))
    states = (KeyState("BE", 1_000_000, 1), KeyState("LV", 1_000_000, 1))
    forum = Forum(key=Key(states=states), applications=tuple(Applications(each.code, years) for each in states))
    assert [row.reduction_eligible for row in assess(forum).rows] == [False, False]
    assert "no state had applications from 2021 to 2025" in explain(assess(forum), "reduction_eligible", "BE").words


SMALL = Forum(
    as_of=date(2026, 12, 7),
    key=Key(states=(KeyState("BE", 8_000_000, 800), KeyState("LV", 2_000_000, 200))),
    pool=Pool(relocations=1000, financial_cents=2_000_000_000),
    states=(StateRecord("BE", pledge=Pledge(800, None, None)), StateRecord("LV", pledge=Pledge(100, None, None))),
)


def test_a_change_of_one_state_leaves_the_others_as_they_were() -> None:
    before = assess(SMALL)
    changed = SMALL.with_state(StateRecord("LV", pledge=Pledge(200, None, None)))
    after = assess(changed, before)
    assert after == assess(changed)
    assert after.row("BE") is before.row("BE")
    assert after.row("LV").met


def test_a_change_of_what_all_rest_on_reaches_all() -> None:
    before = assess(SMALL)
    changed = replace(SMALL, pool=replace(SMALL.pool, relocations=2000, financial_cents=4_000_000_000))
    assert assess(changed, before) == assess(changed)
    assert assess(changed, before).row("BE").exact_fair_share == 1600


# Applications a head in each year: Belgium 4, Latvia 1, the Union 34 / 10 = 3.4, so nobody reaches twice. Then Latvia
# has 40 and the Union 112 / 10 = 11.2, so Latvia does.
FEW = tuple(
    Applications(code, tuple((year, count) for year in range(2021, 2026)))
    for code, count in (("BE", 32_000_000), ("LV", 2_000_000))
)
MANY = (FEW[0], replace(FEW[1], years=tuple((year, 80_000_000) for year in range(2021, 2026))))


@pytest.mark.parametrize(
    "part",
    [
        {"key": replace(SMALL.key, adopted_shares=(("BE", Fraction(70)),))},
        {"applications": MANY},
        {"readings": (("rounding", "nearest"), ("shortfall-cover", "relocation-only"))},
        {"adopted": date(2026, 12, 7)},
        {"shares_status": SharesStatus.ESTIMATE},
        {"as_of": date(2027, 2, 1)},
    ],
    ids=lambda part: next(iter(part)),
)
def test_a_change_of_any_common_part_is_seen(part: dict[str, Any]) -> None:
    asked = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, requested=date(2026, 12, 1))
    latvia = StateRecord("LV", pledge=Pledge(100, None, None), deductions=(asked,))
    start = replace(SMALL.with_state(latvia), applications=FEW)
    before = assess(start)
    changed: Forum = replace(start, **part)
    assert assess(changed, before) == assess(changed)
    assert assess(changed) != replace(before, forum=changed)


@pytest.mark.parametrize(
    ("stages", "shown"),
    [
        ("announced requested", "requested"),
        ("assessed requested", "assessed"),
        ("refused requested", "refused"),
        ("announced granted refused", "granted"),
    ],
)
def test_the_furthest_stage_is_shown(stages: str, shown: str) -> None:
    deductions = tuple(Deduction(DeductionBasis.ARTICLE_62, DeductionStage(each)) for each in stages.split())
    row = assess(SMALL.with_state(StateRecord("LV", deductions=deductions))).row("LV")
    assert row.deduction_stage is DeductionStage(shown)


def test_no_deduction_has_no_stage() -> None:
    assert assess(SMALL).row("LV").deduction_stage is None


def test_what_blocks_the_final_annex_is_named() -> None:
    assert {each.rule for each in assess(SMALL).blocks} == set()
    blank = SMALL.with_state(StateRecord("LV"))
    assert [(each.rule, each.state) for each in assess(blank).blocks] == [("AMMR-57-1", "LV")]


@pytest.mark.parametrize("year", [1, 2, 9999])
def test_every_year_of_the_calendar_has_its_deadlines_or_none(year: int) -> None:
    due = [deadline.due for deadline in assess(Forum(year=year)).deadlines]
    before = [f"{year - 1:04}-{day}" for day in ("06-01", "07-15", "09-01", "09-30", "10-15", "12-31")]
    after = [] if year == 9999 else [f"{year + 1:04}-01-31"]
    assert due == ([] if year == 1 else [*before, f"{year:04}-12-31", *after])


def test_deadlines_stand_by_day_then_rule_then_code() -> None:
    asked = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.REQUESTED, requested=date(2026, 12, 2))
    under_61 = replace(asked, basis=DeductionBasis.ARTICLE_61)
    records = (("LV", asked), ("AT", asked), ("SE", under_61))
    forum = Forum(states=tuple(StateRecord(code, deductions=(deduction,)) for code, deduction in records))
    forum = forum.with_state(StateRecord("BE", deductions=(replace(asked, requested=date(2026, 12, 1)),)))
    assert [(each.due, each.rule, each.state) for each in assess(forum).deadlines] == [
        ("2026-12-29", "AMMR-62-4", "BE"),
        ("2026-12-30", "AMMR-61-3", "SE"),
        ("2026-12-30", "AMMR-62-4", "AT"),
        ("2026-12-30", "AMMR-62-4", "LV"),
    ]


def test_findings_stand_gravest_first_then_the_forums_then_by_protocol_order() -> None:
    contributions = tuple(AssociatedContribution(code) for code in ("CH", "IS", "NO", "LI"))
    assessment = assess(replace(SMALL, associated=contributions, states=()))
    assert [(each.severity.value, each.state) for each in assessment.findings] == [
        ("block", "BE"),
        ("block", "LV"),
        ("warn", None),
        ("warn", None),
        ("info", None),
        ("info", "IS"),
        ("info", "LI"),
        ("info", "NO"),
        ("info", "CH"),
    ]
