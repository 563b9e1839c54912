"""The preview of an import: what would change, what was not understood, what was left out."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.key_sources import KeyKind, KeySource, KindNotTold, Series, read_key_source
from desktop_app.views import progress
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.dialogs.files import Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.fields import ChoiceField, DateField, TextField, day_text
from desktop_app.views.fields.looks import Check
from desktop_app.views.key.importing import Imported, Now, left_out, lines, proposed_source, summary, years_taken
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

KINDS_OF_FILES: Final = marked("Tables (*.tsv *.csv *.txt *.gz *.xlsx);;All files (*)")
_TITLES: Final = {
    KeyKind.POPULATION: marked("Population"),
    KeyKind.GDP: marked("GDP, million EUR"),
    KeyKind.APPLICATIONS: marked("Applications"),
    KeyKind.SHARES: marked("Adopted shares, percent"),
}
_COLUMNS: Final = (marked("Member State"), marked("Year"), marked("Now"), marked("From the file"), marked("Remark"))
_UNREAD: Final = (marked("Not understood: where"), marked("What stands there"), marked("Why it is not taken"))
_NO_YEAR: Final = marked(" The file names no year: type it in the editor.")
_UNREAD_LINES: Final = 4
_NUMBERS: Final = frozenset({marked("Now"), marked("From the file")})
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ImportDialog(AskingDialog[Imported]):
    """Shows what a file of key data would change in an editor; taking it changes the editor only."""

    def __init__(
        self,
        parent: QWidget | None,
        path: Path,
        kinds: Sequence[KeyKind],
        now: Now,
        years: int = 1,
        last: int | None = None,
    ) -> None:
        """Make the preview, still empty; :meth:`show_source` fills it.

        Args:
            parent: the editor.
            path: the file.
            kinds: what the editor can take.
            now: what stands in the editor.
            years: how many years are taken at once.
            last: the last year that the editor shows, proposed for populations beside it.
        """
        super().__init__(parent, tr("Import into the editor"), tr("&Take into the editor"))
        self._path, self._kinds, self._now, self._count = path, tuple(kinds), now, years
        self._last = last
        self._source: KeySource | None = None
        self._offered: tuple[int | None, ...] = ()
        self.add_words(path.name, Type.HEADING)
        self.kind = ChoiceField(tr("What the file holds"), [(kind, _TITLES[kind]) for kind in self._kinds])
        self.series = ChoiceField(tr("Which of its series"), [("", "")])
        self.year = ChoiceField(tr("Year") if years == 1 else tr("Last of the five years"), [(None, "")])
        self.source = TextField(tr("Source, as it will stand beside the figures"))
        self.extracted = DateField(tr("Taken from the source on"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        for place, field in enumerate((self.kind, self.series, self.year)):
            grid.addWidget(field, 0, place, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.source, 1, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.extracted, 1, 2, Qt.AlignmentFlag.AlignTop)
        for column, weight in enumerate((3, 3, 2)):
            grid.setColumnStretch(column, weight)
        self.add(grid)
        self.extracted.put(day_text(_day_of(path)))
        self.summary = ToneLabel("", Type.STRONG)
        self.summary.setWordWrap(True)
        self.only_changes = Check(tr("&Only what changes or is not there"))
        self.only_changes.setChecked(True)
        self.values = _list(_COLUMNS, tr("What would change"))
        self.unread = _list(_UNREAD, tr("Not understood"))
        self.left_out = ToneLabel("", Type.CAPTION, "muted")
        self.left_out.setWordWrap(True)
        self._lay_out()
        self.kind.edited.connect(self._kind_chosen)
        for field in (self.series, self.year):
            field.edited.connect(self._show)
        self.only_changes.toggled.connect(lambda _on: self._show())
        self.extracted.edited.connect(self._show)
        self.resize(920, 680)

    # ------------------------------------------------------------------------------------------------------- asking

    @classmethod
    def choose(
        cls,
        parent: QWidget,
        folder: Path,
        kinds: Sequence[KeyKind],
        now: Now,
        years: int = 1,
        last: int | None = None,
    ) -> Imported | None:
        """Ask for a file and show what it would change; return what is taken, or ``None``."""
        path = Files.to_open(parent, tr("Import figures from"), folder, KINDS_OF_FILES)
        return None if path is None else cls.ask_about(parent, path, kinds, now, years, last)

    @classmethod
    def ask_about(
        cls,
        parent: QWidget,
        path: Path,
        kinds: Sequence[KeyKind],
        now: Now,
        years: int = 1,
        last: int | None = None,
    ) -> Imported | None:
        """Show what a file would change; return what is taken, or ``None``."""
        dialog = cls(parent, path, kinds, now, years, last)
        if not dialog.read():
            dialog.deleteLater()
            return None
        return dialog.asked()

    def read(self) -> bool:
        """Read the file; tell whether there is something to show. What cannot be read is said in a message."""
        try:
            source = self._read(None)
        except KindNotTold as error:
            self._say_problem(tr("{where}: {what}. Choose what it holds.", where=error.where, what=error.what))
            self.kind.offer([(None, tr("please choose")), *((kind, _TITLES[kind]) for kind in self._kinds)])
            self.kind.put(None)
            return True
        except BadInput as error:
            Message.show(self.parentWidget(), tr("This file cannot be imported here"), str(error))
            return False
        except Cancelled:
            return False
        if source.kind not in self._kinds:
            named = tr(
                "The file holds the {value}. Import it in its own editor, in the Forum menu.", value=source.kind.value
            )
            Message.show(self.parentWidget(), tr("This file belongs elsewhere"), named)
            return False
        self.show_source(source)
        return True

    def _read(self, kind: KeyKind | None) -> KeySource:
        path = self._path
        waiting = self if self.isVisible() else self.parentWidget()
        return progress.run(
            waiting, tr("Reading {name}", name=path.name), lambda report: read_key_source(path, kind, report)
        )

    def _kind_chosen(self) -> None:
        """Read the file again as what the person says that it holds."""
        kind = self.kind.value
        if kind is None or (self._source is not None and self._source.kind is kind):
            return
        try:
            self.show_source(self._read(kind))
        except Cancelled:
            return
        except BadInput as error:
            self._source = None
            self._say_problem(f"{shown(error.where)}: {shown(error.what)}.")

    def show_source(self, source: KeySource) -> None:
        """Show what was read."""
        self._source = source
        self.kind.offer([(kind, _TITLES[kind]) for kind in self._kinds])
        self.kind.put(source.kind)
        self.series.offer([(each, each.title) for each in source.series])
        self.series.setVisible(len(source.series) > 1)
        self.series.say("The first one is proposed." if len(source.series) > 1 else "")
        self._offer_years()
        self.left_out.setText(legible(f"{shown(source.form)}. {shown(left_out(source))}"))
        self._show_unread(source)
        self._show()

    # ------------------------------------------------------------------------------------------------------ showing

    @property
    def chosen_series(self) -> Series | None:
        """The chosen series; ``None`` while nothing is read."""
        return self.series.value if self._source is not None else None

    def answer(self) -> Imported:
        """Return what is taken."""
        source, series = self._source, self.chosen_series
        if source is None or series is None:
            message = tr("nothing has been read")
            raise ValueError(message)
        years = years_taken(self.year.value, self._count)
        values = {place: datum for place, datum in series.values.items() if place[1] in years}
        return Imported(source.kind, self.year.value, values, self.source.value or "", self.extracted.value)

    def _offer_years(self) -> None:
        series = self.chosen_series
        self._offered = series.years if series is not None else ()
        self.year.offer([(year, tr("the file names none") if year is None else str(year)) for year in self._offered])
        if self._source is not None and self._source.kind is KeyKind.POPULATION and self._last in self._offered:
            self.year.put(self._last)

    def _show(self) -> None:
        source, series = self._source, self.chosen_series
        if source is None or series is None:
            return
        if series.years != self._offered:
            self._offer_years()
        self._propose_source(source, series)
        if self._count > 1 and self.year.value is None:
            self._say_problem(
                tr("The file names no years, so its figures have no place here: name the year of each column.")
            )
            return
        found = lines(source.kind, series, years_taken(self.year.value, self._count), self._now)
        self.summary.set_tone("text")
        without = self.year.value is None and source.kind is not KeyKind.SHARES
        self.summary.setText(legible(f"{shown(summary(found))}.{shown(_NO_YEAR) if without else ''}"))
        listed = [line for line in found if line.is_changed or not line.after or not self.only_changes.isChecked()]
        self.values.clear()
        for line in listed:
            year = "" if line.year is None else str(line.year)
            cells = (
                f"{line.code}  {state_name(line.code)}",
                year,
                legible(line.before),
                legible(line.after),
                line.note,
            )
            item = QTreeWidgetItem(list(cells))
            for column in (2, 3):
                item.setTextAlignment(column, _RIGHT)
            if line.is_changed:
                item.setFont(3, theme().font(Type.STRONG))
            self.values.addTopLevelItem(item)
        if not listed:
            self.values.addTopLevelItem(QTreeWidgetItem([tr("Nothing would change")]))
        _fit(self.values)
        self.accept_button.setEnabled(any(line.after for line in found) and not self.extracted.problem)

    def _propose_source(self, source: KeySource, series: Series) -> None:
        """Propose the name of the source, unless the person wrote another one."""
        proposals = {proposed_source(source, each) for each in source.series}
        if not self.source.raw or self.source.raw in proposals:
            self.source.put(proposed_source(source, series))
        self.source.setEnabled(source.kind is not KeyKind.SHARES)
        self.extracted.setEnabled(source.kind is not KeyKind.SHARES)

    def _show_unread(self, source: KeySource) -> None:
        self.unread.clear()
        for each in source.unread:
            self.unread.addTopLevelItem(QTreeWidgetItem([shown(each.where), each.text, shown(each.why)]))
        if source.unread_more:
            self.unread.addTopLevelItem(
                QTreeWidgetItem([tr("… and {unread_more} more", unread_more=source.unread_more)])
            )
        self.unread.setVisible(bool(source.unread))
        rows = min(self.unread.topLevelItemCount(), _UNREAD_LINES)
        self.unread.setFixedHeight(self.unread.fontMetrics().lineSpacing() * (rows + 2))
        _fit(self.unread)

    def _say_problem(self, words: str) -> None:
        self.summary.set_tone("block")
        self.summary.setText(legible(words))
        self.values.clear()
        self.unread.setVisible(False)
        self.accept_button.setEnabled(False)

    # -------------------------------------------------------------------------------------------------------- looks

    def _lay_out(self) -> None:
        below = QVBoxLayout()
        below.setContentsMargins(Space.XL, 0, Space.XL, 0)
        below.setSpacing(Space.S)
        below.addWidget(self.summary)
        below.addWidget(self.only_changes)
        below.addWidget(self.values, 1)
        below.addWidget(self.unread)
        below.addWidget(self.left_out)
        self.unread.hide()
        self.values.setMinimumHeight(90)
        self._outer.insertLayout(self._outer.count() - 1, below, 1)
        self._outer.setStretch(0, 1000)
        self._beside_buttons += [self.summary, self.values]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the fields what they need, and the rest to the preview."""
        super().resizeEvent(event)
        # On a small screen both have to give way: the fields then scroll, too.
        self.body.setFixedHeight(min(self.body.height_for(self.body.width()), self.height() * 2 // 5))


def _list(titles: Sequence[str], name: str) -> QTreeWidget:
    found = QTreeWidget()
    found.setHeaderLabels([shown(each) for each in titles])
    found.setRootIsDecorated(False)
    found.setUniformRowHeights(True)
    found.setAccessibleName(shown(name))
    found.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    found.header().setStretchLastSection(True)
    for column, title in enumerate(titles):
        if title in _NUMBERS:
            found.headerItem().setTextAlignment(column, _RIGHT)
    return found


def _fit(found: QTreeWidget) -> None:
    for column in range(found.columnCount() - 1):
        found.resizeColumnToContents(column)
        found.setColumnWidth(column, min(found.columnWidth(column) + Space.M, 320))


def _day_of(path: Path) -> date | None:
    """Return the day on which a file was last written: a download is written when it is taken."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).astimezone().date()
    except (OSError, ValueError, OverflowError):
        return None
