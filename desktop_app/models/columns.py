"""How one value of a forum stands in one column, and back.

A codec writes a value as what SQLite's STRICT tables hold (INTEGER, TEXT or NULL). What stands in a column
is judged by the converters of the interchange format, on the way in and on the way out: a forum file may
come from anyone, and nothing may enter it that a document could not hold.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final, TypeAlias

from desktop_app.calc.exact import decimal_text, exact_text
from desktop_app.calc.sentences import say, words_of
from desktop_app.calc.validity import MAXIMUM_CENTS
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fields
from desktop_app.models.interchange.migratory_pressure import exact_mean
from desktop_app.models.interchange.solidarity import countries, country

Value: TypeAlias = int | str | None
"""What a column holds."""
Row: TypeAlias = dict[str, Value]
"""The columns of one row that are not its key, by name."""


class UnreadableError(Exception):
    """Rows that no forum can have; the message says where and what."""


@dataclass(frozen=True, slots=True)
class Codec:
    """Writes one kind of value to a column, and reads it.

    Attributes:
        write: from the value to what the column holds; ``ValueError`` where it cannot stand there.
        convert: from what the column holds to the value; raises :class:`BadInput`.
    """

    write: Callable[[Any], Value]
    convert: fields.Converter[Any]


def _as_it_is(value: Any) -> Any:
    return value


def _plain(value: Any) -> Any:
    # A sentence of ours knows more than its words; only the words can be read back.
    return words_of(value) if isinstance(value, str) else value


def _text(value: Any) -> Any:
    why = fields.turned(value) if isinstance(value, str) else ""
    if why:
        raise ValueError(why)
    return _plain(value)


def _flag(value: Value, where: fields.Where) -> bool:
    return fields.whole(say("yes (1) or no (0)"), 0, 1)(value, where) == 1


PERSONS: Final = Codec(_as_it_is, fields.persons)
CENTS: Final = Codec(_as_it_is, fields.whole(say("an amount in cents"), 0, MAXIMUM_CENTS))
YEAR: Final = Codec(_as_it_is, fields.year)
FLAG: Final = Codec(int, _flag)
DAY: Final = Codec(date.isoformat, fields.day)
EXACT_PERSONS: Final[Codec] = Codec(decimal_text, fields.exact_persons)
PERCENT: Final[Codec] = Codec(decimal_text, fields.percent)
SHARE: Final[Codec] = Codec(decimal_text, fields.share)
MEAN: Final[Codec] = Codec(exact_text, exact_mean)
COUNTRY: Final = Codec(_plain, country)
RATE: Final[Codec] = Codec(decimal_text, fields.rate)
CURRENCY: Final = Codec(_as_it_is, fields.currency)


def text(longest: int) -> Codec:
    """Return the codec of a text of at most ``longest`` characters."""
    return Codec(_text, fields.stored_text(longest))


def one_of(kind: type[Enum]) -> Codec:
    """Return the codec of an enumeration, written as its value."""
    return Codec(lambda member: str(member.value), fields.choice(kind))


def _listed(convert: fields.Converter[Any]) -> fields.Converter[Any]:
    def convert_all(value: Value, where: fields.Where) -> Any:
        written = fields.string(value, where, '"SY,AF"')
        return convert(written.split(",") if written else [], where)

    return convert_all


COUNTRIES: Final = Codec(lambda codes: ",".join(sorted(codes)), _listed(countries))
"""Codes of countries, in one text with commas between them."""


def several_of(kind: type[Enum]) -> Codec:
    """Return the codec of different values of an enumeration, written in one text with commas between them."""
    return Codec(
        lambda chosen: ",".join(str(each.value) for each in kind if each in chosen), _listed(fields.choices(kind))
    )


def optional(codec: Codec) -> Codec:
    """Return the codec that also takes ``None``, written as NULL."""
    return Codec(
        lambda value: None if value is None else codec.write(value),
        lambda value, where: None if value is None else codec.convert(value, where),
    )


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and the attribute that stands in it.

    Attributes:
        attribute: name of the attribute of the value.
        codec: how it is written.
        name: name of the column; that of the attribute unless said otherwise.
    """

    attribute: str
    codec: Codec
    renamed: str | None = None

    @property
    def name(self) -> str:
        """Name of the column."""
        return self.renamed or self.attribute


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of one table, its key aside."""

    table: str
    columns: tuple[Column, ...]

    def row(self, value: object) -> Row:
        """Return the columns of a value.

        Raises:
            BadInput: an attribute holds what no document could.
        """
        return {
            each.name: write(f"{self.table}.{each.name}", each.codec, getattr(value, each.attribute))
            for each in self.columns
        }

    def attributes(self, row: Row) -> dict[str, Any]:
        """Return the attributes that stand in a row.

        Raises:
            UnreadableError: a column holds what no forum can have.
        """
        return {
            each.attribute: read(f"{self.table}.{each.name}", each.codec, row.get(each.name)) for each in self.columns
        }


def write(where: str, codec: Codec, value: object) -> Value:
    """Return what a column shall hold.

    Raises:
        BadInput: no document could hold the value.
    """
    try:
        held = codec.write(value)
    except ValueError as error:
        raise BadInput(where, str(error), say("change it")) from error
    codec.convert(held, fields.Where(where))
    return held


def read(where: str, codec: Codec, held: Value) -> Any:
    """Return the value that a column holds.

    Raises:
        UnreadableError: no forum can have it.
    """
    try:
        return codec.convert(held, fields.Where(where))
    except BadInput as error:
        raise UnreadableError(say("{where}: {what}", where=error.where, what=error.what)) from error
