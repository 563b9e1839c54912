"""How it stands with the groups of a forum: which act starts the clock, which reading and which day decide."""

from dataclasses import replace
from datetime import date

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.group_standings import relocations_of, sponsorships_of
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureResponseAct
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
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
