"""What would close a gap beside the law in force, suggested by hand: small key, small numbers, every refusal."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.gap.books import book_of
from desktop_app.calc.gap.explanation import derivation_of, lines_of, remedy_words
from desktop_app.calc.gap.limits import Limit, LimitKind, in_force
from desktop_app.calc.gap.posing import problem_of
from desktop_app.calc.gap.problem import Ground, NotStated, Unit
from desktop_app.calc.gap.proposal import Outcome, Proposal, Way, may_be_asked, prove
from desktop_app.calc.gap.settling import settled
from desktop_app.calc.gap.target import TARGETS, Target, targets_of
from desktop_app.calc.migratory_pressure import PressureResponseAct
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.voluntary import Need, Signatory, Voluntary, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from tests.calc.response_forums import LAST_DAY, forum, plan
from tests.pressure_small import assessed, small_pressure, with_plan

KEY = {"DE": 4, "FR": 4, "IT": 2}
"""Of 100 persons the key asks Germany and France for 40 each; nobody is asked for Italy's 20."""
OPEN = {"forum_ended": None, "path": None}


def stated(held: Forum, target: Target) -> Ground:
    before = assess(held)
    found = book_of(before).ground_of(before, target)
    assert isinstance(found, Ground)
    return found


def refused(held: Forum, target: Target) -> str:
    before = assess(held)
    found = book_of(before).ground_of(before, target)
    assert isinstance(found, NotStated)
    return found.words


def is_reached(held: Forum, target: Target) -> bool:
    before = assess(held)
    return book_of(before).is_reached(before, target, may_be_asked(stated(held, target), ()))


def suggested(held: Forum, target: Target, *given: Limit, **amounts: int) -> Proposal | None:
    """Settle and prove a suggestion."""
    ground = stated(held, target)
    limits = in_force(ground.defaults, given)
    problem = problem_of(ground, limits)
    exact = settled(problem, {code: Fraction(amount) for code, amount in amounts.items()})
    return None if exact is None else prove(assess(held), problem, ground, limits, exact, Way.SMALLEST)


def added(held: Forum, target: Target, *given: Limit, **amounts: int) -> dict[str, int] | None:
    """Return the persons that a suggestion leads to, by state."""
    found = suggested(held, target, *given, **amounts)
    return None if found is None else {each.code: each.persons for each in found.asked}


def outcome_of(held: Forum, target: Target, found: Proposal, *limits: Limit) -> Outcome:
    return Outcome(target, assess(held), limits, stated(held, target), proposals=(found,))


def up_to(code: str, amount: int) -> Limit:
    return Limit(LimitKind.UP_TO, code, Fraction(amount), words=f"{amount} persons")


# ------------------------------------------------------------------------------------------------- search and rescue


def rescue(*plans: ResponsePlan, **recorded: object) -> Forum:
    return forum(KEY, {"IT": 100}, *plans, **{**OPEN, **recorded})  # type: ignore[arg-type]  # fields of the record


def test_revised_plans_reach_the_reports_total_and_keep_all_else() -> None:
    held = rescue(plan("DE", 10, 30), plan("FR", 21))
    # 100 - 10 - 21 = 69; three too many are taken off where they weigh most.
    assert added(held, Target.REPORT_TOTAL, DE=36, FR=36) == {"DE": 36, "FR": 33}
    assert added(held, Target.REPORT_TOTAL, up_to("DE", 20), up_to("FR", 48), DE=69, FR=69) is None
    assert not is_reached(held, Target.REPORT_TOTAL)
    found = suggested(held, Target.REPORT_TOTAL, DE=35, FR=34)
    assert found is not None
    assert found.codes == {"DE", "FR"}
    assert (found.added, found.largest.code) == (Fraction(69), "DE")
    after = SearchAndRescueAssessment.of(found.after).row("DE").plan
    assert after is not None
    assert (after.revision, after.relocations, after.measures_persons) == (1, 45, Fraction(30))
    assert found.change.title(held) == "What would close the gap: 2 plans"
    lines = lines_of(outcome_of(held, Target.REPORT_TOTAL, found), found)
    assert lines[3] == (
        "Germany: +\u00a035 relocations, 87.50\u00a0% of its share of 40 "
        "(by a revision of its plan in the forum, (Rev) 1)."
    )
    assert lines[-1].startswith("Proved:")
    assert len(lines) == 6


@pytest.mark.parametrize(
    ("reading", "pledged", "missing"),
    [
        # DE has measures and leaves 40 - x of 100 (A); B counts all that nobody pledges, FR's too.
        ("A", 9, 1),
        ("B", 48, 2),
    ],
)
def test_the_thirty_per_cent_test_under_a_reading(reading: str, pledged: int, missing: int) -> None:
    held = rescue(plan("DE", pledged, 30), plan("FR", 20), readings={"shortfall": reading})
    assert not is_reached(held, Target.NO_SHORTFALL)
    assert added(held, Target.NO_SHORTFALL, DE=missing) == {"DE": missing}
    assert added(held, Target.NO_SHORTFALL, Limit(LimitKind.FIXED, "DE"), DE=missing) is None
    enough = rescue(plan("DE", pledged + missing, 30), plan("FR", 20), readings={"shortfall": reading})
    assert is_reached(enough, Target.NO_SHORTFALL)


