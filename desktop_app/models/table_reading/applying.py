"""From changed rows of tables to a changed forum, state by state; what contradicts itself is refused, not mended."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from desktop_app.calc.changes import CannotChangeError, PledgeColumn, RecordPledge
from desktop_app.calc.forum import (
    AlternativeMeasure,
    Deduction,
    DeductionAmounts,
    Forum,
)
from desktop_app.calc.sentences import Clause, say
from desktop_app.calc.validity import problems
from desktop_app.models.table_reading import cells
from desktop_app.models.table_reading.layouts import Key, Values
from desktop_app.models.table_reading.matching import Matched, called, row_of
from desktop_app.models.table_reading.notes import Notes, NotTakenError

_AMOUNTS: Final = ("relocations", "financial_cents", "alternative_cents")
_DETAILS: Final = ("of_which_beneficiaries", "offsets_planned", "bilateral_agreement", "note")


def applied(forum: Forum, original: Forum, sheet: Matched, rows: Mapping[Key, Values], notes: Notes) -> Forum:
    """Return the forum with the changed rows of one sheet.

    Args:
        forum: with the changes of the sheets before.
        original: without any of them.
        sheet: the sheet.
        rows: the values of its changed rows.
        notes: gets what is refused.
    """
    apply = _APPLIES[sheet.layout.title]
    busy = {each.code for each in forum.states if each.pledge.measures != original.state(each.code).pledge.measures}
    for key in sorted(rows, key=lambda each: (each[0], [part.zfill(9) for part in each[1:]])):
        where = row_of(sheet.grid, sheet.rows[key])
        if sheet.layout.title == "Measures" and key[0] in busy:
            both = say("{row}: the sheet Pledges changes the same measures: use one of the two", row=called(key))
            notes.refuse(where, both)
            continue
        try:
            changed = apply(forum, sheet, key, rows[key])
        except (NotTakenError, CannotChangeError) as refusal:
            notes.refuse(where, say("{row}: {why}", row=called(key), why=Clause(str(refusal))))
            continue
        found = problems(Forum(states=(changed.state(key[0]),)))
        if found:
            first = found[0]
            notes.refuse(where, say("{row}: {what}: {remedy}", row=called(key), what=first.what, remedy=first.remedy))
        else:
            forum = changed
    return forum


def _pledge(forum: Forum, sheet: Matched, key: Key, values: Values) -> Forum:
    before = sheet.layout.values[key]
    (code,) = key
    for column in PledgeColumn:
        if values[column.value] != before[column.value]:
            forum = RecordPledge(code, column, values[column.value]).apply_to(forum)
    record = forum.state(code)
    changed = {name: values[name] for name in _DETAILS if name in values and values[name] != before[name]}
    return forum.with_state(replace(record, pledge=replace(record.pledge, **changed)))


def _said(forum: Forum, _sheet: Matched, key: Key, values: Values) -> Forum:
    code, kind = key
    record = forum.state(code)
    said = replace(getattr(record.pledge.said, kind), **values)
    how = replace(record.pledge.said, **{kind: said})
    return forum.with_state(replace(record, pledge=replace(record.pledge, said=how)))


def _measure(forum: Forum, _sheet: Matched, key: Key, values: Values) -> Forum:
    record = forum.state(key[0])
    measures = list(record.pledge.measures)
    place = _place(key, len(measures))
    made = replace(measures[place] if place < len(measures) else AlternativeMeasure(), **values)
    measures[place : place + 1] = [made]
    return forum.with_state(replace(record, pledge=replace(record.pledge, alternative=tuple(measures))))


def _deduction(forum: Forum, _sheet: Matched, key: Key, values: Values) -> Forum:
    record = forum.state(key[0])
    deductions = list(record.deductions)
    place = _place(key, len(deductions))
    deductions[place : place + 1] = [_made(values)]
    return forum.with_state(replace(record, deductions=tuple(deductions)))


def _place(key: Key, count: int) -> int:
    """Return the place of a numbered row among what is there, or the one behind it."""
    place = int(key[1]) - 1
    if place > count:
        message = say(
            "number {number} follows {count}: number {missing} is missing",
            number=key[1],
            count=str(count),
            missing=str(count + 1),
        )
        raise NotTakenError(message)
    return place


def _made(values: Values) -> Deduction:
    rest: dict[str, Any] = {name: value for name, value in values.items() if name not in (*_AMOUNTS, "extent")}
    missing = [name for name in ("basis", "stage", "extent") if values[name] is None]
    if missing:
        message = say("a deduction needs its article, its stage and its extent")
        raise NotTakenError(message)
    amounts = [values[name] for name in _AMOUNTS]
    if values["extent"] == cells.FULL:
        if any(amount is not None for amount in amounts):
            message = say(
                "a full deduction has no amounts: empty them, or write “{amounts}” as its extent", amounts=cells.AMOUNTS
            )
            raise NotTakenError(message)
        return Deduction(**rest)
    if None in amounts:
        message = say("an amount is empty: write 0 where nothing of a type is deducted")
        raise NotTakenError(message)
    return Deduction(**rest, extent=DeductionAmounts(*amounts))


_APPLIES: Final[Mapping[str, Callable[[Forum, Matched, Key, Values], Forum]]] = {
    "Pledges": _pledge,
    "CSV": _pledge,
    "Said": _said,
    "Measures": _measure,
    "Deductions": _deduction,
}
