"""What the room may see of an annual pool: pledges and the law's figures, nothing of the Commission's proposal.

Deductions count here only once the Council has granted them (Art. 61, 62); those announced, requested or assessed are
not shown.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.exact import CENTS
from desktop_app.calc.forum import SharesStatus
from desktop_app.calc.member_states import name_of
from desktop_app.calc.room.amounts import Amount, Measured, Unit, eur_column, known, number_column, states
from desktop_app.calc.room.sheet import NONE, OPEN, Figure, Figures, Grid, GridColumn
from desktop_app.calc.sentences import say

_SHARE_DECIMALS: Final = 4


def totals(assessment: AnnualPoolAssessment) -> Figures:
    """Return the pool's figures: pledged, gap, coverage, what is open, and the sums by type."""
    found, reference = assessment.totals, assessment.forum.pool.relocations
    so_far = say(" so far") if found.unknown_states else ""
    members = [row for row in assessment.rows if row.in_key]
    answered = len(members) - len(found.unknown_states)
    counted = (
        say("counting the {answered} of {count} Member States that are complete", answered=answered, count=len(members))
        if so_far
        else ""
    )
    main = (
        Figure(
            say("Pledged{so_far}, in relocations", so_far=so_far),
            wording.number(found.pledged_equivalents),
            say("no reference number")
            if reference is None
            else say("of {persons}, the reference number", persons=wording.persons(reference)),
            found.coverage,
        ),
        Figure(
            say("Gap") + so_far,
            known(found.gap_relocations, wording.relocations),
            known(found.gap_eur, wording.money_of, ""),
        ),
        Figure(say("Coverage") + so_far, known(found.coverage, wording.percent), counted),
        Figure(say("Not answered in full"), states(len(found.unknown_states))),
    )
    by_type = (
        Figure(say("Relocations"), wording.persons(found.pledged_relocations)),
        Figure(say("Financial contributions"), wording.money(found.pledged_financial_cents)),
        Figure(say("Alternative measures"), wording.money(found.pledged_alternative_cents)),
    )
    least = (Figure(say("Recorded in all, at least"), wording.persons(found.recorded_at_least)),) if so_far else ()
    net = (Figure(say("After granted deductions"), wording.number(found.net_equivalents)),) if _deducts(members) else ()
    return Figures(say("Where the pool stands"), main, by_type + least + net, _notes(assessment))


def table(assessment: AnnualPoolAssessment) -> tuple[Grid, ...]:
    """Return the pledges of the Member States that share the key."""
    members = [row for row in assessment.rows if row.in_key]
    found = assessment.totals
    money, measures = (
        eur_column([each.pledged_financial_cents for each in members] + [found.pledged_financial_cents]),
        eur_column([each.pledged_alternative_cents for each in members] + [found.pledged_alternative_cents]),
    )
    equal = number_column([*(each.equivalents for each in members), found.pledged_equivalents])
    net = number_column([*(each.net_equivalents for each in members), found.net_equivalents])
    with_net = _deducts(members)
    headings = [
        say("Fair share"),
        say("Relocations"),
        say("Money, EUR"),
        say("Measures, EUR"),
        say("In relocations"),
        say("Coverage"),
    ]
    headings += [say("After deductions")] if with_net else []
    rows = []
    for row in members:
        pledge = assessment.forum.state(row.code).pledge
        texts = [
            name_of(row.code),
            known(row.fair_share_relocations, wording.persons),
            NONE if pledge.relocations is None else known(row.pledged_relocations, wording.persons),
            NONE if pledge.financial_cents is None else known(row.pledged_financial_cents, money),
            NONE if pledge.alternative is None else known(row.pledged_alternative_cents, measures),
            known(row.equivalents, equal),
            known(row.coverage, wording.percent),
        ]
        rows.append((*texts, known(row.net_equivalents, net)) if with_net else tuple(texts))
    total = [
        say("Total") if not found.unknown_states else say("Total so far"),
        known(found.fair_share_relocations, wording.persons),
        wording.persons(found.pledged_relocations),
        money(found.pledged_financial_cents),
        measures(found.pledged_alternative_cents),
        equal(found.pledged_equivalents),
        known(found.coverage, wording.percent),
    ]
    total += [net(found.net_equivalents)] if with_net else []
    columns = (GridColumn(say("Member State"), is_number=False), *(GridColumn(each) for each in headings))
    return (Grid(say("Pledges"), columns, tuple(rows), tuple(total), _reservations(assessment)),)


