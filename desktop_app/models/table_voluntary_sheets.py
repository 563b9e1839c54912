"""What stands in the workbook of a forum on voluntary solidarity: signatories, needs, pledges, commitments kept."""

from desktop_app.calc.voluntary_assessment import NeedFigures, VoluntaryAssessment, VoluntaryRow
from desktop_app.models.interchange import state_hash
from desktop_app.models.table_cells import FIGURES, NOTE, STATE, Cell, Column, Look, Sheet, cents, percent, state_cells
from desktop_app.models.table_registers import deadlines, findings, readings
from desktop_app.models.table_solidarity_sheets import solidarity_sheets

_SIGNATORY = (Column("code"), Column("signatory"))


def voluntary_sheets(assessment: VoluntaryAssessment) -> tuple[Sheet, ...]:
    """Return every sheet of the workbook, in order."""
    return (
        particulars(assessment),
        signatories(assessment),
        needs(assessment),
        pledges(assessment),
        kept(assessment),
        *solidarity_sheets(assessment),
        findings(assessment),
        deadlines(assessment),
        readings(assessment),
    )


def particulars(assessment: VoluntaryAssessment) -> Sheet:
    """Return the particulars of the mechanism and the figures of the whole."""
    forum, totals = assessment.forum, assessment.totals
    mechanism = forum.voluntary.mechanism
    lines: tuple[tuple[Cell, ...], ...] = (
        ("title", forum.title, ""),
        ("procedure", "voluntary solidarity: no key and no obligation", ""),
        ("year", str(forum.year) if forum.year else None, ""),
        ("classification", forum.classification.marking, ""),
        ("adopted", forum.adopted, ""),
        ("declaration", mechanism.declaration, ""),
        ("started", mechanism.started, ""),
        ("extended until", mechanism.extended_until, ""),
        ("ends", totals.ends, ""),
        ("coordinated by", mechanism.platform, ""),
        ("chaired by", ", ".join(mechanism.chairs) or None, ""),
        ("note on the mechanism", mechanism.note, ""),
        ("signatories that take part", totals.signatories, ""),
        ("needed, relocations", totals.relocations.against, ""),
        ("pledged, relocations", totals.relocations.given, ""),
        ("kept, relocations", totals.kept_relocations.given, ""),
        ("coverage of the needs, %", percent(totals.relocations.part, 2), ""),
        ("kept of what is pledged, %", percent(totals.kept_relocations.part, 2), ""),
        ("pledged for nobody in particular, relocations", totals.open_relocations, ""),
        ("still open, relocations", totals.unmet_relocations, ""),
        ("needed, EUR", *cents(totals.financial.against)),
        ("pledged against needs, EUR", *cents(totals.financial.given)),
        ("still open, EUR", *cents(totals.unmet_cents)),
        ("pledged for projects in partner countries, EUR", *cents(totals.project_cents)),
        ("pledged in all, EUR", *cents(totals.pledged_cents)),
        ("pledged for nobody in particular, EUR", *cents(totals.open_cents)),
        ("paid, EUR", *cents(totals.kept_financial.given)),
        ("support plans, persons", totals.supported, ""),
        ("support plans, persons delivered", totals.delivered, ""),
        ("state hash", state_hash(forum), ""),
        ("note", forum.note, ""),
    )
    return Sheet("Forum", FIGURES, lines)


def signatories(assessment: VoluntaryAssessment) -> Sheet:
    """Return the figures of each signatory, then the totals."""
    columns = (
        *_SIGNATORY,
        Column("takes part"),
        Column("signed", Look.DAY),
        Column("withdrawn", Look.DAY),
        Column("relocations", Look.PERSONS),
        Column("kept", Look.PERSONS),
        Column("still to keep", Look.PERSONS),
        Column("of which minors", Look.PERSONS),
        Column("EUR", Look.EUR),
        Column("EUR, exact", Look.EXACT),
        Column("for projects, EUR", Look.EUR),
        Column("for projects, EUR, exact", Look.EXACT),
        Column("paid, EUR", Look.EUR),
        Column("paid, EUR, exact", Look.EXACT),
        Column("support plans, persons", Look.PERSONS),
        Column("delivered, persons", Look.PERSONS),
    )
    totals = assessment.totals
    sums = (
        *(None, "Total", None, None, None),
        *(totals.relocations.given, totals.kept_relocations.given, totals.outstanding_relocations, None),
        *cents(totals.pledged_cents),
        *cents(totals.project_cents),
        *cents(totals.kept_financial.given),
        *(totals.supported, totals.delivered),
    )
    rows = (*(_signatory(assessment, row) for row in assessment.rows), sums)
    return Sheet("Signatories", columns, rows, kept_columns=len(_SIGNATORY))


