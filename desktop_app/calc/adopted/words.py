"""What is said of a difference from an adopted act, and of what was compared."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from desktop_app.calc.adopted.comparison import CellDifference, Checked, DifferenceKind
from desktop_app.calc.adopted.values import REFERENCE, TOTAL, Column, Nothing, Unreadable, UnreadRow
from desktop_app.calc.exact import CENTS
from desktop_app.calc.sentences import Money, Number, Sentence, State, capitalised, joined, say
from desktop_app.calc.written import MINUS

_LAST_ROWS: Final = {TOTAL: say("Total"), REFERENCE: say("Reference numbers")}
_NOTHING: Final = {
    Nothing.EMPTY: say("no figure"),
    Nothing.NONE: say("none"),
    Nothing.NOT_RECORDED: say("nothing recorded"),
}
SAME: Final = say("No difference.")


def row_words(code: str) -> Sentence:
    """Return whose row it is: a Member State, the totals or the reference numbers."""
    return _LAST_ROWS.get(code) or say("{state}", state=State(code))


def forum_words(each: CellDifference) -> Sentence:
    """Return what the forum has, as it was compared."""
    if each.compared is None:
        return _NOTHING[each.forum if isinstance(each.forum, Nothing) else Nothing.EMPTY]
    return _figure(each, each.compared)


def act_words(each: CellDifference) -> Sentence:
    """Return what the act has; as it is written there, where that cannot be read."""
    if each.cell is None:
        return say("no such row")
    if each.act is not None:
        return _figure(each, each.act)
    if isinstance(each.cell.meaning, Nothing):
        return _NOTHING[each.cell.meaning]
    return say("“{text}”", text=_short(each.cell.text))


def difference_words(each: CellDifference) -> str:
    """Return the act less the forum with its sign; empty where one of the two has no figure."""
    if each.difference is None:
        return ""
    sign = MINUS if each.difference < 0 else "+"
    return say("{sign}{figure}", sign=sign, figure=_figure(each, abs(each.difference)))


def kind_words(each: CellDifference) -> Sentence:
    """Return how a cell differs, and why it cannot be read where that is so."""
    meaning = each.cell.meaning if each.cell else None
    if isinstance(meaning, Unreadable):
        return say("{kind}: {reason}", kind=each.kind.words, reason=meaning.reason)
    return say("{kind}", kind=each.kind.words)


def unread_words(row: UnreadRow) -> Sentence:
    """Return why a row is not compared."""
    return say("{kind}: {reason}", kind=DifferenceKind.UNREADABLE.words, reason=row.reason)


def line(each: CellDifference) -> Sentence:
    """Return a difference as one sentence."""
    place = each.cell.place if each.cell else ""
    told = say(
        "{row}, {column}: forum {forum}, act {act}",
        row=row_words(each.code),
        column=each.column.words,
        forum=forum_words(each),
        act=act_words(each),
    )
    if each.difference is not None:
        told = say("{told}, difference {difference}", told=told, difference=difference_words(each))
    if place:
        return say("{told} ({kind}; {place})", told=told, kind=kind_words(each), place=place)
    return say("{told} ({kind})", told=told, kind=kind_words(each))


def result_words(checked: Checked) -> Sentence:
    """Return how many cells differ, and how many agree."""
    if checked.is_same:
        first = SAME
    elif len(checked.differences) == 1:
        first = say("1 cell differs.")
    else:
        first = say("{count} cells differ.", count=len(checked.differences))
    agreeing = say(
        "Figures that agree: {agreeing}; cells in which neither has a figure: {without}.",
        agreeing=checked.agreeing,
        without=checked.both_without,
    )
    if checked.table.unread:
        unread = say("Rows of the act that are not compared: {count}.", count=len(checked.table.unread))
        return joined(" ", (first, unread, agreeing))
    return joined(" ", (first, agreeing))


def explained(checked: Checked) -> Iterator[Sentence]:
    """Yield what was compared and how, and what was not."""
    table = checked.table
    yield say("Compared: {columns}.", columns=[column.words for column in table.compared])
    absent = [column.words for column in Column if column not in table.compared]
    if absent:
        yield say("Not in the file, and not compared: {columns}.", columns=absent)
    yield from (_precision(column, decimals) for column, decimals in checked.decimals.items())
    yield from (
        say("The act’s file has no row of this: {row}.", row=_LAST_ROWS[code])
        for code in _LAST_ROWS
        if code not in table.rows
    )
    ignored = [f"{each.letters} “{_short(each.heading)}”" for each in table.columns if each.column is None]
    if ignored:
        yield say("Columns of the file that are not compared: {columns}.", columns=list(ignored))
    for row in table.unread:
        text = _short(row.text)
        yield say("Row not compared: “{text}” ({place}): {reason}.", text=text, place=row.place, reason=row.reason)


def _precision(column: Column, decimals: int) -> Sentence:
    """Say with how many decimals a calculated figure was compared."""
    what = capitalised(column.words)
    if not decimals:
        return say("{column}: compared as whole numbers, as the act prints them.", column=what)
    if decimals == 1:
        return say("{column}: compared with one decimal, as the act prints it.", column=what)
    return say("{column}: compared with {decimals} decimals, as the act prints them.", column=what, decimals=decimals)


def _figure(each: CellDifference, value: Fraction) -> Sentence:
    """Write a figure of a difference, exactly: with the decimals of its column, or more where it has more."""
    if each.column.is_money and (value * CENTS).denominator == 1:
        return say("{money}", money=Money(int(value * CENTS)))
    decimals = max(each.decimals, _decimals(value))
    if each.column.is_money:
        return say("EUR {number}", number=Number(value, decimals))
    return say("{number}", number=Number(value, decimals))


def _decimals(value: Fraction) -> int:
    """Return with how many decimals a number ends; a decimal number always does."""
    return next((places for places in range(40) if (value * 10**places).denominator == 1), 2)


_LONGEST: Final = 60


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
