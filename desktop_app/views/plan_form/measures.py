"""The three lines of Art. 45(1)(d) on a form as typed: kept as a draft, compared with the record, read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Protocol, TypeVar

from desktop_app.calc.exact import decimal_text
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.validity import MAXIMUM_PERSONS
from desktop_app.calc.wording import number
from desktop_app.views.editors.forms.base import Outcome, Reading, numbered
from desktop_app.views.fields.reading import Read, meant_both_ways, money_entry, read_money
from desktop_app.views.language import to_type, tr

_DECIMAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_BEGUN: Final = re.compile(r"[0-9]+[.,]")
_MOST_DECIMALS: Final = 10


class Measured(Protocol):
    """A plan with measures."""

    @property
    def measures(self) -> tuple[ResponseMeasure, ...]:
        """As they stand on the form."""
        ...


@dataclass(frozen=True, slots=True)
class MeasureForm:
    """One measure as typed; ``recorded`` is the one that the fields were filled from, if any."""

    kind: ResponseMeasureKind | None
    amount: str = ""
    description: str = ""
    timetable: str = ""
    persons_equivalent: str = ""
    value: str = ""
    recorded: ResponseMeasure | None = None


_Measure = TypeVar("_Measure", ResponseMeasure, MeasureForm)


def line_by_line(measures: Iterable[_Measure]) -> list[_Measure]:
    """Put measures in the order of the form's lines; those of which no line is said come last."""
    order = (*ResponseMeasureKind, None)
    return sorted(measures, key=lambda measure: order.index(measure.kind))


def measure_forms(measures: Iterable[ResponseMeasure]) -> tuple[MeasureForm, ...]:
    """Return what the fields show of measures, line by line."""
    return tuple(measure_form(measure) for measure in line_by_line(measures))


def anew(measures: Iterable[MeasureForm]) -> tuple[MeasureForm, ...]:
    """Return the same measures on the form of another revision, of which none is recorded."""
    return tuple(
        MeasureForm(each.kind, each.amount, each.description, each.timetable, each.persons_equivalent, each.value)
        for each in measures
    )


def measure_form(measure: ResponseMeasure) -> MeasureForm:
    """Return what the fields show of one measure."""
    return MeasureForm(
        measure.kind,
        measure.amount or "",
        measure.description or "",
        measure.timetable or "",
        "" if measure.persons_equivalent is None else to_type(decimal_text(measure.persons_equivalent)),
        money_entry(measure.value_cents),
        measure,
    )


def read_equivalent(text: str) -> Read[Fraction]:
    """Read how many relocations a measure stands for: ``560``, ``12.5``; it need not be whole."""
    plain = "".join(text.split())
    if not plain:
        return Read()
    two_ways = meant_both_ways(plain)
    if two_ways:
        return Read(problem=two_ways, unfinished=True)
    if not _DECIMAL.fullmatch(plain):
        unfinished = bool(_BEGUN.fullmatch(plain))
        return Read(
            problem=tr("“{value}” is not a number: write for example 560 or 12.5.", value=text.strip()),
            unfinished=unfinished,
        )
    value = Fraction(plain.replace(",", "."))
    _whole, _sign, decimals = plain.replace(",", ".").partition(".")
    if len(decimals) > _MOST_DECIMALS or value > MAXIMUM_PERSONS:
        most = tr(
            "at most {most_decimals} decimals, and at most {number}",
            most_decimals=_MOST_DECIMALS,
            number=number(MAXIMUM_PERSONS),
        )
        return Read(problem=tr("A number of persons here has {most}.", most=most))
    one, several = tr("stands for 1 relocation"), tr("stands for {number} relocations", number=number(value))
    return Read(value, one if value == 1 else several)


def read_measure(form: MeasureForm) -> Outcome[ResponseMeasure]:
    """Read one measure; what the form still misses is a finding, and no problem here."""
    recorded = form.recorded
    reading = Reading(form, None if recorded is None else measure_form(recorded), recorded)
    equivalent = reading.take("persons_equivalent", read_equivalent)
    value = reading.take("value", read_money, "value_cents")
    return reading.outcome(
        ResponseMeasure(
            form.kind,
            reading.text("amount"),
            reading.text("description"),
            reading.text("timetable"),
            equivalent,
            value,
        )
    )


def read_measures(
    reading: Reading, forms: tuple[MeasureForm, ...], recorded: Measured | None
) -> tuple[ResponseMeasure, ...]:
    """Read every measure; what is wrong with one is named ``"<number>.<field>"``, numbers from 0.

    Args:
        reading: collects what is wrong.
        forms: what stands in the fields, line by line.
        recorded: the plan that the fields were filled from, or ``None``.
    """
    outcomes = [read_measure(each) for each in forms]
    reading.problems.update(numbered(outcomes))
    if recorded is not None and forms == measure_forms(recorded.measures):
        return recorded.measures
    return tuple(each.value for each in outcomes if each.value is not None)
