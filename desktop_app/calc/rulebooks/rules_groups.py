"""Groups under way: return sponsorship and relocation (COM(2020) 610, Art. 45(1)(c), 55, 57)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Procedure
from desktop_app.calc.incentives import ArrivalKind, arrivals_of
from desktop_app.calc.readings import COUNTED_ONCE, POSTPONEMENT, REFUSED_PERSONS, SPONSORSHIP_FROM_ACT
from desktop_app.calc.relocation_clock import (
    Obstacle,
    RelocationStanding,
    RelocationStep,
    StepDays,
    obstacles_of,
    standing_of,
)
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.solidarity_case import SolidarityCase
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import State, say
from desktop_app.calc.solidarity_groups import RelocationGroup
from desktop_app.calc.sponsorship_clock import SponsorshipStanding
from desktop_app.calc.sponsorship_clock import standing_of as sponsorship_standing_of

_OBSTACLES: Final = {
    Obstacle.NO_CHECK: (say("the security check is not recorded (Art. 57(2))"), Severity.WARN),
    Obstacle.NO_CONSENT: (
        say("beneficiaries of protection have not consented in writing (Art. 57(3))"),
        Severity.BLOCK,
    ),
    Obstacle.NO_GRANT: (say("the day on which protection was granted is not recorded"), Severity.WARN),
    Obstacle.GRANTED_EARLY: (
        say("protection was granted three years or more before the act (Art. 45(1)(c))"),
        Severity.BLOCK,
    ),
}


@rule_2020(
    "P610-55-1",
    "Activities of return sponsorship",
    "Art. 55(4)",
    Severity.BLOCK,
    "Return sponsorship consists of one or more of the activities of Art. 55(4)(a) to (e), for persons of the "
    "nationalities that the report names, on the territory of the Member State that benefits.",
)
def sponsorship_activities(case: SolidarityCase) -> Iterator[Remark]:
    """Name groups without an activity, of a nationality that the report does not name, or for nobody's benefit."""
    report = case.forum.migratory_pressure.report
    for group in case.forum.solidarity.sponsorship_groups:
        if group.benefitting is None and case.forum.procedure is Procedure.VOLUNTARY:
            message = say(
                "Group {group}, sponsored by {state}: the Member State that benefits is not named.",
                group=group.id,
                state=State(group.sponsor),
            )
            yield Remark(message, group.sponsor, "sponsorship_groups")
        if group.sponsor == (group.benefitting or report.benefitting):
            message = say(
                "Group {group}: {state} sponsors persons on its own territory.",
                group=group.id,
                state=State(group.sponsor),
            )
            yield Remark(message, group.sponsor, "sponsorship_groups")
        if not group.activities:
            message = say(
                "Group {group}, sponsored by {state}: no activity of Art. 55(4) is recorded.",
                group=group.id,
                state=State(group.sponsor),
            )
            yield Remark(message, group.sponsor, "sponsorship_groups")
        if group.nationality is None or not report.nationalities:
            continue
        if group.nationality not in report.nationalities:
            message = say(
                "Group {group}, sponsored by {state}: {nationality} is not among the nationalities of the report.",
                group=group.id,
                state=State(group.sponsor),
                nationality=group.nationality,
            )
            yield Remark(message, group.sponsor, "sponsorship_groups")


@rule_2020(
    "P610-55-2",
    "Eight months of sponsorship",
    "Art. 55(2), 55(3), 57(4)",
    Severity.WARN,
    "Who is neither returned nor removed in eight months is transferred to the sponsoring Member State; the "
    "benefitting one tells it at once. The months run from the act or, without a return decision then, from that "
    "decision or from the end of the right to remain.",
    readings=(SPONSORSHIP_FROM_ACT.name,),
)
def eight_months(case: SolidarityCase) -> Iterator[Remark]:
    """Warn before the eight months end, and say who is to be taken over afterwards."""
    for group in case.forum.solidarity.sponsorship_groups:
        standing = sponsorship_standing_of(group, case.forum.migratory_pressure.act_for(group.benefitting), case.today)
        yield from _of_sponsorship(standing)


