"""Return sponsorship in words and lines: clocks, who is left, who is to relocate (COM(2020) 610, Art. 55, 57(4))."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from desktop_app.calc.solidarity_groups import ClockStart, SponsorshipGroup
from desktop_app.calc.sponsorship_clock import MONTHS, SponsorshipStanding
from desktop_app.calc.wording import MINUS, day, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import counted, marked, tr
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.records import state_name

COLUMNS: Final = (
    Column(marked("Group")),
    Column(marked("From")),
    Column(marked("Sponsor")),
    Column(marked("Nation-\nality")),
    Column(marked("Persons"), right=True),
    Column(marked("Of whom\nminors"), right=True),
    Column(marked("Returned"), right=True),
    Column(marked("Taken\nover"), right=True),
    Column(marked("Left"), right=True),
    Column(marked("To\nrelocate"), right=True),
    Column(marked("Eight months\nend on")),
    Column(marked("Days\nleft"), right=True),
    Column(marked("Standing"), wraps=True),
)
STARTS: Final = {
    ClockStart.ACT: marked("the adoption of the act (Art. 55(2))"),
    ClockStart.RETURN_DECISION: marked("the return decision (Art. 55(3))"),
    ClockStart.END_OF_RIGHT: marked("the end of the right to remain (Art. 55(3))"),
}
"""What starts the clock, in words."""
_NONE: Final = "–"


def days_text(days: int | None) -> str:
    """Write days that are left, with their sign; a dash where no clock runs."""
    if days is None:
        return _NONE
    return persons(days) if days >= 0 else f"{MINUS}{tr(persons(-days))}"


def standing_words(standing: SponsorshipStanding) -> Said:
    """Return how it stands with a group in a few words, with sign and tone."""
    group = standing.group
    if group.left <= 0:
        return Said(tr("nobody left") if group.persons else tr("no persons"), "ok", "ok")
    if standing.to_relocate:
        told = tr("sponsor not told") if group.told is None else tr("sponsor told")
        return Said(
            tr("{persons} to relocate, {told}", persons=persons(standing.to_relocate), told=told), "block", "block"
        )
    if standing.due is None:
        return Said(tr("clock not started"), "unknown", "unknown")
    if standing.days_left is None:
        return Said(tr("the day of the check is not known"), "unknown", "unknown")
    if standing.is_near:
        return Said(near_words(standing.days_left), "warn", "warn")
    return Said(tr("running"), "info", "text")


def near_words(days: int) -> str:
    """Return when a clock expires: today, tomorrow, or in some days."""
    return {0: tr("last day today"), 1: tr("expires tomorrow")}.get(days, tr("expires in {days} days", days=days))


def group_line(standing: SponsorshipStanding, helped: str | None) -> FigureLine:
    """Return the line of a group; whom the sponsor must take over is left no more, but to relocate.

    Args:
        standing: how it stands with the group.
        helped: the Member State that the procedure is for, or ``None``.
    """
    group, said = standing.group, standing_words(standing)
    left = max(0, group.left) - standing.to_relocate
    figures = (group.persons, group.minors, group.returned, group.taken_over, left)
    due = _NONE if standing.due is None else day(standing.due)
    # Where nobody is left, nothing expires any more.
    days = standing.days_left if group.left > 0 else None
    tone = said.tone if said.tone in {"warn", "block"} else "text"
    return FigureLine(
        (
            Cell(group.id),
            Cell(state_name(group.benefitting or helped, tr("not said"))),
            Cell(state_name(group.sponsor)),
            Cell(group.nationality or _NONE),
            *(Cell(persons(count)) for count in figures),
            Cell(persons(standing.to_relocate), tone="block" if standing.to_relocate else "text"),
            Cell(due),
            Cell(days_text(days), tone=tone),
            Cell(said.text, said.icon, said.tone),
        )
    )


def sum_line(standings: Sequence[SponsorshipStanding]) -> FigureLine:
    """Return the sum of all groups."""
    moved = sum(each.to_relocate for each in standings)
    groups = [each.group for each in standings]
    figures = (
        sum(each.persons for each in groups),
        sum(each.minors for each in groups),
        sum(each.returned for each in groups),
        sum(each.taken_over for each in groups),
        sum(max(0, each.left) for each in groups) - moved,
        moved,
    )
    count = tr("{count} group", count=len(groups)) if len(groups) == 1 else tr("{count} groups", count=len(groups))
    cells = (Cell(tr("All")), Cell(count), Cell(""), Cell(""), *(Cell(persons(each)) for each in figures))
    return FigureLine((*cells, Cell(""), Cell(""), Cell("")), strong=True, ground="sunken")


def clock_words(standing: SponsorshipStanding) -> Said:
    """Say what started the clock of a group and until when it runs."""
    group = standing.group
    # A day before the act starts no clock: then the act itself does.
    start = STARTS[group.start if standing.started == group.started else ClockStart.ACT]
    if standing.started is None or standing.due is None:
        return Said(
            tr("The clock starts with {start}; its day is not recorded: no time limit runs yet.", start=start),
            tone="warn",
        )
    begun = tr(
        "Started on {started} by {start}; {months} end on {due}",
        started=day(standing.started),
        start=start,
        months=_MONTHS,
        due=day(standing.due),
    )
    days = standing.days_left
    if days is None:
        return Said(f"{begun}.")
    if days < 0:
        return Said(
            tr("{begun}, {days} ago.", begun=begun, days=_days(-days)), tone="block" if standing.to_relocate else "text"
        )
    words = (
        tr("{begun}, in {days}.", begun=begun, days=_days(days))
        if standing.alarm_from is None
        else tr(
            "{begun}, in {days}; the desk warns from {day}.",
            begun=begun,
            days=_days(days),
            day=day(standing.alarm_from),
        )
    )
    return Said(words, tone="warn" if standing.is_near else "text")


def _days(count: int) -> str:
    return tr("1 day") if count == 1 else tr("{count} days", count=count)


_MONTHS: Final = {8: marked("eight months")}[MONTHS]


def facts_of(standing: SponsorshipStanding) -> Iterator[Said]:
    """Yield what is to be known of a group: its clock, its activities, what follows at expiry, its note."""
    group = standing.group
    yield clock_words(standing)
    if group.activities:
        done = "; ".join(f"({each.value}) {tr(each.words)}" for each in group.activities)
        yield Said(tr("The sponsor's activities (Art. 55(4)): {done}.", done=done))
    else:
        yield Said(tr("No activity is recorded: a sponsor does one at least (Art. 55(4))."), tone="warn")
    yield _expiry(standing)
    if group.note:
        yield Said(tr("Note: {note}", note=group.note), tone="muted")


def _expiry(standing: SponsorshipStanding) -> Said:
    group, sponsor = standing.group, state_name(standing.group.sponsor)
    if standing.to_relocate:
        told = _told(group.told)
        words = tr(
            "{counted} not returned: {sponsor} takes them over (Art. 55(2), 57(4)). {told}",
            counted=counted(standing.to_relocate),
            sponsor=sponsor,
            told=told,
        )
        return Said(f"{words} {_taken_over(group)}".strip(), tone="block")
    if group.taken_over:
        return Said(f"{_taken_over(group)} {_told(group.told)}")
    if group.left <= 0:
        return Said("")
    return Said(
        tr(
            "{sponsor} takes over whoever of the {persons} is not returned by then (Art. 55(2)).",
            sponsor=sponsor,
            persons=persons(group.left),
        )
    )


def _taken_over(group: SponsorshipGroup) -> str:
    """Say whom the sponsor took over, and until when; empty where nobody."""
    if not group.taken_over:
        return ""
    minors = group.taken_over_minors
    taken = counted(group.taken_over)
    if minors:
        taken = (
            tr("{persons}, of whom {minors} unaccompanied minor", persons=taken, minors=persons(minors))
            if minors == 1
            else tr("{persons}, of whom {minors} unaccompanied minors", persons=taken, minors=persons(minors))
        )
    sponsor = state_name(group.sponsor)
    if group.taken_over_on is None:
        return tr("{state} took over {persons}.", state=sponsor, persons=taken)
    return tr(
        "{state} took over {persons}, the last on {day}.", state=sponsor, persons=taken, day=day(group.taken_over_on)
    )


def _told(told: date | None) -> str:
    if told is None:
        return tr("That it was told so is not recorded: the benefitting state does that at once (Art. 57(4)).")
    return tr("It was told so on {day} (Art. 57(4)).", day=day(told))


def alarm_of(standings: Sequence[SponsorshipStanding]) -> tuple[Said, int | None]:
    """Return what the strip says, and the number of the group it is about: the longest lapsed, else the nearest."""
    places = [place for place, each in enumerate(standings) if each.to_relocate or each.is_near]
    if not places:
        return Said(""), None
    place = min(places, key=lambda each: standings[each].due or date.max)
    standing = standings[place]
    group, sponsor = standing.group, state_name(standing.group.sponsor)
    count = sum(each.to_relocate for each in standings)
    if standing.to_relocate:
        words = tr(
            "{id}: {months} are over, {sponsor} takes over {counted}.",
            id=group.id,
            months=_MONTHS,
            sponsor=sponsor,
            counted=counted(standing.to_relocate),
        )
        if count > standing.to_relocate:
            words += " " + tr("In all {counted} to relocate.", counted=counted(count))
        return Said(words, "block", "block"), place
    near = near_words(standing.days_left or 0)
    return Said(
        tr(
            "{id} ({sponsor}): {near}, {counted} not returned yet.",
            id=group.id,
            sponsor=sponsor,
            near=near,
            counted=counted(group.left),
        ),
        "warn",
        "warn",
    ), place
