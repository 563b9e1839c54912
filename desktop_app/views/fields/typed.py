"""Fields whose text is read as a value: amounts, persons, rates, days with a calendar."""

from datetime import date
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop_app.views.fields.base import Field
from desktop_app.views.fields.looks import text_outline
from desktop_app.views.fields.reading import Read, Reader, day_text, read_day, read_money, read_persons, read_rate
from desktop_app.views.language import chosen, marked, tr
from desktop_app.views.theme import Space, legible, theme

_Value = TypeVar("_Value")
_ENGLISH: Final = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
A_DAY: Final = marked("year-month-day")
"""What stands in an empty field of a day: a day itself would read like one that is recorded."""


class TypedField(Field, Generic[_Value]):
    """A line of text that is read while it is typed; under it stands what is understood, or what is wrong."""

    def __init__(self, label: str, read: Reader[_Value], placeholder: str = "") -> None:
        """Make the field.

        Args:
            label: what stands above it.
            read: reads the text.
            placeholder: an example, shown while it is empty.
        """
        super().__init__(label)
        self._read = read
        self._hint = ""
        self.input = QLineEdit()
        self.input.setPlaceholderText(legible(placeholder))
        self.input.textChanged.connect(self._typed)
        theme().changed.connect(self._dress)
        self._lay_out()
        self._dress()

    def _lay_out(self) -> None:
        self.fill(self.input)

    @property
    def raw(self) -> str:
        """The text as typed."""
        return self.input.text()

    @property
    def read(self) -> Read[_Value]:
        """What the text means."""
        return self._read(self.raw)

    @property
    def value(self) -> _Value | None:
        """What was understood; ``None`` where nothing stands there, or nothing that is understood."""
        return self.read.value

    @property
    def problem(self) -> str:
        """What is wrong with the text."""
        return self.read.problem

    def hint(self, words: str) -> None:
        """Say something while the text itself gives nothing to say."""
        self._hint = words
        self._explain()

    def _put(self, raw: str | None) -> None:
        if self.input.text() != (raw or ""):
            self.input.setText(raw or "")
        self._explain()

    def _typed(self, text: str) -> None:
        self._explain()
        self._told(text)

    def _explain(self) -> None:
        read = self.read
        if read.problem:
            self.say(read.problem, "muted" if read.unfinished else "block")
        elif self._complaint:
            self.say(self._complaint, "block")
        else:
            self.say(read.words if read.words and not self.input.isReadOnly() else self._hint)

    def _dress(self) -> None:
        self.input.setStyleSheet(text_outline())


class MoneyField(TypedField[int]):
    """An amount of EUR, in cents."""

    def __init__(self, label: str, placeholder: str = marked("such as 8.44m")) -> None:
        super().__init__(label, read_money, placeholder)


class PersonsField(TypedField[int]):
    """A number of persons."""

    def __init__(self, label: str, placeholder: str = "") -> None:
        super().__init__(label, read_persons, placeholder)


class RateField(TypedField[Any]):
    """Units of a currency for one euro, exact."""

    def __init__(self, label: str, placeholder: str = marked("such as 11.2345")) -> None:
        super().__init__(label, read_rate, placeholder)


class DateField(TypedField[date]):
    """A day, typed as 2026-12-02 or 2.12.2026, or taken from a calendar (Alt+Down)."""

    def __init__(self, label: str, placeholder: str = A_DAY) -> None:
        super().__init__(label, read_day, placeholder)
        self._offered: date | None = None

    def offer(self, day: date | None) -> None:
        """Open the calendar at a day while nothing is typed: the program itself asks no clock."""
        self._offered = day

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        super().set_read_only(read_only)
        self.button.setEnabled(not read_only)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom, with room for a day and for what stands there without one."""
        super().set_scale(scale)
        self._keep_room()

    def open_calendar(self) -> "Calendar":
        """Show the calendar under the field."""
        calendar = Calendar(self, self.value or self._offered)
        calendar.chosen.activated.connect(lambda day: self._take(calendar, day))
        calendar.chosen.clicked.connect(lambda day: self._take(calendar, day))
        calendar.stand_under(self.input)
        return calendar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar on Alt+Down."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.input:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_Down and not self.input.isReadOnly():
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        # Alt+Down opens it from the line: one stop less on the way of Tab.
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setToolTip(tr("Calendar (Alt+Down)"))
        self.button.setAccessibleName(tr("Calendar"))
        self.button.clicked.connect(lambda _checked=False: self.open_calendar())
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HAIR)
        row.addWidget(self.input, 1)
        row.addWidget(self.button)
        self.fill(body, self.input)
        self._keep_room()

    def _keep_room(self) -> None:
        # The line's own margins, its outline and its padding.
        words = self.input.fontMetrics().horizontalAdvance(self.input.placeholderText())
        self.input.setMinimumWidth(words + 2 * Space.S)

    def _dress(self) -> None:
        super()._dress()
        self.button.setIcon(theme().icon("calendar", theme().colours.text))

    def _take(self, calendar: "Calendar", day: QDate) -> None:
        if calendar.isVisible():
            calendar.close()
            self.input.setText(day_text(date(day.year(), day.month(), day.day())))
            self.input.setFocus(Qt.FocusReason.PopupFocusReason)


class Calendar(QFrame):
    """A calendar over the window: arrows and Page Up, Page Down move, Enter takes the day, Esc closes it."""

    def __init__(self, parent: QWidget, day: date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.Box)
        self.chosen = QCalendarWidget()
        self.chosen.setLocale(_ENGLISH if chosen() == "en" else QLocale(chosen()))
        self.chosen.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.chosen.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.chosen.setAccessibleName(tr("Calendar"))
        colours = theme().colours
        weekend = QTextCharFormat()
        weekend.setForeground(colours.muted)
        for free in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.chosen.setWeekdayTextFormat(free, weekend)
        for name, sign in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
            # Qt's own arrows are black in every scheme.
            button = self.chosen.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(QIcon())
                button.setText(sign)
        if day is not None:
            self.chosen.setSelectedDate(QDate(day.year, day.month, day.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        column.addWidget(self.chosen)

    def stand_under(self, widget: QWidget) -> None:
        """Show it under a widget, on the same screen, and give it the keyboard."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 1))
        room = widget.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 1)
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.chosen.setFocus(Qt.FocusReason.PopupFocusReason)
