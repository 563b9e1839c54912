"""The one visual language: spacing, type, colours for light and dark, icons, product fonts.

Widgets ask :func:`theme` for what they need and listen to :attr:`Theme.changed`; none names a colour
or a size of its own. Every text colour reaches 4.5 : 1 on its surface, and severities and types of solidarity
stay apart for readers who do not see red, green or blue (tests compute both); a word and an icon, or a
pattern, always stand beside the colour.
"""

import re
from dataclasses import dataclass, fields
from enum import Enum, IntEnum
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.calc.wording import HARD, MINUS, NARROW
from desktop_app.paths import resource
from desktop_app.views.language import shown, tr

PRODUCT_FAMILY: Final = "Forum Desk Sans"
"""The family of the product's own fonts that the window is set in."""
_BELOW_0: Final = re.compile(r"(?<![\w)-])-(?=\d)")
"""A hyphen that begins a number: none in a date, a reference, a range."""
_ICON_SIZES: Final = (16, 24, 32, 64)
"""Few: each is drawn at start, and a smaller one is made of the next larger."""


class Space(IntEnum):
    """The spacing scale, in device-independent pixels."""

    HAIR = 2
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class Type(Enum):
    """The type scale: (size relative to the body, weight)."""

    CAPTION = (0.86, QFont.Weight.Normal)
    BODY = (1.0, QFont.Weight.Normal)
    STRONG = (1.0, QFont.Weight.DemiBold)
    HEADING = (1.15, QFont.Weight.DemiBold)
    FIGURE = (1.45, QFont.Weight.DemiBold)


class Scheme(Enum):
    """What the person chose in the View menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour tokens of one scheme.

    Attributes:
        surface: the window's ground.
        raised: tables, lists and fields.
        sunken: header rows, totals, bars without a value.
        line: grid lines and frames (decoration only).
        border: outline of a control (3 : 1 on its ground).
        text: what is read.
        muted: secondary text; still 4.5 : 1.
        accent: links, focus, selection outline, the bar of the pledges.
        on_accent: text on ``accent``.
        selection: ground of a selected row or cell, under ``text``.
        block: severity "blocks".
        warn: severity "warns".
        info: severity "informs".
        ok: met, saved.
        unknown: nothing recorded, not known.
        benefitting: a benefitting Member State.
        bar_relocations, bar_financial, bar_alternative: types of solidarity in a picture, each with a pattern of
            its own beside the colour (3 : 1 on their ground).
        block_ground, warn_ground, info_ground, ok_ground, benefitting_ground: quiet grounds for the word of
            the same colour and for ``text``.
    """

    surface: QColor
    raised: QColor
    sunken: QColor
    line: QColor
    border: QColor
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    block: QColor
    warn: QColor
    info: QColor
    ok: QColor
    unknown: QColor
    benefitting: QColor
    bar_relocations: QColor
    bar_financial: QColor
    bar_alternative: QColor
    block_ground: QColor
    warn_ground: QColor
    info_ground: QColor
    ok_ground: QColor
    benefitting_ground: QColor

    def named(self, name: str) -> QColor:
        """Return the token called ``name``; ``text`` where there is none."""
        return getattr(self, name) if name in _TOKENS else self.text


_TOKENS: Final = frozenset(field.name for field in fields(Colours))


def _colours(**tokens: str) -> Colours:
    return Colours(**{name: QColor(value) for name, value in tokens.items()})


LIGHT: Final = _colours(
    surface="#f3f4f7",
    raised="#ffffff",
    sunken="#e9ecf1",
    line="#d3d8e0",
    border="#7d8797",
    text="#18202e",
    muted="#525c6d",
    accent="#1d4f9f",
    on_accent="#ffffff",
    selection="#d9e6fa",
    block="#96101a",
    warn="#855500",
    info="#1a5a96",
    ok="#00664f",
    unknown="#5a6270",
    benefitting="#63379a",
    bar_relocations="#0b3f8a",
    bar_financial="#b4650a",
    bar_alternative="#1f8a9c",
    block_ground="#fbe9e7",
    warn_ground="#fdf1d8",
    info_ground="#e4effa",
    ok_ground="#dff3ed",
    benefitting_ground="#f0e8fa",
)
DARK: Final = _colours(
    surface="#14171d",
    raised="#1b1f27",
    sunken="#242a34",
    line="#353d4a",
    border="#78849a",
    text="#e9ecf2",
    muted="#a6b0c0",
    accent="#86b4ff",
    on_accent="#0d1524",
    selection="#29405f",
    block="#ff9388",
    warn="#f0bb55",
    info="#82c6fb",
    ok="#5fd3b6",
    unknown="#a4adbb",
    benefitting="#c9aaff",
    bar_relocations="#8ab4ff",
    bar_financial="#e39a3c",
    bar_alternative="#4fd0c8",
    block_ground="#3d2120",
    warn_ground="#382c14",
    info_ground="#182f45",
    ok_ground="#123530",
    benefitting_ground="#302546",
)


