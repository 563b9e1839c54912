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

FLAG_WORDS: Final = {
    Flag.UNDER_PRESSURE: "under migratory pressure",
    Flag.AT_RISK: "at risk of migratory pressure",
    Flag.SIGNIFICANT_SITUATION: "significant migratory situation",
}
ALLOWS: Final = {
    Flag.UNDER_PRESSURE: "may draw on the pool (Art. 58), or ask for a deduction (Art. 61); one excludes the other",
    Flag.AT_RISK: "no reduction of the fair share; access to the Toolbox with priority (Art. 6(3), 11(1))",
    Flag.SIGNIFICANT_SITUATION: "may ask for a deduction (Art. 62)",
}
"""What each classification allows."""


def status_words(flags: tuple[Flag, ...]) -> str:
    """Say what a classification allows, a line each."""
    if not flags:
        return "Not classified: contributes its fair share. It may consider itself in one of these situations."
    return "\n".join(f"{FLAG_WORDS[flag][:1].upper()}{FLAG_WORDS[flag][1:]}: {ALLOWS[flag]}." for flag in flags)


def basis_words(
    basis: DeductionBasis, flags: tuple[Flag, ...], *, self_declared: bool, benefitting: bool
) -> tuple[str, bool]:
    """Say whether a state's status allows a deduction on a basis.

    Returns:
        One sentence, and whether it is allowed.
    """
    needed = Flag.UNDER_PRESSURE if basis is DeductionBasis.ARTICLE_61 else Flag.SIGNIFICANT_SITUATION
    article = f"Art. {basis.value}"
    if basis is DeductionBasis.ARTICLE_61 and benefitting:
        return f"{article} is not open to a Member State that benefits from the pool (Art. 61(1)).", False
    if needed in flags:
        return f"{article} is open: the Commission found {_found(needed)}.", True
    if self_declared:
        return f"{article} is open: it considers itself so; the request then says more (below).", True
    return f"{article} needs {_found(needed)} found by the Commission, or that the state considers itself so.", False


def _found(flag: Flag) -> str:
    return "migratory pressure" if flag is Flag.UNDER_PRESSURE else "a significant migratory situation"


def due_words(deduction: Deduction, forum: Forum) -> tuple[str, str]:
    """Say when the assessment falls due (Art. 61(3), 62(4)), which days moved the end (Art. 75), and how it stands.

    Returns:
        Words, and their colour token.
    """
    article = "Art. 61(3)" if deduction.basis is DeductionBasis.ARTICLE_61 else "Art. 62(4)"
    if deduction.requested is None:
        return f"The assessment falls due four weeks after the Commission received the request ({article}).", "muted"
    last = days_after(deduction.requested, 7 * ASSESSMENT_WEEKS)
    due = next_working_day(last, holiday_dates(forum))
    moved = moved_words(last, due, forum)
    words = f"AnnualPoolAssessment due by {WEEKDAYS[due.weekday()]} {wording.day(due)} ({article})"
    words += f": four weeks end on {wording.day(last)}, but {moved} (Art. 75(d))" if moved else ": four weeks"
    standing, tone = _standing(deduction, as_of(forum), due)
    return f"{words}. {standing}".rstrip(), tone


def _standing(deduction: Deduction, today: date | None, due: date) -> tuple[str, str]:
    """Say whether the assessment came in time, is awaited or is late on the day of the check."""
    if deduction.assessed is not None:
        late = deduction.assessed > due
        return ("It came late.", "warn") if late else ("It came in time.", "muted")
    if deduction.stage is not DeductionStage.REQUESTED or today is None:
        return "", "muted"
    if today > due:
        return f"Late on {wording.day(today)}, the day of this check.", "warn"
    days = (due - today).days
    left = "today is the last day" if not days else f"{days} day{'' if days == 1 else 's'} left"
    return f"On {wording.day(today)}, the day of this check: {left}.", "muted"
