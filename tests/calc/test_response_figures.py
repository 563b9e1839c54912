"""Search and rescue with numbers worked out by hand from the text: both sides of every boundary.

Most forums have a key of Belgium one half, France three tenths, Greece two tenths, and 1 000 relocations from
Greece: the key gives 500, 300 and 200, and 800 are asked for.
"""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from desktop_app.calc.forum import Key
from desktop_app.calc.response_assessment import (
    PlanStanding,
    ResponseRow,
    SearchAndRescueAssessment,
    Shortfall,
    ShortfallReadings,
)
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import Disembarkation, ManagementReport, PoolUse, Raise, TopUp
from tests.calc.response_forums import ENDED, LAST_DAY, REPORTED, Weights, assessed, forum, plan

THREE: Weights = {"BE": 50, "EL": 20, "FR": 30}
DAY = timedelta(days=1)


def three(*plans: ResponsePlan, **kwargs: Any) -> SearchAndRescueAssessment:
    return assessed(THREE, {"EL": 1000}, *plans, **kwargs)


def fixed(row: ResponseRow) -> tuple[int | None, int | None, int | None]:
    return row.relocations, row.sponsorship, row.measures


def test_the_key_contains_the_benefitting_state_and_nobody_asks_it() -> None:
    assessment = three()
    assert [(row.code, row.key_number, row.asked) for row in assessment.rows] == [
        ("BE", 500, 500),
        ("EL", 200, 0),
        ("FR", 300, 300),
    ]
    assert (assessment.totals.asked, assessment.totals.not_asked) == (800, 200)


# Belgium is asked for 500; with 200 relocations its measures leave exactly 300 of 1 000 short.
@pytest.mark.parametrize(
    ("pledged", "shortfall", "triggered"), [(200, Fraction(3, 10), False), (199, Fraction(301, 1000), True)]
)
def test_exactly_thirty_percent_is_allowed_and_the_next_person_is_not(
    pledged: int, shortfall: Fraction, triggered: bool
) -> None:
    assessment = three(plan("BE", pledged, 300))
    assert assessment.totals.shortfall == shortfall
    assert assessment.totals.shortfall_triggered is triggered
    # Not triggered: 200 stand as pledged. Triggered: half of 500.
    assert fixed(assessment.row("BE")) == ((250, 0, 250) if triggered else (200, 0, 300))


def test_a_hair_above_thirty_percent_triggers_though_it_shows_as_thirty() -> None:
    # Belgium: 300 001 of 1 000 000 missing, 30.0001 %.
    assessment = assessed(THREE, {"EL": 1_000_000}, plan("BE", 199_999, 1))
    assert assessment.totals.shortfall == Fraction(300_001, 1_000_000)
    assert assessment.totals.shortfall_triggered


# Readings: Belgium with measures lacks 260 of its 500, France pledges 190 of 300 without measures.
#   A 260 / 1 000 = 26 %; B (1 000 − 240 − 190) / 1 000 = 57 %; C 260 / 800 = 32.5 %.
@pytest.mark.parametrize(
    ("reading", "ratio", "relocations"),
    [("A", Fraction(26, 100), 240), ("B", Fraction(57, 100), 250), ("C", Fraction(325, 1000), 250)],
)
def test_three_readings_of_the_shortfall(reading: str, ratio: Fraction, relocations: int) -> None:
    assessment = three(plan("BE", 240, 10), plan("FR", 190), readings={"shortfall": reading})
    readings = assessment.totals.shortfall_readings
    assert (readings.a, readings.b, readings.c) == (Fraction(26, 100), Fraction(57, 100), Fraction(325, 1000))
    assert assessment.totals.shortfall == ratio
    assert assessment.row("BE").relocations == relocations


def test_who_pledges_little_without_measures_or_hands_in_nothing_is_in_no_shortfall_of_measures() -> None:
    assessment = three(plan("BE", 1))
    assert assessment.totals.shortfall == 0
    assert [row.missing for row in assessment.rows] == [0, 0, 0]


