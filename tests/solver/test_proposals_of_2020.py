"""What would close a gap beside the law in force: search and rescue, migratory pressure, the voluntary mechanism."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.gap.explanation import derivation_of, lines_of, remedy_words
from desktop_app.calc.gap.limits import Limit, LimitKind
from desktop_app.calc.gap.proposal import Outcome, Proposal, Way
from desktop_app.calc.gap.target import TARGETS, Target, targets_of
from desktop_app.calc.migratory_pressure import PressureResponseAct
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.voluntary import Need, Signatory, Voluntary, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.solver.closing import close_gap
from tests.calc.response_forums import LAST_DAY, forum, plan
from tests.pressure_small import assessed, small_pressure, with_plan

KEY = {"DE": 4, "FR": 4, "IT": 2}
"""Of 100 persons the key asks Germany and France for 40 each; nobody is asked for Italy's 20."""
NEEDS = {"IT": 100}
ALL = Limit(LimitKind.EVERYBODY, amount=Fraction(1), words="100 %")
OPEN = {"forum_ended": None, "path": None}


def persons_of(proposal: Proposal) -> dict[str, int]:
    return {each.code: each.persons for each in proposal.asked}


def rescue(*plans: ResponsePlan, **recorded: object) -> Forum:
    return forum(KEY, NEEDS, *plans, **{**OPEN, **recorded})  # type: ignore[arg-type]  # fields of the record


def asked(held: Forum, target: Target, *limits: Limit) -> Outcome:
    return close_gap(assess(held), target, limits)


def test_the_reports_total_is_reached_by_revised_plans() -> None:
    held = rescue(plan("DE", 10, 30), plan("FR", 21))
    outcome = asked(held, Target.REPORT_TOTAL)
    # 69 are missing: 35 + 34, as half of a person weighs.
    assert [len(each.asked) for each in outcome.proposals] == [1, 1, 2]
    widest = outcome.proposals[-1]
    assert (widest.way, sum(persons_of(widest).values()), widest.largest.persons) == (Way.WIDEST, 69, 35)
    after = SearchAndRescueAssessment.of(widest.after)
    assert after.totals.pledged == after.totals.report_total == 100
    revised = after.row("DE").plan
    assert revised is not None
    assert (revised.revision, revised.reference, revised.measures_persons) == (1, "DE-SAR-1", Fraction(30))
    assert widest.change.title(held) == "What would close the gap: 2 plans"
    assert outcome.proposals[0].change.title(held).endswith("plan (Rev) 1")


def test_nobody_is_asked_for_what_falls_on_a_state_of_disembarkation() -> None:
    outcome = asked(rescue(plan("DE", 10, 30), plan("FR", 20)), Target.REPORT_TOTAL, ALL)
    (conflict,) = outcome.conflicts
    # 123 % of 40 are 49.2, rounded up 50 each.
    assert conflict.missing == 20
    assert conflict.loosenings[0].instead == "nobody above 123\u00a0% of its fair share, rounded up"
    assert remedy_words(outcome) == "Enough: to leave out “Nobody above 100 % of its fair share, rounded up”."
    assert outcome.ground is not None
    assert [each.code for each in outcome.ground.barred] == ["IT"]


@pytest.mark.parametrize(
    ("reading", "pledged", "expected"),
    [
        # DE has measures and leaves 40 - x of 100 (A), of 80 (C); B counts all that nobody pledges, FR's too.
        ("A", 9, {"DE": 1}),
        ("C", 15, {"DE": 1}),
        ("B", 48, {"DE": 2}),
    ],
)
def test_the_thirty_per_cent_test_under_each_reading(reading: str, pledged: int, expected: dict[str, int]) -> None:
    held = rescue(plan("DE", pledged, 30), plan("FR", 20), readings={"shortfall": reading})
    outcome = asked(held, Target.NO_SHORTFALL, Limit(LimitKind.FIXED, "FR"))
    assert persons_of(outcome.proposals[0]) == expected
    enough = rescue(plan("DE", pledged + sum(expected.values()), 30), plan("FR", 20), readings={"shortfall": reading})
    assert asked(enough, Target.NO_SHORTFALL).is_reached


