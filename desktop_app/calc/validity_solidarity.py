"""What no forum may hold of groups, support plans, incentives and the log (COM(2020) 610, Art. 55 to 60, 72).

An associated state has no part in any of these: it may sign and pledge under the voluntary mechanism, and no more.
"""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.contribution_types import SUPPORT_TYPES, WITH_NATIONALITIES, WITHOUT_MINORS, ContributionType
from desktop_app.calc.sentences import say
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.support_plans import SupportLine, SupportPlan
from desktop_app.calc.validity_parts import Problem, countries, measure, members, money, part, persons, repeated

RELOCATED: Final = tuple(kind for kind in SUPPORT_TYPES if kind is not ContributionType.SPONSORSHIP)
"""Types of persons who are relocated."""


def solidarity_problems(record: SolidarityRecord) -> Iterator[Problem]:
    """Yield what makes a record impossible."""
    for number, asked in enumerate(record.requests):
        yield from members(f"requests[{number}].benefitting", [asked.benefitting])
    yield from repeated("support_plans", (plan.id for plan in record.support_plans), say("support plan"))
    for plan in record.support_plans:
        yield from _support_plan(plan)
    yield from repeated("sponsorship_groups", (group.id for group in record.sponsorship_groups), "group")
    for sponsored in record.sponsorship_groups:
        yield from _sponsorship(sponsored)
    yield from repeated("relocation_groups", (group.id for group in record.relocation_groups), "group")
    for relocated in record.relocation_groups:
        yield from _relocation(relocated)
    yield from _incentives(record)
    for number, entry in enumerate(record.log):
        yield from members(f"log[{number}]", [code for code in (entry.code, entry.other) if code is not None])


def _both_sides(where: str, giving: str, helped: str) -> Iterator[Problem]:
    yield from members(where, [giving, helped])
    if giving == helped:
        what = say("{giving} cannot be both the Member State that helps and the one that is helped", giving=giving)
        yield Problem(where, what, say("name two"))


def _support_plan(plan: SupportPlan) -> Iterator[Problem]:
    where = f"support_plans[{plan.id}]"
    yield from _both_sides(where, plan.code, plan.benefitting)
    yield from repeated(f"{where}.lines", (line.type.value for line in plan.lines), "line")
    for line in plan.lines:
        yield from _line(f"{where}.lines[{line.type.value}]", line)
    for number, each in enumerate(plan.measures):
        yield from measure(f"{where}.measures[{number}]", each.measure)


def _line(where: str, line: SupportLine) -> Iterator[Problem]:
    if line.type not in SUPPORT_TYPES:
        what = say("{words} is no line of persons on the form (Annex IV)", words=line.type.words)
        yield Problem(
            f"{where}.type", what, say("use one of {join}", join=", ".join(kind.value for kind in SUPPORT_TYPES))
        )
    yield from persons(f"{where}.persons", line.persons)
    yield from part(f"{where}.minors", line.minors, line.persons, say("persons of the line"))
    yield from countries(f"{where}.nationalities", line.nationalities)
    if line.nationalities and line.type not in WITH_NATIONALITIES:
        what = say("the line of {words} has no field for nationalities (Annex IV)", words=line.type.words)
        yield Problem(f"{where}.nationalities", what, say("leave them out"))
    for number, each in enumerate(line.deliveries):
        inside = f"{where}.deliveries[{number}]"
        yield from persons(f"{inside}.persons", each.persons)
        yield from part(f"{inside}.minors", each.minors, each.persons, say("persons delivered"))
    if line.type in WITHOUT_MINORS and any([line.minors, *(each.minors for each in line.deliveries)]):
        what = say("the line of {words} has no field for unaccompanied minors (Annex IV)", words=line.type.words)
        yield Problem(f"{where}.minors", what, say("leave them out"))


def _sponsorship(group: SponsorshipGroup) -> Iterator[Problem]:
    where = f"sponsorship_groups[{group.id}]"
    if group.benefitting is None:
        yield from members(f"{where}.sponsor", [group.sponsor])
    else:
        yield from _both_sides(where, group.sponsor, group.benefitting)
    yield from countries(f"{where}.nationality", [group.nationality] if group.nationality is not None else [])
    yield from persons(f"{where}.persons", group.persons)
    yield from part(f"{where}.minors", group.minors, group.persons, say("persons of the group"))
    yield from part(f"{where}.returned", group.returned, group.persons, say("persons of the group"))
    left = max(0, group.persons - group.returned)
    yield from part(f"{where}.taken_over", group.taken_over, left, say("persons who were not returned"))
    taken = min(group.taken_over, group.minors)
    yield from part(f"{where}.taken_over_minors", group.taken_over_minors, taken, say("minors who can be taken over"))


def _relocation(group: RelocationGroup) -> Iterator[Problem]:
    where = f"relocation_groups[{group.id}]"
    if group.benefitting is None:
        yield from members(f"{where}.relocating", [group.relocating])
    else:
        yield from _both_sides(where, group.relocating, group.benefitting)
    if group.type not in RELOCATED:
        what = say("{words} is no relocation (Art. 57)", words=group.type.words)
        yield Problem(f"{where}.type", what, say("use one of {join}", join=", ".join(kind.value for kind in RELOCATED)))
    yield from persons(f"{where}.persons", group.persons)
    yield from part(f"{where}.minors", group.minors, group.persons, say("persons of the group"))
    yield from part(f"{where}.linked", group.linked, group.persons, say("persons of the group"))
    left = max(0, group.persons - group.linked)
    yield from part(f"{where}.refused", group.refused, left, say("persons of the group who are eligible"))
    eligible = max(0, left - group.refused)
    yield from part(f"{where}.arrived", group.arrived, eligible, say("persons who are eligible and not refused"))
    there = min(group.arrived, group.minors)
    yield from part(f"{where}.arrived_minors", group.arrived_minors, there, say("minors who can have arrived"))


def _incentives(record: SolidarityRecord) -> Iterator[Problem]:
    days = (say("the beginning") if rate.since is None else rate.since.isoformat() for rate in record.incentives)
    yield from repeated("incentives", days, say("rate from"))
    for number, rate in enumerate(record.incentives):
        where = f"incentives[{number}]"
        yield from money(f"{where}.person_eur", rate.person_cents)
        yield from money(f"{where}.minor_eur", rate.minor_cents)
        yield from money(f"{where}.transfer_eur", rate.transfer_cents)
