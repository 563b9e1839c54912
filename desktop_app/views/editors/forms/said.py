"""The form of how a pledge is said."""

from dataclasses import dataclass

from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.said import Certainty, HowSaid, Said
from desktop_app.views.editors.forms.base import Outcome, Reading
from desktop_app.views.editors.forms.original import IN_EURO, OriginalForm, original_form, read_original


@dataclass(frozen=True, slots=True)
class SaidForm:
    """How one type of a pledge is said, as typed; ``take_over`` asks to record the converted amount too."""

    certainty: Certainty | None = None
    by: str = ""
    condition: str = ""
    at_most: bool = False
    note: str = ""
    original: OriginalForm = IN_EURO
    take_over: bool = False


def said_form(said: HowSaid, column: PledgeColumn) -> SaidForm:
    """Return what the fields show of how a type is said."""
    return _shown(getattr(said, column.value))


def _shown(each: Said) -> SaidForm:
    return SaidForm(
        each.certainty,
        each.by or "",
        each.condition or "",
        each.at_most,
        each.note or "",
        original_form(each.original),
    )


def read_said(form: SaidForm, recorded: Said | None = None) -> Outcome[Said]:
    """Read how a type is said; fields that show what is recorded stand for it."""
    reading = Reading(form, None if recorded is None else _shown(recorded), recorded)
    original = read_original(form.original, None if recorded is None else recorded.original)
    if original.problems:
        return Outcome(None, original.problems)
    said = Said(
        form.certainty,
        reading.text("by"),
        reading.text("condition"),
        form.at_most,
        original.value,
        reading.text("note"),
    )
    return Outcome(said)