def _of_sponsorship(standing: SponsorshipStanding) -> Iterator[Remark]:
    group, due = standing.group, standing.due
    state = State(group.sponsor)
    early = min((day for day in (group.told, group.taken_over_on) if day is not None), default=None)
    if due is not None and early is not None and early <= due:
        message = say(
            "Group {group}: {state} was told or took persons over on {day}; the eight months end on {due}.",
            group=group.id,
            state=state,
            day=early,
            due=due,
        )
        yield Remark(message, group.sponsor, "sponsorship_groups")
    if due is None:
        message = say(
            "Group {group}, sponsored by {state}: the day that starts the eight months is not recorded.",
            group=group.id,
            state=state,
        )
        yield Remark(message, group.sponsor, "sponsorship_groups", Severity.INFO)
    elif standing.to_relocate:
        message = say(
            "Group {group}: the eight months ended on {due}; {state} takes {count} persons over.",
            group=group.id,
            due=due,
            state=state,
            count=standing.to_relocate,
        )
        yield Remark(message, group.sponsor, "sponsorship_groups")
        if standing.is_untold:
            message = say(
                "Group {group}: {state} is to be told at once that the eight months are over (Art. 57(4)).",
                group=group.id,
                state=state,
            )
            yield Remark(message, group.sponsor, "sponsorship_groups")
    elif standing.is_near:
        message = say(
            "Group {group}, sponsored by {state}: {count} persons are left and the eight months end on {due}, in "
            "{days} days.",
            group=group.id,
            state=state,
            count=group.left,
            due=due,
            days=standing.days_left or 0,
        )
        yield Remark(message, group.sponsor, "sponsorship_groups")


@rule_2020(
    "P610-57-3",
    "Who can be relocated",
    "Art. 45(1)(c), 57(2), 57(3)",
    Severity.WARN,
    "The benefitting state checks security first; a person who is a risk is not relocated. Beneficiaries of protection "
    "consent in writing, and their protection was granted less than three years before the act. Applicants for whom "
    "the benefitting state would be responsible by links are not eligible.",
    readings=(REFUSED_PERSONS.name,),
)
def who_can_be_relocated(case: SolidarityCase) -> Iterator[Remark]:
    """Say what keeps a group that is under way from being relocated."""
    pressure = case.forum.migratory_pressure
    for group in case.forum.solidarity.relocation_groups:
        if group.relocating == (group.benefitting or pressure.report.benefitting):
            message = say(
                "Group {group}: {state} relocates persons from itself.", group=group.id, state=State(group.relocating)
            )
            yield Remark(message, group.relocating, "relocation_groups", Severity.BLOCK)
        is_of_this = case.forum.procedure is Procedure.MIGRATORY_PRESSURE and pressure.is_for(group.benefitting)
        if is_of_this and group.type is ContributionType.BORDER_PROCEDURE:
            message = say(
                "Group {group}, relocated to {state}: a pressure response knows no relocation of applicants in the "
                "border "
                "procedure (Art. 45(2), 52(1)).",
                group=group.id,
                state=State(group.relocating),
            )
            yield Remark(message, group.relocating, "relocation_groups")
        for obstacle in obstacles_of(group, pressure.act_for(group.benefitting)):
            reason, severity = _OBSTACLES[obstacle]
            # Before the file is sent there is still time for all of it.
            weight = severity if group.sent is not None or group.transferred is not None else Severity.INFO
            message = say(
                "Group {group}, relocated to {state}: {reason}.",
                group=group.id,
                state=State(group.relocating),
                reason=reason,
            )
            yield Remark(message, group.relocating, "relocation_groups", weight)


_LATE_STEPS: Final = {
    RelocationStep.CONFIRMATION: say("the confirmation"),
    RelocationStep.DECISION: say("the transfer decision"),
    RelocationStep.TRANSFER: say("the transfer"),
}


