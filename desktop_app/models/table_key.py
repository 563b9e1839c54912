"""What the sheet of a key says of each Member State, whatever the procedure: its data and its share."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, Protocol

from desktop_app.calc.forum import Forum
from desktop_app.models.table_cells import STATE, Cell, Column, Look, Sheet, cents, percent, state_cells, texts

KEY_COLUMNS: Final = (
    Column("population", Look.PERSONS),
    Column("GDP, million EUR", Look.EUR),
    Column("GDP, million EUR, exact", Look.EXACT),
    Column("adopted share"),
    Column("share, %", Look.PERCENT_4),
    Column("share, exact", Look.EXACT),
)


def key_cells(forum: Forum, code: str, share: Fraction | None) -> tuple[Cell, ...]:
    """Return the cells under :data:`KEY_COLUMNS`.

    Args:
        forum: whose key it is.
        code: Union code; the key may have no data of the state.
        share: of the whole, exact.
    """
    state = next((each for each in forum.key.states if each.code == code), None)
    return (
        state.population if state else None,
        *cents(state.gdp if state else None),
        any(adopted == code for adopted, _share in forum.key.adopted_shares),
        percent(share, 4),
        *texts(share),
    )


class HasShare(Protocol):
    """The row of a participating Member State, whatever else it says."""

    @property
    def code(self) -> str:
        """Union code."""

    @property
    def share(self) -> Fraction | None:
        """Exact share, 1 = the whole."""


def key_sheet(forum: Forum, rows: Iterable[HasShare]) -> Sheet:
    """Return the key of the proposal of 2020: data and shares of the participating states."""
    cells = tuple((*state_cells(row.code), *key_cells(forum, row.code, row.share)) for row in rows)
    return Sheet("Key", (*STATE, *KEY_COLUMNS), cells, kept_columns=len(STATE))
