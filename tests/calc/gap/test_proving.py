"""Suggestions are settled exactly, and shown only if the assessment agrees."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import CannotChangeError, ChangeKind, PledgeColumn, RecordPledge
from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge
from desktop_app.calc.gap import annual_pool, proposal
from desktop_app.calc.gap.books import BOOKS, book_of
from desktop_app.calc.gap.explanation import (
    added_words,
    derivation_of,
    lines_of,
    missing_words,
    money_in_all,
    persons_in_all,
)
from desktop_app.calc.gap.limits import Kind, Limit, LimitKind
from desktop_app.calc.gap.posing import problem_of
from desktop_app.calc.gap.problem import Candidate, GapProblem, Ground, NotStated, Unit
from desktop_app.calc.gap.proposal import Outcome, Way, ignored_of, prove
from desktop_app.calc.gap.settling import settled
from desktop_app.calc.gap.several import Several
from desktop_app.calc.gap.target import Target
from desktop_app.calc.gap.words import amount_words
from tests.calc.evaluator import evaluate
from tests.calc.gap.pools import RATE_CENTS, pledged, pool

ONE = Fraction(1)
SHARES = {"BE": 50, "DE": 30, "FR": 20}


def candidate(code: str = "BE", share: int = 10, **changes: object) -> Candidate:
    usual = Candidate(code, Fraction(share), Fraction(0), None, None, Fraction(0), False, Kind.RELOCATIONS, ONE)
    return replace(usual, **changes)  # type: ignore[arg-type]  # fields of a candidate


def amounts(**held: int) -> dict[str, Fraction]:
    return {code: Fraction(amount) for code, amount in held.items()}


def test_a_person_that_rounding_lost_is_added_where_it_weighs_least() -> None:
    problem = GapProblem(Fraction(10), (candidate("BE", 100), candidate("DE", 10)))
    rough = {"BE": Fraction(9999, 2000), "DE": Fraction(5)}
    assert settled(problem, rough) == amounts(BE=5, DE=5)


def test_what_is_too_much_is_taken_off_where_it_weighs_most() -> None:
    problem = GapProblem(Fraction(10), (candidate("BE", 100), candidate("DE", 10)))
    assert settled(problem, amounts(BE=6, DE=6)) == amounts(BE=6, DE=4)
    assert settled(problem, amounts(BE=10, DE=3)) == amounts(BE=10)


def test_what_counts_no_more_is_not_asked_for() -> None:
    useful = candidate("BE", useful=Fraction(7, 2))
    other = candidate("DE", 1000)
    assert settled(GapProblem(Fraction(5), (useful, other)), amounts(BE=9, DE=1)) == amounts(BE=3, DE=2)
    assert settled(GapProblem(Fraction(3), (useful,)), amounts(BE=1)) == amounts(BE=3)
    assert settled(GapProblem(Fraction(4), (useful,)), amounts(BE=4)) is None


def test_limits_hold_whatever_is_suggested() -> None:
    problem = GapProblem(Fraction(4), (candidate(least=Fraction(2), most=Fraction(4)),))
    assert settled(problem, amounts(BE=1)) == amounts(BE=4)
    assert settled(problem, amounts(BE=99)) == amounts(BE=4)
    assert settled(GapProblem(Fraction(5), problem.candidates), amounts(BE=9)) is None
    assert settled(GapProblem(Fraction(1), (candidate(least=Fraction(2), most=ONE),)), amounts(BE=1)) is None


def test_who_must_be_asked_is_asked_and_who_need_not_is_not() -> None:
    must = candidate("BE", must=True)
    counts_already = candidate("DE", bonus=Fraction(3))
    assert settled(GapProblem(Fraction(3), (must, counts_already)), amounts(DE=0)) == amounts(BE=0, DE=0)
    assert settled(GapProblem(Fraction(0), (counts_already,)), amounts(DE=0)) == {}


def test_what_cannot_be_given_cannot_be_reached() -> None:
    assert candidate(most=Fraction(2), useful=ONE, bonus=ONE).most_gain == 2
    assert GapProblem(Fraction(3), (candidate(most=Fraction(2)),)).missing == 1
    assert GapProblem(Fraction(3), (candidate(),)).missing == 0
    assert not GapProblem(Fraction(3), (candidate(most=Fraction(2)),)).is_possible


# ------------------------------------------------------------------------------------------------------------- proof


def ground_of(forum: Forum, target: Target = Target.REFERENCE_NUMBER) -> Ground:
    before = assess(forum)
    found = book_of(before).ground_of(before, target)
    assert isinstance(found, Ground)
    return found


def words_of(forum: Forum, target: Target) -> str:
    before = assess(forum)
    found = book_of(before).ground_of(before, target)
    assert isinstance(found, NotStated)
    return found.words


def three(**pledges: Pledge) -> Forum:
    return pool(1000, SHARES, {"BE": pledged(400), "DE": pledged(100), "FR": pledged(100), **pledges})


def proved(forum: Forum, given: Mapping[str, Fraction], *limits: Limit) -> proposal.Proposal | None:
    ground = ground_of(forum)
    problem = problem_of(ground, limits)
    return prove(assess(forum), problem, ground, limits, given, Way.SMALLEST)


def test_a_proposal_that_leaves_a_person_missing_is_not_shown() -> None:
    assert proved(three(), amounts(BE=400)) is not None
    assert proved(three(), amounts(BE=399)) is None


def test_a_proposal_beyond_a_limit_is_not_shown() -> None:
    assert proved(three(), amounts(BE=400), Limit(LimitKind.UP_TO, "BE", Fraction(399))) is None
    assert proved(three(), amounts(BE=400), Limit(LimitKind.AT_LEAST, "BE", Fraction(801))) is None


def test_a_change_that_cannot_be_recorded_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> Several:
        raise CannotChangeError("no")

    book = BOOKS[assess(three()).forum.procedure]
    refusing = Several((), "no", ChangeKind.PLEDGE)
    monkeypatch.setattr(Several, "apply_to", refuse)
    monkeypatch.setattr(proposal, "book_of", lambda _assessment: replace(book, change_of=lambda *_all: refusing))
    assert proved(three(), amounts(BE=400)) is None


def test_a_forum_that_the_program_would_not_record_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposal, "problems", lambda _forum: iter(["too much"]))
    assert proved(three(), amounts(BE=400)) is None


def test_several_changes_are_one_step() -> None:
    two = tuple(RecordPledge(code, PledgeColumn.RELOCATIONS, 7) for code in ("BE", "DE"))
    step = Several(two, "Both", ChangeKind.PLEDGE)
    assert (step.kind, step.title(three())) == (ChangeKind.PLEDGE, "Both: 2 plans")
    assert [step.apply_to(three()).state(code).pledge.relocations for code in SHARES] == [7, 7, 100]
    assert Several(two[:1], "One", ChangeKind.PLEDGE).title(three()) == "One: Belgium: relocations 7"


# ------------------------------------------------------------------------------------------------------------ grounds


def test_without_what_a_target_rests_on_the_question_cannot_be_put() -> None:
    forum = pool(1000, SHARES, {})
    assert "reference numbers" in words_of(
        replace(forum, pool=replace(forum.pool, relocations=None)), Target.FAIR_SHARES
    )
    assert "proposal is not recorded" in words_of(forum, Target.OFFSETS)
    unknown = replace(forum, key=replace(forum.key, adopted_shares=forum.key.adopted_shares[1:], states=(
        replace(forum.key.states[0], population=None), *forum.key.states[1:])))  # fmt: skip
    for target in (Target.FAIR_SHARES, Target.NO_SHORTFALL):
        assert "fair shares are not known" in words_of(unknown, target)
    assert [each.code for each in ground_of(unknown).barred] == ["BE"]


def test_what_is_reached_is_said() -> None:
    done = three(BE=pledged(800))
    assert words_of(done, Target.REFERENCE_NUMBER).endswith("already.")
    assert words_of(done, Target.NO_SHORTFALL).endswith("already.")
    assert words_of(replace(done, pool=replace(done.pool, proposal_relocations=2000)), Target.OFFSETS).endswith(
        "already."
    )


def test_a_measure_without_a_value_bars_a_state_from_what_is_counted_in_equivalents() -> None:
    blank = Pledge(5, None, (AlternativeMeasure("staff"),))
    forum = three(FR=blank)
    assert [each.code for each in ground_of(forum).barred] == ["FR"]
    assert "what is missing of France" in words_of(forum, Target.FAIR_SHARES)
    proposed = replace(forum, pool=replace(forum.pool, proposal_relocations=2000))
    assert [each.code for each in ground_of(proposed, Target.OFFSETS).states] == list(SHARES)


def test_a_state_outside_the_key_and_one_without_a_share_cannot_be_asked() -> None:
    forum = three()
    credit = tuple(replace(each, crisis_credit=500 if each.code == "BE" else 0) for each in forum.states)
    outside = replace(
        forum,
        states=credit,
        key=replace(forum.key, states=(*forum.key.states[:2], replace(forum.key.states[2], participates=False))),
    )
    ground = ground_of(outside)
    assert [each.code for each in ground.barred] == ["BE", "FR"]
    limits = (Limit(LimitKind.UP_TO, "FR", ONE), Limit(LimitKind.FIXED, "BE"))
    assert [each.code for each in ignored_of(ground, limits)] == ["FR"]
    fair = ground_of(outside, Target.FAIR_SHARES)
    assert [(each.code, each.needed) for each in fair.states] == [("DE", Fraction(200))]


def test_a_blank_leaves_a_state_out_of_the_indicator() -> None:
    measures = (AlternativeMeasure("staff", value_cents=RATE_CENTS),)
    forum = pool(1000, SHARES, {"BE": pledged(0, measures=5), "DE": Pledge(10, alternative=measures), "FR": pledged(1)})
    ground = ground_of(forum, Target.NO_SHORTFALL)
    assert [each.code for each in ground.barred] == ["DE"]
    only = replace(forum, readings=(("shortfall-cover", "relocation-only"),))
    assert ground_of(only, Target.NO_SHORTFALL).barred == ()


def test_what_is_supposed_names_what_is_blank() -> None:
    ground = ground_of(pool(1000, SHARES, {"BE": pledged(1), "DE": Pledge(1, None)}))
    assert [each.supposed for each in ground.states] == [
        "",
        "not recorded yet and supposed to be none: alternative measures",
        "nothing is recorded yet; beside what is added, none is supposed",
    ]
    assert annual_pool.is_reached(assess(three()), Target.OFFSETS, ()) is False


# -------------------------------------------------------------------------------------------------------- explanation


def outcome_of(forum: Forum, given: Mapping[str, Fraction], *limits: Limit, cut: bool = False) -> Outcome:
    ground = ground_of(forum)
    held = proved(forum, given, *limits)
    assert held is not None
    return Outcome(
        Target.REFERENCE_NUMBER, assess(forum), limits, ground, proposals=(replace(held, is_smallest=not cut),)
    )


def test_a_proposal_is_explained_with_its_numbers() -> None:
    forum = three(DE=Pledge(100))
    outcome = outcome_of(forum, amounts(DE=400), Limit(LimitKind.FIXED, "BE"), cut=True)
    assert missing_words(outcome) == (
        "Missing for the reference number: 500 persons-equivalent (500 of 1\u202f000 persons-equivalent stand). "
        "Recorded beside it: 100 persons-equivalent, which count once their states are complete."
    )
    lines = lines_of(outcome, outcome.proposals[0])
    assert lines[3].startswith("The search was ended after its time")
    assert lines[4] == (
        "Germany: +\u00a0400 relocations, 133.33\u00a0% of its share of 300; 100 persons-equivalent recorded already "
        "count once its pledge is complete (not recorded yet and supposed to be none: financial contribution and "
        "alternative measures)."
    )
    assert lines[5] == "Limits kept: Belgium: fixed."


def test_its_formula_gives_what_is_still_missing() -> None:
    outcome = outcome_of(three(DE=Pledge(100)), amounts(DE=400))
    derivation = derivation_of(outcome, outcome.proposals[0])
    assert derivation is not None
    assert derivation.value == 0
    held = {each.name: each.value for each in derivation.inputs}
    assert evaluate(derivation.formula, held) == derivation.value
    assert held == {"wanted": 1000, "counted": 500, "added": (400,), "completed": (100,)}


def test_what_is_added_in_words() -> None:
    first = pool(1000, SHARES, {"BE": Pledge(1000), "DE": pledged(), "FR": pledged()})
    outcome = outcome_of(first, amounts(BE=0))
    assert missing_words(outcome) == (
        "Missing for the reference number: 1\u202f000 persons-equivalent. "
        "Recorded beside it: 1\u202f000 persons-equivalent, which count once their states are complete."
    )
    (only,) = outcome.proposals[0].asked
    assert outcome.ground is not None
    assert added_words(only, outcome.ground) == "says what is not recorded"
    both = replace(only, persons=1, cents=RATE_CENTS)
    assert added_words(both, outcome.ground) == "+\u00a01 relocation and EUR\u00a020\u202f000"
    assert added_words(replace(only, code="DE"), outcome.ground) == "nothing more"
    held = replace(outcome.proposals[0], asked=(both, both))
    assert (persons_in_all(held), money_in_all(held)) == (2, 2 * RATE_CENTS)


def test_what_counts_for_a_target_that_money_does_not_reach() -> None:
    forum = replace(three(), pool=replace(three().pool, proposal_relocations=1300))
    ground = ground_of(forum, Target.OFFSETS)
    limits = (Limit(LimitKind.IN_KIND, "BE", only=Kind.MONEY), Limit(LimitKind.AT_LEAST, "BE", Fraction(401)))
    held = prove(assess(forum), problem_of(ground, limits), ground, limits, amounts(BE=1, DE=50), Way.SMALLEST)
    assert held is not None
    outcome = Outcome(Target.OFFSETS, assess(forum), limits, ground, proposals=(held,))
    derivation = derivation_of(outcome, held)
    assert derivation is not None
    assert [each.value for each in derivation.inputs if each.name == "added"] == [(0, 50)]


def test_what_counts_for_the_fair_shares_ends_at_each() -> None:
    forum = three(DE=pledged(300), FR=pledged(200))
    ground = ground_of(forum, Target.FAIR_SHARES)
    limits = (Limit(LimitKind.AT_LEAST, "BE", Fraction(510)),)
    held = prove(assess(forum), problem_of(ground, limits), ground, limits, amounts(BE=110), Way.SMALLEST)
    assert held is not None
    derivation = derivation_of(Outcome(Target.FAIR_SHARES, assess(forum), limits, ground, proposals=(held,)), held)
    assert derivation is not None
    assert [each.value for each in derivation.inputs if each.name == "added"] == [(100,)]


def test_without_a_ground_there_is_nothing_to_explain() -> None:
    outcome = outcome_of(three(), amounts(BE=400))
    nothing = replace(outcome, ground=None, words="The reference numbers are not known.")
    assert missing_words(nothing) == "The reference numbers are not known."
    assert lines_of(nothing, outcome.proposals[0]) == ()
    assert derivation_of(nothing, outcome.proposals[0]) is None


def test_amounts_in_words() -> None:
    assert amount_words(ONE, Unit.PERSONS) == "1 person"
    assert amount_words(Fraction(5, 2), Unit.PERSONS) == "2.50 persons"
    assert amount_words(Fraction(24_000), Unit.THOUSANDS) == "EUR\u00a024\u202f000\u202f000"
    assert amount_words(Fraction(1, 3), Unit.EQUIVALENTS, alone=False) == "0.33"


def test_the_thirty_per_cent_of_the_pool() -> None:
    # Only BE has a measure: it leaves 500 - 150 of 1 000, and 50 more leave 300.
    forum = three(BE=pledged(150, measures=0))
    ground = ground_of(forum, Target.NO_SHORTFALL)
    problem = problem_of(ground, ())
    assert prove(assess(forum), problem, ground, (), amounts(BE=49), Way.SMALLEST) is None
    assert prove(assess(forum), problem, ground, (), amounts(BE=50), Way.SMALLEST) is not None
