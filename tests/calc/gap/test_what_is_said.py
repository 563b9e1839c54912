"""What is said of a question: open figures are dots, decimals only where they say something, remedies that work."""

from dataclasses import replace
from fractions import Fraction

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Flag, Forum, Pledge
from desktop_app.calc.gap.books import any_ground, book_of
from desktop_app.calc.gap.explanation import derivation_of
from desktop_app.calc.gap.limits import in_force
from desktop_app.calc.gap.posing import problem_of
from desktop_app.calc.gap.problem import Ground, NotStated, Unit
from desktop_app.calc.gap.proposal import Outcome, Way, prove
from desktop_app.calc.gap.target import Target, names_proposal
from desktop_app.calc.gap.words import amount_words, now_words
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from tests.calc.gap.pools import pledged, pool

SHARES = {"BE": 50, "DE": 30, "FR": 20}


def small(**pledges: Pledge) -> Forum:
    held = {"BE": pledged(500), "DE": pledged(300), "FR": pledged(200)} | pledges
    return pool(1000, SHARES, held, proposal=1500)


def ground_of(forum: Forum, target: Target) -> Ground | NotStated:
    before = assess(forum)
    return book_of(before).ground_of(before, target)


def test_what_is_recorded_counts_once_in_the_fair_shares() -> None:
    before = assess(small(BE=Pledge(400)))
    ground = book_of(before).ground_of(before, Target.FAIR_SHARES)
    assert isinstance(ground, Ground)
    limits = in_force(ground.defaults, ())
    proposal = prove(before, problem_of(ground, limits), ground, limits, {"BE": Fraction(100)}, Way.SMALLEST)
    assert proposal is not None
    found = derivation_of(Outcome(Target.FAIR_SHARES, before, limits, ground, proposals=(proposal,)), proposal)
    assert found is not None
    # 1 000 - 900 - 100 = 0; the 400 stand in the 900.
    assert [each.value for each in found.inputs] == [1000, 900, (100,)]
    assert "completed" not in found.formula


def test_an_indicator_with_open_states_is_one_so_far() -> None:
    def words(forum: Forum) -> tuple[str, bool]:
        ground = ground_of(forum, Target.NO_SHORTFALL)
        assert isinstance(ground, NotStated)
        return ground.words, ground.is_reached

    assert words(small()) == ("The indicator stands at 30 % or below already.", True)
    so_far = "open and left out. The indicator stands at 0.00\u00a0% so far."
    assert words(small(FR=Pledge())) == (f"Not known yet: 1 Member State is {so_far}", False)
    assert words(small(FR=Pledge(), DE=Pledge())) == (f"Not known yet: 2 Member States are {so_far}", False)


def test_open_figures_are_dots_and_decimals_say_something() -> None:
    ground = ground_of(small(FR=Pledge(), DE=pledged(0)), Target.REFERENCE_NUMBER)
    assert isinstance(ground, Ground)
    assert [now_words(each, ground.unit) for each in ground.states] == ["500", "0", "…"]
    assert amount_words(Fraction(14_451_001, 1000), Unit.EQUIVALENTS) == "14\u202f451 persons-equivalent"
    assert amount_words(Fraction(1, 1000), Unit.EQUIVALENTS, alone=False) == "0.00"


def test_a_state_under_pressure_without_a_request_is_asked_and_it_is_said_why() -> None:
    forum = small()
    first, *others = forum.states
    ground = ground_of(replace(forum, states=(replace(first, flags=(Flag.UNDER_PRESSURE,)), *others)), Target.OFFSETS)
    assert isinstance(ground, NotStated)
    short = small(BE=pledged(0))
    flagged = replace(short, states=(replace(short.states[0], flags=(Flag.UNDER_PRESSURE,)), *short.states[1:]))
    ground = ground_of(flagged, Target.REFERENCE_NUMBER)
    assert isinstance(ground, Ground)
    assert [each.remark.partition(",")[0] for each in ground.states] == ["under pressure", "", ""]
    assert not ground.defaults


def test_figures_come_from_another_target_where_this_one_has_none() -> None:
    ground = any_ground(assess(small(FR=pledged(0))))
    assert ground is not None
    assert ground.target is Target.REFERENCE_NUMBER
    assert any_ground(assess(replace(small(), pool=replace(small().pool, relocations=None)))) is None


def test_which_target_rests_on_the_classified_number() -> None:
    forum = small()
    assert names_proposal(forum, Target.OFFSETS)
    assert not names_proposal(forum, Target.FAIR_SHARES)
    assert not names_proposal(replace(forum, pool=replace(forum.pool, proposal_relocations=None)), Target.OFFSETS)


def test_without_the_day_on_which_a_forum_ended_there_is_a_question_again() -> None:
    forum = read_document(resource("samples", "search-and-rescue.json").read_bytes())
    ended = ground_of(forum, Target.REPORT_TOTAL)
    assert isinstance(ended, NotStated)
    assert "take that day out of it" in ended.words
    rescue = forum.search_and_rescue
    before = replace(rescue, forum_ended=None, act=replace(rescue.act, adopted=None))
    assert isinstance(ground_of(replace(forum, search_and_rescue=before), Target.REPORT_TOTAL), Ground)
