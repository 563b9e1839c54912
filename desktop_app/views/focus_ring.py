"""A clear outline round the push button that has the keyboard, in every window: the style's own is a faint tint."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, theme


class FocusRing(QWidget):
    """Lies over a button while the keyboard is there, and takes nothing of what happens to it."""

    def __init__(self, button: QPushButton) -> None:
        """Show the outline round a button, until the keyboard leaves it."""
        super().__init__(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(button.rect())
        button.installEventFilter(self)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the button's size, and go with the keyboard."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        elif event.type() == QEvent.Type.FocusOut:
            watched.removeEventFilter(self)
            self.hide()
            self.deleteLater()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the outline alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colours.accent, FOCUS_WIDTH))
        inset = FOCUS_WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), Space.XS, Space.XS)
        painter.end()


def follow_keyboard(application: QApplication) -> None:
    """Let the outline go wherever the keyboard goes."""
    # What gets the keyboard is alive; what loses it may be on its way out, and is not asked for.
    application.focusObjectChanged.connect(_ring)


def _ring(now: QObject | None) -> None:
    if isinstance(now, QPushButton) and ring_of(now) is None:
        FocusRing(now)


def ring_of(button: QPushButton) -> FocusRing | None:
    """Return the outline that a button shows; ``None`` where the keyboard is elsewhere."""
    rings = button.findChildren(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((ring for ring in rings if ring.isVisibleTo(button)), None)
