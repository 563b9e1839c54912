"""What the law says of a Member State's position, in the words of the panel: what its status allows, what falls due."""

from datetime import date
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.forum import Deduction, DeductionBasis, DeductionStage, Flag, Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.periods import days_after, next_working_day
from desktop_app.calc.rulebooks.annual_pool.deadlines import holiday_dates, moved_words
from desktop_app.calc.rulebooks.annual_pool.rules_deductions import ASSESSMENT_WEEKS
from desktop_app.views.fields.reading import WEEKDAYS
from desktop_app.views.language import marked, shown, tr, upper_first

FLAG_WORDS: Final = {
    Flag.UNDER_PRESSURE: marked("under migratory pressure"),
    Flag.AT_RISK: marked("at risk of migratory pressure"),
    Flag.SIGNIFICANT_SITUATION: marked("significant migratory situation"),
}
ALLOWS: Final = {
    Flag.UNDER_PRESSURE: marked(
        "may draw on the pool (Art. 58), or ask for a deduction (Art. 61); one excludes the other"
    ),
    Flag.AT_RISK: marked("no reduction of the fair share; access to the Toolbox with priority (Art. 6(3), 11(1))"),
    Flag.SIGNIFICANT_SITUATION: marked("may ask for a deduction (Art. 62)"),
}
"""What each classification allows."""


def status_words(flags: tuple[Flag, ...]) -> str:
    """Say what a classification allows, a line each."""
    if not flags:
        return tr("Not classified: contributes its fair share. It may consider itself in one of these situations.")
    return "\n".join(f"{upper_first(FLAG_WORDS[flag])}: {shown(ALLOWS[flag])}." for flag in flags)


def basis_words(
    basis: DeductionBasis, flags: tuple[Flag, ...], *, self_declared: bool, benefitting: bool
) -> tuple[str, bool]:
    """Say whether a state's status allows a deduction on a basis.

    Returns:
        One sentence, and whether it is allowed.
    """
    needed = Flag.UNDER_PRESSURE if basis is DeductionBasis.ARTICLE_61 else Flag.SIGNIFICANT_SITUATION
    article = tr("Art. {value}", value=basis.value)
    if basis is DeductionBasis.ARTICLE_61 and benefitting:
        return tr(
            "{article} is not open to a Member State that benefits from the pool (Art. 61(1)).", article=article
        ), False
    if needed in flags:
        return tr("{article} is open: the Commission found {found}.", article=article, found=_found(needed)), True
    if self_declared:
        return tr(
            "{article} is open: it considers itself so; the request then says more (below).", article=article
        ), True
    return tr(
        "{article} needs {found} found by the Commission, or that the state considers itself so.",
        article=article,
        found=_found(needed),
    ), False


def _found(flag: Flag) -> str:
    return tr("migratory pressure") if flag is Flag.UNDER_PRESSURE else tr("a significant migratory situation")


def due_words(deduction: Deduction, forum: Forum) -> tuple[str, str]:
    """Say when the assessment falls due (Art. 61(3), 62(4)), which days moved the end (Art. 75), and how it stands.

    Returns:
        Words, and their colour token.
    """
    article = tr("Art. 61(3)") if deduction.basis is DeductionBasis.ARTICLE_61 else tr("Art. 62(4)")
    if deduction.requested is None:
        return tr(
            "The assessment falls due four weeks after the Commission received the request ({article}).",
            article=article,
        ), "muted"
    last = days_after(deduction.requested, 7 * ASSESSMENT_WEEKS)
    due = next_working_day(last, holiday_dates(forum))
    moved = moved_words(last, due, forum)
    words = tr(
        "Assessment due by {weekday} {day} ({article})",
        weekday=WEEKDAYS[due.weekday()],
        day=wording.day(due),
        article=article,
    )
    words += (
        tr(": four weeks end on {day}, but {moved} (Art. 75(d))", day=wording.day(last), moved=moved)
        if moved
        else tr(": four weeks")
    )
    standing, tone = _standing(deduction, as_of(forum), due)
    return f"{words}. {shown(standing)}".rstrip(), tone


def _standing(deduction: Deduction, today: date | None, due: date) -> tuple[str, str]:
    """Say whether the assessment came in time, is awaited or is late on the day of the check."""
    if deduction.assessed is not None:
        late = deduction.assessed > due
        return (tr("It came late."), "warn") if late else (tr("It came in time."), "muted")
    if deduction.stage is not DeductionStage.REQUESTED or today is None:
        return "", "muted"
    if today > due:
        return tr("Late on {day}, the day of this check.", day=wording.day(today)), "warn"
    days = (due - today).days
    some = tr("1 day left") if days == 1 else tr("{days} days left", days=days)
    left = some if days else tr("today is the last day")
    return tr("On {day}, the day of this check: {left}.", day=wording.day(today), left=left), "muted"
