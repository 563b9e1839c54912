"""What painting needs, made ready once for a zoom and a colour scheme: fonts, their measures, icons, padding."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPixmap

from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Colours, Space, Type, legible, theme
from desktop_app.views.typed_table.cells import Cell, Look
from desktop_app.views.typed_table.layout import Layout

_LONGEST_LABEL: Final = 24
"""Letters of a label that a column makes room for."""


def more_words(count: int) -> str:
    """Return what stands for marks that have no room: ``"+2"``."""
    return f"+{count}"


_KNOWN_TEXTS: Final = 4096


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts of one zoom."""

    body: QFont
    strong: QFont
    caption: QFont
    italic: QFont


class Metrics(QFontMetrics):
    """Metrics that remember how wide a text is: each entry asks for the same few hundred texts again."""

    def __init__(self, font: QFont) -> None:
        """Measure a font."""
        super().__init__(font)
        self._known: dict[str, int] = {}

    def width(self, text: str) -> int:
        """Return how wide a text is."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _KNOWN_TEXTS:
                self._known.clear()
            known = self._known[text] = self.horizontalAdvance(text)
        return known


@dataclass(slots=True)
class Drawing:
    """Shared by the views of one table; replaced whole when zoom or colours change.

    Attributes:
        layout: the columns.
        scale: the zoom, 1.0 = 100 %.
        colours: colour tokens of now.
        faces: fonts.
        measures: metrics of the body font.
        strong: metrics of the strong font.
        caption: metrics of the caption font.
        decimals: longest decimals with their sign, by column, such as ``".00"``.
        current: row and column of the cell with the cursor.
        focused: whether the cells take the keyboard.
        totals_focused: whether the totals take it.
        read_only: whether nothing can be typed, so that no cell looks as if it could.
        sorted_by: column that the rows are sorted by, and whether the highest comes first; ``None`` for none.
        found: cells in which the text looked for stands, by row and column.
        pixmaps: icons, by name, tone and pixel ratio.
    """

    layout: Layout
    scale: float
    colours: Colours
    faces: Faces
    measures: Metrics
    strong: Metrics
    caption: Metrics
    decimals: dict[int, str] = field(default_factory=dict)
    current: tuple[int, int] = (-1, -1)
    focused: bool = False
    totals_focused: bool = False
    read_only: bool = False
    sorted_by: tuple[int, bool] | None = None
    found: frozenset[tuple[int, int]] = frozenset()
    pixmaps: dict[tuple[str, str, float], QPixmap] = field(default_factory=dict)

    @classmethod
    def at(cls, scale: float, layout: Layout) -> "Drawing":
        """Make everything ready for a zoom in the colours of now."""
        body = theme().font(Type.BODY, scale)
        italic = QFont(body)
        italic.setItalic(True)
        faces = Faces(body, theme().font(Type.STRONG, scale), theme().font(Type.CAPTION, scale), italic)
        return cls(
            layout,
            scale,
            theme().colours,
            faces,
            Metrics(faces.body),
            Metrics(faces.strong),
            Metrics(faces.caption),
        )

    @property
    def pad(self) -> int:
        """Room left and right of a cell's content."""
        return round(Space.S * self.scale)

    @property
    def frame(self) -> int:
        """Thickness of the frame of the cursor."""
        return max(2, round(2 * self.scale))

    @property
    def icon(self) -> int:
        """Side of an icon in a cell."""
        return self.measures.ascent()

    @property
    def row_height(self) -> int:
        """Height of a row: the text, with room for the bar under it."""
        return self.measures.height() + round(Space.S * self.scale)

    @property
    def header_height(self) -> int:
        """Height of the heading: two lines, and one above them where columns are grouped."""
        return self.group_height + self.strong.height() + self.caption.height() + round(Space.S * self.scale)

    @property
    def group_height(self) -> int:
        """Height of the line with the headings of groups; 0 without them."""
        return self.caption.height() + round(Space.XS * self.scale) if self.layout.groups else 0

    def pixmap(self, name: str, tone: str, ratio: float) -> QPixmap:
        """Return an icon in a colour token, sharp at a pixel ratio."""
        key = (name, tone, ratio)
        if key not in self.pixmaps:
            icon = theme().icon(name, self.colours.named(tone))
            self.pixmaps[key] = icon.pixmap(QSize(self.icon, self.icon), ratio)
        return self.pixmaps[key]

    def measure_decimals(self, column: int, cells: list[Cell]) -> bool:
        """Keep room for the longest decimals of a column; tell whether that changed."""
        former, longest = self.decimals.get(column, ""), max(len(cell.decimals) for cell in cells)
        self.decimals[column] = ".00000000"[:longest]
        return self.decimals[column] != former

    def room_beside(self, column: int, decimals: str, metrics: Metrics) -> int:
        """Return the room right of a number, so that the decimal signs of a column stand under each other.

        Args:
            column: its column.
            decimals: the number's own decimals with their sign; may be empty.
            metrics: of its font.
        """
        longest = self.decimals.get(column, "")
        if len(decimals) >= len(longest):
            return 0
        return metrics.width(longest) - metrics.width(decimals)

    def width_of(self, column: int, cell: Cell) -> int:
        """Return the width at which nothing of a cell is cut."""
        # One mark, and how many more there are: a column is not to grow by a row of icons.
        marks = self.marks_width(1, len(cell.marks)) if cell.marks else 0
        return self._content_width(column, cell) + marks + 2 * self.pad

    @property
    def mark_width(self) -> int:
        """Room for one mark of how a pledge is said, and the gap after it."""
        return self.icon + self.icon_gap

    def marks_width(self, shown: int, marks: int) -> int:
        """Return the room for marks, and for the count of those that are not shown."""
        more = self.caption.width(more_words(marks - shown)) + self.icon_gap if marks > shown else 0
        return shown * self.mark_width + more

    def marks_that_fit(self, column: int, cell: Cell, width: int) -> int:
        """Return how many of its marks a cell of this width can show beside its content."""
        marks = len(cell.marks)
        if not marks:
            return 0
        room = width - self._content_width(column, cell) - 2 * self.pad
        return next((shown for shown in range(marks, 0, -1) if self.marks_width(shown, marks) <= room), 0)

    def least_width(self, column: int) -> int:
        """Return the width that a column keeps whatever stands in it: its heading, and usual figures."""
        heading = self.layout.headings[column]
        return 2 * self.pad + max(
            self.strong.width(shown(heading.title)),
            self.caption.width(shown(heading.unit)),
            self.measures.width(self.layout.least.get(column, "")),
        )

    def _content_width(self, column: int, cell: Cell) -> int:
        advance, text = self.measures.width, legible(cell.text)
        match cell.look:
            case Look.NAME:
                aside = self.pad + self.caption.width(cell.aside) if cell.aside else 0
                beside = self.pad + self.beside_names if cell.tokens else 0
                return self.code_width + self.strong.width(cell.text) + aside + beside
            case Look.TOKENS:
                words = sum(advance(token.word) for token in cell.tokens)
                # One pixel a word more: measures are rounded, and a word that lacks one is cut.
                icons = len(cell.tokens) * (self.icon + self.icon_gap + 1)
                return words + icons + (len(cell.tokens) - 1) * self.pad
            case Look.COVERAGE:
                word = max(advance(tr("no pledge")), *(advance(token.word) for token in cell.tokens))
                return self.icon + self.icon_gap + word + self.pad + max(advance("100.00 %"), advance(text))
            case Look.NUMBER:
                aside = self.pad + self.caption.width(legible(cell.aside)) if cell.aside else 0
                beside = self.room_beside(column, cell.decimals, self.strong)
                return aside + self.strong.width(text) + beside
            case Look.LABEL:
                return min(advance(text), _LONGEST_LABEL * advance("n"))
            case _:
                return advance(text)

    @property
    def code_width(self) -> int:
        """Room for a Union code and the gap after it."""
        return self.caption.width("MM") + self.pad

    @property
    def beside_names(self) -> int:
        """Room for the icon, the word and the second icon beside a name."""
        return 2 * (self.icon + self.icon_gap) + self.caption.width(self.layout.beside_names)

    @property
    def icon_gap(self) -> int:
        """Room between an icon and its word."""
        return round(Space.XS * self.scale)
