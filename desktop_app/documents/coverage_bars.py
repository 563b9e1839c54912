"""What the picture of coverage shows: for each Member State its fair share, and what is pledged against it by type.

On screen and on paper the same bars are drawn; nothing here is a length.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.consequences import Verdict, verdict_of
from desktop_app.calc.exact import CENTS

FULL: Final = Fraction(3, 2)
"""Beside each other, bars reach up to one and a half fair shares; a longer one is cut, with a sign."""
NICE: Final = (1, 2, 5)


class Part(Enum):
    """A type of solidarity (Art. 56(2)); the value is the word for it."""

    RELOCATIONS = "relocations"
    FINANCIAL = "financial contributions"
    ALTERNATIVE = "alternative measures"


class Order(Enum):
    """In what order the bars stand; the value is the word for it. Protocol order decides within equals."""

    GAP = "largest gap first"
    PROTOCOL = "protocol order"
    SHARE = "largest share first"


class Scale(Enum):
    """What a length means."""

    FAIR_SHARE = "in percent of each fair share"
    RELOCATIONS = "in relocations"


class Pledged(Enum):
    """Which pledges the bars are; coverage and gap are of the gross pledge in both."""

    GROSS = "before deductions"
    NET = "net of granted deductions"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; every number is in relocations, exact.

    Attributes:
        code: Union code; empty for the pool.
        fair_share: before rounding; for the pool the reference number.
        parts: what is pledged of each type; ``None`` where nothing is recorded or the rate is not known.
        gross: the whole pledge, ``None`` while a part is not known.
        deducted: granted deductions, 0 where not known.
        gap: what is missing, rounded up, as in the table; ``None`` while not known.
        coverage: of the fair share; ``None`` while not known.
        verdict: on the pledge; of the pool only whether it is met.
        benefitting: whether the state benefits.
        words: what is pledged, in persons and EUR.
        rounded: the fair share as in the table; ``None`` for the pool.
        is_net: whether granted deductions are taken off the parts.
    """

    code: str
    fair_share: Fraction
    parts: tuple[tuple[Part, Fraction | None], ...]
    gross: Fraction | None
    deducted: Fraction
    gap: int | None
    coverage: Fraction | None
    verdict: Verdict
    benefitting: bool = False
    words: tuple[str, ...] = ()
    rounded: int | None = None
    is_net: bool = False

    @property
    def hatched(self) -> Fraction:
        """What is drawn at the end of the bar as deducted: nothing where it is taken off already."""
        return Fraction(0) if self.is_net or self.gross is None else self.deducted

    @property
    def so_far(self) -> Fraction:
        """What is known of the pledge."""
        return sum((value for _part, value in self.parts if value), Fraction(0))

    @property
    def net(self) -> Fraction | None:
        """The pledge less granted deductions."""
        return None if self.gross is None else self.gross - self.deducted

    def outcome(self) -> str:
        """Say how the pledge stands, in a few words."""
        if self.verdict is Verdict.NO_PLEDGE:
            return f"no pledge · {wording.persons(self.gap or 0)} missing"
        if self.gross is None:
            known = f"{wording.number(self.so_far)} so far · " if self.so_far else ""
            return f"{known}not all recorded" if known else "nothing recorded"
        # Only the pool has a sum while something is not known: of the pledges that are complete.
        so_far = " so far" if self.verdict is Verdict.NOT_KNOWN else ""
        percent = "" if self.coverage is None else wording.percent(self.coverage)
        outcome = f"{wording.persons(self.gap)} missing" if self.gap else "met"
        net = f"net {wording.number(self.net)} · " if self.is_net and self.deducted and self.net is not None else ""
        return f"{net}{percent}{so_far} · {outcome}" if percent else f"{net}{outcome}"

    def figures(self) -> str:
        """Say every figure of the bar in one line."""
        said = [self._share(), *self.words]
        if self.gross is not None:
            said.append(f"gross {wording.number(self.gross)}")
            if self.deducted and self.net is not None:
                said += [f"deducted {wording.number(self.deducted)}", f"net {wording.number(self.net)}"]
        if self.benefitting:
            said.append("benefits from the pool")
        return " · ".join([*said, replace(self, is_net=False).outcome()])

    def _share(self) -> str:
        exact = wording.number(self.fair_share)
        if self.rounded is None or self.rounded == self.fair_share:
            return f"fair share {exact}"
        return f"fair share {wording.persons(self.rounded)}, exact {exact}"


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture.

    Attributes:
        bars: of the Member States in the key, in the order asked for.
        pool: of all of them; ``None`` without a reference number.
        order: see :class:`Order`.
        scale: see :class:`Scale`.
        longest: relocations at the right edge, where the scale is in relocations.
        pledged: see :class:`Pledged`.
    """

    bars: tuple[Bar, ...]
    pool: Bar | None
    order: Order
    scale: Scale
    longest: Fraction
    pledged: Pledged = Pledged.GROSS

    def part_of_width(self, bar: Bar, value: Fraction) -> Fraction:
        """Return how far a value reaches, 1 = the right edge; more than 1 is cut there.

        The pool's bar has a scale of its own: it is never beside the others in relocations.
        """
        if self.scale is Scale.FAIR_SHARE or not bar.code:
            return value / (bar.fair_share * FULL) if bar.fair_share else Fraction(0)
        return value / self.longest

    def marks(self) -> tuple[tuple[Fraction, int], ...]:
        """Return where the scale is marked, 1 = the right edge, with the percent or relocations that stand there."""
        if self.scale is Scale.FAIR_SHARE:
            return tuple((Fraction(each, 100) / FULL, each) for each in (0, 50, 100, 150))
        step = _nice_step(self.longest)
        count = int(self.longest / step)
        return tuple((each * step / self.longest, int(each * step)) for each in range(count + 1))

    def mark_words(self, value: int) -> str:
        """Return what stands at a mark on screen."""
        return f"{value}{wording.HARD}%" if self.scale is Scale.FAIR_SHARE else wording.persons(value)


def picture_of(
    assessment: AnnualPoolAssessment, order: Order, scale: Scale, pledged: Pledged = Pledged.GROSS
) -> Picture:
    """Return the picture of an assessment; a Member State without a fair share has no bar."""
    rate = assessment.totals.rate_eur
    bars = [_bar(assessment, row, rate) for row in assessment.rows if row.in_key and row.exact_fair_share]
    bars.sort(key=_KEYS[order])
    reach = max([Fraction(1), *(max(bar.fair_share, bar.so_far) for bar in bars)])
    pool = _pool(assessment, rate)
    if pledged is Pledged.NET:
        bars = [_net(bar, [row for row in assessment.rows if row.code == bar.code], rate) for bar in bars]
        pool = None if pool is None else _net(pool, _complete(assessment), rate)
    # The same scale for both: who goes from gross to net sees the bars become shorter.
    return Picture(tuple(bars), pool, order, scale, reach * Fraction(21, 20), pledged)


def _net(bar: Bar, rows: Sequence[Row], rate: Fraction | None) -> Bar:
    """Return a bar with what is deducted taken off each part."""
    taken = {
        Part.RELOCATIONS: Fraction(sum(row.deducted_relocations or 0 for row in rows)),
        Part.FINANCIAL: _in_relocations(sum(row.deducted_financial_cents or 0 for row in rows), rate),
        Part.ALTERNATIVE: _in_relocations(sum(row.deducted_alternative_cents or 0 for row in rows), rate),
    }
    parts = tuple((part, None if value is None else value - (taken[part] or 0)) for part, value in bar.parts)
    return replace(bar, parts=parts, is_net=True)


def _complete(assessment: AnnualPoolAssessment) -> list[Row]:
    return [row for row in assessment.rows if row.in_key and row.equivalents is not None]


def _gap_key(bar: Bar) -> tuple[bool, int]:
    return bar.gap is None, -(bar.gap or 0)


# Sorting keeps the order of equals: rows come in protocol order.
_KEYS: Final[MappingProxyType[Order, Callable[[Bar], tuple[bool, int] | tuple[Fraction] | tuple[()]]]] = (
    MappingProxyType(
        {
            Order.GAP: _gap_key,
            Order.PROTOCOL: lambda _bar: (),
            Order.SHARE: lambda bar: (-bar.fair_share,),
        }
    )
)


def _in_relocations(cents: int | None, rate: Fraction | None) -> Fraction | None:
    if cents == 0:
        return Fraction(0)
    return None if cents is None or not rate else Fraction(cents, CENTS) / rate


def _bar(assessment: AnnualPoolAssessment, row: Row, rate: Fraction | None) -> Bar:
    pledge = assessment.forum.state(row.code).pledge
    relocations = row.pledged_relocations
    return Bar(
        row.code,
        row.exact_fair_share or Fraction(0),
        (
            (Part.RELOCATIONS, None if relocations is None else Fraction(relocations)),
            (Part.FINANCIAL, _in_relocations(row.pledged_financial_cents, rate)),
            (Part.ALTERNATIVE, _in_relocations(row.pledged_alternative_cents, rate)),
        ),
        row.equivalents,
        row.deducted_equivalents or Fraction(0),
        row.gap_relocations,
        row.coverage,
        verdict_of(row, pledge),
        row.benefitting,
        _words(relocations, row.pledged_financial_cents, row.pledged_alternative_cents, rate),
        row.fair_share_relocations,
    )


def _pool(assessment: AnnualPoolAssessment, rate: Fraction | None) -> Bar | None:
    """Return the pool's bar: like its coverage, of the pledges that are complete."""
    totals, reference = assessment.totals, assessment.forum.pool.relocations
    if not reference:
        return None
    complete = _complete(assessment)
    relocations = sum(row.pledged_relocations or 0 for row in complete)
    financial = sum(row.pledged_financial_cents or 0 for row in complete)
    alternative = sum(row.pledged_alternative_cents or 0 for row in complete)
    is_known = not totals.unknown_states
    verdict = Verdict.NOT_KNOWN if not is_known else Verdict.SHORT if totals.gap else Verdict.MET
    return Bar(
        "",
        Fraction(reference),
        (
            (Part.RELOCATIONS, Fraction(relocations)),
            (Part.FINANCIAL, _in_relocations(financial, rate)),
            (Part.ALTERNATIVE, _in_relocations(alternative, rate)),
        ),
        totals.pledged_equivalents,
        totals.pledged_equivalents - totals.net_equivalents,
        totals.gap_relocations,
        totals.coverage,
        verdict,
        words=_words(relocations, financial, alternative, rate),
    )


def _words(
    relocations: int | None, financial: int | None, alternative: int | None, rate: Fraction | None
) -> tuple[str, ...]:
    said = []
    if relocations:
        said.append(wording.relocations(relocations))
    for cents, name in ((financial, "money"), (alternative, "measures")):
        equivalent = _in_relocations(cents, rate)
        if cents:
            equals = "" if equivalent is None else f" = {wording.number(equivalent)}"
            said.append(f"{wording.money(cents)} {name}{equals}")
    return tuple(said)


def _nice_step(longest: Fraction) -> Fraction:
    """Return 1, 2 or 5 with zeros, so that the scale has four to ten marks."""
    step, place = 1, 0
    while longest / step > 8:
        place += 1
        step = NICE[place % len(NICE)] * 10 ** (place // len(NICE))
    return Fraction(step)
