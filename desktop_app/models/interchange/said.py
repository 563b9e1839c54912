"""How a pledge is said, in a document: read and written."""

from typing import Any, Final

from desktop_app.calc.exact import decimal_text, money_text
from desktop_app.calc.said import NOTHING_SAID, Certainty, HowSaid, OriginalAmount, Said
from desktop_app.calc.sentences import say
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import (
    Converter,
    Fields,
    Where,
    boolean,
    choice,
    currency,
    day,
    money,
    rate,
    text,
)

_reference: Final = text(limits.REFERENCE)


def how_said(value: Any, where: Where) -> HowSaid:
    """Convert how each type of a pledge is said."""
    with Fields(value, where) as keys:
        return HowSaid(
            relocations=keys.take("relocations", _said(in_money=False), NOTHING_SAID),
            financial=keys.take("financial_eur", _said(in_money=True), NOTHING_SAID),
            alternative=keys.take("alternative", _said(in_money=False), NOTHING_SAID),
        )


def _said(*, in_money: bool) -> Converter[Said]:
    def convert(value: Any, where: Where) -> Said:
        with Fields(value, where) as keys:
            return Said(
                certainty=keys.take("certainty", choice(Certainty), None),
                by=keys.take("by", _reference, None),
                condition=keys.take("condition", text(limits.DESCRIPTION), None),
                at_most=keys.take("at_most", boolean, False),
                # The currency of a measure stands with the measure; persons have none.
                original=keys.take("original", original, None) if in_money else None,
                note=keys.take("note", text(limits.NOTE), None),
            )

    return convert


def original(value: Any, where: Where) -> OriginalAmount:
    """Convert an amount in another currency than the euro."""
    with Fields(value, where) as keys:
        return OriginalAmount(
            currency=keys.need("currency", currency, say("say in which currency it was said")),
            amount_hundredths=keys.need("amount", money, say("give the amount in that currency")),
            rate=keys.take("rate", rate, None),
            rate_date=keys.take("rate_date", day, None),
            rate_source=keys.take("rate_source", _reference, None),
        )


def written_how_said(said: HowSaid) -> dict[str, Any]:
    """Return how a pledge is said as a document has it; empty where nothing is recorded of it."""
    if said == HowSaid():
        return {}
    return {
        "said": {
            "relocations": _written(said.relocations, in_money=False),
            "financial_eur": _written(said.financial, in_money=True),
            "alternative": _written(said.alternative, in_money=False),
        }
    }


def _written(said: Said, *, in_money: bool) -> dict[str, Any] | None:
    if said == NOTHING_SAID:
        return None
    return {
        "certainty": None if said.certainty is None else said.certainty.value,
        "by": said.by,
        "condition": said.condition,
        "at_most": said.at_most,
        **({"original": written_original(said.original)} if in_money else {}),
        "note": said.note,
    }


def written_original(amount: OriginalAmount | None) -> dict[str, Any] | None:
    """Return an amount in another currency as a document has it."""
    if amount is None:
        return None
    return {
        "currency": amount.currency,
        "amount": money_text(amount.amount_hundredths),
        "rate": None if amount.rate is None else decimal_text(amount.rate),
        "rate_date": None if amount.rate_date is None else amount.rate_date.isoformat(),
        "rate_source": amount.rate_source,
    }
