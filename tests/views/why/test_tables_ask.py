"""Whatever a cell of a table, or a row under it, asks "why?" about has its answer."""

from collections.abc import Mapping

import pytest

from desktop_app.calc.explain import row_figures, total_figures
from desktop_app.calc.forum import Procedure
from desktop_app.views.plan_table import columns as plans
from desktop_app.views.pressure_table import columns as pressure
from desktop_app.views.pressure_table.totals import FIGURES as PRESSURE_TOTALS
from desktop_app.views.typed_table.layout import TableHeading
from desktop_app.views.voluntary_table import columns as voluntary
from desktop_app.views.voluntary_table.totals import FIGURES as VOLUNTARY_TOTALS


@pytest.mark.parametrize(
    ("procedure", "headings", "under"),
    [
        (Procedure.SEARCH_AND_RESCUE, plans.HEADINGS, {}),
        (Procedure.MIGRATORY_PRESSURE, pressure.HEADINGS, PRESSURE_TOTALS),
        (Procedure.VOLUNTARY, voluntary.HEADINGS, VOLUNTARY_TOTALS),
    ],
)
def test_every_cell_has_its_answer(
    procedure: Procedure, headings: Mapping[int, TableHeading], under: Mapping[tuple[int, int], str]
) -> None:
    rows = {figure.id for figure in row_figures(procedure)}
    totals = {figure.id for figure in total_figures(procedure)}
    assert {heading.figure for heading in headings.values() if heading.figure} <= rows
    assert {heading.total_figure for heading in headings.values() if heading.total_figure} <= totals
    assert set(under.values()) <= totals
