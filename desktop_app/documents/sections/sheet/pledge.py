"""What a Member State pledges, or plans, and what it comes to."""

from fractions import Fraction

from desktop_app.calc.assessment import Row
from desktop_app.calc.consequences import verdict_of
from desktop_app.calc.exact import CENTS
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.voluntary_assessment import Held
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.pledge_table import VERDICTS
from desktop_app.documents.sections.basis import basis_cell
from desktop_app.documents.sections.cells import alternative_cell, beneficiaries_cell, financial_cell, relocations_cell
from desktop_app.documents.sections.kinds import type_words
from desktop_app.documents.sections.sheet.figures import Line, paired_table
from desktop_app.documents.sections.source import (
    AnnualSource,
    MigratorySource,
    ResponseSource,
    Source,
    VoluntarySource,
)
from desktop_app.documents.sections.status import COVERAGE_DECIMALS
from desktop_app.documents.styles import BODY


def pledge_blocks(source: Source, code: str) -> tuple[Block, ...]:
    """Return the pledge or plan of a Member State and its figures."""
    if isinstance(source, ResponseSource):
        return _response(source, source.assessment.row(code))
    if isinstance(source, MigratorySource):
        return _pressure(source, source.assessment.row(code))
    if isinstance(source, VoluntarySource):
        return _voluntary(source, code)
    if isinstance(source, AnnualSource):
        return _annual(source, source.assessment.row(code))
    raise TypeError(f"{source.procedure.value} has no sheet")


def _none_yet(source: Source, name: str) -> tuple[Block, ...]:
    return (Paragraph(source.terms(f"sheet.{name}"), BODY, space_before=3),)


# ------------------------------------------------------------------------------------------------------- annual pool


def _annual(source: AnnualSource, row: Row) -> tuple[Block, ...]:
    words, record = source.terms, source.forum.state(row.code)
    cents = [row.pledged_financial_cents, row.pledged_alternative_cents]
    decimals = common_decimals([None if each is None else Fraction(each, CENTS) for each in cents])
    lines = [
        Line(words("column.relocations"), relocations_cell(source, row).text),
        Line(words("column.beneficiaries"), beneficiaries_cell(source, row).text),
        Line(words("column.financial"), financial_cell(source, row, decimals).text),
        Line(words("column.alternative"), alternative_cell(source, row, decimals).text),
        Line(words("sheet.gross"), _number(source, row.equivalents), weighs=True),
        Line(words("sheet.coverage"), _coverage(source, row), weighs=True),
        Line(words("sheet.gap"), _gap(source, row), weighs=True),
        Line(words("sheet.net"), _number(source, row.net_equivalents)),
    ]
    if record.benefitting_since is not None:
        lines.append(Line(words("column.benefitting_since"), words.day(record.benefitting_since)))
    if record.pledge.offsets_planned:
        lines.append(Line(words("column.offsets_planned"), source.number(record.pledge.offsets_planned)))
    return (paired_table(lines),)


def _coverage(source: AnnualSource, row: Row) -> str:
    percent = source.percent(row.coverage, COVERAGE_DECIMALS)
    word = VERDICTS.get(verdict_of(row, source.forum.state(row.code).pledge)) if row.in_key else None
    return f"{percent}, {source.terms(f'column.{word}')}" if word else percent


def _gap(source: AnnualSource, row: Row) -> str:
    if row.gap_relocations is None:
        return source.terms("common.not-known")
    if not row.gap_relocations:
        return source.terms("sheet.gap-none")
    money = source.money(row.gap_eur, common_decimals([row.gap_eur]))
    return source.terms("sheet.gap-of", relocations=source.relocations(row.gap_relocations), money=money)


# ------------------------------------------------------------------------------------------------- proposal of 2020


