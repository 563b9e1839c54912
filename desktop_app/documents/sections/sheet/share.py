"""A Member State's share, and why it is what it is (Art. 57(3), 66; COM(2020) 610, Art. 54)."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import Row
from desktop_app.calc.forum import GDP_UNITS_PER_MILLION, Procedure
from desktop_app.calc.key import KeyFigures, work_out
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.readings import ROUNDING
from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.notes import reading_value
from desktop_app.documents.sections.pledges import SHARE_DECIMALS
from desktop_app.documents.sections.sheet.figures import Line, reasoned_table
from desktop_app.documents.sections.source import AnnualSource, MigratorySource, ResponseSource, Source
from desktop_app.documents.styles import BODY

PART_DECIMALS: Final = 2
EXACT_DECIMALS: Final = 2


def share_blocks(source: Source, code: str) -> tuple[Block, ...]:
    """Return the share of a Member State, step by step; of the voluntary mechanism that there is none."""
    words = source.terms
    if source.procedure is Procedure.VOLUNTARY:
        return (Paragraph(words("sheet.no-share"), BODY, space_before=3),)
    key = work_out(source.forum.key)
    if code not in key.participants:
        return (Paragraph(words("sheet.outside"), BODY, space_before=3),)
    lines = [*_data(source, key, code), _share(source, key, code)]
    if isinstance(source, AnnualSource):
        lines += _fair_share(source, source.assessment.row(code))
    elif isinstance(source, ResponseSource):
        lines += _by_key(source, source.assessment.row(code), source.assessment.totals.report_total)
    elif isinstance(source, MigratorySource):
        lines += _by_key(source, source.assessment.row(code), source.assessment.totals.total)
    return (reasoned_table(source, lines),)


def _data(source: Source, key: KeyFigures, code: str) -> list[Line]:
    """Return what the key takes from the state; nothing where the act gives its share."""
    if code in key.adopted:
        return []
    words, forum, data = source.terms, source.forum, key.participants[code]
    day, year = forum.key.population_date, forum.key.gdp_year
    population = words("sheet.population-undated") if day is None else words("sheet.population", day=words.day(day))
    product = words("sheet.gdp-undated") if year is None else words("sheet.gdp", year=str(year))
    return [
        Line(population, source.number(data.population), _part(source, data.population, key.population_total)),
        Line(product, _gdp(source, data.gdp), _part(source, data.gdp, key.gdp_total, of=_gdp(source, key.gdp_total))),
    ]


def _part(source: Source, given: int | None, total: int | None, *, of: str = "") -> str:
    if given is None or not total:
        return source.terms("sheet.why-unknown")
    percent = source.percent(Fraction(given, total), PART_DECIMALS)
    return source.terms("sheet.part-of", percent=percent, total=of or source.number(total))


def _gdp(source: Source, units: int | None) -> str:
    if units is None:
        return source.terms("common.not-known")
    millions = Fraction(units, GDP_UNITS_PER_MILLION)
    return source.terms("sheet.million", number=source.number(millions, common_decimals([millions])))


def _share(source: Source, key: KeyFigures, code: str) -> Line:
    share = key.shares[code]
    why = "why-share-proposal" if source.is_of_2020 else "why-share"
    if code in key.adopted:
        why = "why-adopted"
    elif share is None:
        why = "why-unknown"
    words = source.terms
    return Line(words("sheet.share-of-key"), source.percent(share, SHARE_DECIMALS), words(f"sheet.{why}"), weighs=True)


def _fair_share(source: AnnualSource, row: Row) -> list[Line]:
    """Return exact share, whole persons and money of the annual pool."""
    words, credit = source.terms, source.forum.state(row.code).crisis_credit
    reference = words("common.not-given")
    if source.forum.pool.relocations is not None:
        reference = source.number(source.forum.pool.relocations)
    why = words("sheet.why-exact", reference=reference)
    if credit:
        why = words("sheet.why-exact-credit", reference=reference, credit=source.number(credit))
    reading = next(each for each in source.readings if each.name == ROUNDING.name)
    rate = source.assessment.totals.rate_eur
    whole = words("sheet.why-rounded", reading=reading_value(source, reading))
    money = words("sheet.why-money", rate=source.money(rate, common_decimals([rate])))
    eur = source.money(row.fair_share_eur, common_decimals([row.fair_share_eur]))
    return [
        Line(words("sheet.exact"), source.number(row.exact_fair_share, EXACT_DECIMALS), why),
        Line(words("sheet.fair-share"), source.number(row.fair_share_relocations), whole, weighs=True),
        Line(words("sheet.fair-money"), eur, money),
    ]


def _by_key(source: Source, row: ResponseRow | PressureRow, total: int | None) -> list[Line]:
    """Return what the key asks of a state by the proposal of 2020."""
    words = source.terms
    why = words("sheet.why-by-key", total=source.number(total))
    benefits = row.benefitting or (isinstance(row, PressureRow) and row.benefits_elsewhere)
    asked = words("sheet.why-not-asked" if benefits else "sheet.why-asked")
    return [
        Line(words("sheet.by-key"), source.number(row.exact_key, EXACT_DECIMALS), why),
        Line(words("sheet.asked"), source.number(row.asked), asked, weighs=True),
    ]
