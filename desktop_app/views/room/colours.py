"""The colours of the room display: the widest contrast there is, for projectors wash everything out."""

from dataclasses import replace
from typing import Final

from PySide6.QtGui import QColor

from desktop_app.views.theme import DARK, LIGHT, Colours

ROOM_LIGHT: Final[Colours] = replace(
    LIGHT,
    surface=QColor("#ffffff"),
    raised=QColor("#eef2f8"),
    sunken=QColor("#d3deee"),
    border=QColor("#4b5668"),
    text=QColor("#000000"),
    muted=QColor("#2c3442"),
    accent=QColor("#0b3f8a"),
    warn=QColor("#000000"),
    warn_ground=QColor("#ffc933"),
)
"""Black on white: in a lit room."""
ROOM_DARK: Final[Colours] = replace(
    DARK,
    surface=QColor("#000000"),
    raised=QColor("#161c26"),
    sunken=QColor("#2a3649"),
    border=QColor("#9aa6ba"),
    text=QColor("#ffffff"),
    muted=QColor("#d3d9e4"),
    accent=QColor("#9cc2ff"),
    warn=QColor("#000000"),
    warn_ground=QColor("#ffc933"),
)
"""White on black: in a dark room."""
