"""What stands in the fields of an editor, as typed: kept as a draft, compared with the record, read into values.

A form is a frozen record of raw field contents, so that unfinished work survives a walk to another Member
State. Reading one gives a value, or the problems by field; nothing here knows a widget.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final, Generic, TypeVar

from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.forum import (
    AlternativeMeasure,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    MeasureKind,
    Pledge,
    PressureBasis,
    RequestContent,
    StateRecord,
)
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.said import Certainty, HowSaid, OriginalAmount, Said
from desktop_app.views.fields.reading import (
    Reader,
    day_text,
    decimal_entry,
    money_entry,
    persons_entry,
    read_day,
    read_foreign,
    read_money,
    read_persons,
    read_rate,
)

_Value = TypeVar("_Value")
_Read = TypeVar("_Read")

EURO: Final = None
"""The choice of currency that stands for the euro: nothing to convert."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[_Value]):
    """What a form means.

    Attributes:
        value: what would be recorded; ``None`` while there is a problem.
        problems: what is wrong, in one line, by name of the field.
    """

    value: _Value | None
    problems: Mapping[str, str] = field(default_factory=dict)


class _Reading:
    """Reads the fields of one form, collecting what is wrong with them."""

    def __init__(self) -> None:
        self.problems: dict[str, str] = {}

    def take(self, name: str, read: Reader[_Read], text: str) -> _Read | None:
        """Return what a text means."""
        found = read(text)
        if found.problem:
            self.problems[name] = found.problem
        return found.value

    def outcome(self, value: _Value) -> Outcome[_Value]:
        """Return the value, or what is wrong."""
        return Outcome(None, self.problems) if self.problems else Outcome(value)


def _text(typed: str) -> str | None:
    return typed.strip() or None


# ------------------------------------------------------------------------------------------------- another currency


@dataclass(frozen=True, slots=True)
class OriginalForm:
    """An amount said in another currency, as typed."""

    currency: str | None = EURO
    amount: str = ""
    rate: str = ""
    rate_date: str = ""
    rate_source: str = ""


def original_form(original: OriginalAmount | None) -> OriginalForm:
    """Return what the fields show of an amount in another currency."""
    if original is None:
        return OriginalForm()
    return OriginalForm(
        original.currency,
        money_entry(original.amount_hundredths),
        decimal_entry(original.rate),
        day_text(original.rate_date),
        original.rate_source or "",
    )


def read_original(form: OriginalForm) -> Outcome[OriginalAmount | None]:
    """Read an amount in another currency; ``None`` is a sound value: it was said in euro."""
    if form.currency is EURO:
        return Outcome(None)
    reading = _Reading()
    amount = reading.take("amount", read_foreign, form.amount)
    rate = reading.take("rate", read_rate, form.rate)
    day = reading.take("rate_date", read_day, form.rate_date)
    if amount is None and "amount" not in reading.problems:
        reading.problems["amount"] = f"Type the amount in {form.currency}, or choose EUR."
    return reading.outcome(OriginalAmount(form.currency, amount or 0, rate, day, _text(form.rate_source)))


# --------------------------------------------------------------------------------------------- alternative measures


@dataclass(frozen=True, slots=True)
class MeasureForm:
    """One alternative measure, as typed."""

    description: str = ""
    kind: MeasureKind | None = None
    value: str = ""
    method: str = ""
    identified: bool | None = None
    original: OriginalForm = OriginalForm()


class Standing(Enum):
    """What is recorded of a list: nothing, an explicit none, or items."""

    NOTHING = "nothing recorded"
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
    )


def read_measure(form: MeasureForm) -> Outcome[AlternativeMeasure]:
    """Read one measure; one without a value is sound here, and a finding blocks it (Art. 57(4))."""
    reading = _Reading()
    value = reading.take("value", read_money, form.value)
    original = read_original(form.original)
    reading.problems.update(original.problems)
    return reading.outcome(
        AlternativeMeasure(
            _text(form.description), form.kind, value, _text(form.method), form.identified, original.value
        )
    )


def read_measures(form: MeasuresForm) -> Outcome[Recorded[tuple[AlternativeMeasure, ...]]]:
    """Read all measures; a problem is named ``"<number>.<field>"``, numbers from 0."""
    if form.standing is Standing.NOTHING:
        return Outcome(ABSENT)
    if form.standing is Standing.NONE:
        return Outcome(None)
    if not form.items:
        return Outcome(None, {"": "Add a measure, or choose none."})
    outcomes = [read_measure(item) for item in form.items]
    problems = _numbered(outcomes)
    if problems:
        return Outcome(None, problems)
    return Outcome(tuple(each.value for each in outcomes if each.value is not None))


