"""What the lines of several procedures share: a figure of the whole, a state's line with the rest below it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from desktop_app.calc import shifts
from desktop_app.calc.consequences import Pair
from desktop_app.calc.shifts import Shift
from desktop_app.calc.shortfall_shown import is_triggered, percent_words
from desktop_app.views.consequences.line import Columns, Kind, Line
from desktop_app.views.language import tr


def figure_line(name: str, shift: Shift, columns: Columns) -> Line:
    """Return the line of a figure of the whole."""
    return Line(Kind.FIGURE, name, (shift,), is_changed=shift.is_changed, weight=2, columns=columns)


def state_and_rest(
    code: str, name: str, held: tuple[Shift, ...], others: Sequence[tuple[str, Shift]], columns: Columns
) -> list[Line]:
    """Return a state's line of figures and, below it, other figures of it that change.

    Args:
        code: of the state.
        name: of the state.
        held: the figures that have a column.
        others: those that have none, with what they are called.
        columns: of the procedure.
    """
    changed = any(shift.is_changed for shift in held)
    lines = [Line(Kind.STATE, name, held, is_changed=changed, code=code, weight=3, columns=columns)]
    told = [f"{tr(what)} {tr(shift.words)}" for what, shift in others if shift.is_changed]
    if told:
        # Below the line of figures, or in its place where that is filtered away.
        beside = "" if changed else name
        words = "; ".join(told)
        lines.append(Line(Kind.WORDS, beside, words=words, tone="muted", code=code, weight=3, columns=columns))
    return lines


def both(pair: Pair[Any], name: str) -> tuple[Any, Any]:
    """Return a figure before and after; ``None`` where it or the row is not there."""
    now, then = pair.before, pair.after
    return None if now is None else getattr(now, name), None if then is None else getattr(then, name)


def test_shift(now: Fraction | None, then: Fraction | None) -> Shift:
    """Return the shift of a shortfall held against 30 %, with the word where it is triggered."""
    before, after = _test_words(now), _test_words(then)
    return differing(before, after, differs=now != then)


def differing(before: str, after: str, *, differs: bool) -> Shift:
    """Return two words that change where what they stand for does."""
    return Shift(before, after, is_changed=differs and before != after)


def _test_words(ratio: Fraction | None) -> str:
    if ratio is None:
        return shifts.NOT_KNOWN
    words = tr(percent_words(ratio))
    return tr("{words} triggered", words=words) if is_triggered(ratio) else words