def test_a_pledge_of_a_state_without_measures_fills_the_indicator_under_one_reading_only() -> None:
    of_all = rescue(plan("DE", 48, 30), plan("FR", 20), readings={"shortfall": "B"})
    assert added(of_all, Target.NO_SHORTFALL, FR=2) == {"FR": 2}
    of_some = rescue(plan("DE", 9, 30), plan("FR", 20), readings={"shortfall": "A"})
    assert added(of_some, Target.NO_SHORTFALL, Limit(LimitKind.FIXED, "DE"), FR=20) is None


def test_measures_count_towards_a_key_number() -> None:
    held = rescue(plan("DE", 10, 30), plan("FR", 15))
    ground = stated(held, Target.KEY_NUMBERS)
    assert [ground.wanted, ground.counted, ground.need] == [80, 55, 0]
    assert added(held, Target.KEY_NUMBERS) == {"FR": 25}
    assert added(held, Target.KEY_NUMBERS, up_to("FR", 24)) is None
    assert is_reached(rescue(plan("DE", 10, 30), plan("FR", 40)), Target.KEY_NUMBERS)


def test_an_awaited_plan_is_a_first_one_and_a_late_or_missing_one_bars() -> None:
    late = stated(rescue(plan("DE", 10, 30, submitted=date(2026, 11, 15))), Target.KEY_NUMBERS)
    assert [(each.code, each.why.partition(",")[0]) for each in late.barred] == [
        ("DE", "Its first plan came late"),
        ("FR", "No plan came in time"),
        ("IT", "It benefits; nobody asks it for its part."),
    ]
    waiting = replace(rescue(plan("DE", 40)), as_of=LAST_DAY)
    assert [each.supposed for each in stated(waiting, Target.KEY_NUMBERS).states] == [
        "by a revision of its plan in the forum, (Rev) 1",
        "by its first plan, which is awaited",
    ]
    found = suggested(waiting, Target.KEY_NUMBERS)
    assert found is not None
    first = SearchAndRescueAssessment.of(found.after).row("FR").plan
    assert first is not None
    assert (first.revision, first.submitted, first.relocations) == (0, LAST_DAY, 40)


@pytest.mark.parametrize(("today", "is_open"), [(date(2026, 11, 20), True), (date(2026, 11, 21), False)])
def test_plans_are_revised_up_to_the_end_of_the_forum(today: date, is_open: bool) -> None:
    held = replace(rescue(plan("DE", 10, 30), plan("FR", 15), forum_ended=date(2026, 11, 20)), as_of=today)
    if is_open:
        assert added(held, Target.REPORT_TOTAL, DE=75) == {"DE": 75}
    else:
        assert refused(held, Target.REPORT_TOTAL).startswith("The forum ended on 20\u00a0November\u00a02026: a plan")


def test_without_a_total_a_key_or_a_share_nothing_can_be_asked() -> None:
    assert "is not known" in refused(forum(KEY, {"IT": None}, **OPEN), Target.REPORT_TOTAL)
    held = rescue(plan("DE", 10, 30), plan("FR", 1))
    without = replace(held, key=replace(held.key, adopted_shares=(("FR", Fraction(0)),)))
    assert [each.code for each in stated(without, Target.REPORT_TOTAL).barred] == ["FR", "IT"]
    of_nobody = rescue(plan("DE", 10, 30), readings={"shortfall": "C"})
    nobody = replace(of_nobody, key=replace(held.key, adopted_shares=(("DE", Fraction(0)), ("FR", Fraction(0)))))
    assert "cannot be worked out" in refused(nobody, Target.NO_SHORTFALL)


# ------------------------------------------------------------------------------------------------- migratory pressure


def pressure(covered: int) -> Forum:
    plans = with_plan("FR", covered=Fraction(covered))
    return assessed((), plans=plans, forum_ended=None, act=PressureResponseAct()).forum


def test_measures_cover_less_until_thirty_per_cent_are_short() -> None:
    held = pressure(350)
    assert not is_reached(held, Target.NO_SHORTFALL)
    found = suggested(held, Target.NO_SHORTFALL, FR=50)
    assert found is not None
    assert [(each.code, each.persons, each.cents) for each in found.asked] == [("FR", 50, 0)]
    revised = PressureAssessment.of(found.after).row("FR").plan
    assert revised is not None
    assert (revised.revision, revised.covered, revised.shares) == (1, Fraction(300), with_plan("FR")[1].shares)
    assert added(held, Target.NO_SHORTFALL, up_to("FR", 49), FR=50) is None
    assert is_reached(pressure(300), Target.NO_SHORTFALL)


