"""Relocations under way in words and lines: the next step, both readings of Art. 57(7), who can be relocated."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.readings import POSTPONEMENT
from desktop_app.calc.relocation_clock import (
    Obstacle,
    RelocationStanding,
    RelocationStep,
    StepDays,
    obstacles_of,
    standing_of,
)
from desktop_app.calc.solidarity_groups import RelocationGroup
from desktop_app.calc.wording import day, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import counted, marked, tr
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.records import state_name
from desktop_app.views.solidarity.sponsorship_lines import days_text

COLUMNS: Final = (
    Column(marked("Group")),
    Column(marked("From")),
    Column(marked("To")),
    Column(marked("Persons"), right=True),
    Column(marked("Can be\nrelocated"), right=True),
    Column(marked("File sent")),
    Column(marked("Next step")),
    Column(marked("Last day")),
    Column(marked("Days\nleft"), right=True),
    Column(marked("Arrived"), right=True),
    Column(marked("Standing"), wraps=True),
)
READINGS: Final = tuple(POSTPONEMENT.choices)
"""Values of the reading, in the order in which they stand beside each other."""
_READING_WORDS: Final = {"two-weeks": marked("Two weeks in all"), "three-weeks": marked("Three weeks in all")}
_STEPS: Final = {
    RelocationStep.CONFIRMATION: marked("Confirmation (Art. 57(7))"),
    RelocationStep.DECISION: marked("Transfer decision (Art. 57(8))"),
    RelocationStep.TRANSFER: marked("Transfer (Art. 57(9))"),
}
TYPES: Final = {
    ContributionType.APPLICANTS: marked("applicants"),
    ContributionType.BENEFICIARIES: marked("beneficiaries of protection"),
    ContributionType.BORDER_PROCEDURE: marked("applicants in the border procedure"),
    ContributionType.ILLEGALLY_STAYING: marked("illegally staying persons"),
}
"""The types of persons who are relocated, in words."""
OBSTACLES: Final = {
    Obstacle.NO_CHECK: marked("the benefitting state's security check is not recorded (Art. 57(2))"),
    Obstacle.NO_CONSENT: marked("their written consent is not recorded (Art. 57(3))"),
    Obstacle.NO_GRANT: marked("the day on which protection was granted is not recorded (Art. 45(1)(c))"),
    Obstacle.GRANTED_EARLY: marked("protection was granted three years or more before the act (Art. 45(1)(c))"),
}
"""What keeps a group from being relocated, in words."""
_BRIEF: Final = {
    Obstacle.NO_CHECK: marked("no security check"),
    Obstacle.NO_CONSENT: marked("no written consent"),
    Obstacle.NO_GRANT: marked("day of the grant not said"),
    Obstacle.GRANTED_EARLY: marked("granted too early"),
}
_NONE: Final = "–"
_NO_DAYS: Final = ("", "")


def step_columns(reading: str) -> tuple[Column, ...]:
    """Return the columns of the steps; the heading says which reading is in force."""
    named = [
        f"{tr(_READING_WORDS[each])}\n{tr('in force') if each == reading else tr('not chosen')}" for each in READINGS
    ]
    return (
        Column(tr("Step")),
        *(Column(each) for each in named),
        Column(tr("Done on")),
        Column(tr("Standing"), wraps=True),
    )


def day_or_none(value: date | None) -> str:
    """Write a day; a dash where there is none."""
    return _NONE if value is None else day(value)


# ------------------------------------------------------------------------------------------------------------ the list


def standing_words(standing: RelocationStanding, act: date | None) -> Said:
    """Return how it stands with a group in a few words, with sign and tone."""
    group = standing.group
    if standing.step is RelocationStep.DONE:
        return Said(tr("transferred"), "ok", "ok")
    late = tr("{step}, late", step=tr(standing.step.value)) if standing.is_late else ""
    obstacles = obstacles_of(group, act)
    if obstacles:
        blocked = tr(_BRIEF[obstacles[0]])
        return Said(f"{late}; {blocked}" if late else blocked, "warn", "warn")
    if late:
        return Said(late, "block", "block")
    if group.sent is None:
        return Said(tr("no time limit yet"), "info", "muted")
    if standing.by_silence:
        return Said(tr("accepted by silence"), "info", "text")
    return Said(tr("check postponed"), "info", "text") if standing.is_postponed else Said(tr("in time"), "ok", "text")


def group_line(standing: RelocationStanding, act: date | None, helped: str | None, today: date | None) -> FigureLine:
    """Return the line of a group.

    Args:
        standing: how it stands under the reading in force.
        act: adoption of the act, or ``None``.
        helped: the Member State that the procedure is for, or ``None``.
        today: the day of the check.
    """
    group, said = standing.group, standing_words(standing, act)
    due = standing.due
    left = None if due is None or today is None else (due - today).days
    is_done = standing.step is RelocationStep.DONE
    return FigureLine(
        (
            Cell(group.id, about=tr(TYPES.get(group.type, group.type.words))),
            Cell(state_name(group.benefitting or helped, tr("not said"))),
            Cell(state_name(group.relocating)),
            Cell(persons(group.persons)),
            Cell(persons(standing.eligible)),
            Cell(day_or_none(group.sent)),
            Cell(tr(standing.step.value)),
            Cell(day(group.transferred) if is_done and group.transferred else day_or_none(due)),
            Cell(days_text(left), tone="block" if standing.is_late else "text"),
            Cell(persons(group.arrived)),
            Cell(said.text, said.icon, said.tone),
        )
    )


def sum_line(standings: Sequence[RelocationStanding]) -> FigureLine:
    """Return the sum of all groups."""
    count = (
        tr("{count} group", count=len(standings)) if len(standings) == 1 else tr("{count} groups", count=len(standings))
    )
    figures = (sum(each.group.persons for each in standings), sum(each.eligible for each in standings))
    arrived = sum(each.group.arrived for each in standings)
    empty = Cell("")
    cells = (
        Cell(tr("All")),
        Cell(count),
        empty,
        *(Cell(persons(each)) for each in figures),
        empty,
        empty,
        empty,
        empty,
    )
    return FigureLine((*cells, Cell(persons(arrived)), empty), strong=True, ground="sunken")


# ----------------------------------------------------------------------------------------------------------- the steps


def step_lines(group: RelocationGroup, reading: str, today: date | None) -> tuple[FigureLine, ...]:
    """Return the steps of a group: last day under both readings, and how each stands under the one in force."""
    both = {each: standing_of(group, each, today) for each in READINGS}
    chosen = both[reading]
    lines = [_line(tr("File sent (Art. 57(5))"), _NO_DAYS, group.sent, _checked(group)), _notice_line(chosen)]
    for place, step in enumerate(chosen.steps):
        if step.step is RelocationStep.TRANSFER and group.appeal_ended is not None:
            said = Said(tr("the four weeks of the transfer run from it"))
            lines.append(_line(tr("Appeal ended (Art. 57(9))"), _NO_DAYS, group.appeal_ended, said))
        days = [_due_words(each, name, place) for name, each in both.items()]
        is_next = step.step is chosen.step
        lines.append(_line(_STEPS[step.step], days, step.done, _step_words(step, chosen), strong=is_next))
    return tuple(lines)


def _due_words(standing: RelocationStanding, reading: str, place: int) -> str:
    """Return the last day of a step; while it hangs on a confirmation, the latest one there can be, by silence."""
    due = standing.steps[place].due
    if due is not None or standing.confirm_by is None:
        return day_or_none(due)
    silent = standing_of(standing.group, reading, date.max)
    return tr("latest {day_or_none}", day_or_none=day_or_none(silent.steps[place].due))


def _line(name: str, days: Sequence[str], done: date | None, said: Said, *, strong: bool = False) -> FigureLine:
    """Return a line of the steps; ``days`` are the last days under each reading."""
    cells = (Cell(name), *map(Cell, days), Cell(day_or_none(done)), Cell(said.text, said.icon, said.tone))
    return FigureLine(cells, strong=strong)


def _checked(group: RelocationGroup) -> Said:
    if group.security_checked is None:
        return Said(tr("security check not recorded (Art. 57(2))"), "warn", "warn")
    return Said(tr("security check of {day} (Art. 57(2))", day=day(group.security_checked)), "ok", "text")


def _notice_line(chosen: RelocationStanding) -> FigureLine:
    by = day_or_none(chosen.notice_by)
    if chosen.is_notice_void:
        said = Said(tr("outside the first week: it does not count"), "warn", "warn")
    elif chosen.is_postponed:
        said = Said(tr("in the first week: it counts"), "ok", "text")
    else:
        said = Said(tr("none: one week in all") if chosen.group.sent else "", "", "muted")
    return _line(tr("Notice of postponement (Art. 57(7))"), (by, by), chosen.group.postponed, said)


def _step_words(step: StepDays, chosen: RelocationStanding) -> Said:
    if step.due is None:
        return Said(tr("no clock yet"), "", "muted")
    if step.step is RelocationStep.CONFIRMATION and chosen.by_silence:
        late = chosen.group.confirmed
        words = (
            tr("accepted by silence")
            if late is None
            else tr("by silence; the confirmation of {day} came later", day=day(late))
        )
        return Said(words, "info", "text")
    if step.done is not None:
        return Said(tr("late"), "warn", "warn") if step.is_late else Said(tr("in time"), "ok", "text")
    return Said(tr("late"), "block", "block") if step.is_late else Said(tr("awaited"), "", "text")


# ----------------------------------------------------------------------------------------------------------- the facts


def facts_of(standing: RelocationStanding, act: date | None) -> Iterator[Said]:
    """Yield what is to be known of a group: who can be relocated, what keeps it from that, its note."""
    yield eligible_words(standing)
    obstacles = obstacles_of(standing.group, act)
    if obstacles:
        named = "; ".join(tr(OBSTACLES[each]) for each in obstacles)
        yield Said(tr("Nobody is to be relocated yet: {named}.", named=named), "warn", "warn")
    if standing.group.note:
        yield Said(tr("Note: {note}", note=standing.group.note), tone="muted")


def eligible_words(standing: RelocationStanding) -> Said:
    """Say how many of a group can be relocated, and who cannot (Art. 57(2), (3))."""
    group = standing.group
    told = f"{counted(group.persons)} ({tr(TYPES.get(group.type, group.type.words))})"
    if group.minors:
        told = tr("{persons}, of whom {minors}", persons=told, minors=counted_minors(group.minors))
    less = [
        (group.linked, marked("{count} with links to the benefitting state")),
        (group.refused, marked("{count} refused as a risk to security")),
    ]
    named = [tr(words, count=persons(count)) for count, words in less if count]
    if not named:
        return Said(tr("{told}; all can be relocated (Art. 57(2), (3)).", told=told))
    template = (
        marked("{told}; {persons} can be relocated: not {less} (Art. 57(2), (3)).")
        if len(named) == 1
        else marked("{told}; {persons} can be relocated: not {less}, not {other} (Art. 57(2), (3)).")
    )
    return Said(tr(template, told=told, persons=persons(standing.eligible), less=named[0], other=named[-1]))


def counted_minors(count: int) -> str:
    """Write ``"1 unaccompanied minor"``."""
    return (
        tr("{persons} unaccompanied minor", persons=persons(count))
        if count == 1
        else tr("{persons} unaccompanied minors", persons=persons(count))
    )


def alarm_of(standings: Sequence[RelocationStanding]) -> tuple[Said, int | None]:
    """Return what the strip says, and the number of the group it is about: the one that is late for longest."""
    late = [place for place, each in enumerate(standings) if each.is_late]
    if not late:
        return Said(""), None
    place = min(late, key=lambda each: standings[each].due or date.max)
    standing = standings[place]
    words = tr(
        "{id}: {step}, the last day was {day}.",
        id=standing.group.id,
        step=tr(standing.step.value),
        day=day_or_none(standing.due),
    )
    if len(late) > 1:
        words += " " + tr("{number} more late.", number=len(late) - 1)
    return Said(words, "block", "block"), place
