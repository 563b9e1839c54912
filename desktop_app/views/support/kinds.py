"""What a support plan lists beside its lines: deliveries by day, and measures (COM(2020) 610, Annex IV)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from desktop_app.calc.contribution_types import SUPPORT_TYPES, WITHOUT_MINORS, ContributionType
from desktop_app.calc.exact import decimal_text
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.support_plans import Delivery, SupportMeasure, SupportPlan
from desktop_app.calc.wording import day, money, number, persons
from desktop_app.views.fields import (
    UNCHOSEN,
    ChoiceField,
    DateField,
    Field,
    MoneyField,
    NoteField,
    PersonsField,
    TextField,
    TypedField,
    day_text,
    money_entry,
    persons_entry,
    read_day,
    read_money,
    read_persons,
    to_choose,
)
from desktop_app.views.forum_editors.entries import RECORDED, Raw, kept_text
from desktop_app.views.language import marked, to_type, tr
from desktop_app.views.plan_form.measures import read_equivalent
from desktop_app.views.plan_form.words import LINES as MEASURE_LINES
from desktop_app.views.support.person_line import NO_MINORS
from desktop_app.views.support.words import LINES

_TYPES: Final = tuple((kind, LINES[kind]) for kind in SUPPORT_TYPES)
_KINDS: Final = (*((kind, MEASURE_LINES[kind]) for kind in ResponseMeasureKind), (None, MEASURE_LINES[None]))
_ASKED: Final = {
    "amount": marked("amount"),
    "description": marked("scope and nature"),
    "timetable": marked("timetable"),
}


class DeliveryKinds:
    """Persons who were in fact taken over or sponsored, with the day."""

    title = marked("Delivered: persons in fact taken over or sponsored")
    one = marked("delivery")
    moves = False

    def fields(self) -> dict[str, Field]:
        """Make the fields of a delivery."""
        return {
            "type": ChoiceField(tr("Line of the form"), to_choose(_TYPES)),
            "on": DateField(tr("Delivered on")),
            "persons": PersonsField(tr("Persons")),
            "minors": PersonsField(tr("Of which unaccompanied minors")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - the same beside any others
        """Return a delivery of which nothing is said."""
        return {"type": UNCHOSEN, "on": "", "persons": "", "minors": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"3 March 2026: 40, relocation of applicants"``."""
        when, count = read_day(raw["on"]).value, read_persons(raw["persons"]).value
        shown = tr("no number") if count is None else tr(persons(count))
        line = tr(raw["type"].words) if raw["type"] else tr("no line chosen")
        return f"{tr(day(when)) if when else tr('no day')}: {shown}, {line}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - a day may have several
        """Ask for a day and a number; hold minors against them."""
        when, count, minors = read_day(raw["on"]), read_persons(raw["persons"]), read_persons(raw["minors"])
        found = {"on": when.problem, "persons": count.problem, "minors": minors.problem}
        if raw["type"] == UNCHOSEN:
            found["type"] = tr("On which line of the form do they stand? Choose it.")
        if not when.problem and when.value is None:
            found["on"] = tr("A delivery needs its day: its year is that of the credit (Art. 53(4)).")
        if not count.problem and not count.value:
            found["persons"] = tr("How many persons were delivered? Write a number of at least 1.")
        if minors.value and raw["type"] in WITHOUT_MINORS:
            found["minors"] = NO_MINORS
        elif (minors.value or 0) > (count.value or 0) and not found["persons"]:
            found["minors"] = tr("More minors than persons delivered: lower one or raise the other.")
        return {name: problem for name, problem in found.items() if problem}


