"""The editor of the rates of the incentives: amounts from a day on (COM(2020) 610, Art. 72)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetSolidarity
from desktop_app.calc.forum import Forum
from desktop_app.calc.incentives import incentives_of
from desktop_app.calc.solidarity_record import AS_PROPOSED, IncentiveRate
from desktop_app.calc.wording import day, money
from desktop_app.views.fields import (
    DateField,
    Field,
    MoneyField,
    Read,
    TextField,
    day_text,
    money_entry,
    read_day,
    read_money,
)
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.forum_editors.entries import RECORDED, Entries, Raw, kept_text
from desktop_app.views.language import marked, tr
from desktop_app.views.solidarity.records import help_topic, with_items

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "The amounts stand in brackets in the text, and the Commission may adapt them. Whoever was relocated counts with "
    "the rates of that day; without any entry EUR 10 000, 12 000 and 500 apply (Art. 72)."
)
HELP_HEADING: Final = marked("Incentives")
"""Where the manual tells of it."""
_AMOUNTS: Final = {
    "person": marked("How much for a person who is relocated? Write an amount, such as 10 000."),
    "minor": marked("How much for an unaccompanied minor? Write an amount, such as 12 000."),
    "transfer": marked("How much for a transfer? Write an amount, such as 500."),
}


class RateKinds:
    """Rates from a day on."""

    title = marked("Rates, by the day from which they apply")
    one = marked("rate")
    moves = False

    def fields(self) -> dict[str, Field]:
        """Make the fields of a rate."""
        return {
            "since": DateField(tr("Applies from")),
            "person": MoneyField(tr("For each person relocated, EUR"), "10 000"),
            "minor": MoneyField(tr("For each unaccompanied minor, EUR"), "12 000"),
            "transfer": MoneyField(tr("For each person transferred, EUR"), "500"),
            "reference": TextField(tr("Act that sets them"), tr("delegated act")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - whatever stands beside it
        """Return the rates of the text, from a day that is still to be said."""
        return raw_of(AS_PROPOSED)

    def words(self, raw: Raw) -> str:
        """Return for example ``"from 1 July 2027: EUR 11 000"``."""
        since, amount = read_day(raw["since"]).value, read_money(raw["person"]).value
        begun = tr("from the beginning") if since is None else tr("from {day}", day=day(since))
        return f"{begun}: {tr('no amount') if amount is None else tr(money(amount))}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for amounts, and for a day of its own."""
        found = {}
        since = read_day(raw["since"])
        if since.problem:
            found["since"] = since.problem
        elif any(read_day(other["since"]).value == since.value for other in others):
            found["since"] = tr("Another rate applies from the same day: give each its own.")
        for name, words in _AMOUNTS.items():
            read: Read[int] = read_money(raw[name])
            if read.problem or read.value is None:
                found[name] = read.problem or words
        return found


def raw_of(rate: IncentiveRate) -> Raw:
    """Return what stands in the fields for a rate."""
    return {
        "since": day_text(rate.since),
        "person": money_entry(rate.person_cents),
        "minor": money_entry(rate.minor_cents),
        "transfer": money_entry(rate.transfer_cents),
        "reference": rate.reference or "",
        RECORDED: rate,
    }


def _rate_of(raw: Raw) -> IncentiveRate:
    return IncentiveRate(
        read_day(raw["since"]).value,
        read_money(raw["person"]).value or 0,
        read_money(raw["minor"]).value or 0,
        read_money(raw["transfer"]).value or 0,
        kept_text(raw, "reference"),
    )


class RatesEditor(ForumEditor):
    """The rates of the incentives, and what they come to in all."""

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
        """
        super().__init__(parent, desk, tr("Rates of the incentives"), _WORDS)
        self.help_page, self.help_heading = help_topic(self.forum.procedure, HELP_HEADING)
        self.entries = Entries(RateKinds(), [raw_of(each) for each in self.forum.solidarity.incentives])
        self.entries.edited.connect(self.review)
        self.add(self.entries)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.entries.setFocus()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the rates or only look."""
        self.entries.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the list."""
        return self.entries.held

    def draft(self) -> Draft:
        """Return the rates as they stand, by day."""
        problem = self.entries.problem
        if problem:
            return Draft(None, {"entries": problem})
        rates = sorted(map(_rate_of, self.entries.held), key=lambda rate: rate.since or date.min)
        record = self.forum.solidarity
        change = SetSolidarity(with_items(record, "incentives", rates), marked("Rates of the incentives"))
        return Draft(None if rates == list(record.incentives) else change, {})

    def leads(self, then: Forum) -> list[str]:
        """Return what the incentives come to, before and after."""
        before, after = (sum(row.total_cents for row in incentives_of(each)) for each in (self.forum, then))
        return [
            tr("incentives {before} → {after}", before=money(before), after=money(after))
            if before != after
            else tr("rates of the incentives")
        ]
