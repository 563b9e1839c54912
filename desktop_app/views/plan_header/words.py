"""What the strip above the table of plans says of the figures."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.deadline_standing import DeadlineStanding
from desktop_app.calc.response_assessment import PoolFigures, SearchAndRescueAssessment, SearchAndRescueTotals
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.shortfall_shown import is_above, percent_words
from desktop_app.views.language import marked, short_day, shown, state_name, tr

JUDGEMENTS: Final = {
    None: marked("open"),
    ActPath.SUFFICIENT: marked("48(1) sufficient"),
    ActPath.STILL_SHORT: marked("48(2) still short"),
}
"""The judgement on the plans, in a word or two."""
ABOUT_JUDGEMENTS: Final = {
    None: marked("Nobody has judged the plans yet (Forum ▸ Judgement and act, Ctrl+J)."),
    ActPath.SUFFICIENT: marked("The plans were judged sufficient: the act takes them as pledged (Art. 48(1))."),
    ActPath.STILL_SHORT: marked("The plans were judged still significantly short: an act under Art. 48(2)."),
}
JUDGEMENT_SIGNS: Final = {
    None: ("unknown", "unknown"),
    ActPath.SUFFICIENT: ("text", "document"),
    ActPath.STILL_SHORT: ("text", "document"),
}
"""Colour token and icon of the judgement."""
_IN_SHORT: Final = {
    "P610-47-3": marked("Requests sent"),
    "P610-47-4a": marked("Plans handed in"),
    "P610-48-1": marked("Act under 48(1)"),
    "P610-48-2a": marked("Act under 48(2)"),
    "P610-51-1": marked("Report"),
    "P610-51-4": marked("Report, rapid response"),
    "P610-52-3a": marked("Plans handed in"),
    "P610-53-1": marked("Act under 53"),
    "P610-53-5": marked("End of the urgent act"),
    "P610-53-6": marked("Report on the act"),
    "P610-49-1": marked("Use of the pool requested"),
    "P610-49-1b": marked("Disembarkations"),
    "P610-55-2": marked("Sponsored persons taken over"),
    "P610-55-3": marked("Sponsored persons taken over"),
    "P610-57-7": marked("Relocation confirmed"),
    "P610-57-8": marked("Transfer decision"),
    "P610-57-9": marked("Transfer"),
    "R002-2": marked("End of the mechanism"),
}
"""What a time limit is for, by its rule, in as few words as the strip has room for."""


def pledged_words(assessment: SearchAndRescueAssessment) -> str:
    """Return ``"3 702 of 8 000"``: relocations pledged, of the report's total before any top-up."""
    totals = assessment.totals
    total = totals.report_total
    return tr(
        "{persons} of {part}",
        persons=wording.persons(totals.pledged),
        part="—" if total is None else wording.persons(total),
    )


def pledged_caption(assessment: SearchAndRescueAssessment) -> str:
    """Say what is counted, and how many plans are open; before the report nobody is asked for one."""
    # A top-up raises the total of the act; what plans were asked for stays that of the report.
    counted = tr("Pledged, relocations")
    if assessment.totals.relocations_before_top_up is not None:
        counted = tr("Pledged of the report, before the top-up")
    waiting = len(assessment.totals.waiting)
    if not waiting or not assessment.totals.pools:
        return counted
    still = tr("1 plan open") if waiting == 1 else tr("{count} plans open", count=waiting)
    return f"{counted} · {still}"


def test_words(ratio: Fraction | None, reading: str, *, long: bool, no_effect: str) -> str:
    """Return a reading's figure: ``"A 32.89 % > 30 % triggered"``, in short ``"B 50.00 %"``.

    Args:
        ratio: the shortfall under it.
        reading: its name.
        long: whether to say what follows.
        no_effect: why nothing follows; empty where something does.
    """
    if ratio is None:
        return tr("{reading} not known", reading=reading)
    said = f"{shown(reading)} {shown(percent_words(ratio))}"
    if not long:
        return said
    above = is_above(ratio)
    # "> 30 %" says already that it stands above.
    beside = "" if ">" in said else f" {'>' if above else '≤'} 30{wording.HARD}%"
    if no_effect:
        return f"{said}{beside}{shown(no_effect)}"
    return f"{said}{beside} {tr('triggered') if above else tr('ok')}"