def _signatory(assessment: VoluntaryAssessment, row: VoluntaryRow) -> tuple[Cell, ...]:
    signed = next((each for each in assessment.forum.voluntary.signatories if each.code == row.code), None)
    return (
        *state_cells(row.code),
        row.takes_part,
        *((signed.signed, signed.withdrawn) if signed else (None, None)),
        *(row.relocations, row.kept_relocations.given, row.kept_relocations.open, row.minors),
        *cents(row.financial_cents),
        *cents(row.project_cents),
        *cents(row.kept_financial.given),
        *(row.supported, row.delivered),
    )


def needs(assessment: VoluntaryAssessment) -> Sheet:
    """Return the needs of each benefitting state, and what is pledged and kept for it."""
    columns = (
        *STATE,
        Column("relocations needed", Look.PERSONS),
        Column("pledged", Look.PERSONS),
        Column("open", Look.PERSONS),
        Column("relocated", Look.PERSONS),
        Column("needed, EUR", Look.EUR),
        Column("pledged, EUR", Look.EUR),
        Column("open, EUR", Look.EUR),
        Column("paid, EUR", Look.EUR),
        NOTE,
    )
    rows = tuple(_need(assessment, need) for need in assessment.needs)
    return Sheet("Needs", columns, rows, kept_columns=len(STATE))


def _need(assessment: VoluntaryAssessment, need: NeedFigures) -> tuple[Cell, ...]:
    note = next((each.note for each in assessment.forum.voluntary.needs if each.benefitting == need.benefitting), None)
    money = need.financial
    return (
        *state_cells(need.benefitting),
        *(need.relocations.against, need.relocations.given, need.relocations.open, need.kept_relocations),
        *(cents(amount)[0] for amount in (money.against, money.given, money.open, need.kept_cents)),
        note,
    )


def pledges(assessment: VoluntaryAssessment) -> Sheet:
    """Return the pledges, one a row."""
    columns = (
        *_SIGNATORY,
        Column("reference", Look.LISTED),
        Column("submitted", Look.DAY),
        Column("for"),
        Column("relocations", Look.PERSONS),
        Column("most vulnerable first"),
        Column("EUR", Look.EUR),
        Column("EUR, exact", Look.EXACT),
        Column("project", Look.LONG_TEXT),
        Column("partner country", Look.LISTED),
        NOTE,
    )
    rows = [
        (
            *(*state_cells(each.code), each.reference, each.submitted, each.benefitting),
            *(each.relocations, each.vulnerable_first, *cents(each.financial_cents)),
            *(each.project, each.partner_country, each.note),
        )
        for each in assessment.forum.voluntary.pledges
    ]
    return Sheet("Pledges", columns, tuple(rows), kept_columns=len(_SIGNATORY))


def kept(assessment: VoluntaryAssessment) -> Sheet:
    """Return the commitments kept, in the order in which they were recorded."""
    columns = (
        *_SIGNATORY,
        Column("on", Look.DAY),
        Column("for"),
        Column("relocations", Look.PERSONS),
        Column("of which minors", Look.PERSONS),
        Column("EUR", Look.EUR),
        Column("EUR, exact", Look.EXACT),
        NOTE,
    )
    rows = [
        (
            *(*state_cells(each.code), each.on, each.benefitting, each.relocations, each.minors),
            *cents(each.financial_cents),
            each.note,
        )
        for each in assessment.forum.voluntary.kept
    ]
    return Sheet("Kept", columns, tuple(rows), kept_columns=len(_SIGNATORY))
