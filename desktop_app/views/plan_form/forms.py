"""The form of Annex I as typed: kept as a draft, compared with the record, read into a plan (COM(2020) 610).

What the form may not hold is refused at its own field, with the article; everything else on the form stays.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop_app.calc.response_plans import Cover, ResponsePlan
from desktop_app.views.editors.forms.base import Outcome, Reading
from desktop_app.views.fields.reading import (
    day_text,
    persons_entry,
    read_day,
    read_persons,
)
from desktop_app.views.language import marked
from desktop_app.views.plan_form.measures import MeasureForm, anew, measure_forms, read_measures


class Elsewhere(Enum):
    """What other forms of the proposal have and this one has not; the value names it."""

    SPONSORSHIP = marked("Return sponsorship")
    BENEFICIARIES = marked("Relocation of beneficiaries of protection")
    BORDER = marked("Relocation of applicants in the border procedure")
    ILLEGALLY_STAYING = marked("Relocation of persons staying illegally")


REFUSED: Final = {
    Elsewhere.SPONSORSHIP: marked(
        "Return sponsorship has no place in a first plan (Art. 47(4)): it may only cover what the "
        "50 % rule adds (Art. 48(2)), further down. Choose “nothing else”."
    ),
    Elsewhere.BENEFICIARIES: marked(
        "The row of Annex I is for applicants alone (Art. 45(1)(a)); beneficiaries of protection "
        "are relocated under migratory pressure (Art. 52(1)). Choose “nothing else”."
    ),
    Elsewhere.BORDER: marked(
        "Applicants in the border procedure are relocated as a voluntary contribution alone "
        "(Art. 45(2)(a), 56). Choose “nothing else”."
    ),
    Elsewhere.ILLEGALLY_STAYING: marked(
        "Persons staying illegally are relocated as a voluntary contribution alone "
        "(Art. 45(2)(b), 56). Choose “nothing else”."
    ),
}
NO_REDUCTION: Final = marked(
    "There is no 10 % reduction in search and rescue: Art. 52(5) has it for migratory pressure, on the form of "
    "Annex II. Leave the box empty."
)
"""Why a request for a reduction is refused."""
MORE_VULNERABLE: Final = marked(
    "More than the relocations that they are part of (Art. 49(4)): lower it, or raise those first."
)


@dataclass(frozen=True, slots=True)
class PlanForm:
    """The whole form as typed.

    Attributes:
        reference, submitted, relocations, vulnerable, note: see :class:`ResponsePlan`.
        measures: line by line, as the form lists them.
        cover_relocations, cover_sponsorship: see :class:`Cover`; both empty where nothing is said of it.
        other: a contribution that the form does not have.
        reduction: whether a reduction was tried.
    """

    reference: str = ""
    submitted: str = ""
    relocations: str = ""
    vulnerable: str = ""
    measures: tuple[MeasureForm, ...] = ()
    cover_relocations: str = ""
    cover_sponsorship: str = ""
    note: str = ""
    other: Elsewhere | None = None
    reduction: bool = False


def plan_form(plan: ResponsePlan | None) -> PlanForm:
    """Return what the fields show of a plan; of none, an empty form."""
    if plan is None:
        return PlanForm()
    return PlanForm(
        plan.reference or "",
        day_text(plan.submitted),
        persons_entry(plan.relocations),
        persons_entry(plan.vulnerable or None),
        measure_forms(plan.measures),
        persons_entry(plan.cover.relocations) if plan.cover else "",
        persons_entry(plan.cover.sponsorship) if plan.cover else "",
        plan.note or "",
    )


def read_plan(form: PlanForm, code: str, revision: int, recorded: ResponsePlan | None) -> Outcome[ResponsePlan]:
    """Read the whole form; what is wrong with a measure is named ``"<number>.<field>"``, numbers from 0.

    Args:
        form: what stands in the fields.
        code: the contributing Member State.
        revision: whose form it is.
        recorded: what is recorded of this revision, or ``None``.
    """
    shown = None if recorded is None else plan_form(recorded)
    reading = Reading(form, shown, recorded)
    submitted = reading.take("submitted", read_day)
    relocations = reading.take("relocations", read_persons) or 0
    vulnerable = reading.take("vulnerable", read_persons) or 0
    if not reading.problems and vulnerable > relocations:
        reading.problems["vulnerable"] = MORE_VULNERABLE
    cover = _cover(reading, form, recorded, shown)
    if form.other is not None:
        reading.problems["other"] = REFUSED[form.other]
    if form.reduction:
        reading.problems["reduction"] = NO_REDUCTION
    measures = read_measures(reading, form.measures, recorded)
    return reading.outcome(
        ResponsePlan(
            code,
            reading.text("reference"),
            revision,
            submitted,
            relocations,
            vulnerable,
            measures,
            cover,
            reading.text("note"),
        )
    )


def _cover(reading: Reading, form: PlanForm, recorded: ResponsePlan | None, shown: PlanForm | None) -> Cover | None:
    """Read the split of what the 50 % rule adds; nothing is said of it where both fields are empty."""
    if shown is not None and recorded is not None and _split(form) == _split(shown):
        return recorded.cover
    found = []
    for name in ("cover_relocations", "cover_sponsorship"):
        read = read_persons(getattr(form, name))
        if read.problem:
            reading.problems[name] = read.problem
        found.append(read.value or 0)
    is_said = any(text.strip() for text in _split(form))
    return Cover(found[0], found[1]) if is_said else None


def _split(form: PlanForm) -> tuple[str, str]:
    return form.cover_relocations, form.cover_sponsorship


def revised(plan: ResponsePlan, submitted: str) -> PlanForm:
    """Return the form of the revision after a plan: the same but for the day on which it is handed in."""
    latest = plan_form(plan)
    return PlanForm(
        latest.reference,
        submitted,
        latest.relocations,
        latest.vulnerable,
        anew(latest.measures),
        latest.cover_relocations,
        latest.cover_sponsorship,
        latest.note,
    )
