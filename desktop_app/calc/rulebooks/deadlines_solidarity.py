"""Time limits of groups under way (COM(2020) 610, Art. 55(2), 55(3), 57), by Art. 65: never moved."""

from collections.abc import Iterator
from datetime import date

from desktop_app.calc.findings import Deadline
from desktop_app.calc.readings import POSTPONEMENT
from desktop_app.calc.relocation_clock import standing_of
from desktop_app.calc.rulebooks.limits_2020 import limit
from desktop_app.calc.rulebooks.solidarity_case import SolidarityCase
from desktop_app.calc.sentences import Sentence, say
from desktop_app.calc.solidarity_groups import ClockStart
from desktop_app.calc.sponsorship_clock import standing_of as sponsorship_standing_of


def deadlines_of_groups(case: SolidarityCase) -> Iterator[Deadline]:
    """Yield the time limits of the groups that a forum records.

    Sponsorship whose months run from the act has one common time limit, which the procedure itself names.
    """
    for place, group in enumerate(case.forum.solidarity.sponsorship_groups):
        standing = sponsorship_standing_of(group, case.forum.migratory_pressure.act_for(group.benefitting), case.today)
        if group.start is ClockStart.ACT or standing.started is None or standing.due is None:
            continue
        if standing.started != group.started:
            started = say("the act, adopted on {day}", day=standing.started)
        elif group.start is ClockStart.RETURN_DECISION:
            started = say("the return decision of {day}", day=standing.started)
        else:
            started = say("the end of the right to remain on {day}", day=standing.started)
        what = say("Sponsor: persons of group {group} who are not returned are taken over", group=group.id)
        begun = standing.started, started
        yield limit("P610-55-3", what, standing.due, begun, "Art. 55(3), 65", (group.sponsor, place))
    yield from _of_relocations(case)


def _of_relocations(case: SolidarityCase) -> Iterator[Deadline]:
    for place, group in enumerate(case.forum.solidarity.relocation_groups):
        standing = standing_of(group, case.readings[POSTPONEMENT.name], case.today)
        if group.sent is None or standing.confirm_by is None:
            continue
        whose = group.relocating, place
        file = group.sent, say("the file, sent on {day}", day=group.sent)
        confirm = say("Group {group} confirmed; silence is acceptance", group=group.id)
        yield limit("P610-57-7", confirm, standing.confirm_by, file, "Art. 57(7), 65", whose)
        if standing.accepted_on is None or standing.decide_by is None or standing.transfer_by is None:
            continue
        accepted = standing.accepted_on, say("the confirmation on {day}", day=standing.accepted_on)
        decide = say("Transfer decision on group {group}", group=group.id)
        yield limit("P610-57-8", decide, standing.decide_by, accepted, "Art. 57(8), 65", whose)
        transfer = say("Group {group} transferred", group=group.id)
        begun = _start(standing.accepted_on, group.appeal_ended)
        yield limit("P610-57-9", transfer, standing.transfer_by, begun, "Art. 57(9), 65", whose)


def _start(accepted: date, appeal: date | None) -> tuple[date, Sentence]:
    if appeal is not None and appeal > accepted:
        return appeal, say("the final decision on the appeal of {day}", day=appeal)
    return accepted, say("the confirmation on {day}", day=accepted)
