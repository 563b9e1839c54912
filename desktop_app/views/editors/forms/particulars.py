"""The form of a pledge's particulars."""

from dataclasses import dataclass

from desktop_app.calc.forum import Pledge
from desktop_app.views.editors.forms.base import Outcome, Reading
from desktop_app.views.fields.reading import persons_entry, read_persons


@dataclass(frozen=True, slots=True)
class ParticularsForm:
    """The particulars of a pledge beside its amounts, as typed."""

    of_which_beneficiaries: str = ""
    bilateral_agreement: str = ""
    offsets_planned: str = ""
    note: str = ""


def particulars_form(pledge: Pledge) -> ParticularsForm:
    """Return what the fields show of a pledge's particulars."""
    return ParticularsForm(
        persons_entry(pledge.of_which_beneficiaries or None),
        pledge.bilateral_agreement or "",
        persons_entry(pledge.offsets_planned or None),
        pledge.note or "",
    )


@dataclass(frozen=True, slots=True)
class Particulars:
    """The particulars of a pledge, read."""

    of_which_beneficiaries: int
    bilateral_agreement: str | None
    offsets_planned: int
    note: str | None


def read_particulars(form: ParticularsForm, pledge: Pledge | None = None) -> Outcome[Particulars]:
    """Read a pledge's particulars; fields that show what is recorded of the pledge stand for it."""
    reading = Reading(form, None if pledge is None else particulars_form(pledge), pledge)
    beneficiaries = reading.take("of_which_beneficiaries", read_persons)
    offsets = reading.take("offsets_planned", read_persons)
    agreement, note = reading.text("bilateral_agreement"), reading.text("note")
    return reading.outcome(Particulars(beneficiaries or 0, agreement, offsets or 0, note))
