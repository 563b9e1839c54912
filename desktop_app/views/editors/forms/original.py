"""The form of an amount said in another currency."""

from dataclasses import dataclass
from typing import Final

from desktop_app.calc.said import OriginalAmount
from desktop_app.views.editors.forms.base import Outcome, Reading
from desktop_app.views.fields.reading import day_text, decimal_entry, money_entry, read_day, read_foreign, read_rate
from desktop_app.views.language import tr

EURO: Final = None
"""The choice of currency that stands for the euro: nothing to convert."""


@dataclass(frozen=True, slots=True)
class OriginalForm:
    """An amount said in another currency, as typed."""

    currency: str | None = EURO
    amount: str = ""
    rate: str = ""
    rate_date: str = ""
    rate_source: str = ""


IN_EURO: Final = OriginalForm()
"""Nothing was said in another currency."""


def original_form(original: OriginalAmount | None) -> OriginalForm:
    """Return what the fields show of an amount in another currency."""
    if original is None:
        return OriginalForm()
    return OriginalForm(
        original.currency,
        money_entry(original.amount_hundredths),
        decimal_entry(original.rate),
        day_text(original.rate_date),
        original.rate_source or "",
    )


def read_original(form: OriginalForm, recorded: OriginalAmount | None = None) -> Outcome[OriginalAmount | None]:
    """Read an amount in another currency; ``None`` is a sound value: it was said in euro.

    Args:
        form: what stands in the fields.
        recorded: what is recorded; fields that show it stand for it.
    """
    if form.currency is EURO:
        return Outcome(None)
    reading = Reading(form, None if recorded is None else original_form(recorded), recorded)
    amount = reading.take("amount", read_foreign, "amount_hundredths")
    rate = reading.take("rate", read_rate)
    day = reading.take("rate_date", read_day)
    if amount is None and "amount" not in reading.problems:
        reading.problems["amount"] = tr("Type the amount in {currency}, or choose EUR.", currency=form.currency)
    return reading.outcome(OriginalAmount(form.currency, amount or 0, rate, day, reading.text("rate_source")))
