"""What ``check`` prints for people of groups under way, support plans and incentives."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.group_standings import relocations_of, sponsorships_of
from desktop_app.calc.incentives import incentives_of
from desktop_app.calc.relocation_clock import RelocationStanding
from desktop_app.calc.sponsorship_clock import SponsorshipStanding
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.cli.report_parts import hanging, persons

_HEAD: Final = 22


def solidarity_blocks(assessment: Assessment) -> tuple[list[str], ...]:
    """Return groups, support plans and incentives; an empty block where nothing is recorded."""
    record = assessment.forum.solidarity
    sponsored = [line for each in sponsorships_of(assessment) for line in _sponsorship(each)]
    relocated = [line for each in relocations_of(assessment) for line in _relocation(each)]
    plans = [line for plan in record.support_plans for line in _support_plan(plan)]
    paid = list(_incentives(assessment))
    blocks = (
        ("Return sponsorship", sponsored),
        ("Relocations under way", relocated),
        ("Support plans", plans),
        ("Financial incentives", paid),
    )
    return tuple([title, *lines] if lines else [] for title, lines in blocks)


def _line(name: str, said: str) -> Iterator[str]:
    head = f"  {name}"
    return hanging(f"{head:<{_HEAD}} " if len(head) <= _HEAD else f"{head}  ", said)


def _sponsorship(standing: SponsorshipStanding) -> Iterator[str]:
    group = standing.group
    said = [f"{persons(group.left)} of {persons(group.persons)} left"]
    if group.left <= 0:
        said = [f"nobody of {persons(group.persons)} left"]
    elif standing.due is None:
        said.append("the clock has not started")
    elif standing.has_lapsed:
        said.append(f"eight months over since {standing.due}: {persons(standing.to_relocate)} to be taken over")
    else:
        said.append(f"until {standing.due}{': ALARM, expiry is near' if standing.is_near else ''}")
    if group.taken_over_on is not None:
        said.append(f"{persons(group.taken_over)} taken over, last on {group.taken_over_on}")
    origin = "" if group.benefitting is None else f" from {group.benefitting}"
    return _line(f"{group.id} {group.sponsor}{origin}", "; ".join(said))


def _relocation(standing: RelocationStanding) -> Iterator[str]:
    group = standing.group
    said = [f"{persons(standing.eligible)} of {persons(group.persons)} eligible", standing.step.value]
    if standing.by_silence:
        said.append(f"accepted by silence on {_day(standing.accepted_on)}")
    if standing.due is not None:
        said.append(f"{'LATE since' if standing.is_late else 'by'} {standing.due}")
    return _line(f"{group.id} {group.relocating}", "; ".join(said))


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _support_plan(plan: SupportPlan) -> Iterator[str]:
    said = [f"for {plan.benefitting}: {persons(plan.persons)} persons, {persons(plan.delivered)} delivered"]
    if plan.measures:
        done = sum(1 for each in plan.measures if each.delivered is not None)
        said.append(f"{len(plan.measures)} {'measure' if len(plan.measures) == 1 else 'measures'}, {done} delivered")
    said.append("on request" if plan.on_request else "of own initiative")
    said.append("no consent yet" if plan.consent is None else f"consent of {plan.consent}")
    return _line(f"{plan.id} {plan.code}", "; ".join(said))


def _incentives(assessment: Assessment) -> Iterator[str]:
    for row in incentives_of(assessment.forum):
        parts = []
        if row.relocated:
            parts.append(f"{persons(row.relocated)} relocated, {persons(row.minors)} of them minors")
        if row.transferred:
            parts.append(f"{persons(row.transferred)} transferred")
        yield from _line(row.code, f"{wording.money(row.total_cents)} ({'; '.join(parts)})")
