"""What a person could not read in a window, or not reach by its letter: texts cut off, letters and keys given twice."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from desktop_app.views.fields.looks import Check
from desktop_app.views.mnemonics import mnemonic
from desktop_app.views.parts import Chip, ChipButton, ElidedLabel, FigureButton

_ROUNDED: Final = 1
"""Pixels that rounding may take from a text."""
_NO_BAR: Final = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def crowded(window: QWidget) -> list[str]:
    """Return what is wrong in a window or a menu, in words."""
    if isinstance(window, QMenu):
        return _twice("letter", _letters_of_menu(window))
    parts = [window, *(each for each in window.findChildren(QWidget) if _is_seen(each, window))]
    return [
        *_twice("letter", (pair for part in parts for pair in _letters(part))),
        *_twice("key", _keys(window, parts)),
        *(said for part in parts for said in _cut(part)),
        *(said for part in parts for menu in _menus(part) for said in _twice("letter", _letters_of_menu(menu))),
    ]


def _is_seen(part: QWidget, window: QWidget) -> bool:
    return part.isVisible() and part.window() is window


def _twice(what: str, pairs: Iterator[tuple[str, str]]) -> list[str]:
    """Say which letters or keys stand for more than one of the texts beside them."""
    found = list(pairs)
    counts = Counter(sign for sign, _text in found)
    return [
        f"{what} {sign!r} twice: {sorted(text for each, text in found if each == sign)}"
        for sign, count in counts.items()
        if count > 1
    ]


# -------------------------------------------------------------------------------------------------- letters and keys


def _letters(part: QWidget) -> Iterator[tuple[str, str]]:
    texts: list[str] = []
    match part:
        case QMenuBar():
            texts = [action.text() for action in part.actions() if action.isVisible()]
        case QAbstractButton():
            texts = [part.text()]
        case QLabel() if part.buddy() is not None:
            texts = [part.text()]
        case QTabBar():
            texts = [part.tabText(place) for place in range(part.count())]
        case _:
            pass
    yield from ((letter, text) for text in texts if (letter := mnemonic(text)))


def _letters_of_menu(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        if action.isVisible() and (letter := mnemonic(action.text())):
            yield letter, action.text()


def _menus(part: QWidget) -> Iterator[QMenu]:
    if isinstance(part, QToolButton | QPushButton) and part.menu() is not None:
        yield from _with_submenus(part.menu())
    elif isinstance(part, QMenuBar):
        for action in part.actions():
            yield from _with_submenus(action.menu())


def _with_submenus(menu: QObject | None) -> Iterator[QMenu]:
    if isinstance(menu, QMenu):
        yield menu
        for action in menu.actions():
            yield from _with_submenus(action.menu())


def _keys(window: QWidget, parts: list[QWidget]) -> Iterator[tuple[str, str]]:
    """Give the keys that mean something anywhere in a window."""
    anywhere = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    actions = {action for part in parts for action in part.actions()}
    actions |= {each for each in window.findChildren(QAction) if isinstance(window, QMainWindow) and not each.parent()}
    for action in actions:
        if action.isEnabled() and action.isVisible() and action.shortcutContext() in anywhere:
            yield from ((key.toString(), action.text()) for key in action.shortcuts())
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled() and shortcut.context() in anywhere and shortcut.parent() in parts:
            yield from ((key.toString(), "shortcut") for key in list(shortcut.keys()))


# ------------------------------------------------------------------------------------------------------ texts cut off


def _cut(part: QWidget) -> Iterator[str]:
    """Say which texts of one part have no room in it, or which part has no room in what it stands in."""
    if isinstance(part, ElidedLabel | Chip):
        # Cut by design, with all of it in the tooltip.
        return
    for kind, reading in _READINGS:
        if isinstance(part, kind):
            why = [*reading(part), *_outside(part)]
            yield from (f"{type(part).__name__} {part.accessibleName()!r} cut: {each}" for each in why)
            return


def _size(metrics: QFontMetrics, text: str, *, marked: bool) -> QSize:
    return metrics.size(Qt.TextFlag.TextShowMnemonic if marked else Qt.TextFlag(0), text)


def _label(label: QLabel) -> Iterator[str]:
    yield from (f"{label.text()!r} {why}" for why in _words_of(label) if label.text())


def _words_of(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if label.wordWrap():
        if label.height() < label.heightForWidth(label.width()) - _ROUNDED:
            yield f"{label.height()} high, needs {label.heightForWidth(label.width())}"
        words = max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)
        if label.textFormat() is Qt.TextFormat.PlainText and room.width() < words - _ROUNDED:
            yield f"{room.width()} wide, its longest word needs {words}"
    elif label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text():
        needed = _size(label.fontMetrics(), label.text(), marked=label.buddy() is not None)
        if room.width() < needed.width() - _ROUNDED:
            yield f"{room.width()} wide, needs {needed.width()}"


def _chip(chip: ChipButton) -> Iterator[str]:
    if chip.width() < chip.sizeHint().width() and not chip.toolTip():
        yield repr(chip.text())


def _button(button: QAbstractButton) -> Iterator[str]:
    yield from (f"{button.text()!r} {why}" for why in _face(button) if button.text())


def _face(button: QAbstractButton) -> Iterator[str]:
    if isinstance(button, Check):
        if button.height() < button.heightForWidth(button.width()) - _ROUNDED:
            yield f"{button.height()} high, needs {button.heightForWidth(button.width())}"
    elif isinstance(button, QRadioButton | QCheckBox | FigureButton | QToolButton):
        if button.width() < button.sizeHint().width() - _ROUNDED:
            yield f"{button.width()} wide, needs {button.sizeHint().width()}"
    else:
        needed = _size(button.fontMetrics(), button.text(), marked=True).width() + (
            0 if button.icon().isNull() else button.iconSize().width() + 4
        )
        if button.width() < needed + 6:
            yield f"{button.width()} wide, needs {needed}"


def _combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()
    needed = combo.fontMetrics().horizontalAdvance(combo.currentText())
    if room < needed - _ROUNDED and combo.currentText() not in combo.toolTip():
        yield f"{combo.currentText()!r} {room} wide, needs {needed}"


def _line(line: QLineEdit) -> Iterator[str]:
    needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
    if not line.text() and line.contentsRect().width() - 8 < needed and line.placeholderText() not in line.toolTip():
        yield f"{line.placeholderText()!r} {line.contentsRect().width() - 8} wide, needs {needed}"


def _menu_bar(bar: QMenuBar) -> Iterator[str]:
    if bar.sizeHint().width() > bar.window().width():
        yield "menus out of sight"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        rect, needed = bar.tabRect(place), _size(bar.fontMetrics(), bar.tabText(place), marked=True).width()
        if rect.width() < needed or rect.right() > bar.width() + _ROUNDED or rect.left() < 0:
            yield f"tab {bar.tabText(place)!r} {rect.left()}–{rect.right()} of {bar.width()}, needs {needed}"


def _heads(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    # Those of the big tables draw their words themselves, on two lines.
    if type(header) is not QHeaderView or header.orientation() is Qt.Orientation.Vertical:
        return
    for section in range(header.count()):
        font = model.headerData(section, header.orientation(), Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(font) if isinstance(font, QFont) else header.fontMetrics()
        text = str(model.headerData(section, header.orientation()) or "")
        about = str(model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole) or "")
        needed = max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0) + 6
        if not header.isSectionHidden(section) and header.sectionSize(section) < needed and text not in about:
            yield f"head {text!r} {header.sectionSize(section)} wide, needs {needed}"


def _outside(part: QWidget) -> Iterator[str]:
    """Say where a part reaches beyond what it stands in, and cannot be scrolled to."""
    rect, inside = part.rect(), part.parentWidget()
    if part.isWindow() or isinstance(part, QHeaderView):
        return
    here = part
    while inside is not None:
        rect = QRect(here.mapTo(inside, rect.topLeft()) if here is not inside else QPoint(), rect.size())
        area = inside.parentWidget()
        scrolled = area if isinstance(area, QAbstractScrollArea) and area.viewport() is inside else None
        is_cut = rect.left() < -_ROUNDED or rect.right() > inside.width() + _ROUNDED
        if is_cut and (scrolled is None or scrolled.horizontalScrollBarPolicy() is _NO_BAR):
            yield f"{rect.left()}–{rect.right()} of {inside.width()} in {type(inside).__name__}"
            return
        if scrolled is None and (rect.top() < -_ROUNDED or rect.bottom() > inside.height() + _ROUNDED):
            yield f"{rect.top()}–{rect.bottom()} down of {inside.height()} in {type(inside).__name__}"
            return
        if scrolled is not None or inside.isWindow():
            return
        here, inside = inside, inside.parentWidget()


_READINGS: Final[tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...]] = (
    (ChipButton, _chip),
    (QLabel, _label),
    (QAbstractButton, _button),
    (QComboBox, _combo),
    (QLineEdit, _line),
    (QTabBar, _tabs),
    (QHeaderView, _heads),
    (QMenuBar, _menu_bar),
)
"""What is looked at, by its kind; the first one that fits."""