def test_a_key_number_by_persons_is_what_measures_cover() -> None:
    held = pressure(120)
    ground = stated(held, Target.KEY_NUMBERS)
    assert [ground.wanted - ground.counted, ground.need] == [120, 0]
    assert [each.code for each in ground.barred] == ["DE", "EL", "SE"]
    assert added(held, Target.KEY_NUMBERS) == {"FR": 120}
    assert added(held, Target.KEY_NUMBERS, up_to("FR", 119)) is None
    assert not is_reached(held, Target.KEY_NUMBERS)
    without = replace(held, key=replace(held.key, adopted_shares=(("SE", Fraction(0)),)))
    why = {each.code: each.why.partition(",")[0] for each in stated(without, Target.KEY_NUMBERS).barred}
    assert why["SE"] == "Its share of the key is not known"


def test_pressure_after_the_forum_or_the_act_and_without_a_key() -> None:
    assert "The forum ended on 10" in refused(small_pressure(), Target.NO_SHORTFALL)
    after_act = replace(assessed(forum_ended=None).forum, as_of=date(2027, 3, 20))
    assert "The act was adopted on 19" in refused(after_act, Target.NO_SHORTFALL)
    nothing = replace(small_pressure(), key=replace(small_pressure().key, states=()))
    assert "not known" in refused(nothing, Target.NO_SHORTFALL)


# -------------------------------------------------------------------------------------------------------- voluntary


def voluntary(*pledges: VoluntaryPledge, needs: tuple[Need, ...] = (Need("IT", 100, 5_000_050),)) -> Forum:
    signed = tuple(Signatory(code) for code in ("DE", "FR", "IT", "NO"))
    left = Signatory("LI", withdrawn=date(2026, 1, 1))
    recorded = Voluntary(signatories=(*signed, left), needs=needs, pledges=pledges)
    return Forum(procedure=Procedure.VOLUNTARY, voluntary=recorded)


def test_needs_are_covered_by_signatories_that_have_none() -> None:
    held = voluntary(VoluntaryPledge("DE", benefitting="IT", relocations=40))
    ground = stated(held, Target.PERSONS_NEEDED)
    assert ground.unit is Unit.PERSONS
    assert [ground.wanted, ground.counted, ground.need] == [100, 40, 60]
    assert "LI" in [each.code for each in ground.barred]
    assert may_be_asked(ground, ground.defaults) == {"DE", "FR", "NO"}
    assert added(held, Target.PERSONS_NEEDED, DE=20, FR=20, NO=20) == {"DE": 20, "FR": 20, "NO": 20}
    assert added(held, Target.PERSONS_NEEDED, IT=60) is None
    found = suggested(held, Target.PERSONS_NEEDED, FR=60)
    assert found is not None
    assert VoluntaryAssessment.of(found.after).totals.unmet_relocations == 0
    assert found.change.title(held) == "What would close the gap: 1 pledge"
    assert lines_of(outcome_of(held, Target.PERSONS_NEEDED, found), found)[3] == (
        "France: +\u00a060 relocations (by a pledge for nobody in particular)."
    )


def test_money_is_needed_to_the_cent() -> None:
    held = voluntary()
    found = suggested(held, Target.MONEY_NEEDED, DE=30, FR=21)
    assert found is not None
    # 50 000.50 in all: the larger one gives what the other leaves.
    assert {each.code: each.cents for each in found.asked} == {"DE": 2_900_050, "FR": 2_100_000}
    assert found.change.title(held) == "What would close the gap: 2 pledges"
    derivation = derivation_of(outcome_of(held, Target.MONEY_NEEDED, found), found)
    assert derivation is not None
    assert derivation.value == 0
    assert not is_reached(held, Target.MONEY_NEEDED)
    assert is_reached(voluntary(VoluntaryPledge("DE", financial_cents=5_000_050)), Target.MONEY_NEEDED)


def test_without_a_need_there_is_no_gap() -> None:
    assert refused(voluntary(needs=()), Target.PERSONS_NEEDED) == "No need of this kind is recorded."


# ----------------------------------------------------------------------------------------------------- in all of them


def test_what_has_to_be_left_out_is_said_in_one_sentence() -> None:
    nothing = Outcome(Target.REPORT_TOTAL, assess(rescue()), (), None)
    assert remedy_words(nothing) == ""
    one = Limit(LimitKind.FIXED, "DE")
    assert remedy_words(replace(nothing, remedy=(one,))) == "Enough: to leave out “Germany: fixed”."
    both = (one, Limit(LimitKind.FIXED, "FR"))
    assert remedy_words(replace(nothing, remedy=both)) == (
        "Enough together: to leave out “Germany: fixed” and “France: fixed”."
    )


def test_every_procedure_has_targets() -> None:
    assert set(TARGETS) == set(Procedure)
    assert all(targets_of(procedure) for procedure in Procedure)