def has_no_effect(assessment: SearchAndRescueAssessment) -> bool:
    """Tell whether the 30 % test decides nothing: the act takes the plans as pledged (Art. 48(1))."""
    return assessment.forum.search_and_rescue.act.path is ActPath.SUFFICIENT


def fullest_pool(assessment: SearchAndRescueAssessment) -> PoolFigures | None:
    """Return the pool of which most is used; of equals the first in protocol order; ``None`` where none is drawn on."""
    drawn = [pool for pool in assessment.totals.pools if pool.used_ratio is not None and pool.used]
    return max(drawn, key=lambda pool: pool.used_ratio or 0, default=None)


def pool_words(pool: PoolFigures | None) -> str:
    """Return ``"Italy 68.89 %"``."""
    if pool is None or pool.used_ratio is None:
        return tr("not in use")
    return f"{state_name(pool.benefitting)} {shown(wording.percent(pool.used_ratio))}"


def pool_caption(assessment: SearchAndRescueAssessment) -> str:
    """Say how many pools there are and how many have reached 80 %."""
    pools = assessment.totals.pools
    alarms = sum(pool.alarm for pool in pools)
    count = tr("1 pool") if len(pools) == 1 else tr("{count} pools", count=len(pools))
    if alarms:
        return tr("Fullest of {count} · {alarms} from 80\u00a0% on", count=count, alarms=alarms)
    return tr("Fullest of {count}", count=count) if len(pools) > 1 else tr("Pool used")


def about_pools(assessment: SearchAndRescueAssessment) -> str:
    """List the pools: drawn, of how many, what is left."""
    return "\n".join(
        tr(
            marked("{state}: {persons} of {whole} drawn, 80 % reached")
            if pool.alarm
            else marked("{state}: {persons} of {whole} drawn"),
            state=state_name(pool.benefitting),
            persons=wording.persons(pool.used),
            whole="—" if pool.pool is None else wording.persons(pool.pool),
        )
        for pool in assessment.totals.pools
    )


def deadline_words(found: Sequence[DeadlineStanding], today: date | None) -> tuple[str, str]:
    """Return what the nearest of some time limits is, in short, and its day with how it stands.

    Args:
        found: the time limits of the nearest day.
        today: the day of the check, which days are counted from.
    """
    if not found:
        return tr("Next deadline"), tr("nothing due")
    first, more = found[0], len(found) - 1
    name = shown(_IN_SHORT.get(first.deadline.rule, marked("Next deadline")))
    if first.deadline.state:
        name = tr("{name} of {state}", name=name, state=state_name(first.deadline.state))
    beside = tr(" (+{more} more)", more=more) if more else ""
    counted = tr(" from {day}", day=short_day(today)) if first.days and today else ""
    return f"{name}{beside}", f"{shown(short_day(first.due))} · {shown(first.words)}{shown(counted)}"


def about_deadlines(found: Sequence[DeadlineStanding], today: date | None) -> str:
    """List time limits with what started each, and the day of the check from which days are counted."""
    lines = [
        tr(
            "{what}: {day}, {words}, counted from {started_by} ({reference})",
            what=each.deadline.what,
            day=wording.day(each.due),
            words=each.words,
            started_by=each.deadline.started_by,
            reference=each.deadline.reference,
        )
        for each in found
    ]
    if lines and today is not None:
        lines.append(
            tr("Days are counted to or from the day of the check, {day} (Ctrl+Shift+D).", day=wording.day(today))
        )
    return "\n".join(map(shown, lines))


def coverage_words(ratio: Fraction | None) -> str:
    """Return the coverage of the report."""
    return tr("coverage not known") if ratio is None else wording.percent(ratio)


def about_coverage(totals: SearchAndRescueTotals) -> str:
    """Say what the pledges cover: of the report, and of what is asked of the contributing states."""
    if totals.coverage is None or totals.coverage_of_asked is None:
        return tr("Report or key are not complete: what the pledges cover is not known.")
    return tr(
        "The pledges cover {of_report} of the report, and {of_asked} of what is asked of the contributing "
        "Member States.",
        of_report=wording.percent(totals.coverage),
        of_asked=wording.percent(totals.coverage_of_asked),
    )