def _numbered(outcomes: list[Outcome[_Value]]) -> dict[str, str]:
    return {
        f"{number}.{name}": problem
        for number, outcome in enumerate(outcomes)
        for name, problem in outcome.problems.items()
    }


# -------------------------------------------------------------------------------------------------------- deductions


@dataclass(frozen=True, slots=True)
class DeductionForm:
    """One deduction, as typed; ``looked`` tells whether somebody has looked what the request contains."""

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
        relocations="" if extent is None else persons_entry(extent.relocations),
        financial="" if extent is None else money_entry(extent.financial_cents),
        alternative="" if extent is None else money_entry(extent.alternative_cents),
        self_declared=deduction.self_declared,
        announced=day_text(deduction.announced),
        requested=day_text(deduction.requested),
        assessed=day_text(deduction.assessed),
        decided=day_text(deduction.decided),
        act=deduction.act or "",
        note=deduction.note or "",
        looked=deduction.contents is not None,
        contents=deduction.contents or (),
    )


def read_deduction(form: DeductionForm) -> Outcome[Deduction]:
    """Read one deduction."""
    reading = _Reading()
    days = {
        name: reading.take(name, read_day, getattr(form, name))
        for name in ("announced", "requested", "assessed", "decided")
    }
    contents = tuple(content for content in RequestContent if content in form.contents) if form.looked else None
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
            _text(form.act),
            _text(form.note),
            contents,
        )
    )


def _extent(form: DeductionForm, reading: _Reading) -> DeductionAmounts | None:
    if form.full:
        return None
    return DeductionAmounts(
        reading.take("relocations", read_persons, form.relocations) or 0,
        reading.take("financial", read_money, form.financial) or 0,
        reading.take("alternative", read_money, form.alternative) or 0,
    )


def read_deductions(form: DeductionsForm) -> Outcome[tuple[Deduction, ...]]:
    """Read all deductions; a problem is named ``"<number>.<field>"``, numbers from 0."""
    outcomes = [read_deduction(item) for item in form.items]
    problems = _numbered(outcomes)
    if problems:
        return Outcome(None, problems)
    return Outcome(tuple(each.value for each in outcomes if each.value is not None))


# ------------------------------------------------------------------------------------------------------------ status


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
    """Read a status into the record of a Member State."""
    reading = _Reading()
    since = reading.take("benefitting_since", read_day, form.benefitting_since)
    credit = reading.take("crisis_credit", read_persons, form.crisis_credit)
    changed = replace(
        record,
        flags=form.flags,
        pressure_basis=form.pressure_basis,
        benefitting_since=since,
        systemic_shortcomings=form.systemic_shortcomings,
        crisis_credit=credit or 0,
        crisis_credit_act=_text(form.crisis_credit_act),
    )
    return reading.outcome(changed)


# -------------------------------------------------------------------------------------------------- how it is said


@dataclass(frozen=True, slots=True)
class SaidForm:
    """How one type of a pledge is said, as typed; ``take_over`` asks to record the converted amount too."""

    certainty: Certainty | None = None
    by: str = ""
    condition: str = ""
    at_most: bool = False
    note: str = ""
    original: OriginalForm = OriginalForm()
    take_over: bool = False


def said_form(said: HowSaid, column: PledgeColumn) -> SaidForm:
    """Return what the fields show of how a type is said."""
    each: Said = getattr(said, column.value)
    return SaidForm(
        each.certainty,
        each.by or "",
        each.condition or "",
        each.at_most,
        each.note or "",
        original_form(each.original),
    )


def read_said(form: SaidForm) -> Outcome[Said]:
    """Read how a type is said."""
    original = read_original(form.original)
    if original.problems:
        return Outcome(None, original.problems)
    said = Said(form.certainty, _text(form.by), _text(form.condition), form.at_most, original.value, _text(form.note))
    return Outcome(said)


# ------------------------------------------------------------------------------------------------------- particulars


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


def read_particulars(form: ParticularsForm) -> Outcome[Particulars]:
    """Read a pledge's particulars."""
    reading = _Reading()
    beneficiaries = reading.take("of_which_beneficiaries", read_persons, form.of_which_beneficiaries)
    offsets = reading.take("offsets_planned", read_persons, form.offsets_planned)
    agreement, note = _text(form.bilateral_agreement), _text(form.note)
    return reading.outcome(Particulars(beneficiaries or 0, agreement, offsets or 0, note))
