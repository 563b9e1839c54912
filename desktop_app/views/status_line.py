"""The line at the foot of the window: what somebody has just done comes before what stands there all day."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStatusBar
from shiboken6 import isValid

from desktop_app.views.language import shown
from desktop_app.views.parts import ElidedLabel
from desktop_app.views.theme import Space, Type

_LEAST: Final = 10
"""Letters below which a text that gives way is not shown at all."""


class StatusLine(QObject):
    """Shares the room out: first a passing remark and the totals of a selection, then the lasting texts.

    Attributes:
        untaken: how many forms hold edits that were not taken, wherever they are shown.
        room: what the room sees, and how much was typed since.
    """

    def __init__(self, bar: QStatusBar, selection: ElidedLabel, *lasting: ElidedLabel) -> None:
        """Put the texts into a status bar.

        Args:
            bar: in which passing remarks are shown.
            selection: what the selected cells come to; cut only where the window itself is too narrow.
            lasting: what stands there all day, as it stands from left to right; the last gives way first.
        """
        super().__init__(bar)
        self.untaken = ElidedLabel("", Type.CAPTION, "warn")
        self.room = ElidedLabel("", Type.CAPTION, "text")
        self._bar, self._selection, self._lasting = bar, selection, (self.untaken, self.room, *lasting)
        for label in (selection, *self._lasting):
            bar.addPermanentWidget(label)
        bar.messageChanged.connect(self._remarked)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share out anew where there is another amount of room, or a text has become longer or shorter."""
        # A window that is taken down lays its bar out once more, when the bar itself is gone already.
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and isValid(self._bar):
            self.share()
        return super().eventFilter(watched, event)

    def share(self) -> None:
        """Give every text its room."""
        labels = (self._selection, *self._lasting)
        message = self._bar.currentMessage()
        said = self._bar.fontMetrics().horizontalAdvance(message) + Space.L if message else 0
        # The grip at the corner, and what the bar keeps around each text.
        room = self._bar.width() - said - 2 * Space.XL - len(labels) * Space.S
        for label in labels:
            wanted = label.sizeHint().width() if label.full_text else 0
            least = label.fontMetrics().averageCharWidth() * _LEAST
            given = max(0, min(wanted, room))
            if given < wanted and given < least:
                given = 0
            if label.minimumWidth() != given or label.maximumWidth() != given:
                label.setFixedWidth(given)
            room -= given

    def _remarked(self, message: str) -> None:
        if not isValid(self._bar):
            return
        # A remark longer than the window can still be read.
        self._bar.setToolTip(shown(message))
        self.share()
