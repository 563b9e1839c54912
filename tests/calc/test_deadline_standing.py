"""How it stands with a deadline: done in time or late, due, late, not recorded, not asked for."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import SetDayOfCheck
from desktop_app.calc.deadline_standing import DeadlineStanding, Standing, late, next_due, standings
from desktop_app.calc.forum import (
    Basis,
    Deduction,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Procedure,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
    Disembarkation,
    DisembarkationAct,
    ManagementReport,
    PoolUse,
    SearchAndRescue,
)

REPORT = ManagementReport("R", date(2026, 10, 14), (Disembarkation("EL", 800), Disembarkation("IT", 200)))
KEY = Key(states=tuple(KeyState(code, 20, 2_000) for code in ("DE", "EL", "FR", "IT")))


def found(day: str, **recorded: object) -> dict[str, DeadlineStanding]:
    """Return how it stands on a day, by rule."""
    procedure = replace(SearchAndRescue(report=REPORT), **recorded)  # type: ignore[arg-type]
    forum = Forum(
        procedure=Procedure.SEARCH_AND_RESCUE, as_of=date.fromisoformat(day), key=KEY, search_and_rescue=procedure
    )
    return {each.deadline.rule: each for each in standings(assess(forum))}


def words(standing: DeadlineStanding) -> str:
    return standing.words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("day", "requested", "standing", "says"),
    [
        # Requests are due two weeks after 14 October 2026, on the 28th.
        ("2026-10-20", None, Standing.DUE, "due in 8 days"),
        ("2026-10-27", None, Standing.DUE, "due in 1 day"),
        ("2026-10-28", None, Standing.DUE, "due today"),
        ("2026-10-29", None, Standing.LATE, "late by 1 day"),
        ("2026-10-31", None, Standing.LATE, "late by 3 days"),
        ("2026-10-31", date(2026, 10, 28), Standing.DONE, "done on 28 October 2026, in time"),
        ("2026-10-31", date(2026, 10, 29), Standing.DONE_LATE, "done on 29 October 2026, 1 day late"),
        ("2026-10-31", date(2026, 10, 30), Standing.DONE_LATE, "done on 30 October 2026, 2 days late"),
    ],
)
def test_requests(day: str, requested: date | None, standing: Standing, says: str) -> None:
    got = found(day, requested=requested)["P610-47-3"]
    assert (got.standing, words(got)) == (standing, says)


def test_without_any_day_nothing_is_late() -> None:
    forum = Forum(procedure=Procedure.SEARCH_AND_RESCUE, key=KEY, search_and_rescue=SearchAndRescue(report=REPORT))
    dated = assess(forum)
    from desktop_app.calc.deadline_standing import standing_of

    got = standing_of(dated.deadlines[0], dated, None)
    assert (got.standing, got.days, words(got)) == (Standing.DUE, None, "due")


def test_plans_are_handed_in_once_every_contributing_state_has_one() -> None:
    germany = ResponsePlan("DE", "DE-1", 0, date(2026, 11, 2), 10)
    revised = replace(germany, revision=1, submitted=date(2026, 11, 19))
    awaited = found("2026-11-01", plans=(germany, revised))["P610-47-4a"]
    # Nobody awaits one of Greece and Italy, which benefit.
    assert (awaited.standing, awaited.open) == (Standing.DUE, "awaited: France")
    france = ResponsePlan("FR", "FR-1", 0, date(2026, 11, 16), 10)
    done = found("2026-11-20", plans=(germany, revised, france))["P610-47-4a"]
    # The month after 14 October ends on 14 November; the last first plan came on the 16th.
    assert (done.standing, done.done, done.days) == (Standing.DONE_LATE, date(2026, 11, 16), 2)


def test_of_two_paths_of_the_act_one_does_not_arise() -> None:
    ended = {"forum_ended": date(2026, 11, 20)}
    before = found("2026-11-30", **ended)
    assert {rule: before[rule].standing for rule in ("P610-48-1", "P610-48-2a")} == {
        "P610-48-1": Standing.DUE,
        "P610-48-2a": Standing.DUE,
    }
    short = found("2026-12-30", **ended, act=DisembarkationAct(ActPath.STILL_SHORT, date(2026, 12, 4)))
    assert (short["P610-48-1"].standing, words(short["P610-48-1"])) == (Standing.NOT_NEEDED, "does not arise")
    assert short["P610-48-2a"].standing is Standing.DONE


def test_the_pool_is_asked_for_and_drawn_upon() -> None:
    act = DisembarkationAct(ActPath.SUFFICIENT, date(2026, 12, 4))
    calls = (Call("EL", date(2026, 12, 8)), Call("EL", date(2027, 1, 8)), Call("IT"))
    use = (PoolUse("EL", date(2026, 12, 7), 5), PoolUse("EL", date(2026, 12, 9), 5), PoolUse("EL"))
    forum = Forum(
        procedure=Procedure.SEARCH_AND_RESCUE,
        as_of=date(2027, 2, 1),
        key=KEY,
        search_and_rescue=SearchAndRescue(report=REPORT, act=act, calls=calls, use=use),
    )
    stands = [each for each in standings(assess(forum)) if each.deadline.rule.startswith("P610-49-1")]
    # Two weeks after 4 December; after the call of 8 December, when the draw of the 9th was in time; after 8 January.
    assert [(each.deadline.due, each.standing, each.done) for each in stands] == [
        ("2026-12-18", Standing.LATE, None),
        ("2026-12-22", Standing.DONE, date(2026, 12, 9)),
        ("2027-01-22", Standing.LATE, None),
    ]
    assert stands[0].open == "awaited: Italy"


def test_what_nothing_records_is_not_called_late() -> None:
    one = found_annual(date(2027, 1, 1))["AMMR-60-3a"]
    assert (one.standing, words(one)) == (Standing.PASSED, "1 day ago; whether it was done is not recorded")
    two = found_annual(date(2027, 1, 2))["AMMR-60-3a"]
    assert words(two) == "2 days ago; whether it was done is not recorded"


def test_next_is_the_nearest_day_and_late_what_is_not_done() -> None:
    stands = tuple(found("2026-10-30").values())
    assert [each.deadline.rule for each in next_due(stands)] == ["P610-47-4a"]
    assert [each.deadline.rule for each in late(stands)] == ["P610-47-3"]
    assert next_due(late(stands)) == ()


# -------------------------------------------------------------------------------------------------------- annual pool


def found_annual(day: date, **recorded: object) -> dict[str, DeadlineStanding]:
    forum = replace(Forum(year=2026, as_of=day), **recorded)  # type: ignore[arg-type]
    return {each.deadline.rule: each for each in standings(assess(forum))}


def test_the_annual_cycle_is_whole() -> None:
    got = {rule: each.deadline.due for rule, each in found_annual(date(2026, 1, 1)).items()}
    assert got == {
        "AMMR-9-7": "2025-06-01",
        "AMMR-9-8": "2025-07-15",
        "AMMR-9-9": "2025-09-01",
        "AMMR-9-10": "2025-09-30",
        "AMMR-9-4": "2025-10-15",
        "AMMR-8-2": "2025-12-12",
        "AMMR-57-1d": "2025-12-31",
        "AMMR-60-3a": "2026-12-31",
        "AMMR-60-6": "2027-01-31",
    }
    # The strategy is for five years: not in 2026, again in 2030.
    assert "AMMR-8-2" not in found_annual(date(2026, 1, 1), year=2027)
    assert found_annual(date(2026, 1, 1), year=2031)["AMMR-8-2"].deadline.due == "2030-12-12"
    assert "AMMR-60-6" not in found_annual(date(2026, 1, 1), year=9999)


def test_the_technical_forum_meets_for_each_identified_state_that_uses_the_pool() -> None:
    since = date(2026, 7, 1)
    states = (
        StateRecord("EL", (Flag.UNDER_PRESSURE,), benefitting_since=since),
        StateRecord("MT", benefitting_since=since),
    )
    got = found_annual(date(2026, 7, 2), states=states)
    # Ten days after Wednesday 1 July 2026: Saturday 11 moves to Monday 13.
    assert (got["AMMR-58-3"].deadline.due, got["AMMR-58-3"].deadline.state) == ("2026-07-13", "EL")
    # Malta is not identified: its two weeks run from a transmission of which no day is recorded (Art. 59(6)).
    assert "AMMR-59-6" not in got


def test_each_of_several_requests_has_its_own_deadline() -> None:
    def request(day: int, assessed: date | None) -> Deduction:
        basis = DeductionBasis.ARTICLE_61
        return Deduction(basis, DeductionStage.ASSESSED, requested=date(2026, 3, day), assessed=assessed)

    # Two of one day, one of the Saturday after; four weeks on that is Saturday 4 April, so Monday 6 April.
    requests = (request(4, None), request(4, date(2026, 3, 20)), request(7, date(2026, 4, 7)))
    forum = Forum(year=2026, as_of=date(2026, 5, 1), states=(StateRecord("PL", deductions=requests),))
    found = [each for each in standings(assess(forum)) if each.deadline.rule == "AMMR-61-3"]
    assert [(each.deadline.started, each.deadline.due, each.standing, each.done) for each in found] == [
        (date(2026, 3, 4), "2026-04-01", Standing.LATE, None),
        (date(2026, 3, 4), "2026-04-01", Standing.DONE, date(2026, 3, 20)),
        (date(2026, 3, 7), "2026-04-06", Standing.DONE_LATE, date(2026, 4, 7)),
    ]


def test_acts_meeting_and_assessment_say_when_they_were_done() -> None:
    act = SourceAct("COM(2025) 1", date(2025, 10, 15))
    late_act = SourceAct("COM(2025) 2", date(2025, 11, 11))
    requests = (
        Deduction(DeductionBasis.ARTICLE_62, DeductionStage.ASSESSED, requested=date(2026, 3, 4)),
        Deduction(
            DeductionBasis.ARTICLE_61,
            DeductionStage.ASSESSED,
            requested=date(2026, 3, 4),
            assessed=date(2026, 4, 2),
        ),
        Deduction(DeductionBasis.ARTICLE_61, DeductionStage.ANNOUNCED),
    )
    got = found_annual(
        date(2026, 5, 1),
        basis=Basis(act, act, late_act),
        adopted=date(2025, 12, 22),
        meetings=(Meeting("m1", MeetingKind.INITIAL, date(2025, 11, 18)), Meeting("m2", MeetingKind.RESUMED)),
        states=(StateRecord("BE"), StateRecord("PL", deductions=requests)),
    )
    stands = {rule: (each.standing, each.done) for rule, each in got.items() if rule in RECORDED}
    assert stands == {
        "AMMR-9-4": (Standing.DONE_LATE, date(2025, 11, 11)),
        "AMMR-13-2": (Standing.DONE, date(2025, 11, 18)),
        "AMMR-57-1d": (Standing.DONE, date(2025, 12, 22)),
        # Four weeks after 4 March are 1 April.
        "AMMR-61-3": (Standing.DONE_LATE, date(2026, 4, 2)),
        "AMMR-62-4": (Standing.LATE, None),
    }
    bare = found_annual(date(2026, 5, 1), basis=Basis(report=act))["AMMR-9-4"]
    assert (bare.standing, bare.open) == (Standing.LATE, "without a date: decision and proposal")


RECORDED = ("AMMR-9-4", "AMMR-13-2", "AMMR-57-1d", "AMMR-61-3", "AMMR-62-4")


def test_the_day_of_the_check_is_set_by_itself() -> None:
    change, forum = SetDayOfCheck(date(2026, 12, 1)), Forum(year=2026)
    assert change.apply_to(forum) == replace(forum, as_of=date(2026, 12, 1))
    assert (change.title(forum), change.kind.name) == ("Day of the check", "DETAILS")