def test_more_than_the_share_fills_nobody_elses_shortfall() -> None:
    # France pledges 500 of 300 beside measures; Belgium lacks 400: 40 %, not 20 %.
    assessment = three(plan("BE", 100, 1), plan("FR", 500, 1))
    assert assessment.totals.shortfall == Fraction(4, 10)


# Shares of 501 and 500.4: halves of 250.5 and 250.2 are both covered by 251, not by 250.
@pytest.mark.parametrize(("weights", "total"), [({"BE": 501, "EL": 499}, 1000), ({"BE": 2502, "EL": 2498}, 1000)])
def test_half_of_an_odd_share_is_rounded_up(weights: Weights, total: int) -> None:
    row = assessed(weights, {"EL": total}, plan("BE", 250, 1), readings={"shortfall": "B"}).row("BE")
    assert (row.half, row.added, row.unsaid) == (251, 1, 1)
    assert row.relocations == 251
    enough = assessed(weights, {"EL": total}, plan("BE", 251, 1), readings={"shortfall": "B"}).row("BE")
    assert (enough.half, enough.added, enough.relocations) == (251, 0, 251)


# Half of Belgium's 500 is 250; it pledges 100, so 150 are to be added.
@pytest.mark.parametrize(
    ("cover", "minimum", "unsaid", "exact"),
    [
        # Nothing said: all of it counts as relocations.
        (None, (250, 0, 250), 150, (250, 0, 250)),
        # 90 + 50 leave 10 unsaid.
        ((90, 50), (200, 50, 250), 10, (200, 50, 250)),
        # Exactly the half.
        ((50, 100), (150, 100, 250), 0, (150, 100, 250)),
        # 20 more than the half: all of it counts, or relocations are cut first.
        ((100, 70), (200, 70, 230), 0, (180, 70, 250)),
        # Sponsorship alone above the whole half: nothing is left to cut but itself.
        ((0, 260), (100, 260, 140), 0, (0, 250, 250)),
        # More than the key number: no measures are left.
        ((400, 10), (500, 10, 0), 0, (240, 10, 250)),
    ],
)
def test_the_split_of_what_is_added(
    cover: tuple[int, int] | None,
    minimum: tuple[int, int, int],
    unsaid: int,
    exact: tuple[int, int, int],
) -> None:
    row = three(plan("BE", 100, 300, cover)).row("BE")
    assert fixed(row) == minimum
    assert row.unsaid == unsaid
    cut = three(plan("BE", 100, 300, cover), readings={"cover": "exact"}).row("BE")
    assert fixed(cut) == exact
    assert (cut.half, cut.added - cut.cut) == (250, 150)
    for held, fixes in ((row, minimum), (cut, exact)):
        assert (held.added_relocations, held.cut) == (max(0, fixes[0] - 100), max(0, 100 - fixes[0]))
        assert (held.added_sponsorship, held.added) == (fixes[1], held.added_relocations + fixes[1])


def test_a_state_that_covers_more_than_half_keeps_it_or_is_cut() -> None:
    # France lacks all of 300 (30 %), Belgium 220 (22 %): triggered. Belgium's 280 are above its half, its split idle.
    plans = plan("BE", 280, 220, (10, 10)), plan("FR", 0, 300)
    assert fixed(three(*plans).row("BE")) == (280, 0, 220)
    cut = three(*plans, readings={"cover": "exact"}).row("BE")
    assert (fixed(cut), cut.added, cut.cut) == ((250, 0, 250), 0, 30)
    assert three(*plans).row("BE").added == 0


def test_a_split_is_idle_where_the_test_is_not_triggered() -> None:
    assert fixed(three(plan("BE", 200, 300, (50, 50))).row("BE")) == (200, 0, 300)


