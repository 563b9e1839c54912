"""The dialog "Show this to the room": what is shown, and a picture of exactly what the room will see."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.calc.room import Choice, Content, RoomSheet
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields.looks import Check
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.room.screen import RoomScreen
from desktop_app.views.theme import Space, Type, theme

CONTENTS: Final = {
    Content.TOTALS: marked("&Totals and gap"),
    Content.TABLE: marked("Ta&ble of all"),
    Content.STATE: marked("One &delegation:"),
    Content.COMPARISON: marked("Com&parison with the round before"),
}
_LONGEST_TITLE: Final = 120
_PREVIEW: Final = QSize(528, 297)
_TELLS: Final = marked(
    "Figures of a scenario may tell what was aimed at, such as a classified number; read its note first."
)
_NO_ROUND: Final = marked("No round was closed before this state.")


@dataclass(frozen=True, slots=True)
class Offer:
    """A state that can be shown.

    Attributes:
        words: which it is, in a sentence.
        codes: states that can be shown alone.
        has_round: whether a round was closed before it.
        is_scenario: whether it is a scenario, which is shown only where a box is ticked for it.
        sheet: makes the sheet of it.
    """

    words: str
    codes: tuple[str, ...]
    has_round: bool
    is_scenario: bool
    sheet: Callable[[Choice], RoomSheet]


@dataclass(frozen=True, slots=True)
class Released:
    """What was chosen: which offer, what of it, and whether captures of the desk are forbidden."""

    offer: int
    choice: Choice
    keep_out: bool


class ReleaseDialog(AskingDialog[Released]):
    """Chooses what the room sees; Enter releases it."""

    help_page = "negotiation"
    help_heading = "The room display"

    def __init__(
        self,
        parent: QWidget | None,
        offers: Sequence[Offer],
        choice: Choice,
        screen: QSize,
        *,
        is_dark: bool,
        zoom: int,
    ) -> None:
        """Make the dialog.

        Args:
            parent: the main window.
            offers: the states that can be shown, the one that is looked at first.
            choice: what was shown last, or is shown at first.
            screen: size of the projector, pixels.
            is_dark: whether the room display is white on black.
            zoom: of the room display.
        """
        super().__init__(parent, tr("Show this to the room"), tr("&Show it"))
        self._offers = tuple(offers)
        self.picture = RoomScreen("")
        self.picture.resize(screen)
        self.picture.set_dark(dark=is_dark)
        self.picture.set_zoom(zoom)
        self.title = QLineEdit(choice.title)
        self.title.setMaxLength(_LONGEST_TITLE)
        self.title.setAccessibleName(tr("Title line that the room reads"))
        self.state_of = QComboBox()
        self.state_of.addItems([offer.words for offer in offers])
        self.state_of.setAccessibleName(tr("Which state is shown"))
        self.state_of.setMinimumContentsLength(20)
        self.state_of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.contents = {content: Check(text) for content, text in CONTENTS.items()}
        for content, box in self.contents.items():
            box.setChecked(content in choice.contents)
        self.delegation = QComboBox()
        self.delegation.setAccessibleName(tr("Which delegation is shown"))
        self.scenario = Check(tr("Show a scenar&io, marked as such"))
        self.about_scenario = ToneLabel(_TELLS, Type.CAPTION, "warn")
        self.about_scenario.setWordWrap(True)
        self.keep_out = Check(tr("Keep the desk's own windows out of screen captures"))
        self.about_captures = ToneLabel("", Type.CAPTION, "muted")
        self.preview = QLabel()
        self.preview.setFixedSize(_PREVIEW + QSize(2, 2))
        self.preview.setFrameShape(QFrame.Shape.Box)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.paging = ToneLabel("", Type.CAPTION, "muted")
        self.reason = ToneLabel("", Type.BODY, "block")
        self.reason.setWordWrap(True)
        self._lay_out()
        self._show_offer(choice.state)
        self.state_of.currentIndexChanged.connect(lambda _at: self._show_offer(self._chosen_code()))
        self.title.textChanged.connect(lambda _text: self._show_choice())
        self.delegation.currentIndexChanged.connect(self._state_chosen)
        for box in (*self.contents.values(), self.scenario):
            box.toggled.connect(lambda _on: self._show_choice())

    def offer_captures(self, *, wanted: bool, possible: bool, about: str) -> None:
        """Say what the system can do against captures of the desk's windows.

        Args:
            wanted: whether they are forbidden.
            possible: whether the system can do that.
            about: what it can do, in a sentence.
        """
        self.keep_out.setChecked(wanted and possible)
        self.keep_out.setEnabled(possible)
        self.about_captures.setText(about)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for field in (self.title, self.state_of, self.delegation):
            field.setFont(theme().font(Type.BODY, scale))

    def answer(self) -> Released:
        """Return what was chosen."""
        return Released(self.state_of.currentIndex(), self._choice(), self.keep_out.isChecked())

    def turn(self, by: int) -> None:
        """Show another page of the picture."""
        self.picture.turn(self.picture.place + by)
        self._show_picture()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Down and Page Up turn the pages of the picture."""
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        by = pages.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turn(by)

    # -------------------------------------------------------------------------------------------------------- building

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        for words, field in ((tr("Title &line"), self.title), (tr("&State"), self.state_of)):
            label = ToneLabel(words)
            label.setBuddy(field)
            left.addWidget(label)
            left.addWidget(field)
        left.addSpacing(Space.S)
        for content, box in self.contents.items():
            left.addWidget(box)
            if content is Content.STATE:
                row = QHBoxLayout()
                row.setContentsMargins(Space.XL, 0, 0, 0)
                row.addWidget(self.delegation)
                left.addLayout(row)
        left.addSpacing(Space.S)
        left.addWidget(self.scenario)
        left.addWidget(self.about_scenario)
        left.addWidget(self.keep_out)
        self.about_captures.setWordWrap(True)
        left.addWidget(self.about_captures)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(ToneLabel(tr("What the room will see"), Type.STRONG))
        right.addWidget(self.preview)
        right.addWidget(self.paging)
        right.addWidget(self.reason)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(Space.XL)
        both.addLayout(left, 1)
        both.addLayout(right)
        self.add(both)

    # -------------------------------------------------------------------------------------------------------- choosing

    @property
    def _offer(self) -> Offer:
        return self._offers[self.state_of.currentIndex()]

    def _chosen_code(self) -> str | None:
        code: str | None = self.delegation.currentData()
        return code

    def _choice(self) -> Choice:
        contents = tuple(content for content, box in self.contents.items() if box.isChecked() and box.isEnabled())
        code = self._chosen_code() if Content.STATE in contents else None
        return Choice(" ".join(self.title.text().split()), contents, code)

    def _state_chosen(self) -> None:
        self.contents[Content.STATE].setChecked(True)
        self._show_choice()

    def _show_offer(self, code: str | None) -> None:
        offer = self._offer
        self.delegation.blockSignals(True)
        self.delegation.clear()
        for each in offer.codes:
            self.delegation.addItem(state_name(each), each)
        self.delegation.setCurrentIndex(max(0, self.delegation.findData(code)))
        self.delegation.blockSignals(False)
        self.delegation.setEnabled(bool(offer.codes))
        self.contents[Content.STATE].setEnabled(bool(offer.codes))
        self.contents[Content.COMPARISON].setEnabled(offer.has_round)
        self.contents[Content.COMPARISON].setToolTip("" if offer.has_round else shown(_NO_ROUND))
        self.contents[Content.COMPARISON].setAccessibleDescription("" if offer.has_round else shown(_NO_ROUND))
        self.scenario.setVisible(offer.is_scenario)
        self.about_scenario.setVisible(offer.is_scenario)
        self._show_choice()

    def _refusal(self) -> str:
        """Say why this cannot be released; empty where it can."""
        choice = self._choice()
        if not choice.contents:
            return tr("Tick what the room is to see.")
        if not choice.title:
            return tr("Give it a title line: the room reads it first.")
        if self._offer.is_scenario and not self.scenario.isChecked():
            return tr(
                "This is a scenario, not the record. Tick “Show a scenario, marked as such” to show it all the same."
            )
        return ""

    def _show_choice(self) -> None:
        refusal = self._refusal()
        self.reason.setText(refusal)
        self.accept_button.setEnabled(not refusal)
        choice = self._choice()
        place = self.picture.place
        if choice.contents:
            self.picture.show_sheet(self._offer.sheet(choice))
            self.picture.turn(place)
        else:
            self.picture.blank()
        self._show_picture()

    def _show_picture(self) -> None:
        ratio = self.devicePixelRatioF()
        picture: QPixmap = self.picture.grab()
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = picture.scaled(_PREVIEW * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        shown.setDevicePixelRatio(ratio)
        self.preview.setPixmap(shown)
        count = len(self.picture.pages)
        paging = (
            tr("Page {number} of {count}; Page Down shows the next one.", number=self.picture.place + 1, count=count)
            if count > 1
            else ""
        )
        self.paging.setText(paging)
        self.preview.setAccessibleName(
            tr("What the room will see. {paging}\n{words}", paging=paging, words=self.picture.page.words)
        )
