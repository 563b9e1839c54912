"""The deadlines as lines: their last day, how it stands with them, who and what, which date started them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_standing import DeadlineStanding, Standing, late, next_due, standings
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.moments import as_of
from desktop_app.calc.wording import day
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, state_name, tr, upper_first

COLUMNS: Final = (
    Column(marked("Last day")),
    Column(marked("How it stands"), wraps=True),
    Column(marked("Who")),
    Column(marked("What"), wraps=True),
    Column(marked("Started by"), wraps=True),
    Column(marked("Article")),
)
_WEEKDAYS: Final = (
    marked("Mon"),
    marked("Tue"),
    marked("Wed"),
    marked("Thu"),
    marked("Fri"),
    marked("Sat"),
    marked("Sun"),
)
_FULL_WEEKDAYS: Final = (
    marked("Monday"),
    marked("Tuesday"),
    marked("Wednesday"),
    marked("Thursday"),
    marked("Friday"),
    marked("Saturday"),
    marked("Sunday"),
)
_DOCUMENT: Final = "COM(2020) 610, "
_SIGNS: Final = {
    Standing.DONE: ("ok", "ok"),
    Standing.DONE_LATE: ("warn", "warn"),
    Standing.LATE: ("block", "block"),
    Standing.DUE: ("calendar", "text"),
    Standing.PASSED: ("unknown", "unknown"),
    Standing.NOT_NEEDED: ("none", "muted"),
}
_NOTHING: Final = {
    Procedure.ANNUAL_POOL: (
        marked(
            "Nothing is due: deadlines follow from the year of the pool, the dates of the three acts and the dates of "
            "requests for a deduction."
        )
    ),
    Procedure.SEARCH_AND_RESCUE: (
        marked(
            "Nothing is due: the first clocks start with the day on which the report was adopted (Report and requests)."
        )
    ),
    Procedure.MIGRATORY_PRESSURE: (
        marked(
            "Nothing is due: the first clock starts with the day on which the assessment was notified "
            "(Assessment), the "
            "others with that of the report, of the act and of each group under way."
        )
    ),
    Procedure.VOLUNTARY: (
        marked(
            "Nothing is due: the mechanism ends a year after its first day (Mechanism and signatories); the "
            "other clocks "
            "start with the groups under way."
        )
    ),
}
_ARTICLE_65: Final = marked(
    "COM(2020) 610, Art. 65: the day of the event is not counted; weekends and holidays count, nothing is moved; "
    "a month ends on the same date, or on its last day where it has no such date."
)
_LAW: Final = {
    Procedure.ANNUAL_POOL: marked(
        "Art. 75: the day of the event is not counted; no period ends on a weekend or an official holiday. "
        "Dates that the law fixes do not move."
    ),
    Procedure.SEARCH_AND_RESCUE: _ARTICLE_65,
    Procedure.MIGRATORY_PRESSURE: _ARTICLE_65,
    Procedure.VOLUNTARY: _ARTICLE_65,
}
_ONE_HOLIDAY: Final = marked(
    "Art. 75: the day of the event is not counted; no period ends on a weekend or an official holiday ({count} "
    "official holiday beside 1 January and 25 December). Dates that the law fixes do not move."
)
_HOLIDAYS: Final = marked(
    "Art. 75: the day of the event is not counted; no period ends on a weekend or an official holiday ({count} "
    "official holidays beside 1 January and 25 December). Dates that the law fixes do not move."
)
WITHOUT_A_DAY: Final = {
    Procedure.ANNUAL_POOL: (
        marked(
            "The law sets no day for the first Technical-Level Forum (Art. 14(5)), for the Council's act on a "
            "deduction "
            "(Art. 61(4), 62(5)) and for offsets of what was not relocated (Art. 63(5)). Not recorded here, so "
            "not shown: "
            "when the Commission's decision on a self-declared state is transmitted (two weeks, Art. 59(6); one week "
            "where the pool is too small, Art. 59(7)), and a request for offsets (30 days, Art. 69(2))."
        )
    ),
    Procedure.SEARCH_AND_RESCUE: "",
    Procedure.MIGRATORY_PRESSURE: "",
    Procedure.VOLUNTARY: "",
}
NO_HOLIDAY: Final = marked(
    "No official holiday is listed beside 1 January and 25 December: ends that fall on one stand a day too early. "
    "Holidays, in the Forum menu, lists them."
)
HOLIDAYS_COUNT: Final = {each: each is Procedure.ANNUAL_POOL for each in Procedure}
"""Whether a holiday moves the end of a period (Art. 75(d); not by Art. 65 of the proposal of 2020)."""


def deadline_lines(assessment: Assessment) -> tuple[list[FigureLine], list[DeadlineStanding | None]]:
    """Return the lines by last day with one for the day of the check among them, and what each is about.

    What is due next stands out, and a line "today" parts what has passed from what is to come.
    """
    found, today = standings(assessment), as_of(assessment.forum)
    soon = next_due(found)
    lines: list[FigureLine] = []
    about: list[DeadlineStanding | None] = []
    for each in found:
        if today is not None and each.due >= today and None not in about:
            lines.append(_today(today))
            about.append(None)
        lines.append(_line(each, is_next=each in soon))
        about.append(each)
    if found and today is not None and None not in about:
        lines.append(_today(today))
        about.append(None)
    return lines, about


def _today(today: date) -> FigureLine:
    words = tr("Day of the check: {weekday}, {day}", weekday=_FULL_WEEKDAYS[today.weekday()], day=day(today))
    return FigureLine((Cell(words, "down", "accent"),), strong=True, ground="sunken")


def _line(each: DeadlineStanding, *, is_next: bool) -> FigureLine:
    icon, tone = _SIGNS[each.standing]
    who, what = _who_and_what(each)
    stands = tr("Next: {words}", words=tr(each.words)) if is_next else upper_first(tr(each.words))
    if each.open:
        stands = f"{stands}\n{tr(each.open)}"
    started = "\n".join(tr(part) for part in (each.deadline.started_by, each.deadline.moved) if part)
    quiet = "muted" if each.standing in {Standing.DONE, Standing.NOT_NEEDED} else "text"
    cells = (
        Cell(f"{tr(_WEEKDAYS[each.due.weekday()])} {tr(day(each.due))}", tone=quiet),
        Cell(stands, icon, "accent" if is_next else tone),
        Cell(who, tone=quiet),
        Cell(upper_first(what), tone=quiet),
        Cell(started, "calendar" if each.deadline.moved else "", tone=quiet),
        Cell(tr(each.deadline.reference).removeprefix(_DOCUMENT), tone=quiet, about=tr(each.deadline.reference)),
    )
    return FigureLine(cells, strong=is_next, ground="info_ground" if is_next else "")


def _who_and_what(each: DeadlineStanding) -> tuple[str, str]:
    """Return who must act, and what is due: what names nobody is the affair of its state, or of nobody."""
    who, colon, what = tr(each.deadline.what).partition(": ")
    state = each.deadline.state
    return (who, what) if colon else ("" if state is None else state_name(state), who)


def heading_words(assessment: Assessment) -> tuple[str, str]:
    """Return what is due next and what is late, each in a sentence; the second may be empty."""
    found = standings(assessment)
    if not found:
        return _NOTHING[assessment.forum.procedure], ""
    soon, behind = next_due(found), late(found)
    if soon:
        first = soon[0]
        said = tr(
            "Next, {words}, on {weekday}, {day}: {whats}.",
            words=tr(first.words),
            weekday=_FULL_WEEKDAYS[first.due.weekday()],
            day=day(first.due),
            whats=_whats(soon),
        )
    else:
        said = tr("Nothing is due any more.")
    return said, tr("Late: {whats}.", whats=_whats(behind)) if behind else ""


def _whats(found: Sequence[DeadlineStanding]) -> str:
    return "; ".join(tr(each.deadline.what) for each in found)


def law_words(forum: Forum) -> str:
    """Return how the periods of a procedure end."""
    count = len(forum.holidays)
    if not count or forum.procedure is not Procedure.ANNUAL_POOL:
        return tr(_LAW[forum.procedure])
    return tr(_ONE_HOLIDAY if count == 1 else _HOLIDAYS, count=count)
