"""What a cell that comes back means: whether it is as it was handed out, and else its value, never guessed."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, TypeVar

from desktop_app.calc.entry_amount import ENTRIES, UnreadableError, read_amount
from desktop_app.calc.exact import CENTS
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.sentences import Clause, Sentence, Value, say
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS
from desktop_app.calc.written import grouped
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fields
from desktop_app.models.table_cells import NONE, NOTHING_RECORDED, Cell
from desktop_app.models.table_reading.grid import GridCell, Kind
from desktop_app.models.table_reading.notes import NotTakenError
from desktop_app.models.table_workbook import plain

E = TypeVar("E", bound=Enum)
Reader = Callable[[GridCell | None], object]
"""Returns what a cell means; raises :class:`NotTakenError`."""


class NotKnown(Enum):
    """What an empty cell means where a sum stands."""

    NOT_KNOWN = "not known"


NOT_KNOWN: Final = NotKnown.NOT_KNOWN
SIGNIFICANT: Final = 15
"""Digits of a number that every spreadsheet keeps."""
_BEYOND: Final = Decimal(10**20)
"""More than anything that is recorded."""
_LONGEST: Final = 60
_QUOTED: Final = 40
_QUOTED_FROM: Final = 400
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u2009\u202f\t"), " ")
_A_NUMBER: Final = say("write a number such as 310 or 8 440 000")
_A_PLEDGE: Final = say("write a number, “{none}” or “{nothing}”", none=NONE, nothing=NOTHING_RECORDED)
FULL: Final = "full"
AMOUNTS: Final = "amounts"
_YES, _NO = "yes", "no"
_WHY: Final = {
    Kind.FORMULA: say("this is a formula, and none is run: put its value there"),
    Kind.ERROR: say("this is an error of the spreadsheet"),
    Kind.BOOLEAN: say("this is a logical value of the spreadsheet: write the word or the number"),
    Kind.PERCENT: say("this is shown as a percentage: give it a plain number format and look what stands there then"),
    Kind.MONEY: say("this is shown in a currency that is not the euro: write EUR, and give it a plain number format"),
    Kind.DATE: say("the spreadsheet holds a date here"),
}


def quoted(text: str) -> str:
    """Return a text for a sentence: one line, not long."""
    # A cell may be long and quoted for each of many rows: what is not shown is not looked at.
    shown = " ".join(text[:_QUOTED_FROM].split())
    return f"“{shown if len(shown) <= _QUOTED else f'{shown[:_QUOTED]}…'}”"


EMPTY: Final = say("the cell is empty: {write}", write=_A_PLEDGE)


# ------------------------------------------------------------------------------------------ as it was handed out


def is_same(found: GridCell | None, expected: Cell) -> bool:
    """Tell whether a cell holds what was handed out, through any spreadsheet that keeps 15 digits."""
    if found is None or expected is None:
        return (found is None or _is_empty(found)) and expected in (None, "")
    if found.kind not in (Kind.TEXT, Kind.NUMBER, Kind.DATE):
        return False
    if isinstance(expected, bool | str | date):
        return _lines(found.text) == _lines(plain(_written(expected)))
    return found.kind is not Kind.DATE and _is_same_number(found.text, Decimal(expected))


def _written(expected: bool | str | date) -> str:  # noqa: FBT001 - the value itself
    if isinstance(expected, bool):
        return _YES if expected else _NO
    return expected if isinstance(expected, str) else expected.isoformat()


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_same_number(text: str, expected: Decimal) -> bool:
    found = _decimal(text.strip())
    if found is not None:
        return _rounded(found) == _rounded(expected)
    # In a CSV file the number may stand as the spreadsheet showed it, in the habits of its country.
    digits = f"{abs(expected):f}"
    return text.translate(_SPACES).strip() in _shapes(digits)


def _shapes(digits: str) -> set[str]:
    """Return how spreadsheets show a number: thousands parted or not, decimals as they are or two."""
    whole, _point, decimals = digits.partition(".")
    parted = grouped(whole).translate(_SPACES)
    found: set[str] = set()
    for shown in {decimals, decimals.rstrip("0"), decimals.ljust(2, "0")}:
        for thousands, point in ((",", "."), (".", ","), (" ", ","), (" ", "."), ("'", "."), ("", ","), ("", ".")):
            found.add(parted.replace(" ", thousands) + (f"{point}{shown}" if shown else ""))
    return found


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if len(text) <= _LONGEST and _NUMBER.fullmatch(text) else None


def _rounded(value: Decimal) -> Decimal:
    return Decimal(f"{value:.{SIGNIFICANT - 1}e}")


# ------------------------------------------------------------------------------------------------------- numbers


def persons(cell: GridCell | None, wanted: str = _A_NUMBER) -> int:
    """Read a number of persons; ``wanted`` says what to write where there is none."""
    value = _number(cell, wanted)
    if value.denominator != 1:
        below = value.numerator // value.denominator
        raise NotTakenError(
            say(
                "{shown} is no whole number of persons: write {below} or {above}",
                shown=_shown(cell),
                below=grouped(str(below)),
                above=grouped(str(below + 1)),
            )
        )
    if value > MAXIMUM_PERSONS:
        raise NotTakenError(
            say("{shown} is more than {grouped} persons", shown=_shown(cell), grouped=grouped(str(MAXIMUM_PERSONS)))
        )
    return value.numerator


def money(cell: GridCell | None, wanted: str = _A_NUMBER) -> int:
    """Read EUR as cents; ``wanted`` says what to write where there is no number."""
    cents = _number(cell, wanted) * CENTS
    if cents.denominator != 1:
        raise NotTakenError(say("{shown} is not whole cents: write at most two decimals", shown=_shown(cell)))
    if cents > MAXIMUM_CENTS:
        raise NotTakenError(
            say("{shown} is more than EUR {grouped}", shown=_shown(cell), grouped=grouped(str(MAXIMUM_CENTS // CENTS)))
        )
    return cents.numerator


def optional_money(cell: GridCell | None) -> int | None:
    """Read EUR as cents; nothing where the cell is empty."""
    return None if _is_empty(cell) else money(cell)


def optional_persons(cell: GridCell | None) -> int | None:
    """Read a number of persons; nothing where the cell is empty."""
    return None if _is_empty(cell) else persons(cell)


def recorded_persons(cell: GridCell | None) -> Recorded[int]:
    """Read a pledge of persons."""
    return _recorded(cell, persons)


def recorded_money(cell: GridCell | None) -> Recorded[int]:
    """Read a pledge of money, as cents."""
    return _recorded(cell, money)


def recorded_measures(cell: GridCell | None) -> Recorded[int] | NotKnown:
    """Read the sum of a state's measures, as cents; an empty cell stands for a sum that is not known."""
    return NOT_KNOWN if _is_empty(cell) else recorded_money(cell)