def test_what_the_commission_sets_and_what_it_leaves() -> None:
    # Belgium without measures: at least its 500, whatever it pledged; France without a plan: its 300.
    assert fixed(three(plan("BE", 10)).row("BE")) == (500, 0, 0)
    assert fixed(three(plan("BE", 510)).row("BE")) == (510, 0, 0)
    french = three().row("FR")
    assert fixed(french) == (300, 0, 0)
    assert french.set_by_commission
    assert not three(plan("FR", 0)).row("FR").set_by_commission
    assert not three().row("EL").set_by_commission


@pytest.mark.parametrize("path", [None, "48(1)"])
def test_without_a_judgement_of_still_short_plans_stand_as_they_are(path: str | None) -> None:
    assessment = three(plan("BE", 10, Fraction(9, 2), (5, 5)), path=path)
    # 4.5 persons of measures round to 5.
    assert fixed(assessment.row("BE")) == (10, 0, 5)
    assert fixed(assessment.row("FR")) == (0, 0, 0)
    assert assessment.totals.shortfall == Fraction(49, 100)
    assert (assessment.row("BE").half, assessment.row("BE").added) == (0, 0)


def test_the_key_number_is_rounded_as_the_reading_says() -> None:
    # Thirds of 100: 33.33 each.
    def numbers(reading: str) -> list[int | None]:
        rows = assessed({"BE": 1, "DE": 1, "EL": 1}, {"EL": 100}, readings={"rounding": reading}).rows
        return [row.key_number for row in rows]

    assert numbers("up") == [34, 34, 34]
    assert numbers("nearest") == [33, 33, 33]
    # The tie goes by the code where populations are alike.
    assert numbers("largest-remainder") == [34, 33, 33]


def test_a_tie_goes_to_the_larger_population() -> None:
    # Half a person of remainder for each: 0.5 and 1.5 of 2.
    assert [row.key_number for row in assessed({"BE": 1, "DE": 3}, {"EL": 2}).rows] == [0, 2]


def test_a_half_goes_up_to_the_nearest() -> None:
    rows = assessed({"BE": 1, "DE": 3}, {"EL": 2}, readings={"rounding": "nearest"}).rows
    assert [row.key_number for row in rows] == [1, 2]


def test_pools_take_their_part_of_the_total() -> None:
    # 7 persons over pools of 2 and 1 of 3: 4.67 and 2.33.
    assessment = assessed({"BE": 1, "DE": 1, "EL": 1, "MT": 1}, {"EL": 2, "MT": 1}, plan("BE", 7), path="48(1)")
    assert [(pool.benefitting, pool.pool) for pool in assessment.totals.pools] == [("EL", 5), ("MT", 2)]


def test_a_tie_between_pools_goes_to_the_larger_population_then_the_code() -> None:
    alike = assessed({"BE": 1, "EL": 1, "MT": 2}, {"EL": 1, "MT": 1}, plan("BE", 7), path="48(1)")
    assert [pool.pool for pool in alike.totals.pools] == [3, 4]
    alphabetical = assessed({"BE": 1, "EL": 1, "MT": 1}, {"EL": 1, "MT": 1}, plan("BE", 7), path="48(1)")
    assert [pool.pool for pool in alphabetical.totals.pools] == [4, 3]


# 80 % of 875 are 700.
@pytest.mark.parametrize(("used", "alarm"), [(699, False), (700, True)])
def test_eighty_percent_of_a_pool_call_the_forum(used: int, alarm: bool) -> None:
    half = used // 2
    draws = (PoolUse("EL", persons=half), PoolUse("EL", persons=used - half), PoolUse("MT", persons=5))
    pool = three(plan("BE", 875), path="48(1)", use=draws).pool("EL")
    assert (pool.pool, pool.used, pool.draws, pool.remaining) == (875, used, 2, 875 - used)
    assert pool.alarm is alarm
    assert pool.alarm_before is alarm


