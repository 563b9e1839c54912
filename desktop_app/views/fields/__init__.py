"""Fields that several editors share: a label, an input, and one line that says what is understood or wrong."""

from desktop_app.views.fields.base import Field
from desktop_app.views.fields.choices import UNCHOSEN, CheckField, ChecksField, ChoiceField, to_choose
from desktop_app.views.fields.countries import (
    CountriesField,
    CountryField,
    countries_entry,
    read_countries,
    read_country,
)
from desktop_app.views.fields.reading import (
    Read,
    Reader,
    day_text,
    decimal_entry,
    money_entry,
    persons_entry,
    read_day,
    read_foreign,
    read_money,
    read_percent,
    read_persons,
    read_rate,
    read_year,
    year_entry,
)
from desktop_app.views.fields.texts import NoteField, OfferField, TextField
from desktop_app.views.fields.typed import DateField, MoneyField, PersonsField, RateField, TypedField

__all__ = [
    "UNCHOSEN",
    "CheckField",
    "ChecksField",
    "ChoiceField",
    "CountriesField",
    "CountryField",
    "DateField",
    "Field",
    "MoneyField",
    "NoteField",
    "OfferField",
    "PersonsField",
    "RateField",
    "Read",
    "Reader",
    "TextField",
    "TypedField",
    "countries_entry",
    "day_text",
    "decimal_entry",
    "money_entry",
    "persons_entry",
    "read_countries",
    "read_country",
    "read_day",
    "read_foreign",
    "read_money",
    "read_percent",
    "read_persons",
    "read_rate",
    "read_year",
    "to_choose",
    "year_entry",
]
