"""The form of alternative measures."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.calc.forum import AlternativeMeasure, MeasureKind, StateRecord
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.views.editors.forms.base import Outcome, Reading, numbered
from desktop_app.views.editors.forms.original import IN_EURO, OriginalForm, original_form, read_original
from desktop_app.views.fields.reading import money_entry, read_money
from desktop_app.views.language import marked, tr


@dataclass(frozen=True, slots=True)
class MeasureForm:
    """One alternative measure, as typed; ``recorded`` is the one that the fields were filled from, if any."""

    description: str = ""
    kind: MeasureKind | None = None
    value: str = ""
    method: str = ""
    identified: bool | None = None
    original: OriginalForm = IN_EURO
    recorded: AlternativeMeasure | None = None


class Standing(Enum):
    """What is recorded of a list: nothing, an explicit none, or items."""

    NOTHING = marked("nothing recorded")
    NONE = "none"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class MeasuresForm:
    """All alternative measures of a Member State; those typed stay while "none" is tried."""

    standing: Standing = Standing.NOTHING
    items: tuple[MeasureForm, ...] = ()


def measures_form(record: StateRecord) -> MeasuresForm:
    """Return what the fields show of a state's measures."""
    alternative = record.pledge.alternative
    if alternative is ABSENT:
        return MeasuresForm()
    if alternative is None:
        return MeasuresForm(Standing.NONE)
    return MeasuresForm(Standing.LISTED, tuple(measure_form(measure) for measure in alternative))


def measure_form(measure: AlternativeMeasure) -> MeasureForm:
    """Return what the fields show of one measure."""
    return MeasureForm(
        measure.description or "",
        measure.kind,
        money_entry(measure.value_cents),
        measure.method or "",
        measure.identified_in_proposal,
        original_form(measure.original),
        measure,
    )


def read_measure(form: MeasureForm) -> Outcome[AlternativeMeasure]:
    """Read one measure; one without a value is sound here, and a finding blocks it (Art. 57(4))."""
    recorded = form.recorded
    reading = Reading(form, None if recorded is None else measure_form(recorded), recorded)
    value = reading.take("value", read_money, "value_cents")
    original = read_original(form.original, None if recorded is None else recorded.original)
    reading.problems.update(original.problems)
    return reading.outcome(
        AlternativeMeasure(
            reading.text("description"), form.kind, value, reading.text("method"), form.identified, original.value
        )
    )


def read_measures(form: MeasuresForm) -> Outcome[Recorded[tuple[AlternativeMeasure, ...]]]:
    """Read all measures; a problem is named ``"<number>.<field>"``, numbers from 0."""
    if form.standing is Standing.NOTHING:
        return Outcome(ABSENT)
    if form.standing is Standing.NONE:
        return Outcome(None)
    if not form.items:
        return Outcome(None, {"": tr("Add a measure, or choose none.")})
    outcomes = [read_measure(item) for item in form.items]
    problems = numbered(outcomes)
    if problems:
        return Outcome(None, problems)
    return Outcome(tuple(each.value for each in outcomes if each.value is not None))