def _recorded(cell: GridCell | None, read: Callable[[GridCell | None, str], int]) -> Recorded[int]:
    if _is_empty(cell):
        raise NotTakenError(EMPTY)
    words = "" if cell is None or cell.kind is not Kind.TEXT else cell.text.strip().casefold()
    if words == NOTHING_RECORDED:
        return ABSENT
    if words == NONE:
        return None
    return read(cell, _A_PLEDGE)


def _is_empty(cell: GridCell | None) -> bool:
    return cell is None or (cell.kind is Kind.TEXT and not cell.text.strip())


def _shown(cell: GridCell | None) -> str:
    return quoted("" if cell is None else cell.text)


def _number(cell: GridCell | None, wanted: str) -> Fraction:
    if cell is None or _is_empty(cell):
        raise NotTakenError(say("the cell is empty: write a number, 0 for none"))
    refuse_kinds(cell)
    text = " ".join(cell.text.translate(_SPACES).split())
    if text.startswith("-") and _NUMBER.fullmatch(text):
        raise NotTakenError(say("{quoted} is below 0", quoted=quoted(text)))
    if cell.kind is Kind.NUMBER:
        return _typed_number(text)
    if len(text) > _LONGEST:
        raise NotTakenError(say("{quoted} is too long for a number", quoted=quoted(text)))
    try:
        return read_amount(text.casefold()).value
    except UnreadableError as unreadable:
        raise NotTakenError(_of_a_cell(unreadable.args[0], text, wanted)) from None


def _of_a_cell(reason: Sentence, text: str, wanted: str) -> Sentence:
    """Return why an amount is none, said of a cell: amounts are read in lower case, and other things are typed."""
    instead: dict[Value, str] = {text.casefold(): text, ENTRIES: wanted}
    values = {name: instead.get(value, value) for name, value in reason.values.items()}
    return say("{reason}", reason=Clause(say(reason.template, **values)))


