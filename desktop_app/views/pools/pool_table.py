"""The pools, one a line: what each holds, what is used of it, a bar with the mark at 80 %, how it stands."""

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.calc.response_assessment import PoolFigures, SearchAndRescueAssessment
from desktop_app.calc.shifts import NOT_KNOWN
from desktop_app.calc.wording import percent, persons
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.pools.words import persons_or_open, standing_of
from desktop_app.views.theme import Space, Type, legible, theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
POOL_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role under which a row hands out its :class:`PoolFigures`."""


class Column(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    POOL = 1
    USED = 2
    REMAINING = 3
    PERCENT = 4
    BAR = 5
    STANDING = 6


HEADINGS: Final = (
    marked("Pool of"),
    marked("Holds"),
    marked("Used"),
    marked("Remaining"),
    marked("Used, %"),
    marked("Use, with the mark at 80 %"),
    marked("Standing"),
)
_FIGURES: Final = frozenset({Column.POOL, Column.USED, Column.REMAINING, Column.PERCENT})
_TEXTS: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def cells_of(pool: PoolFigures) -> tuple[str, ...]:
    """Return the texts of a pool, one for each of :data:`HEADINGS`."""
    ratio = pool.used_ratio
    share = NOT_KNOWN if ratio is None else percent(ratio)
    remaining = pool.remaining
    left = persons_or_open(remaining) if remaining is None or remaining >= 0 else f"−{tr(persons(-remaining))}"
    cells = (
        state_name(pool.benefitting),
        persons_or_open(pool.pool),
        persons(pool.used),
        left,
        share,
        tr("{share} used", share=share),
        standing_of(pool).text,
    )
    return tuple(map(shown, cells))


class PoolsModel(QAbstractTableModel):
    """The pools of an assessment, in protocol order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: tuple[PoolFigures, ...] = ()

    @property
    def pools(self) -> tuple[PoolFigures, ...]:
        """What is shown."""
        return self._pools

    def show_assessment(self, assessment: SearchAndRescueAssessment | None) -> None:
        """Show the figures of now; where the same states have pools, only figures are announced."""
        pools = () if assessment is None else assessment.totals.pools
        if [each.benefitting for each in pools] == [each.benefitting for each in self._pools]:
            self._pools = pools
            if pools:
                self.dataChanged.emit(self.index(0, 0), self.index(len(pools) - 1, len(HEADINGS) - 1))
            return
        self.beginResetModel()
        self._pools = pools
        self.endResetModel()

    def pool(self, row: int) -> PoolFigures | None:
        """Return the pool of a row."""
        return self._pools[row] if 0 <= row < len(self._pools) else None

    def row_of(self, code: str) -> int | None:
        """Return the row of a state's pool, ``None`` where it has none."""
        return next((row for row, pool in enumerate(self._pools) if pool.benefitting == code), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many pools there are."""
        return 0 if parent.isValid() else len(self._pools)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell holds for a role."""
        pool = self.pool(index.row()) if index.isValid() else None
        if pool is None:
            return None
        column = Column(index.column())
        if role == POOL_ROLE:
            return pool
        if role == Qt.ItemDataRole.DisplayRole:
            return legible(cells_of(pool)[column])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return legible(spoken(pool))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in _FIGURES else _LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column, aligned as its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if Column(section) in _FIGURES else _LEFT
        return None


def spoken(pool: PoolFigures) -> str:
    """Return a pool in a sentence."""
    name, holds, used, remaining, share, _bar, standing = cells_of(pool)
    return tr(
        "Pool of {name}: {used} of {holds} used, {remaining} remain, {share}, {standing}",
        name=name,
        used=used,
        holds=holds,
        remaining=remaining,
        share=share,
        standing=standing,
    )


class PoolDelegate(QStyledItemDelegate):
    """Paints the bar and the standing; figures and names as they are, with the frame of the keyboard."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the text and its margins, and for a sign before the standing."""
        metrics = theme_metrics(option)
        width = metrics.horizontalAdvance(str(index.data() or "")) + 2 * Space.S + Space.S
        column = Column(index.column())
        if column is Column.STANDING:
            width += metrics.height() + Space.XS
        if column is Column.BAR:
            width = 160
        return QSize(width, metrics.height() + 2 * Space.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        pool: PoolFigures = index.data(POOL_ROLE)
        column, colours = Column(index.column()), theme().colours
        painter.save()
        rect: QRect = option.rect
        painter.fillRect(rect, colours.selection if option.state & QStyle.StateFlag.State_Selected else colours.raised)
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(Space.S, 0, -Space.S, 0)
        if column is Column.BAR:
            paint_use(painter, inside, pool)
        else:
            self._paint_text(painter, inside, index, column, pool)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_text(self, painter: QPainter, inside: QRect, index: Index, column: Column, pool: PoolFigures) -> None:
        colours = theme().colours
        strong = column in {Column.NAME, Column.STANDING, Column.REMAINING}
        painter.setFont(theme().font(Type.STRONG if strong else Type.BODY, self._scale))
        painter.setPen(colours.text)
        if column is Column.STANDING:
            standing = standing_of(pool)
            colour, size = colours.named(standing.tone), painter.fontMetrics().height()
            top = inside.center().y() - size // 2
            theme().icon(standing.icon, colour).paint(painter, inside.left(), top, size, size)
            inside = inside.adjusted(size + Space.XS, 0, 0, 0)
            painter.setPen(colour)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(_RIGHT if column in _FIGURES else _LEFT), text)


def theme_metrics(option: QStyleOptionViewItem) -> Any:
    """Return the metrics of the strong face of a view."""
    font = option.font
    font.setWeight(theme().font(Type.STRONG).weight())
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(font)


def mark_at(width: int) -> int:
    """Return where 80 % stands on a track of a width, pixels, exactly cut."""
    return width * 4 // 5


def filled(pool: PoolFigures, width: int) -> int:
    """Return how much of a track is filled: never short of the mark once 80 % is used, never past it before."""
    return min(width, width * pool.used // pool.pool) if pool.pool else 0


def paint_use(painter: QPainter, room: QRect, pool: PoolFigures) -> None:
    """Paint the bar of a pool into its room."""
    colours = theme().colours
    inset = max(Space.XS, room.height() // 4)
    track = room.adjusted(0, inset, -1, -inset)
    if pool.pool is None:
        painter.setPen(QPen(colours.border, 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(track)
        return
    painter.fillRect(track, colours.sunken)
    token = "block" if pool.used > pool.pool else "warn" if pool.alarm else "accent"
    painter.fillRect(
        QRect(track.left(), track.top(), filled(pool, track.width()), track.height()), colours.named(token)
    )
    painter.setPen(QPen(colours.border, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(track)
    # The mark stands out of the track above and below, on filled and empty ground alike.
    x = track.left() + mark_at(track.width())
    painter.setPen(QPen(colours.raised, 4))
    painter.drawLine(x, track.top(), x, track.bottom())
    painter.setPen(QPen(colours.text, 2))
    painter.drawLine(x, track.top() - Space.XS + 1, x, track.bottom() + Space.XS - 1)
