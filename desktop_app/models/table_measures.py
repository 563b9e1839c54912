"""The measures of plans under the proposal of 2020, one a row (COM(2020) 610, Art. 45(1)(d))."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from desktop_app.calc.exact import decimal_text
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.models.table_cells import NUMBER, STATE, Cell, Column, Look, Sheet, cents, exact, state_cells

MEASURE_COLUMNS: Final = (
    Column("kind"),
    Column("amount", Look.LONG_TEXT),
    Column("description", Look.LONG_TEXT),
    Column("timetable", Look.LONG_TEXT),
    Column("stands for persons", Look.DECIMAL),
    Column("stands for persons, exact", Look.EXACT),
    Column("value, EUR", Look.EUR),
    Column("value, EUR, exact", Look.EXACT),
)


class HasMeasures(Protocol):
    """One revision of a plan, on whichever form."""

    @property
    def code(self) -> str:
        """Union code."""

    @property
    def revision(self) -> int:
        """0 for the first plan."""

    @property
    def measures(self) -> Sequence[ResponseMeasure]:
        """In the order of the form."""


def measure_cells(measure: ResponseMeasure) -> tuple[Cell, ...]:
    """Return the cells under :data:`MEASURE_COLUMNS`."""
    stands_for = measure.persons_equivalent
    return (
        measure.kind.value if measure.kind else None,
        *(measure.amount, measure.description, measure.timetable),
        exact(stands_for)[0],
        "" if stands_for is None else decimal_text(stands_for),
        *cents(measure.value_cents),
    )


def plan_measures(plans: Iterable[HasMeasures]) -> Sheet:
    """Return the measures of every revision of every plan."""
    rows = tuple(
        (*state_cells(plan.code), plan.revision, number, *measure_cells(each))
        for plan in plans
        for number, each in enumerate(plan.measures, 1)
    )
    columns = (*STATE, Column("revision", Look.PERSONS), NUMBER, *MEASURE_COLUMNS)
    return Sheet("Measures", columns, rows, kept_columns=len(STATE))
