"""How it stands with the groups of a forum: which act starts the clock, which reading and which day decide."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.deadline_standing import DeadlineStanding, Standing, standings
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.group_standings import relocations_of, sponsorships_of
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureResponseAct
from desktop_app.calc.rulebooks.books import deadline_record
from desktop_app.calc.rulebooks.limits_2020 import limit
from desktop_app.calc.sentences import say
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import SolidarityRecord

SENT, NOTICE = date(2027, 5, 3), date(2027, 5, 6)
FORUM = Forum(
    procedure=Procedure.MIGRATORY_PRESSURE,
    as_of=date(2027, 5, 12),
    migratory_pressure=MigratoryPressure(act=PressureResponseAct(date(2027, 1, 31))),
    solidarity=SolidarityRecord(
        sponsorship_groups=(SponsorshipGroup("S", "DE", persons=5),),
        relocation_groups=(RelocationGroup("R", "DE", persons=5, sent=SENT, postponed=NOTICE),),
    ),
)


def test_the_act_starts_the_clock_and_the_reading_says_how_long_a_check_may_take() -> None:
    (sponsored,) = sponsorships_of(assess(FORUM))
    assert (sponsored.due, sponsored.days_left) == (date(2027, 9, 30), 141)
    (relocated,) = relocations_of(assess(FORUM))
    assert (relocated.confirm_by, relocated.is_late) == (date(2027, 5, 17), False)
    longer = replace(FORUM, readings=(("postponement", "three-weeks"),))
    assert relocations_of(assess(longer))[0].confirm_by == date(2027, 5, 24)


def test_in_the_voluntary_mechanism_no_act_starts_a_clock() -> None:
    forum = Forum(procedure=Procedure.VOLUNTARY, as_of=FORUM.as_of, solidarity=FORUM.solidarity)
    (sponsored,) = sponsorships_of(assess(forum))
    assert (sponsored.started, sponsored.due) == (None, None)
    assert len(relocations_of(assess(forum))) == 1


MOVED = date(2027, 10, 4)
GONE = SponsorshipGroup("S", "DE", persons=5, returned=2, taken_over=3, taken_over_on=MOVED)


def of_group(group: SponsorshipGroup) -> DeadlineStanding:
    """Return how it stands on 12 October 2027 with the eight months of a group, which ended on 30 September."""
    decided = replace(group, start=ClockStart.RETURN_DECISION, started=date(2027, 1, 31))
    forum = replace(FORUM, as_of=date(2027, 10, 12), solidarity=SolidarityRecord(sponsorship_groups=(decided,)))
    return next(each for each in standings(assess(forum)) if each.deadline.rule == "P610-55-3")


def test_the_eight_months_of_a_group_are_done_by_the_day_on_which_the_last_were_taken_over() -> None:
    done = of_group(GONE)
    assert (done.standing, done.done, done.days) == (Standing.DONE_LATE, MOVED, 4)
    left = of_group(replace(GONE, taken_over=2))
    assert (left.standing, left.days, str(left.open)) == (Standing.LATE, 12, "awaited: Germany")
    assert of_group(replace(GONE, returned=5, taken_over=0, taken_over_on=None)).standing is Standing.NOT_NEEDED
    assert of_group(replace(GONE, taken_over_on=None)).standing is Standing.PASSED


LATER = replace(GONE, id="T", sponsor="BE", taken_over_on=date(2027, 10, 9))


@pytest.mark.parametrize(
    ("groups", "done", "awaited", "is_kept"),
    [
        ((), None, "", False),
        ((replace(GONE, start=ClockStart.END_OF_RIGHT),), None, "", False),
        ((GONE, LATER), date(2027, 10, 9), "", True),
        ((replace(GONE, returned=0), replace(LATER, returned=0)), None, "awaited: Belgium and Germany", True),
    ],
)
def test_the_eight_months_of_the_act_are_done_once_nobody_of_any_group_is_left(
    groups: tuple[SponsorshipGroup, ...], done: date | None, awaited: str, is_kept: bool
) -> None:
    forum = replace(FORUM, solidarity=SolidarityRecord(sponsorship_groups=groups))
    asked = limit("P610-55-2", say("Sponsor"), date(2027, 9, 30), (date(2027, 1, 31), say("the act")), "Art. 55(2), 65")
    record = deadline_record(assess(forum), asked)
    assert (record.done, str(record.open), record.is_kept) == (done, awaited, is_kept)
