"""What the room may see, as a frozen value of texts: the room display gets this and nothing else.

A sheet holds no forum, no assessment and no word that somebody typed but the title that was given for the room: what
is not here cannot be shown. Times are those of the clock in the room.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import day

OPEN: Final = "open"
"""Stands where a state has not answered yet."""
NONE: Final = "none"
"""Stands where a state has said that it gives nothing."""
NOT_ASKED: Final = "–"
"""Stands where nothing is asked of a state."""
SCENARIO: Final = say("SCENARIO")
"""Stands in large letters over a sheet that shows no state of the record."""


class Content(Enum):
    """What can be chosen to be shown."""

    TOTALS = "totals"
    TABLE = "table"
    STATE = "state"
    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen to be shown.

    Attributes:
        title: heads the sheet; typed for the room.
        contents: what is shown, in this order.
        state: code of the delegation that ``STATE`` shows.
    """

    title: str
    contents: tuple[Content, ...]
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and of what a sheet was released.

    Attributes:
        released: when, by the clock in the room.
        fingerprint: first twelve digits of the hash of the state that is shown.
        state_of: when that state was reached, where it is an earlier one than that of the release.
        is_scenario: whether it is a state of a scenario, not of the record.
    """

    released: datetime
    fingerprint: str
    state_of: datetime | None = None
    is_scenario: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What a sheet compares with.

    Attributes:
        assessment: the figures at the end of the round before.
        closed: when that round was closed, by the clock in the room.
    """

    assessment: Assessment
    closed: datetime


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, large.

    Attributes:
        caption: what it is.
        value: the figure.
        beside: what belongs to it, such as the same in EUR; may be empty.
        ratio: length of a bar below it, 1 = full; ``None`` draws none.
    """

    caption: str
    value: str
    beside: str = ""
    ratio: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures beside and below each other.

    Attributes:
        heading: what they are of.
        main: the most important, shown largest.
        others: the rest.
        notes: sentences below.
    """

    heading: str
    main: tuple[Figure, ...]
    others: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a grid: its heading, and whether it holds numbers."""

    heading: str
    is_number: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        heading: what it is of.
        columns: from left to right; the first names the row.
        rows: texts, one for each column.
        total: the last row, or ``None``.
        notes: sentences below.
    """

    heading: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None = None
    notes: tuple[str, ...] = ()


Panel: TypeAlias = Figures | Grid


@dataclass(frozen=True, slots=True)
class RoomSheet:
    """Everything that the room sees.

    Attributes:
        title: as typed for the room.
        marking: the classification as it stands on paper.
        status: legal status of the procedure; empty for the law in force.
        released: ``"as released at 16:40 on 27 November 2026"``.
        state_of: which earlier state it is, or empty.
        fingerprint: of the state.
        is_scenario: whether it is no state of the record, which is said in large letters.
        panels: what is shown, one after the other.
    """

    title: str
    marking: str
    status: str
    released: str
    state_of: str
    fingerprint: str
    is_scenario: bool
    panels: tuple[Panel, ...]

    def texts(self) -> tuple[str, ...]:
        """Return every text in it, as it is read aloud from top to bottom."""
        sign = SCENARIO if self.is_scenario else ""
        frame = (sign, self.title, self.released, self.state_of, self.marking, self.status, self.fingerprint)
        return tuple(text for text in (*frame, *(text for panel in self.panels for text in texts_of(panel))) if text)


def texts_of(panel: Panel) -> tuple[str, ...]:
    """Return every text of one panel, from top to bottom."""
    inside = _of_figures(panel) if isinstance(panel, Figures) else _of_grid(panel)
    return tuple(text for text in (panel.heading, *inside, *panel.notes) if text)


def _of_figures(panel: Figures) -> tuple[str, ...]:
    return tuple(text for each in (*panel.main, *panel.others) for text in (each.caption, each.value, each.beside))


def _of_grid(panel: Grid) -> tuple[str, ...]:
    rows = panel.rows if panel.total is None else (*panel.rows, panel.total)
    return (*(column.heading for column in panel.columns), *(text for row in rows for text in row))


def clock(moment: datetime) -> str:
    """Write a time: ``"16:40"``."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def at(moment: datetime) -> str:
    """Write a moment: ``"16:40 on 27 November 2026"``."""
    return say("{clock} on\u00a0{day}", clock=clock(moment), day=day(moment.date()))
