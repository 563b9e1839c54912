"""What a change would do, in one sentence."""

from collections import Counter
from fractions import Fraction
from typing import Final

from desktop_app.calc import shifts
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.comparison.fates import Fate, deadline_fates, fates_of
from desktop_app.calc.consequences import (
    AnnualPoolConsequences,
    Consequences,
    FigureConsequences,
    PressureConsequences,
    ResponseConsequences,
    RowConsequence,
    Verdict,
    VoluntaryConsequences,
    consequences,
)
from desktop_app.calc.exact import CENTS
from desktop_app.calc.findings import Severity
from desktop_app.calc.shifts import Shift
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.views.consequences.lines import day_moves, lines_of
from desktop_app.views.language import marked, shown, state_name, tr, upper_first

NO_CONSEQUENCE: Final = marked("changes no figure and no finding")
"""What is said where a change has no consequence."""
_VERDICTS: Final = {
    Verdict.SHORT: (marked("{count} Member State falls short"), marked("{count} Member States fall short")),
    Verdict.NO_PLEDGE: (marked("{count} Member State makes no pledge"), marked("{count} Member States make no pledge")),
    Verdict.MET: (
        marked("{count} Member State meets its fair share"),
        marked("{count} Member States meet their fair share"),
    ),
    Verdict.NOT_KNOWN: (marked("{count} Member State becomes open"), marked("{count} Member States become open")),
    Verdict.OUTSIDE: (marked("{count} Member State leaves the key"), marked("{count} Member States leave the key")),
}

_DEADLINES: Final = (
    (Fate.MOVED, marked("{count} deadline moves"), marked("{count} deadlines move")),
    (Fate.NEW, marked("{count} deadline comes"), marked("{count} deadlines come")),
    (Fate.GONE, marked("{count} deadline goes"), marked("{count} deadlines go")),
)


def summary_text(before: Assessment, after: Assessment, lead: str = "") -> str:
    """Return one sentence, such as ``"Reference number 21 000 → 30 000: 26 fair shares change, gap 3 158 → 12 158"``.

    Args:
        before: of the forum as it is.
        after: of the forum as it would be.
        lead: what is changed, in a few words; may be empty.
    """
    result = consequences(before, after)
    # First of all: what hangs on the day of the check changes with it.
    moved = day_moves(before, after)
    parts = [*([moved] if moved else []), *_figures(result), *_findings(result), *_deadlines(before, after)]
    said = ", ".join(parts) or _rest(result, before, after)
    return f"{lead}: {said}." if lead else f"{upper_first(said)}."


def _figures(result: Consequences) -> list[str]:
    """Say which of the great figures change."""
    if isinstance(result, AnnualPoolConsequences):
        return [*_fair_shares(result), *_verdicts(result), *_gap(result)]
    if isinstance(result, ResponseConsequences):
        return [*_total(result), *_contributions(result), *_coverage(result), *_test(result), *_pools(result)]
    if isinstance(result, PressureConsequences):
        return [*_total(result), *_contributions(result), *_reductions(result), *_test(result)]
    if isinstance(result, VoluntaryConsequences):
        return _given(result)
    return [tr("another procedure")]


def _rest(result: Consequences, before: Assessment, after: Assessment) -> str:
    """Say what changes where none of the great figures does; never more than the lines below it tell."""
    if not isinstance(result, FigureConsequences) or not any(line.is_changed for line in lines_of(before, after)):
        return NO_CONSEQUENCE
    count = len(result.changed_rows)
    if count and isinstance(result, VoluntaryConsequences):
        return tr(
            "figures of {counted} change",
            counted=_counted(count, marked("{count} signatory"), marked("{count} signatories")),
        )
    if count:
        return tr(
            "figures of {counted} change",
            counted=_counted(count, marked("{count} Member State"), marked("{count} Member States")),
        )
    return (
        tr("figures of the pool change")
        if isinstance(result, AnnualPoolConsequences)
        else tr("figures of the whole change")
    )


# ------------------------------------------------------------------------------------------------------- an annual pool


def _fair_shares(result: AnnualPoolConsequences) -> list[str]:
    """Count those that change in persons, and beside them those that change in EUR where these are others."""
    money = sum(_changes(row, "fair_share_eur") for row in result.rows)
    count = sum(_changes(row, "fair_share_relocations") for row in result.rows)
    if not count:
        return (
            [_counted(money, marked("{count} fair share changes in EUR"), marked("{count} fair shares change in EUR"))]
            if money
            else []
        )
    said = _counted(count, marked("{count} fair share changes"), marked("{count} fair shares change"))
    return [said if money == count else tr("{said} in persons, {money} in EUR", said=said, money=money)]


def _changes(row: RowConsequence, figure: str) -> bool:
    before, after = (None if each is None else getattr(each, figure) for each in (row.before, row.after))
    return bool(before != after)


def _verdicts(result: AnnualPoolConsequences) -> list[str]:
    reached = Counter(row.verdict_after for row in result.rows if row.verdict_changes)
    said = []
    for verdict, (one, several) in _VERDICTS.items():
        count = reached[verdict]
        if count:
            said.append(_counted(count, one, several))
    return said


def _gap(result: AnnualPoolConsequences) -> list[str]:
    return _said(tr("gap"), shifts.count(result.totals_before.gap_relocations, result.totals_after.gap_relocations))


# ---------------------------------------------------------------------------- search and rescue, and migratory pressure


