"""One visual language: legible in both schemes, followed everywhere."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.views.theme import DARK, LIGHT, PRODUCT_FAMILY, Colours, Scheme, Type, legible, theme

INKS = ("text", "muted", "accent", "block", "warn", "info", "ok", "unknown", "benefitting")
GROUNDS = ("surface", "raised", "sunken", "selection")


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_is_legible_on_every_ground(colours: Colours, ink: str) -> None:
    grounds = [*GROUNDS, f"{ink}_ground"]
    for ground in grounds:
        if ground in {field.name for field in fields(Colours)}:
            assert contrast(colours.named(ink), colours.named(ground)) >= 4.5, ground


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_outlines_and_accents_stand_out(colours: Colours) -> None:
    assert contrast(colours.border, colours.raised) >= 3
    assert contrast(colours.border, colours.surface) >= 3
    assert contrast(colours.on_accent, colours.accent) >= 4.5


def test_the_scheme_can_be_chosen_and_is_told(qtbot: QtBot) -> None:
    theme().choose(Scheme.LIGHT)
    with qtbot.waitSignal(theme().changed):
        theme().choose(Scheme.DARK)
    assert theme().colours is DARK
    palette = QApplication.palette()
    assert palette.windowText().color() == DARK.text
    with qtbot.waitSignal(theme().changed):
        theme().choose(Scheme.LIGHT)
    assert theme().scheme is Scheme.LIGHT
    theme().choose(Scheme.SYSTEM)


def test_there_is_one_theme() -> None:
    assert theme() is theme()


def test_the_window_is_set_in_the_products_font_with_figures_of_one_width() -> None:
    font = theme().font()
    assert QFontInfo(font).family() == PRODUCT_FAMILY
    metrics = QFontMetricsF(font)
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_type_scale_grows_with_the_zoom() -> None:
    assert theme().font(Type.FIGURE).pointSizeF() > theme().font(Type.BODY).pointSizeF()
    assert theme().font(Type.BODY, 2.0).pointSizeF() == 2 * theme().font(Type.BODY).pointSizeF()


def test_icons_take_the_colour_asked_for() -> None:
    image = theme().icon("block", QColor("#ff0000")).pixmap(32, 32).toImage()
    inks = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#ff0000"}


def test_an_unknown_icon_is_empty() -> None:
    assert theme().icon("no such icon").isNull()


def test_thousands_are_wide_enough_on_screen() -> None:
    assert legible("21\u202f000") == "21\u00a0000"


def test_an_unknown_token_is_the_text_colour() -> None:
    assert LIGHT.named("no such token") == LIGHT.text
