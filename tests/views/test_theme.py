"""One visual language: legible in both schemes, followed everywhere."""

from dataclasses import fields
from itertools import combinations
from math import dist

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.views.theme import DARK, LIGHT, PRODUCT_FAMILY, Colours, Scheme, Type, legible, theme

INKS = ("text", "muted", "accent", "block", "warn", "info", "ok", "unknown", "benefitting")
TYPES = ("bar_relocations", "bar_financial", "bar_alternative")
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


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_legible_on_every_quiet_ground(colours: Colours) -> None:
    for ground in (field.name for field in fields(Colours) if field.name.endswith("_ground")):
        assert contrast(colours.text, colours.named(ground)) >= 4.5, ground
        # A cell in which something was found may hold a quiet figure.
        assert contrast(colours.muted, colours.named(ground)) >= 4.5, ground


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("bar", TYPES)
def test_bars_stand_out_from_every_ground(colours: Colours, bar: str) -> None:
    for ground in GROUNDS:
        assert contrast(colours.named(bar), colours.named(ground)) >= 3, ground


BLIND_TO = {
    "red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What is left of linear red, green and blue (Machado, Oliveira and Fernandes, 2009, severity 1.0)."""
APART = 10
"""Distance in the CIE colour space of 1976; about 2 is just seen side by side."""


def seen_without(colour: QColor, what: str) -> tuple[float, float, float]:
    """Return a colour in CIELAB as a reader sees it who is blind to red, green or blue."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, linear, strict=True))))
        for row in BLIND_TO[what]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    one, two, three = (each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116 for each in (x, y, z))
    return 116 * two - 16, 500 * (one - two), 200 * (two - three)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("what", BLIND_TO)
@pytest.mark.parametrize("together", [("block", "warn", "info", "ok"), TYPES], ids=["severities", "types"])
def test_colours_that_stand_together_stay_apart_for_the_colour_blind(
    colours: Colours, what: str, together: tuple[str, ...]
) -> None:
    for one, other in combinations(together, 2):
        pair = seen_without(colours.named(one), what), seen_without(colours.named(other), what)
        assert dist(*pair) >= APART, (one, other)


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