class MeasureKinds:
    """Measures of Art. 45(1)(d), on the three lines of the form."""

    title = marked("Measures (Art. 45(1)(d))")
    one = marked("measure")
    moves = True

    def fields(self) -> dict[str, Field]:
        """Make the fields of a measure."""
        equivalent: TypedField[Fraction] = TypedField(tr("Stands for persons"), read_equivalent)
        return {
            "kind": ChoiceField(tr("Line of the form"), _KINDS),
            "amount": TextField(tr("Amount"), tr("how much: units, staff, equipment")),
            "description": NoteField(tr("Scope and nature"), tr("what is offered, and where"), lines=2),
            "timetable": TextField(tr("Timetable"), tr("when it is carried out")),
            "persons_equivalent": equivalent,
            "value": MoneyField(tr("Value, EUR")),
            "delivered": DateField(tr("Delivered on"), tr("empty while intended")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - the same beside any others
        """Return a measure of which nothing is said, its line of the form neither."""
        texts = ("amount", "description", "timetable", "persons_equivalent", "value", "delivered")
        return {"kind": None, **dict.fromkeys(texts, "")}

    def words(self, raw: Raw) -> str:
        """Return what is offered, its size, and what the form still asks for."""
        what = " ".join((raw["amount"] or raw["description"]).split()) or tr("not described yet")
        equivalent, value = read_equivalent(raw["persons_equivalent"]).value, read_money(raw["value"]).value
        said = [what]
        if equivalent is not None:
            said.append(tr("{number} persons", number=number(equivalent)))
        if value is not None:
            said.append(tr(money(value)))
        said.append(tr("delivered") if read_day(raw["delivered"]).value else tr("intended"))
        lacking = [tr(word) for name, word in _ASKED.items() if not raw[name].strip()]
        if lacking:
            said.append(tr("lacks {what}", what=", ".join(lacking)))
        return " · ".join(said)

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - a line may have several
        """Ask for what can be read."""
        found = {
            "persons_equivalent": read_equivalent(raw["persons_equivalent"]).problem,
            "value": read_money(raw["value"]).problem,
            "delivered": read_day(raw["delivered"]).problem,
        }
        return {name: problem for name, problem in found.items() if problem}


def delivery_raws(plan: SupportPlan) -> list[Raw]:
    """Return what stands in the fields of each delivery of a plan, by day."""
    found = [(line.type, each) for line in plan.lines for each in line.deliveries]
    return [
        {
            "type": kind,
            "on": day_text(each.on),
            "persons": persons_entry(each.persons),
            "minors": persons_entry(each.minors or None),
            RECORDED: each,
        }
        for kind, each in found
    ]


def deliveries_of(raws: Iterable[Raw]) -> dict[ContributionType, list[Delivery]]:
    """Return the deliveries by line, as they stand in the fields."""
    found: dict[ContributionType, list[Delivery]] = {}
    for raw in raws:
        each = Delivery(
            read_day(raw["on"]).value, read_persons(raw["persons"]).value or 0, read_persons(raw["minors"]).value or 0
        )
        found.setdefault(raw["type"], []).append(each)
    return found


def measure_raws(plan: SupportPlan) -> list[Raw]:
    """Return what stands in the fields of each measure of a plan."""
    return [
        {
            "kind": each.measure.kind,
            "amount": each.measure.amount or "",
            "description": each.measure.description or "",
            "timetable": each.measure.timetable or "",
            "persons_equivalent": _equivalent_text(each.measure.persons_equivalent),
            "value": money_entry(each.measure.value_cents),
            "delivered": day_text(each.delivered),
            RECORDED: each.measure,
        }
        for each in plan.measures
    ]


def measures_of(raws: Iterable[Raw]) -> tuple[SupportMeasure, ...]:
    """Return the measures as they stand in the fields."""
    return tuple(
        SupportMeasure(
            ResponseMeasure(
                raw["kind"],
                kept_text(raw, "amount"),
                kept_text(raw, "description"),
                kept_text(raw, "timetable"),
                _equivalent(raw),
                read_money(raw["value"]).value,
            ),
            read_day(raw["delivered"]).value,
        )
        for raw in raws
    )


def _equivalent_text(value: Fraction | None) -> str:
    return "" if value is None else to_type(decimal_text(value))


def _equivalent(raw: Raw) -> Fraction | None:
    """Return the number as recorded while its field shows that: a fraction may have more decimals than are shown."""
    recorded: ResponseMeasure | None = raw.get(RECORDED)
    if recorded is not None and raw["persons_equivalent"] == _equivalent_text(recorded.persons_equivalent):
        return recorded.persons_equivalent
    return read_equivalent(raw["persons_equivalent"]).value
