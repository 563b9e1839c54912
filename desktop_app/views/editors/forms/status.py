"""The form of a Member State's status."""

from dataclasses import dataclass, replace

from desktop_app.calc.forum import Flag, PressureBasis, StateRecord
from desktop_app.views.editors.forms.base import Outcome, Reading
from desktop_app.views.fields.reading import day_text, persons_entry, read_day, read_persons


@dataclass(frozen=True, slots=True)
class StatusForm:
    """The status of a Member State, as typed."""

    flags: tuple[Flag, ...] = ()
    pressure_basis: tuple[PressureBasis, ...] = ()
    benefitting_since: str = ""
    systemic_shortcomings: bool = False
    crisis_credit: str = ""
    crisis_credit_act: str = ""


def status_form(record: StateRecord) -> StatusForm:
    """Return what the fields show of a state's status."""
    return StatusForm(
        record.flags,
        record.pressure_basis,
        day_text(record.benefitting_since),
        record.systemic_shortcomings,
        persons_entry(record.crisis_credit or None),
        record.crisis_credit_act or "",
    )


def read_status(form: StatusForm, record: StateRecord) -> Outcome[StateRecord]:
    """Read a status into the record of a Member State; fields that show what is recorded stand for it."""
    reading = Reading(form, status_form(record), record)
    since = reading.take("benefitting_since", read_day)
    credit = reading.take("crisis_credit", read_persons)
    changed = replace(
        record,
        flags=form.flags,
        pressure_basis=form.pressure_basis,
        benefitting_since=since,
        systemic_shortcomings=form.systemic_shortcomings,
        crisis_credit=credit or 0,
        crisis_credit_act=reading.text("crisis_credit_act"),
    )
    return reading.outcome(changed)