class Theme(QObject):
    """The theme of the running program; there is one, and :func:`theme` returns it.

    Signals:
        changed: colours have changed; icons are to be asked for anew.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        """Take the application's style, fonts and palette in hand.

        Args:
            application: the one QApplication; the theme becomes its child.
        """
        from desktop_app.views.focus_ring import follow_keyboard

        super().__init__(application)
        follow_keyboard(application)
        self._application = application
        self._scheme = Scheme.SYSTEM
        self._icons: dict[tuple[str, int], QIcon] = {}
        self._families = _register_fonts()
        self._body = self._make_body_font()
        application.setStyle("Fusion")
        application.setFont(self._body)
        self.colours = self._wanted_colours()
        application.setPalette(_palette(self.colours))
        application.styleHints().colorSchemeChanged.connect(self._refresh)

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Follow the system, or stay light or dark."""
        self._scheme = scheme
        wanted = {
            Scheme.SYSTEM: Qt.ColorScheme.Unknown,
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
        }[scheme]
        self._application.styleHints().setColorScheme(wanted)
        self._refresh()

    def font(self, role: Type = Type.BODY, scale: float = 1.0) -> QFont:
        """Return the font of a role, with figures of one width.

        Args:
            role: the step of the type scale.
            scale: the person's zoom, 1.0 = 100 %.
        """
        size, weight = role.value
        font = QFont(self._body)
        font.setPointSizeF(self._body.pointSizeF() * size * scale)
        font.setWeight(weight)
        return font

    def icon(self, name: str, colour: QColor | None = None) -> QIcon:
        """Return ``resources/icons/<name>.svg`` in the colours of now.

        Args:
            name: without the ending; an unknown one gives an empty icon.
            colour: what ``currentColor`` becomes; by default the token of the same name, else ``text``.
        """
        tint = colour or self.colours.named(name)
        key = (name, tint.rgba())
        if key not in self._icons:
            self._icons[key] = _tinted(name, tint)
        return self._icons[key]

    def _wanted_colours(self) -> Colours:
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def _refresh(self) -> None:
        wanted = self._wanted_colours()
        if wanted is self.colours:
            return
        self.colours = wanted
        self._icons.clear()
        self._application.setPalette(_palette(wanted))
        self.changed.emit()

    def _make_body_font(self) -> QFont:
        font = QFont(self._application.font())
        if PRODUCT_FAMILY in self._families:
            font.setFamily(PRODUCT_FAMILY)
        font.setPointSizeF(max(font.pointSizeF(), 10.0))
        # Columns of figures align only where every digit has the same width.
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def legible(text: str) -> str:
    """Return a text as it is shown (see :func:`shown`), its figures easy to read across a room.

    The narrow space between thousands is a pixel or two there: it is widened; a number below 0 has the sign of a
    minus, which is as wide as a plus, not a hyphen.
    """
    widened = shown(text).replace(NARROW, HARD)
    return _BELOW_0.sub(MINUS, widened) if "-" in widened else widened


def theme() -> Theme:
    """Return the theme of the running program, made at the first call after the QApplication.

    Raises:
        TypeError: there is no QApplication yet.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        message = tr("the theme needs a QApplication")
        raise TypeError(message)
    # Kept as a child of the application, so that it goes when the application goes.
    existing = application.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return existing if existing is not None else Theme(application)


def _register_fonts() -> set[str]:
    families: set[str] = set()
    for path in sorted(resource("fonts").glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    return families


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, colours.surface),
        (role.WindowText, colours.text),
        (role.Base, colours.raised),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.sunken),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.block),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.text),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Light, colours.raised),
        (role.Midlight, colours.sunken),
        (role.Mid, colours.line),
        (role.Dark, colours.border),
        (role.Shadow, colours.border),
    ):
        palette.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, colours.unknown)
    return palette


def _tinted(name: str, tint: QColor) -> QIcon:
    path = resource("icons", f"{name}.svg")
    icon = QIcon()
    if not path.is_file():
        return icon
    source = path.read_bytes()
    for size in _ICON_SIZES:
        icon.addPixmap(_painted(source, tint, size))
    return icon


def _painted(source: bytes, tint: QColor, size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", tint.name().encode())))
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return pixmap
