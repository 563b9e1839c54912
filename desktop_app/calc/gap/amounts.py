"""What a state is asked to add: an exact amount, made into whole persons and cents."""

from dataclasses import dataclass
from fractions import Fraction

from desktop_app.calc.exact import CENTS, round_up
from desktop_app.calc.gap.limits import Kind
from desktop_app.calc.gap.problem import Candidate, Ground


@dataclass(frozen=True, slots=True)
class Asked:
    """What one state is asked to add.

    Attributes:
        code: Union code.
        amount: in the ground's unit, exact; 0 where it is asked only to say what is not recorded.
        persons: relocations added.
        cents: money added, cents.
        share: what the amount is held against: its fair share or key number, exact.
    """

    code: str
    amount: Fraction
    persons: int
    cents: int
    share: Fraction

    @property
    def part(self) -> Fraction:
        """The amount as a part of its fair share, exact."""
        return self.amount / self.share


def asked_of(candidate: Candidate, amount: Fraction, ground: Ground, *, in_money: bool) -> Asked:
    """Make an amount into persons and cents.

    Args:
        candidate: the state.
        amount: an amount that it can give.
        ground: for the worth of a person in money.
        in_money: whether all of it is asked in money where the state may choose; else whole persons are relocations,
            and what is left below one is money.
    """
    rate = ground.rate
    if candidate.kind is Kind.RELOCATIONS or rate is None:
        persons, cents = round_up(amount), 0
    elif candidate.kind is Kind.MONEY or in_money or (rate * CENTS).denominator != 1:
        # Where a person is not worth whole cents, relocations beside money might be a cent more than may be asked.
        persons, cents = 0, round_up(amount * rate * CENTS)
    else:
        persons = amount.numerator // amount.denominator
        cents = round_up((amount - persons) * rate * CENTS)
    money = Fraction(0) if rate is None else Fraction(cents, CENTS) / rate
    return Asked(candidate.code, persons + money, persons, cents, candidate.share)