@rule_2020(
    "P610-57-7",
    "Clocks of a relocation",
    "Art. 57(6) to 57(9)",
    Severity.WARN,
    "The relocating state confirms within one week of the file; in exceptional cases later, if it says so within that "
    "week. Silence is acceptance. The transfer decision follows within one week, the transfer within four weeks of the "
    "confirmation or of the final decision on an appeal with suspensive effect.",
    readings=(POSTPONEMENT.name,),
)
def relocation_clocks(case: SolidarityCase) -> Iterator[Remark]:
    """Name steps that are late, acceptance by silence, and notices that do not count."""
    for group in case.forum.solidarity.relocation_groups:
        standing = standing_of(group, case.readings[POSTPONEMENT.name], case.today)
        state = State(group.relocating)
        yield from _out_of_order(group)
        if standing.is_notice_void and standing.notice_by is not None:
            message = say(
                "Group {group}: the notice of {state} that its check takes longer did not come in the week up to "
                "{last}, and does not count.",
                group=group.id,
                state=state,
                last=standing.notice_by,
            )
            yield Remark(message, group.relocating, "relocation_groups")
        if standing.by_silence and standing.accepted_on is not None:
            message = say(
                "Group {group}: {state} was silent and has accepted on {day} (Art. 57(7)).",
                group=group.id,
                state=state,
                day=standing.accepted_on,
            )
            yield Remark(message, group.relocating, "relocation_groups", Severity.INFO)
        for step in standing.steps:
            yield from _late(standing, step)


def _late(standing: RelocationStanding, step: StepDays) -> Iterator[Remark]:
    """Say that a step was or is late; a confirmation is not, since silence accepts."""
    if not step.is_late or step.due is None or step.step is RelocationStep.CONFIRMATION:
        return
    group = standing.group
    state, named = State(group.relocating), _LATE_STEPS[step.step]
    if step.done is None:
        message = say(
            "Group {group}, relocated to {state}: {step} was due on {last}.",
            group=group.id,
            state=state,
            step=named,
            last=step.due,
        )
        yield Remark(message, group.relocating, "relocation_groups")
    else:
        message = say(
            "Group {group}, relocated to {state}: {step} came on {day}; the last day was {last}.",
            group=group.id,
            state=state,
            step=named,
            day=step.done,
            last=step.due,
        )
        yield Remark(message, group.relocating, "relocation_groups", Severity.INFO)


_DATES: Final = (
    say("the security check"),
    say("the file"),
    say("the confirmation"),
    say("the transfer decision"),
    say("the transfer"),
)


def _out_of_order(group: RelocationGroup) -> Iterator[Remark]:
    """Name steps that are recorded on a day before the step that they follow."""
    days = (group.security_checked, group.sent, group.confirmed, group.decided, group.transferred)
    known = [(name, day) for name, day in zip(_DATES, days, strict=True) if day is not None]
    for (first, before), (then, after) in pairwise(known):
        if after < before:
            message = say(
                "Group {group}: {then} is recorded on {after}, before {first} on {before}.",
                group=group.id,
                then=then,
                after=after,
                first=first,
                before=before,
            )
            yield Remark(message, group.relocating, "relocation_groups")


@rule_2020(
    "P610-72-3",
    "Persons counted once",
    "Art. 72 (new Art. 17(4) of the Fund)",
    Severity.WARN,
    "Incentives are for persons who were in fact relocated, once each. Groups, deliveries of support plans and "
    "commitments "
    "kept are added up: the same persons stand in one of them only.",
    readings=(COUNTED_ONCE.name,),
)
def counted_once(case: SolidarityCase) -> Iterator[Remark]:
    """Name states whose persons from the same Member State stand in records of several kinds."""
    kinds: dict[tuple[str, str | None], dict[ArrivalKind, int]] = {}
    for arrival in arrivals_of(case.forum):
        if arrival.kind not in _KINDS_OF_ARRIVAL:
            continue
        found = kinds.setdefault((arrival.relocating, arrival.transferring), {})
        found[arrival.kind] = found.get(arrival.kind, 0) + arrival.persons
    for (code, _transferring), found in kinds.items():
        if len(found) > 1:
            message = say(
                "{state}: arrivals stand in records of several kinds ({kinds}); the same persons count once only.",
                state=State(code),
                kinds=[_KINDS_OF_ARRIVAL[kind] for kind in found],
            )
            yield Remark(message, code, "incentives")


# Whom a sponsor takes over, and who comes from a pool of disembarkation, stands in no other record.
_KINDS_OF_ARRIVAL: Final = {
    ArrivalKind.GROUP: say("groups under relocation"),
    ArrivalKind.SUPPORT_PLAN: say("deliveries of support plans"),
    ArrivalKind.COMMITMENT: say("commitments that were kept"),
}
