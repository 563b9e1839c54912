"""The editor of the reference key (Art. 66, Annex I)."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc import key as key_rule
from desktop_app.calc.changes import SetKey
from desktop_app.calc.forum import KEY_NAMES, Forum, Key, Procedure, SharesStatus
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.models.interchange.limits import REFERENCE
from desktop_app.models.key_sources import KeyKind
from desktop_app.views.fields import (
    ChoiceField,
    DateField,
    TextField,
    TypedField,
    day_text,
    decimal_entry,
    persons_entry,
    read_year,
    year_entry,
)
from desktop_app.views.forum_editors.base import AN_ESTIMATE, Draft
from desktop_app.views.key.columns import GridColumn, flags_entry, gdp_entry
from desktop_app.views.key.drafts import (
    ADOPTED,
    COMPUTED,
    GDP,
    GDP_FLAGS,
    KEY_COLUMNS,
    POPULATION,
    POPULATION_FLAGS,
    adopted_shares,
    key_raw,
    key_states,
    sums_text,
)
from desktop_app.views.key.editor import GridEditor
from desktop_app.views.key.grid_model import Place
from desktop_app.views.key.importing import Imported
from desktop_app.views.language import exact, marked, shown, state_name, tr

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "Each share is half the state's part of the population and half its part of the GDP, by the latest available "
    "Eurostat data (Art. 66, Annex I). Adopted shares, as printed in an act, replace the computed ones. "
    "France: the Regulation applies to its European territory only (Art. 76); whether the key's data must leave the "
    "overseas departments out is not said, and they are taken as published. Say in the remark what the figures cover."
)
_WORDS_RESCUE: Final = marked(
    "Each share is half the state's part of the population and half its part of the GDP, by the latest Eurostat data "
    "(COM(2020) 610, Art. 54, Annex III). The states of disembarkation are in the key, though nobody is asked for "
    "their part; Denmark is not bound, Ireland takes part if it says so. "
    "Adopted shares replace the computed ones. France: the proposal applies to its European territory only (Art. 66); "
    "say in the remark what the figures cover."
)
_WORDS_PRESSURE: Final = marked(
    "Each share is half the state's part of the population and half its part of the GDP, by the latest Eurostat data "
    "(COM(2020) 610, Art. 54, Annex III). Benefitting states are in the key, though nobody is asked for their part "
    "(Art. 52(1), 53(3)(c)); Denmark is not bound, Ireland takes part if it says so. "
    "Adopted shares replace the computed ones. France: the proposal applies to its European territory only (Art. 66); "
    "say in the remark what the figures cover."
)
_KEY_COLUMNS_2020: Final = tuple(
    replace(each, about=marked("Half the part of the population and half the part of the GDP (Art. 54, Annex III)"))
    if each.name == COMPUTED
    else each
    for each in KEY_COLUMNS
)


@dataclass(frozen=True, slots=True)
class _Law:
    """What the law of a procedure makes of the key.

    Attributes:
        words: what is said above the table.
        columns: of the table.
        has_status: whether shares can be an estimate, which is a word of the annual pool alone.
    """

    words: str
    columns: tuple[GridColumn, ...]
    has_status: bool


_LAWS: Final = {
    Procedure.ANNUAL_POOL: _Law(_WORDS, KEY_COLUMNS, has_status=True),
    Procedure.SEARCH_AND_RESCUE: _Law(_WORDS_RESCUE, _KEY_COLUMNS_2020, has_status=False),
    Procedure.MIGRATORY_PRESSURE: _Law(_WORDS_PRESSURE, _KEY_COLUMNS_2020, has_status=False),
}
_STATUS: Final = (
    (SharesStatus.COMPUTED, marked("computed for the act")),
    (SharesStatus.ESTIMATE, AN_ESTIMATE),
)
_KINDS: Final = (KeyKind.POPULATION, KeyKind.GDP, KeyKind.SHARES)


class KeyEditor(GridEditor):
    """Population, GDP, adopted shares, participation and remarks of every Member State, with their sources."""

    help_heading = "Type the data"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        procedure = desk.assessment.forum.procedure
        law = _LAWS[procedure]
        super().__init__(parent, desk, tr(KEY_NAMES[procedure]), law.words, law.columns)
        key = self.forum.key
        self.population_date = DateField(tr("Population on"))
        self.population_source = TextField(tr("Source of the population"), tr("Eurostat, demo_pjan, release of …"))
        self.population_extracted = DateField(tr("Taken from the source on"))
        self.gdp_year = TypedField(tr("GDP of the year"), read_year, "2024")
        self.gdp_source = TextField(tr("Source of the GDP"), tr("Eurostat, nama_10_gdp, release of …"))
        self.gdp_extracted = DateField(tr("Taken from the source on"))
        self.status = ChoiceField(tr("The shares are"), _STATUS)
        for source in (self.population_source, self.gdp_source):
            source.input.setMaxLength(REFERENCE)
        for name, field, raw in (
            ("population_date", self.population_date, day_text(key.population_date)),
            ("population_source", self.population_source, key.population_source),
            ("population_extracted", self.population_extracted, day_text(key.population_extracted)),
            ("gdp_year", self.gdp_year, year_entry(key.gdp_year)),
            ("gdp_source", self.gdp_source, key.gdp_source),
            ("gdp_extracted", self.gdp_extracted, day_text(key.gdp_extracted)),
            ("status", self.status, self.forum.shares_status),
        ):
            self.put_in(name, field, raw)
        # Where shares are never an estimate, the field keeps what stands there.
        shown = (self.status,) if law.has_status else ()
        if not law.has_status:
            self.status.setParent(self)
            self.status.hide()
        self.add_rows(
            (2, 5, 2, 3) if law.has_status else (2, 5, 2),
            (self.population_date, self.population_source, self.population_extracted, *shown),
            (self.gdp_year, self.gdp_source, self.gdp_extracted),
        )
        self.cells.start(key_raw(self.forum))
        self.grid.take_measures()
        self.open_for(read_only=desk.read_only)
        self.review()
        self.grid.go_to(("BE", POPULATION))

    def draft(self) -> Draft:
        """Return the key as it stands."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        wrong = self.cells.first_problem
        if wrong is not None:
            (code, _name), problem = wrong
            found["table"] = f"{state_name(code)}: {shown(problem)}"
        key = Key(
            self.population_date.value,
            self.population_source.value,
            self.gdp_year.value,
            self.gdp_source.value,
            key_states(self.cells, self.forum.key),
            adopted_shares(self.cells),
            self.population_extracted.value,
            self.gdp_extracted.value,
        )
        self._show_shares(key)
        return Draft(None if found else SetKey(key, self.status.value), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one."""
        before, after = self.forum.key, then.key
        said = []
        for one, several, name in (
            (marked("population of 1 state"), marked("population of {count} states"), "population"),
            (marked("GDP of 1 state"), marked("GDP of {count} states"), "gdp"),
            (marked("participation of 1 state"), marked("participation of {count} states"), "participates"),
        ):
            count = _changed(before, after, name)
            if count:
                said.append(tr(one) if count == 1 else tr(several, count=count))
        if before.adopted_shares != after.adopted_shares:
            said.append(
                tr(
                    "adopted shares {before} → {after} states",
                    before=len(before.adopted_shares),
                    after=len(after.adopted_shares),
                )
            )
        if then.shares_status is not self.forum.shares_status:
            said.append(
                tr(
                    "shares {before} → {after}",
                    before=tr(self.forum.shares_status.value),
                    after=tr(then.shares_status.value),
                )
            )
        return said or [tr("sources, dates and remarks of the key")]

    def import_file(self) -> None:
        """Take population, GDP or adopted shares from a file."""
        from desktop_app.views.key.import_dialog import ImportDialog

        taken = ImportDialog.choose(self, self._desk.file.path.parent, _KINDS, self._now)
        if taken is not None:
            self.take_in(taken)
        self.grid.setFocus()

    def take_in(self, taken: Imported) -> None:
        """Put what was imported into the fields and cells; what the file does not have stays as it is."""
        put: dict[Place, str] = {}
        for (code, _year), datum in taken.values.items():
            amount = datum.amount
            if amount is None:
                continue
            if taken.kind is KeyKind.SHARES:
                put[code, ADOPTED] = decimal_entry(Fraction(amount))
                continue
            is_gdp = taken.kind is KeyKind.GDP
            put[code, GDP if is_gdp else POPULATION] = gdp_entry(int(amount)) if is_gdp else persons_entry(int(amount))
            put[code, GDP_FLAGS if is_gdp else POPULATION_FLAGS] = flags_entry(datum.flags)
        if taken.kind is KeyKind.POPULATION:
            # Where the file names no year, the former one would be that of other figures.
            self.population_date.put("" if taken.year is None else day_text(date(taken.year, 1, 1)))
            self.population_source.put(taken.source)
            self.population_extracted.put(day_text(taken.extracted))
        elif taken.kind is KeyKind.GDP:
            self.gdp_year.put(year_entry(taken.year))
            self.gdp_source.put(taken.source)
            self.gdp_extracted.put(day_text(taken.extracted))
        self.cells.put(put)
        self.cells.forget_steps()
        self.review()

    def _now(self, kind: KeyKind, code: str, year: int | None) -> tuple[str, str]:  # noqa: ARG002 - one year at a time
        """Return what stands in the cells for a kind: the value and its flags, as typed."""
        names = {KeyKind.POPULATION: (POPULATION, POPULATION_FLAGS), KeyKind.GDP: (GDP, GDP_FLAGS)}
        value, flags = names.get(kind, (ADOPTED, ""))
        return self.cells.text(code, value), self.cells.text(code, flags)

    def _show_shares(self, key: Key) -> None:
        """Show the shares that the figures give by themselves, and what everything adds up to."""
        figures = key_rule.work_out(key)
        computed = key_rule.work_out(replace(key, adopted_shares=())).shares
        self.cells.show_texts(
            {
                (code, COMPUTED): "…" if share is None else exact(100 * share, 4)
                for code, share in computed.items()
                if code != NOT_BOUND
            }
        )
        words, tone = sums_text(figures)
        self.sums.set_tone(tone)
        self.sums.setText(shown(words))


def _changed(before: Key, after: Key, name: str) -> int:
    """Count the states of which a datum differs."""
    was = {state.code: getattr(state, name) for state in before.states}
    now = {state.code: getattr(state, name) for state in after.states}
    return sum(was.get(code) != now.get(code) for code in {*was, *now})
