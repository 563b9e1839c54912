"""The editor of the applications behind the 10 % indicator (COM(2020) 610, Art. 52(5)), which is beside the law."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc import key as key_rule
from desktop_app.calc import reduction
from desktop_app.calc.changes import SetApplications
from desktop_app.calc.forum import Applications, Forum, Procedure
from desktop_app.calc.reduction import YEARS
from desktop_app.models.interchange.limits import REFERENCE
from desktop_app.models.key_sources import KeyKind
from desktop_app.views.fields import TextField, TypedField, persons_entry, read_year, year_entry
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.key.columns import GridColumn, count_column
from desktop_app.views.key.drafts import (
    applications,
    applications_column,
    applications_raw,
    population_column,
    unread_applications,
)
from desktop_app.views.key.editor import GridEditor
from desktop_app.views.key.grid_model import Place
from desktop_app.views.key.importing import Imported
from desktop_app.views.language import exact, marked, shown, state_name, tr

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

RATE: Final = "rate"
TWICE: Final = "twice"
_DATA: Final = marked(
    "The proposal asks for Eurostat's full-year statistics. Where a year's own population is empty, the key's counts."
)
_WORDS: Final = marked(
    "For the 10 % reduction of the proposal of 2020, which is not law: a state is eligible when its "
    "applications per head, averaged over five years, are twice the Union's (COM(2020) 610, Art. "
    "52(5)). {data}",
    data=_DATA,
)
_WORDS_PRESSURE: Final = marked(
    "For the 10 % reduction: a state that asks for it in its plan is eligible when its applications "
    "per head, averaged over five years, are twice the Union's (COM(2020) 610, Art. 52(5)). {data} "
    "Who is eligible under which reading, and who takes over what, shows 10 % reduction in the Forum "
    "menu.",
    data=_DATA,
)
_DEFAULT_LAST: Final = 2024
_PER: Final = 100_000
_KINDS: Final = (KeyKind.APPLICATIONS, KeyKind.POPULATION)
_RATE_COLUMN: Final = GridColumn(
    RATE,
    marked("Per 100 000,\naverage"),
    marked("Applications per 100 000 inhabitants, averaged over the five years by the readings in force"),
    None,
    sample="0 000.00",
)
_TWICE_COLUMN: Final = GridColumn(
    TWICE,
    marked("Of the Union's;\neligible"),
    marked("The state's average by the Union's; eligible from twice on, by the reading in force"),
    None,
    sample=marked("00.00 × eligible"),
)


class ApplicationsEditor(GridEditor):
    """Applications of five years and, where known, the population of each of them."""

    help_heading = "Applications"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        self.last = TypedField(tr("Last of the five years"), read_year, str(_DEFAULT_LAST))
        self._last = last_year(desk.assessment.forum)
        is_pressure = desk.assessment.forum.procedure is Procedure.MIGRATORY_PRESSURE
        words = _WORDS_PRESSURE if is_pressure else _WORDS
        super().__init__(parent, desk, tr("Applications of five years"), words, _columns(self._last))
        self.source = TextField(
            tr("Source of the applications"), tr("Eurostat, migr_asyappctza, first-time applicants, …")
        )
        self.source.input.setMaxLength(REFERENCE)
        self.put_in("last", self.last, year_entry(self._last))
        self.put_in("source", self.source, self.forum.applications_source)
        self.add_rows((2, 10), (self.last, self.source))
        self.cells.start(applications_raw(self.forum))
        self.grid.take_measures()
        self.open_for(read_only=desk.read_only)
        # Looking at other years is no change.
        self.last.set_read_only(False)
        self.review()
        self.grid.go_to(("BE", applications_column(self._last)))

    @property
    def years(self) -> tuple[int, ...]:
        """The five years that are shown."""
        return tuple(range(self._last - YEARS + 1, self._last + 1))

    def typed(self) -> object:
        """Return what stands in the source and in the table: looking at other years is no change."""
        return self.source.raw, {place: text for place, text in self.cells.raw.items() if text}

    def draft(self) -> Draft:
        """Return the applications as they stand."""
        self._follow_years()
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        wrong = unread_applications(self.cells.raw)
        if wrong is not None:
            (code, name), problem = wrong
            found["table"] = f"{state_name(code)}, {name.replace('.', ' ')}: {shown(problem)}"
        made = applications(self.cells.raw, self.forum.applications)
        self._show_rates(made)
        return Draft(None if found else SetApplications(made, self.source.value), found)

    def leads(self, then: Forum) -> list[str]:
        """Return of how many states the figures are other ones."""
        before = {entry.code: entry for entry in self.forum.applications}
        after = {entry.code: entry for entry in then.applications}
        count = sum(before.get(code) != after.get(code) for code in {*before, *after})
        if not count:
            return [tr("source of the applications")]
        one, several = tr("applications of 1 state"), tr("applications of {count} states", count=count)
        return [one if count == 1 else several]

    def import_file(self) -> None:
        """Take applications, or the population of the five years, from a file."""
        from desktop_app.views.key.import_dialog import ImportDialog

        taken = ImportDialog.choose(self, self._desk.file.path.parent, _KINDS, self._now, YEARS, self._last)
        if taken is not None:
            self.take_in(taken)
        self.grid.setFocus()

    def take_in(self, taken: Imported) -> None:
        """Put what was imported into the cells; what the file does not have stays as it is."""
        column = applications_column if taken.kind is KeyKind.APPLICATIONS else population_column
        put: dict[Place, str] = {}
        for (code, year), datum in taken.values.items():
            if year is not None and datum.amount is not None:
                put[code, column(year)] = persons_entry(int(datum.amount))
        if taken.kind is KeyKind.APPLICATIONS:
            self.source.put(taken.source)
            self.last.put(year_entry(taken.year))
            self._follow_years()
        self.cells.put(put)
        self.cells.forget_steps()
        self.review()

    def _now(self, kind: KeyKind, code: str, year: int | None) -> tuple[str, str]:
        """Return what stands in the cells for a kind and a year, as typed; there are no flags here."""
        if year is None:
            return "", ""
        column = applications_column if kind is KeyKind.APPLICATIONS else population_column
        return self.cells.text(code, column(year)), ""

    def _follow_years(self) -> None:
        """Show the five years that end with the one that is typed; what is typed for other years is kept."""
        last = self.last.value
        if last is not None and last != self._last:
            self._last = last
            self.cells.change_columns(_columns(last))
            self.grid.take_measures()

    def _show_rates(self, made: tuple[Applications, ...]) -> None:
        key = key_rule.work_out(self.forum.key)
        figures = reduction.work_out(made, key, self.now.readings)
        if figures is None:
            self.cells.show_texts({})
            self.sums.set_tone("muted")
            self.sums.setText(
                tr("The indicator needs all five years of every participating state; it is not known yet.")
            )
            return
        texts: dict[Place, str] = {}
        for code, average in figures.averages.items():
            texts[code, RATE] = exact(average * _PER, 2)
            ratio = f"{exact(average / figures.union, 2)} ×" if figures.union else "…"
            texts[code, TWICE] = tr("{ratio} eligible", ratio=ratio) if figures.eligible[code] else ratio
        self.cells.show_texts(texts)
        eligible = [state_name(code) for code, is_eligible in figures.eligible.items() if is_eligible]
        self.sums.set_tone("text")
        self.sums.setText(
            tr(
                "{first} to {last}: the Union's average is {average} per 100 000 inhabitants; eligible: {states}.",
                first=figures.years[0],
                last=figures.years[-1],
                average=exact(figures.union * _PER, 2),
                states=", ".join(map(shown, eligible)) or tr("no state"),
            )
        )


def last_year(forum: Forum) -> int:
    """Return the last year of which applications are recorded, else the latest of which the program has any."""
    years = (year for entry in forum.applications for year, count in entry.years if count is not None)
    return max(years, default=_DEFAULT_LAST)


def _columns(last: int) -> tuple[GridColumn, ...]:
    years = range(last - YEARS + 1, last + 1)
    return (
        *(
            count_column(
                applications_column(year),
                tr("Applications\n{year}", year=year),
                tr("Applications in {year}", year=year),
            )
            for year in years
        ),
        _RATE_COLUMN,
        _TWICE_COLUMN,
        *(
            count_column(
                population_column(year),
                tr("Population\n{year}", year=year),
                tr("Persons in {year}; empty: the key's population counts", year=year),
            )
            for year in years
        ),
    )
