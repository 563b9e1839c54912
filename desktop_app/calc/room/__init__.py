"""What the room may see of a forum, chosen and released: a value of its own that holds nothing else.

See :func:`room_sheet` for what never gets into it.
"""

from desktop_app.calc.room.build import codes_of, neutral_name, room_sheet
from desktop_app.calc.room.choice import choice_of, particulars_of
from desktop_app.calc.room.sheet import (
    SCENARIO,
    Before,
    Choice,
    Content,
    Figure,
    Figures,
    Grid,
    GridColumn,
    Panel,
    RoomSheet,
    Stamp,
    at,
    clock,
    texts_of,
)

__all__ = [
    "SCENARIO",
    "Before",
    "Choice",
    "Content",
    "Figure",
    "Figures",
    "Grid",
    "GridColumn",
    "Panel",
    "RoomSheet",
    "Stamp",
    "at",
    "choice_of",
    "clock",
    "codes_of",
    "neutral_name",
    "particulars_of",
    "room_sheet",
    "texts_of",
]
