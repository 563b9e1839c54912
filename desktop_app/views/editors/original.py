"""The fields of an amount that was said in another currency, with its conversion and the rule for it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.calc import wording
from desktop_app.calc.said import CONVERSION, CURRENCIES, OriginalAmount
from desktop_app.calc.sentences import Money
from desktop_app.views.editors.forms import EURO, OriginalForm, read_original
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.fields import ChoiceField, DateField, Field, OfferField, RateField, TypedField, read_foreign
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.theme import Space, Type, theme

_SOURCES: Final = (marked("European Central Bank, euro reference rates"), marked("National central bank"))


def conversion_words(original: OriginalAmount) -> str:
    """Say how an amount becomes euro: ``"SEK 1 000 000 ÷ 11.2345 = EUR 89 011.53"``."""
    amount = tr("{amount}", amount=Money(original.amount_hundredths, original.currency))
    if original.rate is None or original.cents is None:
        return tr("{amount}: no rate yet, so no euro", amount=amount)
    return f"{amount} ÷ {shown(wording.decimal(original.rate))} = {shown(wording.money(original.cents))}"


class OriginalFields(QWidget):
    """Currency, amount, rate, its day and source; what follows from them; a button to take the euro over.

    Signals:
        edited(): the person changed something.
        wanted(int): the person wants the converted amount, in cents.
    """

    edited = Signal()
    wanted = Signal(object)

    def __init__(self, *, offers_button: bool) -> None:
        """Make the fields, in euro: only the currency is shown.

        Args:
            offers_button: whether a button takes the converted amount over.
        """
        super().__init__()
        self.currency = ChoiceField(
            tr("Said in"), [(EURO, tr("EUR: nothing to convert")), *((currency, currency) for currency in CURRENCIES)]
        )
        self.amount: TypedField[int] = TypedField(tr("Amount said"), read_foreign, tr("1m, 1 000 000"))
        self.rate = RateField(tr("Rate: units for one euro"))
        self.rate_date = DateField(tr("Day of the rate"))
        self.rate_source = OfferField(tr("Source of the rate"), _SOURCES)
        self.fields: dict[str, Field] = {
            "currency": self.currency,
            "amount": self.amount,
            "rate": self.rate,
            "rate_date": self.rate_date,
            "rate_source": self.rate_source,
        }
        self.conversion = Words(role=Type.STRONG, tone="text")
        self.rule = Words(tr("Conversion: {conversion}.", conversion=CONVERSION))
        self.button = QPushButton(tr("Take this as the value"))
        self.button.clicked.connect(lambda _checked=False: self.wanted.emit(self._cents()))
        self._offers_button = offers_button
        self._read_only = False
        self._lay_out()
        for field in self.fields.values():
            field.edited.connect(self._edited)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.currency)
        self._foreign = QWidget()
        inner = QVBoxLayout(self._foreign)
        inner.setContentsMargins(Space.M, 0, 0, 0)
        inner.setSpacing(Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.amount, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.rate, 1, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(row)
        for part in (self.rate_date, self.rate_source, self.conversion, self.rule, self.button):
            inner.addWidget(part)
        column.addWidget(self._foreign)

    def form(self) -> OriginalForm:
        """Return what stands in the fields; nothing of it in euro."""
        if self.currency.raw is EURO:
            return OriginalForm()
        return OriginalForm(self.currency.raw, self.amount.raw, self.rate.raw, self.rate_date.raw, self.rate_source.raw)

    def put(self, form: OriginalForm) -> None:
        """Show a form."""
        for name, field in self.fields.items():
            field.put(getattr(form, name))
        self._show()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put what is wrong beside the fields."""
        for name, field in self.fields.items():
            field.complain("" if field.problem else problems.get(name, ""))

    def set_read_only(self, read_only: bool) -> None:
        """Let the person take the amount over or only look."""
        self._read_only = read_only
        self._show()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.button.setFont(theme().font(Type.BODY, scale))

    def _cents(self) -> int | None:
        original = read_original(self.form()).value
        return None if original is None else original.cents

    def _edited(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self._foreign.setVisible(self.currency.raw is not EURO)
        original = read_original(self.form()).value
        self.conversion.say("" if original is None else conversion_words(original), "text")
        cents = None if original is None else original.cents
        self.button.setVisible(self._offers_button and cents is not None and not self._read_only)