def _typed_number(text: str) -> Fraction:
    value = _decimal(text)
    if value is None:
        raise NotTakenError(say("{quoted} is no number", quoted=quoted(text)))
    if _digits(value) <= SIGNIFICANT or abs(value) > _BEYOND:
        return Fraction(min(value, _BEYOND))
    # Excel writes a typed 1.1 as 1.1000000000000001: the shortest decimal that means the same double was typed.
    typed = Decimal(repr(float(value)))
    if _digits(typed) <= SIGNIFICANT and _rounded(typed) == _rounded(value):
        return Fraction(typed)
    if value == value.to_integral_value():
        message = say(
            "{text} has more digits than a spreadsheet keeps ({most}): use the exact column",
            text=quoted(text),
            most=str(SIGNIFICANT),
        )
    else:
        message = say(
            "{text} carries the noise of a spreadsheet's own arithmetic: write the number itself", text=quoted(text)
        )
    raise NotTakenError(message)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def refuse_kinds(cell: GridCell) -> None:
    """Refuse a cell that holds neither text nor a plain number.

    Raises:
        NotTakenError: it is a formula, an error, a logical value, a percentage or foreign money.
    """
    why = _WHY.get(cell.kind)
    if why is not None:
        raise NotTakenError(say("{why} ({text})", why=why, text=quoted(cell.text)))


# --------------------------------------------------------------------------------------------------------- words


def text(longest: int) -> Reader:
    """Return the reader of a free text; nothing where the cell is empty."""
    convert = fields.text(longest)

    def read(cell: GridCell | None) -> str | None:
        if cell is None or not cell.text:
            return None
        refuse_kinds(cell)
        try:
            return convert(_lines(cell.text), fields.Where())
        except BadInput as error:
            raise NotTakenError(say("{what}: {remedy}", what=error.what, remedy=error.remedy)) from None

    return read


def day(cell: GridCell | None) -> date | None:
    """Read a date: one of the spreadsheet's, or text as year, month and day."""
    if cell is None or _is_empty(cell):
        return None
    if cell.kind not in (Kind.DATE, Kind.TEXT):
        refuse_kinds(cell)
        raise NotTakenError(
            say("{quoted} is a number, not a date: write for example 2026-10-15", quoted=quoted(cell.text))
        )
    written = cell.text.strip()
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
            return date.fromisoformat(written)
    except ValueError:
        raise NotTakenError(say("{quoted} is a day that does not exist", quoted=quoted(written))) from None
    raise NotTakenError(
        say("{quoted} is no whole day: write year, month and day such as 2026-10-15", quoted=quoted(written))
    )


def choice(kind: type[E]) -> Reader:
    """Return the reader of one of the values of an enumeration."""
    by_word = {str(member.value).casefold(): member for member in kind}

    def read(cell: GridCell | None) -> E:
        word = _word(cell)
        if word not in by_word:
            raise NotTakenError(say("{shown} is not one of {join}", shown=_shown(cell), join=", ".join(by_word)))
        return by_word[word]

    return read


def optional_choice(kind: type[E]) -> Reader:
    """Return the reader of one of the values of an enumeration; nothing where the cell is empty."""
    one = choice(kind)
    return lambda cell: None if _is_empty(cell) else one(cell)


def some(kind: type[E], nobody: str) -> Reader:
    """Return the reader of words with spaces between them; ``nobody`` stands for "not looked at"."""
    by_word = {str(member.value): member for member in kind}

    def read(cell: GridCell | None) -> tuple[E, ...] | None:
        written = _word(cell)
        if written in ("", nobody):
            return None
        words = [] if written == NONE else written.split()
        unknown = next((word for word in words if word not in by_word), None)
        if unknown is not None:
            raise NotTakenError(say("{quoted} is not one of {join}", quoted=quoted(unknown), join=", ".join(by_word)))
        return tuple(member for member in kind if member.value in words)

    return read


def extent(cell: GridCell | None) -> str:
    """Read whether a deduction is a full one or one of amounts."""
    word = _word(cell)
    if word not in (FULL, AMOUNTS):
        raise NotTakenError(
            say("{shown} is neither {FULL} nor {AMOUNTS}", shown=_shown(cell), FULL=FULL, AMOUNTS=AMOUNTS)
        )
    return word


def yes_or_no(cell: GridCell | None) -> bool:
    """Read a yes or no."""
    word = _word(cell)
    if word not in (_YES, _NO):
        raise NotTakenError(say("{shown} is neither yes nor no", shown=_shown(cell)))
    return word == _YES


def optional_yes_or_no(cell: GridCell | None) -> bool | None:
    """Read a yes or no; nothing where the cell is empty."""
    return None if _is_empty(cell) else yes_or_no(cell)


def _word(cell: GridCell | None) -> str:
    if cell is None:
        return ""
    refuse_kinds(cell)
    return " ".join(cell.text.split()).casefold()
