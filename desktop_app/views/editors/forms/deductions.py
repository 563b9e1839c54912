"""The form of deductions."""

from dataclasses import dataclass

from desktop_app.calc.forum import (
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    RequestContent,
    StateRecord,
)
from desktop_app.views.editors.forms.base import Outcome, Reading, numbered
from desktop_app.views.fields.reading import day_text, money_entry, persons_entry, read_day, read_money, read_persons


@dataclass(frozen=True, slots=True)
class DeductionForm:
    """One deduction, as typed; ``looked`` tells whether somebody has looked what the request contains.

    ``recorded`` is the deduction that the fields were filled from, if any.
    """

    basis: DeductionBasis = DeductionBasis.ARTICLE_62
    stage: DeductionStage = DeductionStage.ANNOUNCED
    full: bool = True
    relocations: str = ""
    financial: str = ""
    alternative: str = ""
    self_declared: bool = False
    announced: str = ""
    requested: str = ""
    assessed: str = ""
    decided: str = ""
    act: str = ""
    note: str = ""
    looked: bool = False
    contents: tuple[RequestContent, ...] = ()
    recorded: Deduction | None = None


@dataclass(frozen=True, slots=True)
class DeductionsForm:
    """All deductions of a Member State."""

    items: tuple[DeductionForm, ...] = ()


def deductions_form(record: StateRecord) -> DeductionsForm:
    """Return what the fields show of a state's deductions."""
    return DeductionsForm(tuple(deduction_form(deduction) for deduction in record.deductions))


def deduction_form(deduction: Deduction) -> DeductionForm:
    """Return what the fields show of one deduction."""
    extent = deduction.extent
    return DeductionForm(
        basis=deduction.basis,
        stage=deduction.stage,
        full=extent is None,
        relocations="" if extent is None else persons_entry(extent.relocations or None),
        financial="" if extent is None else money_entry(extent.financial_cents or None),
        alternative="" if extent is None else money_entry(extent.alternative_cents or None),
        self_declared=deduction.self_declared,
        announced=day_text(deduction.announced),
        requested=day_text(deduction.requested),
        assessed=day_text(deduction.assessed),
        decided=day_text(deduction.decided),
        act=deduction.act or "",
        note=deduction.note or "",
        looked=deduction.contents is not None,
        contents=deduction.contents or (),
        recorded=deduction,
    )


def read_deduction(form: DeductionForm) -> Outcome[Deduction]:
    """Read one deduction."""
    recorded = form.recorded
    reading = Reading(form, None if recorded is None else deduction_form(recorded), recorded)
    days = {name: reading.take(name, read_day) for name in ("announced", "requested", "assessed", "decided")}
    contents = tuple(content for content in RequestContent if content in form.contents) if form.looked else None
    if recorded is not None and reading.is_kept("looked") and reading.is_kept("contents"):
        contents = recorded.contents
    return reading.outcome(
        Deduction(
            form.basis,
            form.stage,
            _extent(form, reading),
            form.self_declared,
            days["announced"],
            days["requested"],
            days["assessed"],
            days["decided"],
            reading.text("act"),
            reading.text("note"),
            contents,
        )
    )


def _extent(form: DeductionForm, reading: Reading) -> DeductionAmounts | None:
    """Read the amounts of a partial deduction; one left empty is 0, as in the format."""
    if form.full:
        return None
    extent = None if form.recorded is None else form.recorded.extent
    amounts = Reading(form, None if form.recorded is None or extent is None else deduction_form(form.recorded), extent)
    read = DeductionAmounts(
        amounts.take("relocations", read_persons) or 0,
        amounts.take("financial", read_money, "financial_cents") or 0,
        amounts.take("alternative", read_money, "alternative_cents") or 0,
    )
    reading.problems.update(amounts.problems)
    return read


def read_deductions(form: DeductionsForm) -> Outcome[tuple[Deduction, ...]]:
    """Read all deductions; a problem is named ``"<number>.<field>"``, numbers from 0."""
    outcomes = [read_deduction(item) for item in form.items]
    problems = numbered(outcomes)
    if problems:
        return Outcome(None, problems)
    return Outcome(tuple(each.value for each in outcomes if each.value is not None))
