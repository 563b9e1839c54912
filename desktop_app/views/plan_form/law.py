"""What the proposal says of the 50 % rule and of vulnerable persons, in the words of the panel (Art. 48(2), 49(4))."""

from fractions import Fraction

from desktop_app.calc import wording
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath, SearchAndRescue
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.views.language import shown, tr


def half_words(row: ResponseRow | None, assessment: SearchAndRescueAssessment) -> str:
    """Say what the 50 % rule asks of a state, or why it asks nothing (Art. 48(2))."""
    if row is not None and row.half:
        cut = (
            tr(" {persons} of the plan are cut (reading “cover”: exactly half).", persons=_persons(row.cut))
            if row.cut
            else ""
        )
        if not row.added:
            words = tr(
                "Half of the share is {half}; the plan's {pledged} cover it already.",
                half=_persons(row.half),
                pledged=_persons(row.pledged),
            )
            return f"{words}{shown(cut)}"
        return tr(
            "Half of the share is {half}; {pledged} are pledged: {added} are added.{split}{cut}",
            half=_persons(row.half),
            pledged=_persons(row.pledged),
            added=_persons(row.added),
            split=tr(" Say how they are split.") if row.unsaid else "",
            cut=cut,
        )
    return tr(
        "The 50 % rule asks nothing: {why_nothing}. A split may be said all the same; it waits.",
        why_nothing=_why_nothing(row, assessment),
    )


def _why_nothing(row: ResponseRow | None, assessment: SearchAndRescueAssessment) -> str:
    if row is None:
        return tr("the Member State takes no part in the key")
    if row.benefitting:
        return tr("a Member State of disembarkation is not asked (Art. 47(3))")
    if row.plan is None:
        return tr("no plan counts yet")
    return _why_not_by_test(assessment) if row.claimed else tr("the plan claims nothing for measures")


def _why_not_by_test(assessment: SearchAndRescueAssessment) -> str:
    """Say why the rule asks nothing of a state with measures: the test, or the act that it belongs to."""
    totals = assessment.totals
    if not totals.shortfall_triggered:
        shown = tr("not known") if totals.shortfall is None else percent_words(totals.shortfall)
        return tr("the shortfall is {shown}, not more than 30 %", shown=shown)
    if assessment.forum.search_and_rescue.act.path is ActPath.SUFFICIENT:
        return tr("the plans are judged sufficient (Art. 48(1)), and pledges stand as they are")
    return tr("no judgement is recorded yet, and it belongs to an act under Art. 48(2) alone")


def split_words(row: ResponseRow | None, offered: int) -> tuple[str, str]:
    """Say what a split comes to.

    Returns:
        Words (may be empty), and their colour token.
    """
    if row is None or not row.half:
        return "", "muted"
    short = row.half - row.pledged
    if row.unsaid:
        words = tr(
            "Together {offered} of {short}: {unsaid} are not said",
            offered=_persons(offered),
            short=_persons(short),
            unsaid=_persons(row.unsaid),
        )
        return tr("{words} and count as relocations.", words=words), "warn"
    if offered > short > 0 and row.added - row.cut < offered:
        taken = tr(
            "{persons} by relocation and {persons_2}",
            persons=wording.persons(row.added_relocations),
            persons_2=wording.persons(row.added_sponsorship),
        )
        words = tr(
            "Together {persons}; taken are {taken} by sponsorship (reading “cover”: exactly half)",
            persons=_persons(offered),
            taken=taken,
        )
        return tr(
            "{words}, and {persons} of the plan are cut.", words=words, persons=_persons(row.cut)
        ) if row.cut else f"{words}.", "warn"
    if offered > short > 0:
        return tr(
            "Together {offered}, more than the {short} asked: all of it counts.",
            offered=_persons(offered),
            short=_persons(short),
        ), "info"
    return (tr("Together exactly what is asked."), "ok") if short > 0 else ("", "muted")


def vulnerable_words(recorded: SearchAndRescue, vulnerable: int | None) -> str:
    """Warn of vulnerable persons of whom the report does not speak (Art. 49(4))."""
    if recorded.report.vulnerable or not vulnerable:
        return ""
    return tr("Warning: the report does not speak of capacity problems because of vulnerable persons (Art. 49(4)).")


def _persons(count: int | Fraction) -> str:
    return tr("1 person") if count == 1 else tr("{number} persons", number=wording.number(count))
