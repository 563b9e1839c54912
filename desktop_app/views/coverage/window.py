"""The window with the picture of coverage: live while somebody types, every figure by mouse and by keyboard."""

import functools
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QListView, QMainWindow, QToolBar, QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.sentences import say
from desktop_app.documents.coverage_bars import Order, Picture, Pledged, Scale, picture_of
from desktop_app.views.coverage.around import Legend, PoolBar
from desktop_app.views.coverage.bars import BarDelegate, BarsModel
from desktop_app.views.coverage.painting import Faces
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.language import shown, state_name, tr
from desktop_app.views.mnemonics import keep_apart
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme
from desktop_app.views.typed_table.grid import stand_in_for

_ORDERS: Final = (
    (Order.GAP, say("By &gap"), "Ctrl+1"),
    (Order.PROTOCOL, say("Protoc&ol order"), "Ctrl+2"),
    (Order.SHARE, say("By &share"), "Ctrl+3"),
)
_SIZE: Final = QSize(980, 800)


class CoverageWindow(QMainWindow):
    """Bars by gap, protocol order or share, beside each other in percent or in relocations.

    Signals:
        chosen(str): go to the row of a Member State.
        preview_wanted: show the picture as it prints.
        looks_changed(str, str, str): order, scale, and gross or net, by their names, to be remembered.
    """

    chosen = Signal(str)
    preview_wanted = Signal()
    looks_changed = Signal(str, str, str)

    def __init__(self, parent: QWidget | None, order: Order, scale: Scale, pledged: Pledged = Pledged.GROSS) -> None:
        """Make the window without figures.

        Args:
            parent: the main window.
            order: of the bars.
            scale: of their lengths.
            pledged: whether deductions are taken off.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Coverage picture – Forum Desk"))
        self._assessment: AnnualPoolAssessment | None = None
        self.order, self.scale, self.pledged = order, scale, pledged
        self.model = BarsModel(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Coverage by Member State"))
        self.list.setModel(self.model)
        self._delegate = BarDelegate(self.model, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._say(now))
        self.list.entered.connect(self._say)
        self.legend, self.pool = Legend(), PoolBar()
        self.words = ToneLabel("", Type.BODY)
        self.words.setWordWrap(True)
        self._lay_out()
        theme().changed.connect(self.list.viewport().update)
        self.setFocusProxy(self.list)

    # --------------------------------------------------------------------------------------------------- construction

    def _lay_out(self) -> None:
        middle = QWidget()
        # The scroll bar has a column of its own: legend and pool stay as wide as the bars.
        grid = QGridLayout(middle)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.legend, 0, 0)
        grid.addWidget(self.list, 1, 0)
        grid.addWidget(stand_in_for(self.list.verticalScrollBar(), middle), 1, 1)
        grid.addWidget(self.pool, 2, 0)
        self.words.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        grid.addWidget(self.words, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)
        self.setCentralWidget(middle)
        bar = self._bar = QToolBar(tr("Picture"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        group = QActionGroup(self)
        self.orders: dict[Order, QAction] = {}
        for order, text, keys in _ORDERS:
            action = self._action(
                bar, text, keys, functools.partial(self.choose, order=order), tr("Bars: {order}", order=tr(order.value))
            )
            action.setCheckable(True)
            action.setChecked(order is self.order)
            group.addAction(action)
            self.orders[order] = action
        bar.addSeparator()
        self.absolute = self._action(
            bar,
            tr("In &relocations"),
            "Ctrl+R",
            self._toggle_scale,
            tr("Lengths in relocations, not in percent of each fair share"),
        )
        self.absolute.setCheckable(True)
        self.absolute.setChecked(self.scale is Scale.RELOCATIONS)
        self.net = self._action(
            bar,
            tr("&Net of deductions"),
            "Ctrl+D",
            self._toggle_net,
            tr("Bars without what granted deductions take off; coverage and gap stay those of the gross pledge"),
        )
        self.net.setCheckable(True)
        self.net.setChecked(self.pledged is Pledged.NET)
        bar.addSeparator()
        self._action(bar, tr("&Print preview…"), "Ctrl+P", self.preview_wanted.emit, tr("As it prints, on one page"))
        close = QAction(tr("Close"), self)
        close.setShortcuts([QKeySequence("Esc"), QKeySequence("Ctrl+W"), QKeySequence("Ctrl+G")])
        close.triggered.connect(lambda _checked=False: self.close())
        self.addAction(close)
        self.setMinimumSize(420, 300)
        self.resize(_SIZE.boundedTo(room_on_screen(self)))
        keep_apart(self)

    def _action(self, bar: QToolBar, text: str, keys: str, does: Callable[[], object], about: str) -> QAction:
        action = QAction(shown(text), self)
        # Otherwise a tool button has the words without their mnemonic.
        action.setIconText(shown(text))
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{shown(about)} ({keys})")
        action.triggered.connect(lambda _checked=False: does())
        bar.addAction(action)
        # A tool bar takes its buttons out of the order of the Tab key.
        bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return action

    # -------------------------------------------------------------------------------------------------------- content

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self.model.picture

    def show_assessment(self, assessment: AnnualPoolAssessment) -> None:
        """Show the figures of now; the current Member State stays current."""
        self._assessment = assessment
        self._show()

    def choose(self, *, order: Order | None = None, scale: Scale | None = None, pledged: Pledged | None = None) -> None:
        """Show the bars in another order, on another scale, gross or net."""
        self.order, self.scale, self.pledged = order or self.order, scale or self.scale, pledged or self.pledged
        self._show()
        self.looks_changed.emit(self.order.name.lower(), self.scale.name.lower(), self.pledged.name.lower())

    def set_zoom(self, percent: int) -> None:
        """Show everything larger or smaller."""
        faces = Faces.at(percent / 100)
        self._delegate.faces = faces
        self.legend.set_faces(faces)
        self.pool.set_faces(faces)
        self.words.set_scale(percent / 100)
        # Half as much, like the menus: the room belongs to the bars.
        self._bar.setFont(theme().font(Type.BODY, (100 + percent) / 200))
        self.list.doItemsLayout()
        self.list.scrollTo(self.list.currentIndex())

    def go_to(self, code: str) -> None:
        """Make a Member State current, where it has a bar."""
        row = self.model.row_of(code)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current Member State in sight."""
        super().resizeEvent(event)
        self.list.scrollTo(self.list.currentIndex())

    def _toggle_scale(self) -> None:
        self.choose(scale=Scale.RELOCATIONS if self.absolute.isChecked() else Scale.FAIR_SHARE)

    def _toggle_net(self) -> None:
        self.choose(pledged=Pledged.NET if self.net.isChecked() else Pledged.GROSS)

    def _show(self) -> None:
        if self._assessment is None:
            return
        current = self.model.bar(self.list.currentIndex().row())
        picture = picture_of(self._assessment, self.order, self.scale, self.pledged)
        self.model.show_picture(picture)
        self.legend.show_picture(picture)
        self.pool.show_picture(picture)
        row = self.model.row_of(current.code) if current is not None else None
        if picture.bars:
            self.list.setCurrentIndex(self.model.index(row or 0))
        self._say(self.list.currentIndex())

    def _say(self, index: QModelIndex) -> None:
        bar = self.model.bar(index.row())
        if bar is None:
            self.words.setText(tr("No Member State has a fair share yet: the key or the reference number is missing."))
            return
        self.words.setText(legible(f"{state_name(bar.code)}: {tr(bar.figures())}"))

    def _choose(self, index: QModelIndex) -> None:
        bar = self.model.bar(index.row())
        if bar is not None:
            self.chosen.emit(bar.code)
