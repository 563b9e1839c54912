"""The fields as a person meets them: typed, chosen, complained about, read only."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.views.fields import (
    CheckField,
    ChecksField,
    ChoiceField,
    DateField,
    Field,
    MoneyField,
    NoteField,
    OfferField,
    PersonsField,
    RateField,
    TextField,
)
from desktop_app.views.theme import Scheme, theme

MAKERS: tuple[tuple[Callable[[], Field], object], ...] = (
    (lambda: TextField("Act"), "an act"),
    (lambda: NoteField("Note"), "two\nlines"),
    (lambda: OfferField("Condition", ("subject to parliament",)), "subject to parliament"),
    (lambda: MoneyField("Value"), "8.44m"),
    (lambda: PersonsField("Persons"), "310"),
    (lambda: RateField("Rate"), "11.2345"),
    (lambda: DateField("Day"), "2.12.2026"),
    (lambda: ChoiceField("Kind", [(None, "not said"), (1, "one")]), 1),
    (lambda: CheckField("At most"), True),
    (lambda: ChecksField("Flags", [(1, "one"), (2, "two")]), (2,)),
)


#: The offscreen platform shows popups all the same.
_POPUPS = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    QVBoxLayout(shown)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture(autouse=True)
def _light() -> Iterator[None]:
    theme().choose(Scheme.LIGHT)
    yield
    theme().choose(Scheme.SYSTEM)


def place(window: QWidget, field: Field) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    field.show()
    field.setFocus()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(text: str) -> None:
    QTest.keyClicks(focused(), text)


@pytest.mark.parametrize(("make", "raw"), MAKERS)
def test_what_is_put_in_comes_back_and_is_no_edit(window: QWidget, make: Callable[[], Field], raw: object) -> None:
    field = make()
    place(window, field)
    edits: list[object] = []
    field.edited.connect(lambda: edits.append(field.raw))
    field.put(raw)
    assert field.raw == raw
    assert not edits
    field.set_scale(1.5)
    theme().choose(Scheme.DARK)
    assert not window.grab().isNull()


@pytest.mark.parametrize("make", [make for make, _raw in MAKERS])
def test_every_field_can_be_told_what_is_wrong_with_it(window: QWidget, make: Callable[[], Field]) -> None:
    field = make()
    place(window, field)
    field.complain("This is more than was pledged.")
    assert field.said == "This is more than was pledged."
    field.complain("")
    assert field.said == ""


@pytest.mark.parametrize(("make", "raw"), MAKERS)
def test_nobody_types_into_a_field_that_is_read_only(window: QWidget, make: Callable[[], Field], raw: object) -> None:
    field = make()
    place(window, field)
    field.put(raw)
    field.set_read_only(True)
    field.setFocus()
    target = QApplication.focusWidget() or field
    QTest.keyClicks(target, "7 ")
    assert field.raw == raw


def test_what_is_understood_stands_under_the_field(window: QWidget) -> None:
    field = MoneyField("Value")
    place(window, field)
    edits: list[str] = []
    field.edited.connect(lambda: edits.append(field.raw))
    typed("8.44m")
    assert edits == ["8", "8.", "8.4", "8.44", "8.44m"]
    assert field.said.replace("\xa0", " ") == "EUR 8 440 000"
    assert field.value == 844_000_000
    field.put("8.44x")
    assert field.read.value is None
    assert "is not" in field.problem
    field.hint("of EUR 9 000 000")
    field.put("")
    assert field.said == "of EUR 9 000 000"


def test_a_line_keeps_the_break_that_it_does_not_show(window: QWidget) -> None:
    for field in (TextField("Act"), OfferField("Condition", ("a", "b"))):
        place(window, field)
        field.put("first\nsecond ")
        assert field.raw == "first\nsecond "
        QTest.keyClick(focused(), Qt.Key.Key_End)
        typed("x")
        assert field.raw == "first\nsecond x"


@_POPUPS
def test_offers_change_and_what_stands_there_stays(window: QWidget) -> None:
    field = OfferField("Condition", ("subject to parliament",))
    place(window, field)
    typed("if")
    field.offer(("subject to the budget",))
    assert field.value == "if"
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert field.raw == "subject to the budget"


@_POPUPS
def test_a_calendar_opens_by_keyboard_and_gives_its_day(window: QWidget, qtbot: QtBot) -> None:
    field = DateField("Requested")
    place(window, field)
    field.offer(date(2026, 11, 27))
    calendar = field.open_calendar()
    qtbot.waitUntil(calendar.isVisible)
    assert calendar.chosen.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-11-27"
    view = calendar.chosen.focusProxy() or calendar.chosen
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert field.raw == "2026-11-28"
    assert field.said.replace("\xa0", " ") == "Saturday, 28 November 2026"


@_POPUPS
def test_alt_down_opens_the_calendar(window: QWidget) -> None:
    field = DateField("Requested")
    place(window, field)
    QTest.keyClick(field.input, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = QApplication.activePopupWidget()
    assert calendar is not None
    calendar.close()
    field.set_read_only(True)
    QTest.keyClick(field.input, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("make", [make for make, _raw in MAKERS])
def test_control_with_a_letter_is_a_command_wherever_one_types(window: QWidget, make: Callable[[], Field]) -> None:
    field = make()
    place(window, field)
    opened: list[str] = []
    for letter in "DHKMT":
        QShortcut(QKeySequence(f"Ctrl+{letter}"), window, lambda letter=letter: opened.append(letter))
        QTest.keyClick(focused(), Qt.Key[f"Key_{letter}"], Qt.KeyboardModifier.ControlModifier)
    assert opened == list("DHKMT")


def test_words_of_a_box_wrap_and_can_be_clicked(window: QWidget) -> None:
    field = CheckField("reasoning on which part of the system has reached its capacity and how that affects the pledge")
    place(window, field)
    one_line = field.input.heightForWidth(2000)
    assert field.input.heightForWidth(200) > 2 * one_line
    window.resize(220, 300)
    QTest.mouseClick(field.input, Qt.MouseButton.LeftButton, pos=field.input.rect().center())
    assert field.value


def test_a_choice_keeps_what_is_chosen_when_others_are_offered(window: QWidget) -> None:
    field = ChoiceField("Kind", [(1, "one"), (2, "two")])
    place(window, field)
    field.put(2)
    field.offer([(2, "two"), (3, "three")])
    assert field.value == 2
    field.offer([(3, "three")])
    assert field.value == 3


@pytest.mark.parametrize("make", [TextField, NoteField, lambda label: OfferField(label, ["offered"])])
@pytest.mark.parametrize("text", [None, "", " spaces ", "one\n", "hard\u00a0space"])
def test_a_text_that_nobody_changes_is_given_back_to_the_letter(
    qtbot: QtBot, make: Callable[[str], TextField | NoteField | OfferField], text: str | None
) -> None:
    field = make("Words")
    qtbot.addWidget(field)
    field.put(text)
    assert (field.raw, field.value) == (text or "", text)
    widget = field._line if isinstance(field, OfferField) else field.input
    QTest.keyClicks(widget, " x ")
    QTest.keyClick(widget, Qt.Key.Key_Backspace)
    assert field.value != text
    assert field.value == (field.value or "").strip()