def test_each_asked_state_at_its_key_number_measures_counting() -> None:
    held = rescue(plan("DE", 10, 30), plan("FR", 15))
    outcome = asked(held, Target.KEY_NUMBERS)
    assert [persons_of(each) for each in outcome.proposals] == [{"FR": 25}]
    assert asked(rescue(plan("DE", 10, 30), plan("FR", 40)), Target.KEY_NUMBERS).is_reached


def test_an_awaited_plan_is_a_first_one_and_late_ones_count_nowhere() -> None:
    late = rescue(plan("DE", 10, 30, submitted=date(2026, 11, 15)))
    outcome = asked(late, Target.KEY_NUMBERS)
    assert outcome.ground is not None
    assert [each.code for each in outcome.ground.barred] == ["DE", "FR", "IT"]
    waiting = replace(rescue(plan("DE", 40)), as_of=LAST_DAY)
    first = asked(waiting, Target.KEY_NUMBERS).proposals[0]
    handed_in = SearchAndRescueAssessment.of(first.after).row("FR").plan
    assert handed_in is not None
    assert (handed_in.revision, handed_in.submitted, handed_in.relocations) == (0, LAST_DAY, 40)


@pytest.mark.parametrize(
    ("today", "ended", "is_stated"),
    [(date(2026, 11, 20), True, True), (date(2026, 11, 21), True, False), (date(2027, 1, 1), False, True)],
)
def test_plans_are_revised_up_to_the_end_of_the_forum(today: date, ended: bool, is_stated: bool) -> None:
    recorded = {"forum_ended": date(2026, 11, 20)} if ended else {}
    held = replace(rescue(plan("DE", 10, 30), plan("FR", 15), **recorded), as_of=today)
    outcome = asked(held, Target.REPORT_TOTAL)
    assert bool(outcome.proposals) is is_stated
    assert outcome.words.startswith("The forum ended on 20\u00a0November\u00a02026") is not is_stated


def test_without_a_total_or_a_key_nothing_can_be_asked() -> None:
    assert "is not known" in asked(forum(KEY, {"IT": None}, **OPEN), Target.REPORT_TOTAL).words
    outsider = forum({"DE": 4, "FR": 0, "IT": 2}, NEEDS, **OPEN)
    assert "is not known" in asked(outsider, Target.NO_SHORTFALL).words


# ------------------------------------------------------------------------------------------------- migratory pressure


def pressure(covered: int, readings: tuple[tuple[str, str], ...] = (), **changes: object) -> Forum:
    plans = with_plan("FR", covered=Fraction(covered))
    return assessed(readings, plans=plans, forum_ended=None, act=PressureResponseAct(), **changes).forum


@pytest.mark.parametrize(("covered", "expected"), [(301, {"FR": 1}), (300, None), (350, {"FR": 50})])
def test_measures_cover_less_until_thirty_per_cent_are_short(covered: int, expected: dict[str, int] | None) -> None:
    outcome = asked(pressure(covered), Target.NO_SHORTFALL)
    if expected is None:
        assert outcome.is_reached
        return
    assert persons_of(outcome.proposals[0]) == expected
    revised = PressureAssessment.of(outcome.proposals[0].after).row("FR").plan
    assert revised is not None
    assert (revised.revision, revised.covered, revised.shares) == (1, Fraction(300), with_plan("FR")[1].shares)


def test_its_key_number_by_persons_is_no_more_than_measures_cover() -> None:
    outcome = asked(pressure(120), Target.KEY_NUMBERS)
    assert [persons_of(each) for each in outcome.proposals] == [{"FR": 120}]
    assert outcome.ground is not None
    assert [each.code for each in outcome.ground.barred] == ["DE", "EL", "SE"]
    at_least = Limit(LimitKind.AT_LEAST, "FR", Fraction(401), words="401 persons")
    assert asked(pressure(120), Target.NO_SHORTFALL, at_least).conflicts


