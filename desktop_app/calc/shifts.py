"""One figure before and after, as it is read: both values, and the difference with its sign.

Every text is a sentence, which another language writes with its own decimal sign and its own place for ``EUR``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc import wording
from desktop_app.calc.exact import CENTS, round_half_up
from desktop_app.calc.sentences import Number, say
from desktop_app.calc.wording import MINUS

ARROW: Final = "→"
NOT_KNOWN: Final = say("open")
"""What stands where a figure is not known yet, as in the pledge table."""
ABSENT: Final = "–"
"""What stands where there is no such figure."""
SHARE_DECIMALS: Final = 4
"""Of a share in percent, as acts print it."""
_Text: TypeAlias = Callable[[Fraction | int], str]


@dataclass(frozen=True, slots=True)
class Shift:
    """One figure before and after.

    Attributes:
        before: what is read of it now.
        after: what would be read of it then.
        difference: with its sign; empty where none can be named.
        is_changed: whether the exact figures differ, also where both read the same.
        exact: both in full where the texts are rounded, for tooltip and clipboard; may be empty.
        icon: stands before ``after``; may be empty.
        tone: colour token of ``after``; never the only sign.
    """

    before: str
    after: str
    difference: str = ""
    is_changed: bool = False
    exact: str = ""
    icon: str = ""
    tone: str = "text"

    @property
    def words(self) -> str:
        """The shift in a sentence: ``"650 → 929 (+279)"``, or the one value where nothing changes."""
        if not self.is_changed:
            return self.after
        if not self.difference:
            return say("{before} → {after}", before=self.before, after=self.after)
        shown = {"before": self.before, "after": self.after, "difference": self.difference}
        return say("{before} → {after} ({difference})", **shown)


def count(before: Fraction | int | None, after: Fraction | int | None, *, decimals: int = 2) -> Shift:
    """Return persons or relocations: whole ones plain, others with decimals."""
    return _shift(before, after, lambda value: wording.number(value, decimals))


def money(before: Fraction | None, after: Fraction | None) -> Shift:
    """Return exact EUR, with cents only where there are some, the code EUR before each value."""
    shift = _shift(before, after, _money_text)
    return replace(shift, before=coded(shift.before), after=coded(shift.after))


def whole_money(before: Fraction | None, after: Fraction | None) -> Shift:
    """Return EUR rounded half up to the euro, for a column that says so; the cents stand in ``exact``."""
    exact = money(before, after).words
    return replace(_shift(before, after, _whole), exact=exact)


def share(before: Fraction | None, after: Fraction | None) -> Shift:
    """Return shares in percent with four decimals, for a column that says ``%``."""
    return _shift(
        None if before is None else before * 100,
        None if after is None else after * 100,
        lambda value: _fixed(value, SHARE_DECIMALS),
    )


def ratio(before: Fraction | None, after: Fraction | None) -> Shift:
    """Return ratios as percentages with two decimals: ``"99.26 %"``."""
    return percent(None if before is None else before * 100, None if after is None else after * 100)


def percent(before: Fraction | None, after: Fraction | None, *, decimals: int = 2) -> Shift:
    """Return numbers in front of the sign: ``"99.26 %"``."""
    shift = _shift(before, after, lambda value: _fixed(value, decimals))
    return replace(shift, before=_with_sign(shift.before), after=_with_sign(shift.after))


def words(before: str, after: str) -> Shift:
    """Return two words, such as verdicts."""
    return Shift(before, after, is_changed=before != after)


def nothing() -> Shift:
    """Return the shift of a figure that does not exist, neither before nor after."""
    return Shift(ABSENT, ABSENT)


def _shift(before: Fraction | int | None, after: Fraction | int | None, text: _Text) -> Shift:
    shown = tuple(NOT_KNOWN if value is None else _signed(value, text) for value in (before, after))
    return Shift(shown[0], shown[1], _difference(before, after, text), before != after)


def _signed(value: Fraction | int, text: _Text) -> str:
    size = text(abs(Fraction(value)))
    return say("−{size}", size=size) if value < 0 and _is_seen(size) else size


def _is_seen(size: str) -> bool:
    """Tell whether something is left of a number as it is shown."""
    return any(digit in size for digit in "123456789")


def _difference(before: Fraction | int | None, after: Fraction | int | None, text: _Text) -> str:
    if before is None or after is None or before == after:
        return ""
    size = text(abs(Fraction(after) - before))
    sign = "+" if after > before else MINUS
    if _is_seen(size):
        return say("{sign}{size}", sign=sign, size=size)
    # A change below what is shown is still a change: it may not read +0.
    return say("{sign}<{least}", sign=sign, least=_least(size))


def _least(zero: str) -> str:
    """Return the smallest amount of as many decimals: ``"0.0001"`` for ``"0.0000"``."""
    decimals = len(zero.partition(".")[2])
    return _fixed(Fraction(1, 10**decimals), decimals)


def _fixed(value: Fraction | int, decimals: int) -> str:
    return say("{number}", number=Number(value, decimals))


def _whole(eur: Fraction | int) -> str:
    return wording.persons(round_half_up(eur))


def _money_text(eur: Fraction | int) -> str:
    return wording.number(Fraction(round_half_up(eur * CENTS), CENTS))


def coded(text: str) -> str:
    """Put the code EUR to an amount that is known."""
    return text if text == NOT_KNOWN else say("EUR\u00a0{number}", number=text)


def _with_sign(text: str) -> str:
    return text if text == NOT_KNOWN else say("{number}\u00a0%", number=text)
