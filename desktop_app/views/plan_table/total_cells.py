"""Cells under the tables of Annex I and Annex II that both have."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from desktop_app.calc import wording
from desktop_app.calc.exact import fixed
from desktop_app.calc.shortfall_shown import is_above, percent_words
from desktop_app.views.language import shown, tr
from desktop_app.views.typed_table.cells import Cell, Look, Token, number_cell
from desktop_app.views.typed_table.layout import Measure
from desktop_app.views.typed_table.sums import added, plain_sum

BLANK = Cell(Look.TEXT)


def total_cell(title: str, column: str, cell: Cell) -> Cell:
    """Put the row and the column before the spoken text.

    Args:
        title: of the row.
        column: as it is spoken.
        cell: what stands there.
    """
    return cell if cell is BLANK else replace(cell, spoken=f"{shown(title)}, {shown(column)}, {cell.spoken}")


def title_cell(title: str, about: str) -> Cell:
    """Return the cell of a row's title."""
    return Cell(Look.NAME, title, spoken=title, about=about, copied=title, summary=True)


def column_sum(cells: Sequence[Cell], measure: Measure) -> Cell:
    """Add up a column's cells; not known where one of them is not. An empty box is a plan that is not there."""
    total = added(cell for cell in cells if cell.look is not Look.NOTHING)
    if total.left_out:
        return number_cell(None)
    plain = plain_sum(total.value, measure)
    text = wording.grouped(plain)
    return Cell(Look.NUMBER, text, spoken=text, copied=plain, sort=total.value)


def waiting_cell(codes: Sequence[str]) -> Cell:
    """Say how many plans are open."""
    if not codes:
        return BLANK
    words = tr("{count} open", count=len(codes))
    about = tr("No plan that counts from {listed}.", listed=wording.listed(codes))
    return Cell(
        Look.TOKENS, words, spoken=words, about=about, copied=words, tokens=(Token("unknown", words, "unknown"),)
    )


def shortfall_cell(shortfall: Fraction | None, reading: str, article: str, no_effect: str = "") -> Cell:
    """Say how the 30 % test ends.

    Args:
        shortfall: under the reading in force; ``None`` while not known.
        reading: which that is.
        article: of the rule.
        no_effect: why nothing follows from it; empty where something does.
    """
    if shortfall is None:
        return number_cell(None)
    part = shown(percent_words(shortfall)).removesuffix(f"{wording.HARD}%")
    above = is_above(shortfall)
    verdict = tr("above 30 %: triggered") if above else tr("not above 30 %")
    token = Token("warn", part, "warn") if above else Token("ok", part, "ok")
    if no_effect:
        why = tr(no_effect)
        verdict = tr("above 30 %, {why}", why=why) if above else tr("not above 30 %, {why}", why=why)
        token = Token("unknown", part, "muted")
    return Cell(
        Look.TOKENS,
        part,
        spoken=tr("{part} percent, reading {reading}, {verdict}", part=part, reading=reading, verdict=verdict),
        about=tr(
            "The 30 % test under reading {reading}: {part} %, {verdict} (Art. {article}).",
            reading=reading,
            part=part,
            verdict=verdict,
            article=article,
        ),
        copied=fixed(shortfall * 100, 2),
        sort=shortfall,
        tokens=(token,),
    )