def delegation(assessment: AnnualPoolAssessment, code: str) -> Figures:
    """Return the figures of one Member State that shares the key."""
    row = assessment.row(code)
    pledge = assessment.forum.state(code).pledge
    share = (
        "" if row.share is None else say("{percent} of the key", percent=wording.percent(row.share, _SHARE_DECIMALS))
    )
    fair_money = known(row.fair_share_eur, wording.money_of, "")
    missing = "nothing" if row.gap_relocations == 0 else known(row.gap_relocations, wording.relocations)
    main = (
        Figure(
            say("Fair share"),
            known(row.fair_share_relocations, wording.relocations),
            " · ".join(each for each in (fair_money, share) if each),
        ),
        Figure(
            say("Pledged, in relocations"),
            known(row.equivalents, wording.number),
            "" if row.coverage is None else say("{percent} of the fair share", percent=wording.percent(row.coverage)),
            row.coverage,
        ),
        Figure(say("Still missing"), missing, known(row.gap_eur, wording.money_of, "") if row.gap_relocations else ""),
    )
    by_type = [
        Figure(
            say("Relocations"), NONE if pledge.relocations is None else known(row.pledged_relocations, wording.persons)
        ),
        Figure(
            say("Financial contribution"),
            NONE if pledge.financial_cents is None else known(row.pledged_financial_cents, wording.money),
        ),
        Figure(
            say("Alternative measures"),
            NONE if pledge.alternative is None else known(row.pledged_alternative_cents, wording.money),
        ),
    ]
    if _deducts([row]):
        by_type.append(Figure(say("After granted deductions"), known(row.net_equivalents, wording.number)))
    return Figures(name_of(code), main, tuple(by_type), _estimate(assessment))


def codes(assessment: AnnualPoolAssessment) -> tuple[str, ...]:
    """Return the Member States that can be shown alone."""
    return tuple(row.code for row in assessment.rows if row.in_key)


def measured(assessment: AnnualPoolAssessment) -> Measured:
    """Return what two rounds are compared by."""
    found = assessment.totals
    members = [row for row in assessment.rows if row.in_key]
    return Measured(
        (
            Amount(say("Pledged, in relocations"), found.pledged_equivalents, Unit.NUMBER),
            Amount(say("Gap, relocations"), found.gap_relocations, Unit.NUMBER),
            Amount(say("Coverage"), found.coverage, Unit.RATIO),
            Amount(say("Member States not answered in full"), len(found.unknown_states), Unit.NUMBER),
        ),
        {row.code: _amounts(row) for row in members},
    )


def _amounts(row: Row) -> tuple[Amount, ...]:
    return (
        Amount("relocations", row.pledged_relocations, Unit.NUMBER),
        Amount("money", row.pledged_financial_cents, Unit.CENTS),
        Amount("measures", row.pledged_alternative_cents, Unit.CENTS),
    )


def _deducts(rows: Iterable[Row]) -> bool:
    """Tell whether anything granted is taken off, or may be: the pledge that it comes off is not known yet."""
    return any(row.deducted_equivalents is None or row.deducted_equivalents > 0 for row in rows)


def _notes(assessment: AnnualPoolAssessment) -> tuple[str, ...]:
    rate = assessment.totals.rate_eur
    worth = () if rate is None else (say("One relocation stands for {rate}.", rate=_rate(rate)),)
    return (*worth, *_estimate(assessment))


def _reservations(assessment: AnnualPoolAssessment) -> tuple[str, ...]:
    opened = (say("“{OPEN}”: not answered yet.", OPEN=OPEN),) if assessment.totals.unknown_states else ()
    return (*opened, *_estimate(assessment))


def _rate(rate: Fraction) -> str:
    return (
        wording.money_of(rate)
        if (rate * CENTS).denominator == 1
        else say("{money}, rounded", money=wording.money_of(rate))
    )


def _estimate(assessment: AnnualPoolAssessment) -> tuple[str, ...]:
    is_estimate = assessment.forum.shares_status is SharesStatus.ESTIMATE
    return (say("Shares of the key are an estimate."),) if is_estimate else ()
