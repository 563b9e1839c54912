"""The cells of a pledge: nothing recorded, explicitly none, or a number, visibly apart."""

from collections.abc import Iterable
from fractions import Fraction

from desktop_app.calc.assessment import Row
from desktop_app.calc.exact import CENTS
from desktop_app.calc.recorded import ABSENT, Absent
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.source import AnnualSource, Source
from desktop_app.documents.styles import CELL_ITALIC, CELL_MUTED
from desktop_app.documents.tables import Cell


def relocations_cell(source: AnnualSource, row: Row) -> Cell:
    """Return the relocations pledged."""
    recorded = source.forum.state(row.code).pledge.relocations
    return _without_number(source, recorded) or Cell(source.number(row.pledged_relocations))


def beneficiaries_cell(source: AnnualSource, row: Row) -> Cell:
    """Return how many of the relocations are of beneficiaries of international protection."""
    pledge = source.forum.state(row.code).pledge
    if pledge.relocations is ABSENT or pledge.relocations is None:
        return not_applicable(source)
    return Cell(source.number(pledge.of_which_beneficiaries))


def financial_cell(source: AnnualSource, row: Row, decimals: int) -> Cell:
    """Return the financial contribution pledged."""
    recorded = source.forum.state(row.code).pledge.financial_cents
    return _without_number(source, recorded) or Cell(source.cents(row.pledged_financial_cents, decimals))


def alternative_cell(source: AnnualSource, row: Row, decimals: int) -> Cell:
    """Return the value of the alternative measures pledged; unknown while one has no value."""
    recorded = source.forum.state(row.code).pledge.alternative
    without = _without_number(source, recorded)
    if without is None and row.pledged_alternative_cents is None:
        return Cell(source.terms("pledges.no-value"), CELL_ITALIC, shaded=True)
    return without or Cell(source.cents(row.pledged_alternative_cents, decimals))


def cent_decimals(amounts: Iterable[int | None]) -> int:
    """Return how many decimals a column of amounts in cents has, the same in every row so that figures align."""
    return common_decimals([None if cents is None else Fraction(cents, CENTS) for cents in amounts])


def not_applicable(source: Source) -> Cell:
    """Return a cell to which nothing applies."""
    return Cell(source.terms("common.dash"), CELL_MUTED)


def known(source: Source, text: str) -> Cell:
    """Return a figure's cell; one that is not known is set apart."""
    return Cell(text, CELL_ITALIC) if text == source.terms("common.not-known") else Cell(text)


def _without_number(source: Source, recorded: object) -> Cell | None:
    """Return the cell of a type for which no number is recorded; ``None`` where there is one."""
    if isinstance(recorded, Absent):
        return Cell(source.terms("pledges.not-recorded"), CELL_ITALIC, shaded=True)
    if recorded is None:
        return Cell(source.terms("common.none"), CELL_MUTED)
    return None