def test_a_pool_that_nobody_fills_has_no_alarm_until_it_is_drawn_on() -> None:
    assert not three(path="48(1)").pool("EL").alarm
    overdrawn = three(path="48(1)", use=(PoolUse("EL", persons=1),)).pool("EL")
    assert overdrawn.alarm
    assert overdrawn.used_ratio is None
    assert overdrawn.remaining == -1


def test_voluntary_raises_go_whole_to_their_pool() -> None:
    raises = (Raise("BE", "EL", 30, LAST_DAY), Raise("FR", "MT", 5), Raise("MT", "EL", 9), Raise("BE", "SE", 9))
    weights = {"BE": 2, "EL": 1, "FR": 1, "MT": 1}
    assessment = assessed(weights, {"EL": 60, "MT": 40}, plan("BE", 100), path="48(1)", raises=raises)
    # 100 are pledged: 60 and 40. Malta is not asked, and Sweden has no pool: neither raise counts.
    assert [(pool.before, pool.raised, pool.pool) for pool in assessment.totals.pools] == [(60, 30, 90), (40, 5, 45)]
    assert [row.raised for row in assessment.rows] == [30, 0, 5, 0]
    assert assessment.row("BE").relocations == 130
    # An act under Art. 48(2) knows no raises.
    other = assessed(weights, {"EL": 60, "MT": 40}, plan("BE", 100), raises=raises)
    assert [pool.raised for pool in other.totals.pools] == [0, 0]


# Belgium pledges 100, covers 105 + 45 more, and has measures; France has no plan. Before: 205 + 45, and 300.
@pytest.mark.parametrize(
    ("total", "belgium", "france", "pool"),
    [
        # × 1.5: half of 750 is 375 = (100 + 150) × 1.5; 45 × 1.5 = 67.5, a half up: 68; 750 − 375.
        (1500, (307, 68, 375), 450, 825),
        # × 1.1: 275; 49.5 goes up to 50; 550 − 275; France 330.
        (1100, (225, 50, 275), 330, 605),
        # × 1.001: half of 500.5 is 250.25: 251 at least; 45.045; the last of 1 001 goes to Belgium, by its remainder .5
        (1001, (206, 45, 250), 300, 551),
    ],
)
def test_a_top_up_reckons_everything_again(total: int, belgium: tuple[int, int, int], france: int, pool: int) -> None:
    assessment = three(plan("BE", 100, 300, (105, 45)), top_up=TopUp("EL", total))
    row = assessment.row("BE")
    assert fixed(row) == belgium
    assert row.before is not None
    assert (row.before.relocations, row.before.sponsorship, row.before.measures) == (205, 45, 250)
    assert fixed(assessment.row("FR")) == (france, 0, 0)
    assert assessment.totals.relocations == total
    assert assessment.totals.relocations_before_top_up == 1000
    assert (assessment.pool("EL").before, assessment.pool("EL").pool) == (550, pool)
    # The test stays on the report's total: Belgium lacks 400 of 1 000.
    assert assessment.totals.shortfall == Fraction(4, 10)


def test_a_top_up_scales_what_stands_above_the_key_too() -> None:
    # Belgium pledges 601 without measures: 601 × 1.5 = 901.5, above its 750. France 299 with measures, not triggered.
    assessment = three(plan("BE", 601), plan("FR", 299, 1), top_up=TopUp("EL", 1500))
    assert fixed(assessment.row("BE")) == (902, 0, 0)
    # 299 × 1.5 = 448.5: 449; 450 − 449.
    assert fixed(assessment.row("FR")) == (449, 0, 1)


