"""What stands under a page with edits: what they would change, and the buttons that take them or give them up."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import Change
from desktop_app.views.consequences import ConsequencesBrief
from desktop_app.views.editors.pages.base import Rule, Words
from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Space, Type, theme

_MOST = 132
"""Height that what would change may take before it scrolls, pixels at 100 %."""
_LOW = 400
"""Height of a panel in which every line counts, pixels."""


class About(Protocol):
    """The Member State that edits are about, in the forum as it stands."""

    @property
    def code(self) -> str:
        """Union code."""
        ...

    @property
    def assessment(self) -> Assessment:
        """The figures of now."""
        ...


class Edits(Protocol):
    """What would be taken, or what keeps it from being taken."""

    @property
    def change(self) -> Change | None:
        """What would be taken."""
        ...

    @property
    def problems(self) -> Mapping[str, str]:
        """What is wrong, by name of the field."""
        ...

    def outcome(self, subject: Any) -> Assessment | None:
        """Return the figures as they would be."""
        ...


class Footer(QWidget):
    """Says what taking the edits would change.

    Signals:
        taken(): the person takes the edits.
        reverted(): the person gives them up.
        wanted_back(): the person wants the edits back that were given up last.
    """

    taken = Signal()
    reverted = Signal()
    wanted_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.brief = ConsequencesBrief()
        self.brief.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self._room = _Room(self.brief)
        self.notice = Words(role=Type.BODY)
        self.notice.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self.take = QPushButton(tr("Take"))
        self.take.setToolTip(tr("Take these edits as one step (Ctrl+Enter)"))
        self.take.clicked.connect(lambda _checked=False: self.taken.emit())
        self.revert = QPushButton(tr("Revert"))
        self.revert.setToolTip(tr("Give these edits up (Esc)"))
        self.revert.clicked.connect(lambda _checked=False: self.reverted.emit())
        self.back = QPushButton(tr("&Bring back"))
        self.back.setToolTip(tr("Bring the edits back that were given up"))
        self.back.clicked.connect(lambda _checked=False: self.wanted_back.emit())
        self._keys = Words(tr("Ctrl+Enter takes, Esc reverts"))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._keys, 1)
        for button in (self.back, self.revert, self.take):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (Rule(), self._room, self.notice, self._buttons):
            column.addWidget(part)
        self.show_nothing()

    def show_nothing(self, *, can_bring_back: bool = False) -> None:
        """Show that nothing is edited."""
        self._room.hide()
        self.notice.say("Edits given up." if can_bring_back else "")
        self._show_buttons(back=can_bring_back, edited=False)

    def show_staged(self, staged: Edits, subject: About, *, is_stale: bool, warning: str = "") -> None:
        """Show what the edits would change, or what keeps them from being taken.

        Args:
            staged: the edits.
            subject: the Member State as it is.
            is_stale: whether what is recorded has changed since the edits began.
            warning: what is doubtful of taking them; may be empty.
        """
        notices = []
        if is_stale:
            notices.append(tr("What is recorded has changed since these edits began; taking them replaces it."))
        if staged.problems:
            general = staged.problems.get("", "")
            notices.append(general or tr("Not ready to be taken: see the fields marked above."))
        if warning and staged.change is not None:
            notices.append(warning)
        self.notice.say("\n".join(map(shown, notices)), "warn" if staged.problems or warning else "text")
        after = staged.outcome(subject)
        self._room.setVisible(not staged.problems)
        if after is not None:
            self.brief.show_consequences(subject.assessment, after, first=subject.code)
        else:
            self.brief.show_unknown(tr("Nothing differs from what is recorded."))
        self._room.fit()
        self._show_buttons(back=False, edited=True)
        self.take.setEnabled(staged.change is not None)

    def refuse(self, reason: str) -> None:
        """Say why the edits could not be taken; they stay."""
        self.notice.say(reason, "block")

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.brief.set_scale(scale)
        self.notice.set_scale(scale)
        self._keys.set_scale(scale)
        for button in (self.take, self.revert, self.back):
            button.setFont(theme().font(Type.BODY, scale))
        self._room.most = round(_MOST * scale)
        self._room.fit()

    def fit(self, room: int) -> None:
        """Take the height that is needed at this width, but no more than a fourth of the room that the panel has."""
        self._room.room = room // 4
        self._keys.setVisible(self.take.isVisibleTo(self) and room > _LOW)
        self._room.fit()

    def _show_buttons(self, *, back: bool, edited: bool) -> None:
        self.back.setVisible(back)
        self.take.setVisible(edited)
        self.revert.setVisible(edited)
        self._keys.setVisible(edited and self._room.room > _LOW // 4)
        self._buttons.setVisible(back or edited)


class _Room(QScrollArea):
    """As high as what it holds, up to some; then it scrolls."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.most = _MOST
        self.room = _MOST
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """Be content with nothing."""
        return QSize(0, 0)

    def fit(self) -> None:
        """Take the height that the content needs at this width."""
        content = self._content
        needed = content.heightForWidth(self.viewport().width())
        self.setFixedHeight(max(0, min(self.most, self.room, needed if needed >= 0 else content.sizeHint().height())))
