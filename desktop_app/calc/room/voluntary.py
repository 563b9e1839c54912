"""What the room may see of the voluntary mechanism: needs, pledges and what was kept."""

from desktop_app.calc import wording
from desktop_app.calc.member_states import name_of
from desktop_app.calc.room.amounts import Amount, Measured, Unit, eur_column, known
from desktop_app.calc.room.sheet import Figure, Figures, Grid, GridColumn
from desktop_app.calc.sentences import say
from desktop_app.calc.voluntary_assessment import Held, VoluntaryAssessment, VoluntaryRow


def totals(assessment: VoluntaryAssessment) -> Figures:
    """Return the mechanism's figures: pledged against needs, what is missing, and what was kept."""
    found = assessment.totals
    main = (
        Figure(
            say("Relocations pledged"),
            wording.persons(found.relocations.given),
            _needed(found.relocations.against, wording.persons(found.relocations.against or 0)),
            found.relocations.part,
        ),
        Figure(
            say("Money pledged"),
            wording.money(found.financial.given),
            _needed(found.financial.against, wording.money(found.financial.against or 0)),
            found.financial.part,
        ),
        Figure(
            say("Gap"),
            known(found.unmet_relocations, wording.relocations, say("no need recorded")),
            known(found.unmet_cents, wording.money, ""),
        ),
        Figure(say("Signatories"), wording.persons(found.signatories)),
    )
    others = (
        Figure(say("Relocated"), wording.persons(found.kept_relocations.given), _kept(found.kept_relocations)),
        Figure(say("Paid"), wording.money(found.kept_financial.given), _kept(found.kept_financial)),
        Figure(say("For projects in partner countries"), wording.money(found.project_cents)),
    )
    return Figures(say("Where the mechanism stands"), main, others)


def table(assessment: VoluntaryAssessment) -> tuple[Grid, ...]:
    """Return the pledges of the signatories, and what each benefitting state needs."""
    found = assessment.totals
    pledged = eur_column([each.financial_cents for each in assessment.rows])
    paid = eur_column([each.kept_financial.given for each in assessment.rows])
    rows = tuple(
        (
            name_of(row.code),
            wording.persons(row.relocations),
            pledged(row.financial_cents),
            wording.persons(row.kept_relocations.given),
            paid(row.kept_financial.given),
        )
        for row in assessment.rows
    )
    total = (
        say("Total"),
        wording.persons(sum(row.relocations for row in assessment.rows)),
        pledged(found.pledged_cents),
        wording.persons(found.kept_relocations.given),
        paid(found.kept_financial.given),
    )
    grid = Grid(
        say("Pledges"),
        (
            GridColumn(say("Signatory"), is_number=False),
            *_headings(say("Relocations"), say("Money, EUR"), say("Relocated"), say("Paid, EUR")),
        ),
        rows,
        total,
    )
    return (grid, *_needs(assessment))


def delegation(assessment: VoluntaryAssessment, code: str) -> Figures:
    """Return the figures of one signatory."""
    row = assessment.row(code)
    main = (
        Figure(say("Relocations pledged"), wording.persons(row.relocations)),
        Figure(say("Money pledged"), wording.money(row.financial_cents)),
    )
    others = (
        Figure(say("Relocated"), wording.persons(row.kept_relocations.given), _kept(row.kept_relocations)),
        Figure(say("Paid"), wording.money(row.kept_financial.given), _kept(row.kept_financial)),
        Figure(say("For projects in partner countries"), wording.money(row.project_cents)),
    )
    return Figures(name_of(code), main, others)


def codes(assessment: VoluntaryAssessment) -> tuple[str, ...]:
    """Return the signatories that can be shown alone."""
    return tuple(row.code for row in assessment.rows)


def measured(assessment: VoluntaryAssessment) -> Measured:
    """Return what two rounds are compared by."""
    found = assessment.totals
    return Measured(
        (
            Amount(say("Relocations pledged"), found.relocations.given, Unit.NUMBER),
            Amount(say("Money pledged"), found.financial.given, Unit.CENTS),
            Amount(say("Gap, relocations"), found.unmet_relocations, Unit.NUMBER),
            Amount(say("Gap, money"), found.unmet_cents, Unit.CENTS),
            Amount(say("Signatories"), found.signatories, Unit.NUMBER),
        ),
        {row.code: _amounts(row) for row in assessment.rows},
    )


def _amounts(row: VoluntaryRow) -> tuple[Amount, ...]:
    return (
        Amount("relocations", row.relocations, Unit.NUMBER),
        Amount("money", row.financial_cents, Unit.CENTS),
    )


def _needs(assessment: VoluntaryAssessment) -> tuple[Grid, ...]:
    if not assessment.needs:
        return ()
    needed = eur_column([each.financial.against for each in assessment.needs])
    pledged = eur_column([each.financial.given for each in assessment.needs])
    rows = tuple(
        (
            name_of(each.benefitting),
            known(each.relocations.against, wording.persons, say("not said")),
            wording.persons(each.relocations.given),
            known(each.financial.against, needed, say("not said")),
            pledged(each.financial.given),
        )
        for each in assessment.needs
    )
    headings = _headings(say("Relocations needed"), "pledged", say("Money needed, EUR"), "pledged")
    return (Grid(say("Needs"), (GridColumn(say("Member State"), is_number=False), *headings), rows),)


def _headings(*headings: str) -> tuple[GridColumn, ...]:
    return tuple(GridColumn(each) for each in headings)


def _needed(need: int | None, text: str) -> str:
    return say("no need recorded") if need is None else say("of {value} needed", value=text)


def _kept(held: Held) -> str:
    return "" if held.part is None else say("{percent} of what is pledged", percent=wording.percent(held.part))