def test_a_top_up_of_one_pool_leaves_the_other_as_large() -> None:
    # Belgium and France share 1 000 alike; nobody is without a plan; 600 + 400 from Greece and Malta.
    weights, needs = {"BE": 1, "FR": 1}, {"EL": 600, "MT": 400}
    plans = plan("BE", 500), plan("FR", 500)
    assert [pool.pool for pool in assessed(weights, needs, *plans).totals.pools] == [600, 400]
    raised = assessed(weights, needs, *plans, top_up=TopUp("EL", 900)).totals
    assert [(pool.needed, pool.pool, pool.before) for pool in raised.pools] == [(900, 900, 600), (400, 400, 400)]
    assert raised.relocations == 1300


@pytest.mark.parametrize(
    ("path", "top_up"),
    [
        ("48(1)", TopUp("EL", 1500)),
        ("48(2)", TopUp("MT", 1500)),
        ("48(2)", TopUp("EL", 999)),
        ("48(2)", TopUp("EL", 0)),
    ],
)
def test_a_top_up_that_raises_nothing(path: str, top_up: TopUp) -> None:
    totals = three(path=path, top_up=top_up).totals
    assert totals.relocations == 1000
    assert totals.relocations_before_top_up is None


def test_a_top_up_to_the_number_of_the_report_is_one_that_changes_no_figure() -> None:
    plain, topped = three(path="48(2)").totals, three(path="48(2)", top_up=TopUp("EL", 1000)).totals
    assert (topped.relocations, topped.relocations_before_top_up) == (1000, 1000)
    assert (topped.asked, topped.pools[0].pool) == (plain.asked, plain.pools[0].pool)


def test_what_is_asked_is_asked_after_the_report_whatever_a_top_up_raises() -> None:
    # EL's 1 000 become 1 500: BE's half of the key is 500, then 750, but it was asked for 500.
    raised = three(path="48(2)", top_up=TopUp("EL", 1500))
    belgium = raised.row("BE")
    assert (belgium.report_number, belgium.asked, belgium.key_number) == (500, 500, 750)
    assert (raised.totals.asked, raised.totals.not_asked) == (800, 200)


def test_with_nobody_in_the_key_nothing_is_known() -> None:
    totals = assess(replace(three(path="48(2)").forum, key=Key())).totals
    assert (totals.asked, totals.not_asked, totals.fixed_relocations) == (None, None, None)
    nothing = Shortfall(Fraction(0), None)
    assert totals.shortfall_readings == ShortfallReadings(
        nothing, Shortfall(None, None), Shortfall(Fraction(0), Fraction(0))
    )
    assert [totals.shortfall_readings.of(reading) for reading in "ABC"] == [None, None, None]
    assert [pool.pool for pool in totals.pools] == [None]


def test_draws_before_a_top_up_are_what_lets_it_begin() -> None:
    # Before: a pool of 800; 640 are 80 %. After: 1 200.
    draws = (PoolUse("EL", LAST_DAY, 640), PoolUse("EL", ENDED, 1))
    plans = plan("BE", 500), plan("FR", 300)
    pool = three(*plans, use=draws, top_up=TopUp("EL", 1500, LAST_DAY)).pool("EL")
    assert (pool.used_before, pool.used, pool.before, pool.pool) == (640, 641, 800, 1200)
    assert pool.alarm_before
    assert not pool.alarm
    early = three(*plans, use=draws, top_up=TopUp("EL", 1500, LAST_DAY - DAY)).pool("EL")
    assert early.used_before == 0
    raised = three(plan("BE", 800), path="48(1)", use=draws, raises=(Raise("FR", "EL", 9, LAST_DAY),)).pool("EL")
    assert (raised.used_before, raised.alarm_before) == (640, True)


