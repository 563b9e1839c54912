"""The outline of the push button that has the keyboard: clear on light and dark grounds, gone with the keyboard."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.views.focus_ring import ring_of
from desktop_app.views.theme import Scheme, theme


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_button_with_the_keyboard_has_an_outline(qtbot: QtBot, scheme: Scheme) -> None:
    theme().choose(scheme)
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    one, other = QPushButton("Adopt"), QPushButton("Cancel")
    row.addWidget(one)
    row.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    one.setFocus()
    qtbot.waitUntil(lambda: ring_of(one) is not None)
    image = one.grab().toImage()
    assert QColor(image.pixel(image.width() // 2, 1)) == theme().colours.accent
    one.resize(one.width() + 40, one.height())
    ring = ring_of(one)
    assert ring is not None
    assert ring.geometry() == one.rect()
    other.setFocus()
    qtbot.waitUntil(lambda: ring_of(one) is None and ring_of(other) is not None)
    theme().choose(Scheme.SYSTEM)
