"""How a pledge is said: how certain, by whom, under what condition, up to what, and in which currency.

None of it changes a figure: the pledge counts as recorded. It tells the room how firm a figure is.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import round_half_up
from desktop_app.calc.sentences import say


class Certainty(Enum):
    """How firm a pledge is."""

    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"

    @property
    def words(self) -> str:
        """The certainty in a sentence."""
        return say("confirmed in writing") if self is Certainty.CONFIRMED else "announced"


CURRENCIES: Final = ("CHF", "CZK", "DKK", "GBP", "HUF", "ISK", "NOK", "PLN", "RON", "SEK", "USD", "BGN")
"""Currencies in which a pledge may be said, beside the euro (ISO 4217).

The lev is the last: Bulgaria uses the euro since 1 January 2026, but what was said in leva before is still read.
"""

CONVERSION: Final = say(
    "the amount divided by the rate (units of the currency for one euro), rounded half up to the cent"
)
"""How an amount in another currency becomes EUR cents."""


@dataclass(frozen=True, slots=True)
class OriginalAmount:
    """What was said in another currency.

    Attributes:
        currency: one of :data:`CURRENCIES`.
        amount_hundredths: the amount in hundredths of the currency.
        rate: units of the currency for one euro, as the European Central Bank publishes it; more than 0,
            or ``None`` when not known.
        rate_date: day of the rate.
        rate_source: where the rate was published.
    """

    currency: str
    amount_hundredths: int
    rate: Fraction | None = None
    rate_date: date | None = None
    rate_source: str | None = None

    @property
    def cents(self) -> int | None:
        """The amount in EUR cents by :data:`CONVERSION`; ``None`` without a rate."""
        return None if self.rate is None else round_half_up(self.amount_hundredths / self.rate)


@dataclass(frozen=True, slots=True)
class Said:
    """How one type of a pledge is said.

    Attributes:
        certainty: see :class:`Certainty`, or ``None`` when not recorded.
        by: who said it.
        condition: what it depends on, such as ``"subject to parliament"``.
        at_most: whether the figure is a ceiling.
        original: the amount in the currency in which it was said; of money only.
        note: free text.
    """

    certainty: Certainty | None = None
    by: str | None = None
    condition: str | None = None
    at_most: bool = False
    original: OriginalAmount | None = None
    note: str | None = None


NOTHING_SAID: Final = Said()
"""Nothing is recorded of how a pledge is said."""


@dataclass(frozen=True, slots=True)
class HowSaid:
    """How each type of one Member State's pledge is said.

    The currency of an alternative measure stands with the measure; ``alternative.original`` and
    ``relocations.original`` stay ``None``.
    """

    relocations: Said = NOTHING_SAID
    financial: Said = NOTHING_SAID
    alternative: Said = NOTHING_SAID


AS_RECORDED: Final = HowSaid()
"""Nothing is recorded of how any type is said."""
