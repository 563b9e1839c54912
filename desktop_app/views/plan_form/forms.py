"""The form of Annex I as typed: kept as a draft, compared with the record, read into a plan (COM(2020) 610).

What the form may not hold is refused at its own field, with the article; everything else on the form stays.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final, TypeVar

from desktop_app.calc.exact import decimal_text
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.validity import MAXIMUM_PERSONS
from desktop_app.calc.wording import number
from desktop_app.views.editors.forms.base import Outcome, Reading, numbered
from desktop_app.views.fields.reading import (
    Read,
    day_text,
    money_entry,
    persons_entry,
    read_day,
    read_money,
    read_persons,
)

_DECIMAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_BEGUN: Final = re.compile(r"[0-9]+[.,]")
_MOST_DECIMALS: Final = 10


class Elsewhere(Enum):
    """What other forms of the proposal have and this one has not; the value names it."""

    SPONSORSHIP = "Return sponsorship"
    BENEFICIARIES = "Relocation of beneficiaries of protection"
    BORDER = "Relocation of applicants in the border procedure"
    ILLEGALLY_STAYING = "Relocation of persons staying illegally"


REFUSED: Final = {
    Elsewhere.SPONSORSHIP: "Return sponsorship has no place in a first plan (Art. 47(4)): it may only cover what the "
    "50 % rule adds (Art. 48(2)), further down. Choose “nothing else”.",
    Elsewhere.BENEFICIARIES: "The row of Annex I is for applicants alone (Art. 45(1)(a)); beneficiaries of protection "
    "are relocated under migratory pressure (Art. 52(1)). Choose “nothing else”.",
    Elsewhere.BORDER: "Applicants in the border procedure are relocated as a voluntary contribution alone "
    "(Art. 45(2)(a), 56). Choose “nothing else”.",
    Elsewhere.ILLEGALLY_STAYING: "Persons staying illegally are relocated as a voluntary contribution alone "
    "(Art. 45(2)(b), 56). Choose “nothing else”.",
}
NO_REDUCTION: Final = (
    "There is no 10 % reduction in search and rescue: Art. 52(5) has it for migratory pressure, on the form of "
    "Annex II. Leave the box empty."
)
"""Why a request for a reduction is refused."""
MORE_VULNERABLE: Final = "More than the relocations that they are part of (Art. 49(4)): lower it, or raise those first."


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


def line_by_line(measures: Iterable[_Measure]) -> list[_Measure]:
    """Put measures in the order of the form's lines; those of which no line is said come last."""
    order = (*ResponseMeasureKind, None)
    return sorted(measures, key=lambda measure: order.index(measure.kind))


def plan_form(plan: ResponsePlan | None) -> PlanForm:
    """Return what the fields show of a plan; of none, an empty form."""
    if plan is None:
        return PlanForm()
    return PlanForm(
        plan.reference or "",
        day_text(plan.submitted),
        persons_entry(plan.relocations),
        persons_entry(plan.vulnerable or None),
        tuple(measure_form(measure) for measure in line_by_line(plan.measures)),
        persons_entry(plan.cover.relocations) if plan.cover else "",
        persons_entry(plan.cover.sponsorship) if plan.cover else "",
        plan.note or "",
    )


def measure_form(measure: ResponseMeasure) -> MeasureForm:
    """Return what the fields show of one measure."""
    return MeasureForm(
        measure.kind,
        measure.amount or "",
        measure.description or "",
        measure.timetable or "",
        "" if measure.persons_equivalent is None else decimal_text(measure.persons_equivalent),
        money_entry(measure.value_cents),
        measure,
    )


def read_equivalent(text: str) -> Read[Fraction]:
    """Read how many relocations a measure stands for: ``560``, ``12.5``; it need not be whole."""
    plain = "".join(text.split())
    if not plain:
        return Read()
    if not _DECIMAL.fullmatch(plain):
        unfinished = bool(_BEGUN.fullmatch(plain))
        return Read(problem=f"“{text.strip()}” is not a number: write for example 560 or 12.5.", unfinished=unfinished)
    value = Fraction(plain.replace(",", "."))
    _whole, _sign, decimals = plain.replace(",", ".").partition(".")
    if len(decimals) > _MOST_DECIMALS or value > MAXIMUM_PERSONS:
        most = f"at most {_MOST_DECIMALS} decimals, and at most {number(MAXIMUM_PERSONS)}"
        return Read(problem=f"A number of persons here has {most}.")
    return Read(value, f"stands for {number(value)} relocation{'' if value == 1 else 's'}")


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
    outcomes = [read_measure(each) for each in form.measures]
    reading.problems.update(numbered(outcomes))
    if recorded is not None and shown is not None and form.measures == shown.measures:
        measures = recorded.measures
    else:
        measures = tuple(each.value for each in outcomes if each.value is not None)
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
    measures = tuple(
        MeasureForm(each.kind, each.amount, each.description, each.timetable, each.persons_equivalent, each.value)
        for each in latest.measures
    )
    return PlanForm(
        latest.reference,
        submitted,
        latest.relocations,
        latest.vulnerable,
        measures,
        latest.cover_relocations,
        latest.cover_sponsorship,
        latest.note,
    )