# The last day for plans is 14 November; the forum ends on 20 November.
@pytest.mark.parametrize(
    ("first", "revised", "counts", "standing"),
    [
        (LAST_DAY, None, 0, PlanStanding.IN_TIME),
        (LAST_DAY + DAY, None, None, PlanStanding.LATE),
        (LAST_DAY, ENDED, 1, PlanStanding.IN_TIME),
        (LAST_DAY, ENDED + DAY, 0, PlanStanding.IN_TIME),
        # A revision cannot mend a plan that came too late.
        (LAST_DAY + DAY, ENDED, None, PlanStanding.LATE),
        (None, None, 0, PlanStanding.UNDATED),
    ],
)
def test_which_revision_counts(
    first: date | None, revised: date | None, counts: int | None, standing: PlanStanding
) -> None:
    plans = [plan("BE", 10, submitted=first)]
    plans += [plan("BE", 20, revision=1, submitted=revised)] if revised else []
    row = three(*plans).row("BE")
    assert (row.plan.revision if row.plan else None) == counts
    assert row.standing is standing
    assert row.pledged == {None: 0, 0: 10, 1: 20}[counts]


def test_without_an_end_of_the_forum_the_latest_revision_counts() -> None:
    late = plan("BE", 20, revision=2, submitted=ENDED + 90 * DAY)
    assert three(plan("BE", 10), late, plan("BE", 15, revision=1), forum_ended=None).row("BE").pledged == 20


def test_a_plan_is_awaited_until_the_day_after_the_last() -> None:
    def standing(today: date) -> PlanStanding:
        return assess(replace(forum(THREE, {"EL": 1000}), as_of=today)).row("BE").standing

    assert standing(LAST_DAY) is PlanStanding.AWAITED
    assert standing(LAST_DAY + DAY) is PlanStanding.MISSING
    assert three().totals.waiting == ("BE", "FR")


def test_a_benefitting_states_plan_counts_nowhere() -> None:
    assessment = three(plan("EL", 100, 50))
    row = assessment.row("EL")
    assert (row.standing, row.pledged, row.plan) == (PlanStanding.NOT_ASKED, 0, None)
    assert assessment.totals.pledged == 0


def test_what_is_not_known_stays_unknown() -> None:
    unknown = assessed(THREE, {"EL": None}, plan("BE", 10, 5))
    assert unknown.totals.relocations is None
    assert [row.key_number for row in unknown.rows] == [None, None, None]
    assert unknown.row("BE").missing is None
    assert unknown.row("FR").missing == 0
    assert fixed(unknown.row("BE")) == (None, None, None)
    assert unknown.pool("EL").pool is None
    assert unknown.totals.shortfall is None
    assert not unknown.totals.shortfall_triggered
    # As planned, a plan is known all the same.
    assert fixed(assessed(THREE, {"EL": None}, plan("BE", 10, 5), path=None).row("BE")) == (10, 0, 5)


def test_a_key_without_data_gives_no_figures() -> None:
    assessment = assessed({"BE": 1, "EL": 0}, {"EL": 10})
    assert [row.share for row in assessment.rows] == [None, None]
    assert assessment.totals.asked is None
    assert assessment.totals.coverage_of_asked is None
    assert assessment.totals.coverage == 0


def test_a_report_that_asks_for_nobody() -> None:
    totals = assessed(THREE, {"EL": 0}).totals
    assert (totals.relocations, totals.coverage, totals.shortfall) == (0, None, None)
    assert totals.pools[0].pool is None


def test_without_a_report_there_is_no_clock_and_no_total() -> None:
    assessment = three(plan("BE", 5, submitted=REPORTED), report=ManagementReport())
    assert assessment.totals.relocations is None
    assert assessment.row("BE").standing is PlanStanding.IN_TIME
    assert assessment.row("FR").standing is PlanStanding.AWAITED
    with pytest.raises(KeyError):
        assessment.pool("EL")


def test_a_state_of_disembarkation_outside_the_key_has_a_pool() -> None:
    assessment = assessed({"BE": 1}, {"EL": 10}, plan("BE", 4), path="48(1)")
    assert assessment.pool("EL").pool == 4
    with pytest.raises(KeyError):
        assessment.row("EL")
    assert assessment.forum.search_and_rescue.report.benefitting == (Disembarkation("EL", 10),)