def _total(result: ResponseConsequences | PressureConsequences) -> list[str]:
    if isinstance(result, PressureConsequences):
        return _said(tr("total"), shifts.count(result.totals_before.total, result.totals_after.total))
    return _said(tr("total"), shifts.count(result.totals_before.relocations, result.totals_after.relocations))


def _contributions(result: ResponseConsequences | PressureConsequences) -> list[str]:
    count = sum(row.contribution_changes for row in result.rows)
    return (
        [_counted(count, marked("{count} contribution changes"), marked("{count} contributions change"))]
        if count
        else []
    )


def _coverage(result: ResponseConsequences) -> list[str]:
    return _said(tr("coverage"), shifts.ratio(result.totals_before.coverage, result.totals_after.coverage))


def _reductions(result: PressureConsequences) -> list[str]:
    now, then = result.totals_before, result.totals_after
    return [
        *_said(tr("10 % reductions"), shifts.count(now.reduction, then.reduction)),
        *_said(tr("earlier contributions"), shifts.count(now.credited, then.credited)),
    ]


def _test(result: ResponseConsequences | PressureConsequences) -> list[str]:
    """Say that the 30 % test is triggered, or is no more."""
    now, then = result.totals_before, result.totals_after
    if now.shortfall_triggered == then.shortfall_triggered:
        return []
    if then.shortfall is None:
        return [tr("the 30 % test is open")]
    return [
        (
            tr("the 30 % test is triggered ({percent})", percent=percent_words(then.shortfall))
            if then.shortfall_triggered
            else tr("the 30 % test is not triggered ({percent})", percent=percent_words(then.shortfall))
        )
    ]


def _pools(result: ResponseConsequences) -> list[str]:
    """Say which pools reach or leave 80 %, else how many pools change."""
    before = {pool.benefitting: pool for pool in result.totals_before.pools}
    changed = [pool for pool in result.totals_after.pools if before.get(pool.benefitting) != pool]
    alarmed = {code for code, pool in before.items() if pool.alarm}
    reached = [pool for pool in changed if pool.alarm and pool.benefitting not in alarmed]
    left = [pool for pool in changed if not pool.alarm and pool.benefitting in alarmed]
    said = [tr("80 % of the pool of {state} is reached", state=state_name(pool.benefitting)) for pool in reached]
    said += [tr("the pool of {state} is below 80 % again", state=state_name(pool.benefitting)) for pool in left]
    return said or (
        [_counted(len(changed), marked("{count} pool changes"), marked("{count} pools change"))] if changed else []
    )


# ------------------------------------------------------------------------------------------------- voluntary solidarity


def _given(result: VoluntaryConsequences) -> list[str]:
    """Say what is pledged and kept, in persons and in money."""
    now, then = result.totals_before, result.totals_after
    count = sum(row.pledge_changes for row in result.rows)
    held = ((now.financial, then.financial), (now.kept_financial, then.kept_financial))
    pledged, paid = (shifts.money(Fraction(one.given, CENTS), Fraction(other.given, CENTS)) for one, other in held)
    return [
        *([_counted(count, marked("{count} pledge changes"), marked("{count} pledges change"))] if count else []),
        *_said(tr("relocations"), shifts.count(now.relocations.given, then.relocations.given)),
        *_said(tr("kept"), shifts.count(now.kept_relocations.given, then.kept_relocations.given)),
        *_said(tr("pledged"), pledged),
        *_said(tr("paid"), paid),
    ]


# --------------------------------------------------------------------------------------------------------------- shared


def _said(name: str, shift: Shift) -> list[str]:
    """Return a figure that changes, before and after."""
    return [f"{name} {shown(shift.before)} {shifts.ARROW} {shown(shift.after)}"] if shift.is_changed else []


_CAME: Final = (
    (marked("{count} finding comes"), marked("{count} finding that blocks comes")),
    (
        marked("{count} findings come"),
        marked("{count} findings ({blocking} blocks) come"),
        marked("{count} findings ({blocking} block) come"),
    ),
)
_WENT: Final = (
    (marked("{count} finding goes"), marked("{count} finding that blocks goes")),
    (
        marked("{count} findings go"),
        marked("{count} findings ({blocking} blocks) go"),
        marked("{count} findings ({blocking} block) go"),
    ),
)


def _findings(result: Consequences) -> list[str]:
    fates = fates_of(result)
    came = [each.finding for each in fates if each.fate is Fate.NEW]
    went = [each.finding for each in fates if each.fate is Fate.GONE]
    said = []
    for findings, told in ((came, _CAME), (went, _WENT)):
        if findings:
            count, blocking = len(findings), sum(finding.severity is Severity.BLOCK for finding in findings)
            # One or several, and then nobody, one or several of them that block.
            template = told[min(count, 2) - 1][min(blocking, 2)]
            said.append(tr(template, count=count, blocking=blocking))
    reworded = len(fates) - len(came) - len(went)
    if reworded and not said:
        said.append(_counted(reworded, marked("{count} finding changes"), marked("{count} findings change")))
    return said


def _deadlines(before: Assessment, after: Assessment) -> list[str]:
    fates = Counter(each.fate for each in deadline_fates(before.deadlines, after.deadlines))
    said = []
    for fate, one, several in _DEADLINES:
        count = fates[fate]
        if count:
            said.append(_counted(count, one, several))
    return said


def _counted(count: int, one: str, several: str) -> str:
    """Return a sentence with a number, of one thing or of several."""
    return tr(one if count == 1 else several, count=count)