def test_pressure_after_the_act_and_without_a_report() -> None:
    assert "The forum ended on 10" in asked(small_pressure(), Target.NO_SHORTFALL).words
    after_act = replace(assessed(forum_ended=None).forum, as_of=date(2027, 3, 20))
    assert "The act was adopted on 19" in asked(after_act, Target.NO_SHORTFALL).words
    nothing = replace(small_pressure(), key=replace(small_pressure().key, states=()))
    assert "not known" in asked(nothing, Target.NO_SHORTFALL).words


# -------------------------------------------------------------------------------------------------------- voluntary


def voluntary(*pledges: VoluntaryPledge, needs: tuple[Need, ...] = (Need("IT", 100, 5_000_050),)) -> Forum:
    signed = tuple(Signatory(code) for code in ("DE", "FR", "IT", "NO"))
    left = Signatory("LI", withdrawn=date(2026, 1, 1))
    recorded = Voluntary(signatories=(*signed, left), needs=needs, pledges=pledges)
    return Forum(procedure=Procedure.VOLUNTARY, voluntary=recorded)


def test_needs_are_covered_by_signatories_that_have_none() -> None:
    held = voluntary(VoluntaryPledge("DE", benefitting="IT", relocations=40))
    outcome = asked(held, Target.PERSONS_NEEDED)
    assert [list(persons_of(each).values()) for each in outcome.proposals] == [[60], [60], [60], [20, 20, 20]]
    assert all("IT" not in each.codes for each in outcome.proposals)
    assert VoluntaryAssessment.of(outcome.proposals[0].after).totals.unmet_relocations == 0
    assert outcome.proposals[0].change.title(held) == "What would close the gap: 1 pledge"
    assert "part of one state" not in " ".join(lines_of(outcome, outcome.proposals[0]))


def test_money_is_needed_to_the_cent() -> None:
    outcome = asked(voluntary(), Target.MONEY_NEEDED)
    assert [each.cents for each in outcome.proposals[0].asked] == [5_000_050]
    derivation = derivation_of(outcome, outcome.proposals[0])
    assert derivation is not None
    assert derivation.value == 0
    covered = asked(voluntary(VoluntaryPledge("DE", financial_cents=5_000_050)), Target.MONEY_NEEDED)
    assert covered.is_reached


def test_a_state_whose_share_of_the_key_is_not_known_cannot_be_asked() -> None:
    held = rescue(plan("DE", 10, 30), plan("FR", 1))
    nothing = replace(held, key=replace(held.key, adopted_shares=(("FR", Fraction(0)),)))
    outcome = asked(nothing, Target.REPORT_TOTAL)
    assert outcome.ground is not None
    assert [each.code for each in outcome.ground.barred] == ["FR", "IT"]
    swedish = pressure(120)
    nothing = replace(swedish, key=replace(swedish.key, adopted_shares=(("SE", Fraction(0)),)))
    outcome = asked(nothing, Target.KEY_NUMBERS)
    assert outcome.ground is not None
    assert {each.code for each in outcome.ground.barred} == {"DE", "EL", "SE"}


def test_a_test_of_nobody_cannot_be_worked_out() -> None:
    held = rescue(plan("DE", 10, 30), readings={"shortfall": "C"})
    nobody = replace(held, key=replace(held.key, adopted_shares=(("DE", Fraction(0)), ("FR", Fraction(0)))))
    assert "cannot be worked out" in asked(nobody, Target.NO_SHORTFALL).words


def test_without_a_need_there_is_no_gap() -> None:
    assert asked(voluntary(needs=()), Target.PERSONS_NEEDED).words == "No need of this kind is recorded."


def test_every_procedure_has_targets() -> None:
    assert set(TARGETS) == set(Procedure)
    assert all(targets_of(procedure) for procedure in Procedure)
