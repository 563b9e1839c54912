"""The annual pool: what is missing for each target, and the pledges that would bring it (Art. 56, 57, 63)."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row
from desktop_app.calc.changes import PledgeColumn, RecordPledge, RecordPledges
from desktop_app.calc.exact import CENTS, round_up
from desktop_app.calc.forum import Flag, Pledge
from desktop_app.calc.gap.amounts import Asked
from desktop_app.calc.gap.limits import Limit, LimitKind
from desktop_app.calc.gap.problem import Barred, Ground, NotStated, Standing, Unit
from desktop_app.calc.gap.target import Target
from desktop_app.calc.member_states import POSITION, name_of
from desktop_app.calc.offsets import HALF
from desktop_app.calc.readings import SHORTFALL_COVER
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.sentences import say
from desktop_app.calc.shortfall_shown import THRESHOLD

_NOTHING: Final = Fraction(0)
_OUTSIDE: Final = say("It takes no part in the key; what it pledges counts in no total (Art. 66).")
_NO_VALUE: Final = say("An alternative measure has no value yet, so that its pledge cannot be added up (Art. 57(4)).")
_NO_SHARE: Final = say(
    "Its fair share is not known, or nothing is left of it; there is nothing to hold a request against."
)
_BLANK_IN_TEST: Final = say("Its relocations or its money are not recorded, so that the indicator leaves it out.")
_PRESSURE: Final = say("under pressure, no request: asked")
_BENEFITS: Final = say("who benefits need not implement (Art. 60(3))")
_SHARES_UNKNOWN: Final = say("The fair shares are not known: the key or a reference number is missing.")


def ground_of(assessment: Assessment, target: Target) -> Ground | NotStated:
    """Return what a target rests on in an annual pool."""
    pool = AnnualPoolAssessment.of(assessment)
    rate = pool.totals.rate_eur
    if rate is None:
        return NotStated(say("The reference numbers of the pool are not known: both are needed."))
    if target is Target.REFERENCE_NUMBER:
        return _of_reference_number(pool, rate)
    if target is Target.FAIR_SHARES:
        return _of_fair_shares(pool, rate)
    if target is Target.OFFSETS:
        return _of_offsets(pool, rate)
    return _of_shortfall(pool, rate)


def is_reached(assessment: Assessment, target: Target, asked: Iterable[str]) -> bool:
    """Tell from the figures of a forum whether a target is reached.

    Args:
        assessment: the forum.
        target: one of the annual pool's.
        asked: states that benefit and may be asked, which count for the fair shares.
    """
    pool = AnnualPoolAssessment.of(assessment)
    if target is Target.REFERENCE_NUMBER:
        return pool.totals.gap == 0
    if target is Target.FAIR_SHARES:
        beside = set(asked)
        held = [row for row in pool.rows if row.in_key and (not row.benefitting or row.code in beside)]
        return all(row.met or row.exact_fair_share == 0 for row in held)
    if target is Target.OFFSETS:
        proposed = pool.forum.pool.proposal_relocations
        return bool(proposed) and pool.totals.pledged_relocations >= HALF * (proposed or 0)
    return pool.totals.shortfall is not None and not pool.totals.shortfall_triggered


def change_of(assessment: Assessment, target: Target, asked: tuple[Asked, ...], source: str) -> RecordPledges:
    """Return the pledges that a proposal stands for, as one step."""
    completes = target in {Target.REFERENCE_NUMBER, Target.FAIR_SHARES}
    cells = [cell for each in asked for cell in _cells(assessment.forum.state(each.code).pledge, each, completes)]
    return RecordPledges(tuple(cells), source)


def _cells(pledge: Pledge, asked: Asked, completes: bool) -> list[RecordPledge]:  # noqa: FBT001 - of the target
    cells = []
    added = ((PledgeColumn.RELOCATIONS, pledge.relocations, asked.persons),)
    for column, before, more in (*added, (PledgeColumn.FINANCIAL, pledge.financial_cents, asked.cents)):
        known = 0 if before is ABSENT or before is None else before
        if more:
            cells.append(RecordPledge(asked.code, column, known + more))
        elif completes and before is ABSENT:
            cells.append(RecordPledge(asked.code, column, None))
    if completes and pledge.alternative is ABSENT:
        cells.append(RecordPledge(asked.code, PledgeColumn.ALTERNATIVE, None))
    return cells


# -------------------------------------------------------------------------------------------------------- by target


def _of_reference_number(pool: AnnualPoolAssessment, rate: Fraction) -> Ground | NotStated:
    totals, wanted = pool.totals, pool.forum.pool.relocations or 0
    if not totals.gap:
        return NotStated(say("The pledges reach the reference number already."), is_reached=True)
    barred, states = _parted(pool, rate)
    return _ground(pool, Target.REFERENCE_NUMBER, rate, (wanted, totals.pledged_equivalents), (barred, states))


def _of_fair_shares(pool: AnnualPoolAssessment, rate: Fraction) -> Ground | NotStated:
    if any(row.in_key and row.exact_fair_share is None for row in pool.rows):
        return NotStated(_SHARES_UNKNOWN)
    barred, states = _parted(pool, rate)
    unknown = [each.code for each in barred if each.why == _NO_VALUE and not pool.row(each.code).benefitting]
    if unknown:
        names = wording.listed([name_of(code) for code in unknown])
        return NotStated(
            say("It is not known what is missing of {names}: an alternative measure has no value yet.", names=names)
        )
    needed = [_up_to_its_share(each, pool.row(each.code)) for each in states]
    contributing = [each for each in needed if not pool.row(each.code).benefitting]
    whole = sum((each.share for each in contributing), _NOTHING)
    figures = (whole, whole - sum((each.needed for each in contributing), _NOTHING))
    return replace(_ground(pool, Target.FAIR_SHARES, rate, figures, (barred, needed)), need=_NOTHING)


def _up_to_its_share(standing: Standing, row: Row) -> Standing:
    """Return a state of which its fair share is asked; it is met from the smaller of the exact and the rounded one."""
    if row.met:
        return standing
    met_from = min(standing.share, Fraction(row.fair_share_relocations or 0))
    return replace(standing, needed=max(_NOTHING, met_from - standing.now), must=True)


def _of_offsets(pool: AnnualPoolAssessment, rate: Fraction) -> Ground | NotStated:
    proposed = pool.forum.pool.proposal_relocations
    if not proposed:
        return NotStated(
            say("The number in the Commission's proposal is not recorded, and Art. 63(1) is measured by it.")
        )
    if is_reached(pool, Target.OFFSETS, ()):
        return NotStated(say("Relocation pledges reach half of the proposal's number already."), is_reached=True)
    barred, states = _parted(pool, rate, needs_value=False)
    whole = [replace(each, bonus=_NOTHING, supposed="") for each in states]
    wanted = HALF * proposed
    figures = (wanted, Fraction(pool.totals.pledged_relocations))
    return _ground(pool, Target.OFFSETS, rate, figures, (barred, whole), counts_money=False)


def _of_shortfall(pool: AnnualPoolAssessment, rate: Fraction) -> Ground | NotStated:
    total, shortfall = pool.forum.pool.relocations, pool.totals.shortfall
    if shortfall is None or not total:
        return NotStated(_SHARES_UNKNOWN)
    if not pool.totals.shortfall_triggered:
        return _not_triggered(pool, shortfall)
    counts_money = pool.readings[SHORTFALL_COVER.name] != "relocation-only"
    barred, states = _parted(pool, rate)
    rows = {row.code: row for row in pool.rows}
    held = []
    for each in states:
        short = _short_in_test(rows[each.code], pool.forum.state(each.code).pledge, rate, counts_money=counts_money)
        if short is None:
            barred.append(Barred(each.code, _BLANK_IN_TEST))
        else:
            # What it pledges beyond this fills nothing; of a state outside the indicator nothing counts.
            held.append(replace(each, useful=short, bonus=_NOTHING, supposed=""))
    missing = shortfall * total
    figures = (missing - THRESHOLD * total, _NOTHING)
    return _ground(pool, Target.NO_SHORTFALL, rate, figures, (barred, held), counts_money=counts_money)


def _not_triggered(pool: AnnualPoolAssessment, shortfall: Fraction) -> NotStated:
    """Say how the indicator stands; of states that are still open it says nothing, so that it is one so far."""
    still = sum(row.in_key and not row.benefitting and row.equivalents is None for row in pool.rows)
    if not still:
        return NotStated(say("The indicator stands at 30 % or below already."), is_reached=True)
    states = say("1 Member State is") if still == 1 else say("{still} Member States are", still=still)
    return NotStated(
        say(
            "Not known yet: {states} open and left out. The indicator stands at {percent} so far.",
            states=states,
            percent=wording.percent(shortfall),
        )
    )


def _short_in_test(row: Row, pledge: Pledge, rate: Fraction, *, counts_money: bool) -> Fraction | None:
    """Return what a state is short of in the indicator; 0 of one outside it, ``None`` of one with a blank in it."""
    if not pledge.measures or row.benefitting or row.exact_fair_share is None:
        return _NOTHING
    if row.pledged_relocations is None or (counts_money and row.pledged_financial_cents is None):
        return None
    money = Fraction(row.pledged_financial_cents or 0, CENTS) / rate if counts_money else _NOTHING
    return max(_NOTHING, row.exact_fair_share - row.pledged_relocations - money)


# ------------------------------------------------------------------------------------------------------ what is shared


def _parted(
    pool: AnnualPoolAssessment, rate: Fraction, *, needs_value: bool = True
) -> tuple[list[Barred], list[Standing]]:
    """Part the states in those that cannot be asked and those that can."""
    barred: list[Barred] = []
    states: list[Standing] = []
    for row in pool.rows:
        pledge = pool.forum.state(row.code).pledge
        has_no_value = pledge.alternative is not ABSENT and pledge.alternative_cents is None
        if not row.in_key:
            barred.append(Barred(row.code, _OUTSIDE))
        elif not row.exact_fair_share or row.fair_share_relocations is None:
            barred.append(Barred(row.code, _NO_SHARE))
        elif has_no_value and needs_value:
            barred.append(Barred(row.code, _NO_VALUE))
        else:
            standing = _standing(row, pledge, rate, row.exact_fair_share, row.fair_share_relocations)
            under_pressure = Flag.UNDER_PRESSURE in pool.forum.state(row.code).flags and not row.benefitting
            states.append(replace(standing, remark=_PRESSURE if under_pressure else ""))
    return barred, states


def _standing(row: Row, pledge: Pledge, rate: Fraction, share: Fraction, whole: int) -> Standing:
    relocations, cents = row.pledged_relocations or 0, (row.pledged_financial_cents or 0) + _measures_cents(pledge)
    now = relocations + Fraction(cents, CENTS) / rate
    return Standing(
        code=row.code,
        now=now,
        share=share,
        whole_share=max(whole, round_up(share)),
        bonus=now if row.equivalents is None else _NOTHING,
        prefers_money=not relocations and bool(row.pledged_financial_cents),
        supposed=_supposed(pledge),
        is_open=_is_open(pledge),
    )


def _measures_cents(pledge: Pledge) -> int:
    return sum(measure.value_cents or 0 for measure in pledge.measures)


def _is_open(pledge: Pledge) -> bool:
    return pledge.relocations is ABSENT and pledge.financial_cents is ABSENT and pledge.alternative is ABSENT


def _supposed(pledge: Pledge) -> str:
    """Say what a proposal supposes of a pledge with blanks: what is not recorded is not known; here it is none."""
    held = {
        PledgeColumn.RELOCATIONS: pledge.relocations,
        PledgeColumn.FINANCIAL: pledge.financial_cents,
        PledgeColumn.ALTERNATIVE: pledge.alternative,
    }
    blank = [column.title for column, value in held.items() if value is ABSENT]
    if not blank:
        return ""
    if len(blank) == len(held):
        return say("nothing is recorded yet; beside what is added, none is supposed")
    return say("not recorded yet and supposed to be none: {listed}", listed=wording.listed(blank))


def _ground(
    pool: AnnualPoolAssessment,
    target: Target,
    rate: Fraction,
    figures: tuple[Fraction | int, Fraction],
    held: tuple[list[Barred], list[Standing]],
    *,
    counts_money: bool = True,
) -> Ground:
    wanted, counted = figures
    barred, states = held
    benefitting = [each.code for each in states if pool.row(each.code).benefitting]
    return Ground(
        target=target,
        unit=Unit.EQUIVALENTS if counts_money else Unit.PERSONS,
        wanted=Fraction(wanted),
        counted=counted,
        need=wanted - counted,
        states=tuple(states),
        barred=tuple(sorted(barred, key=lambda each: POSITION[each.code])),
        defaults=tuple(Limit(LimitKind.FIXED, code, because=_BENEFITS) for code in benefitting),
        rate=rate,
        counts_money=counts_money,
    )
