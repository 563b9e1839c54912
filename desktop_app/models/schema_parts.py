"""Columns and tables of a forum file, as SQLAlchemy describes them: what they are built of."""

from enum import Enum
from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, MetaData, Table, Text

from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS
from desktop_app.models.interchange import limits

NAME: Final = 100
"""Characters in the name or the value of a reading, and in a percentage."""

MAXIMUM_PLACE: Final = 9999
"""Last place, from 0, in a list that keeps the order in which things were recorded."""

METADATA: Final = MetaData()


def checked(name: str, kind: type[Integer] | type[Text], check: str, *, key: bool, null: bool) -> Column[object]:
    """A column whose values a check bounds."""
    # NULL passes a check: whether it may stand there is said by NOT NULL.
    return Column(name, kind(), CheckConstraint(check), primary_key=key, nullable=null)


def text(name: str, longest: int, *, key: bool = False, null: bool = True) -> Column[object]:
    """A text of at most so many characters."""
    return checked(name, Text, f"length({name}) <= {longest}", key=key, null=null and not key)


def reference(name: str, *, null: bool = True) -> Column[object]:
    """A reference."""
    return text(name, limits.REFERENCE, null=null)


def description(name: str = "description") -> Column[object]:
    """A description."""
    return text(name, limits.DESCRIPTION)


def note() -> Column[object]:
    """A note."""
    return text("note", limits.NOTE)


def code(name: str = "code", *, key: bool = True, null: bool = False) -> Column[object]:
    """A state's code."""
    return checked(name, Text, f"length({name}) = 2", key=key, null=null)


def number(name: str, maximum: int, *, key: bool = False, null: bool = True) -> Column[object]:
    """A whole number from 0."""
    return checked(name, Integer, f"{name} BETWEEN 0 AND {maximum}", key=key, null=null and not key)


def persons(name: str, *, null: bool = True) -> Column[object]:
    """A number of persons."""
    return number(name, MAXIMUM_PERSONS, null=null)


def cents(name: str, *, null: bool = True) -> Column[object]:
    """An amount in cents."""
    return number(name, MAXIMUM_CENTS, null=null)


def year(name: str, *, key: bool = False) -> Column[object]:
    """A calendar year."""
    return checked(name, Integer, f"{name} BETWEEN 1 AND 9999", key=key, null=not key)


def position() -> Column[object]:
    """The place in a list that keeps the order in which things were recorded, part of the key."""
    return number("position", MAXIMUM_PLACE, key=True)


def flag(name: str, *, null: bool = False) -> Column[object]:
    """Yes (1) or no (0)."""
    return checked(name, Integer, f"{name} IN (0, 1)", key=False, null=null)


def day(name: str, *, null: bool = True) -> Column[object]:
    """An ISO date."""
    return checked(name, Text, f"date({name}) = {name}", key=False, null=null)


def one_of(name: str, values: type[Enum] | tuple[str, ...], *, key: bool = False, null: bool = False) -> Column[object]:
    """One of a few words."""
    words = values if isinstance(values, tuple) else tuple(str(each.value) for each in values)
    listed = ", ".join(f"'{word}'" for word in words)
    return checked(name, Text, f"{name} IN ({listed})", key=key, null=null)


def response_measure() -> tuple[Column[object], ...]:
    """A measure of Art. 45(1)(d) of the proposal of 2020, on whatever form it stands."""
    return (
        one_of("kind", ResponseMeasureKind, null=True),
        description("amount"),
        description("description"),
        description("timetable"),
        text("persons_equivalent", NAME),
        cents("value_cents"),
    )


def only_row() -> Column[object]:
    """The key of a table that has one row."""
    return checked("id", Integer, "id = 1", key=True, null=False)


def table(
    name: str, *items: Column[object] | CheckConstraint, child_of: str | None = None, by: tuple[str, ...] = ("code",)
) -> Table:
    """Return a table; a child's rows belong to the row of ``child_of`` that has the same columns ``by``."""
    # Deferred, so that the rows of one change may be written in any order.
    refers = [f"{child_of}.{column}" for column in by]
    keys = [ForeignKeyConstraint(by, refers, deferrable=True, initially="DEFERRED")]
    return Table(name, METADATA, *items, *(keys if child_of else []), sqlite_strict=True, sqlite_with_rowid=False)