def _response(source: ResponseSource, row: ResponseRow) -> tuple[Block, ...]:
    words = source.terms
    if row.plan is None and not row.set_by_commission:
        return _none_yet(source, "no-plan")
    lines = _basis(source, row)
    lines += [
        Line(words("response.pledged"), source.number(row.pledged), weighs=True),
        Line(words("sheet.claimed"), _number(source, row.claimed)),
    ]
    if row.half:
        lines.append(Line(words("response.half"), source.number(row.half)))
    if row.raised:
        lines.append(Line(words("sheet.raised"), source.number(row.raised)))
    if source.forum.search_and_rescue.act.path is ActPath.STILL_SHORT and not row.benefitting:
        lines += [
            Line(words(f"sheet.act-{name}"), source.number(count), weighs=True)
            for name, count in (
                ("relocations", row.relocations),
                ("sponsorship", row.sponsorship),
                ("measures", row.measures),
            )
        ]
    return (paired_table(lines),)


def _pressure(source: MigratorySource, row: PressureRow) -> tuple[Block, ...]:
    words = source.terms
    if row.plan is None and not row.set_by_commission:
        return _none_yet(source, "no-plan")
    shares = [
        f"{words.numbers.percentage(share, common_decimals([share]))} {type_words(source, kind)}"
        for kind, share in row.types.by_type.items()
        if share
    ]
    lines = _basis(source, row)
    lines += [
        Line(words("sheet.type-shares"), "\n".join(shares) or words("common.not-given")),
        Line(words("sheet.covered"), _number(source, row.covered)),
        Line(words("sheet.claimed"), _number(source, row.claimed)),
        *_changes(source, row),
    ]
    if row.is_asked:
        fixed = (
            ("applicants", row.relocations),
            ("beneficiaries", row.beneficiaries),
            ("sponsorship", row.sponsorship),
            ("measures", row.measures),
        )
        lines += [Line(words(f"sheet.act-{name}"), source.number(count), weighs=True) for name, count in fixed]
    return (paired_table(lines),)


def _changes(source: MigratorySource, row: PressureRow) -> list[Line]:
    """Return what reduction, its spread and credits change, where they do."""
    changes = (("reduction", row.reduction), ("redistributed", row.redistributed), ("credited", -row.credited))
    return [
        Line(source.terms(f"act53.column-{name}"), f"{'+' if change > 0 else ''}{source.number(change, 2)}")
        for name, change in changes
        if change
    ]


def _basis(source: Source, row: ResponseRow | PressureRow) -> list[Line]:
    words = source.terms
    lines = [Line(words("response.basis"), basis_cell(source, row).text)]
    if row.plan is not None:
        lines.append(Line(words("sheet.submitted"), words.day(row.plan.submitted)))
    return lines


# -------------------------------------------------------------------------------------------------------- voluntary


def _voluntary(source: VoluntarySource, code: str) -> tuple[Block, ...]:
    words, row = source.terms, source.assessment.row(code)
    recorded = source.forum.voluntary
    if code not in {*(each.code for each in recorded.pledges), *(each.code for each in recorded.kept)}:
        return _none_yet(source, "no-pledge")
    persons, money = (words.plain(f"overview.{name}").lower() for name in ("persons", "money"))
    lines: list[Line] = []
    for name, counted, paid in (
        ("pledged", row.relocations, row.financial_cents),
        ("kept", row.kept_relocations.given, row.kept_financial.given),
        ("outstanding", _open(row.kept_relocations), _open(row.kept_financial)),
    ):
        head = words(f"overview.{name}")
        lines.append(Line(f"{head}: {persons}", source.number(counted), weighs=True))
        lines.append(Line(f"{head}: {money}", words.numbers.cents(paid), weighs=True))
    if row.project_cents:
        lines.append(Line(words("overview.projects"), words.numbers.cents(row.project_cents)))
    if row.minors:
        lines.append(Line(words("overview.minors"), source.number(row.minors)))
    return (paired_table(lines),)


def _open(held: Held) -> int:
    return held.open or 0


def _number(source: Source, value: Fraction | None) -> str:
    return source.number(value, common_decimals([value]))
