"""How a pledge is said: in the row notes of a draft, never in a final annex."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import CENTS, decimals_of
from desktop_app.calc.forum import Pledge
from desktop_app.calc.said import NOTHING_SAID, Certainty, OriginalAmount, Said
from desktop_app.documents.sections.source import Source

_WORDS: Final = {Certainty.ANNOUNCED: "announced", Certainty.CONFIRMED: "confirmed"}


def how_said(source: Source, pledge: Pledge) -> list[str]:
    """Return a sentence for each type of which something is recorded beside the figure."""
    types = (
        ("relocations", pledge.said.relocations),
        ("financial", pledge.said.financial),
        ("alternative", pledge.said.alternative),
    )
    return [
        source.terms(f"said.{name}", said="; ".join(_parts(source, said)))
        for name, said in types
        if said != NOTHING_SAID
    ]


def said_in(source: Source, original: OriginalAmount) -> str:
    """Return an amount as it was said in another currency, with the rate by which it became euro."""
    terms = source.terms
    amount = terms.amount(original.currency, original.amount_hundredths)
    said = terms("said.original", amount=amount)
    if original.rate is not None and original.cents is not None:
        rate = terms.numbers.currency(original.currency, original.rate, decimals_of(original.rate))
        money = terms.numbers.money(Fraction(original.cents, CENTS), 2)
        said = terms("said.original-rate", amount=amount, money=money, rate=rate)
    named = [original.rate_source] if original.rate_source else []
    named += [terms.day(original.rate_date)] if original.rate_date else []
    return terms("said.original-source", said=said, source=", ".join(named)) if named else said


def _parts(source: Source, said: Said) -> list[str]:
    terms = source.terms
    parts = _who(source, said)
    if said.condition:
        parts.append(terms("said.condition", condition=said.condition))
    if said.at_most:
        parts.append(terms("said.at-most"))
    if said.original:
        parts.append(said_in(source, said.original))
    if said.note:
        parts.append(terms("said.note", note=said.note))
    return parts


def _who(source: Source, said: Said) -> list[str]:
    """Return how certain it is and who said it."""
    terms = source.terms
    if said.certainty is None:
        return [terms("said.by", by=said.by)] if said.by else []
    word = _WORDS[said.certainty]
    return [terms(f"said.{word}-by", by=said.by) if said.by else terms(f"said.{word}")]
