"""What the editors of the whole forum have in common: fields, what they would change, one key that takes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import CannotChangeError, Change
from desktop_app.calc.forum import Forum
from desktop_app.calc.validity import problems
from desktop_app.calc.wording import listed
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.desk_views import Past
from desktop_app.views.dialogs.base import ENTER, AskingDialog, room_on_screen
from desktop_app.views.editors.item_list import ItemList
from desktop_app.views.editors.wrong import go_to_wrong
from desktop_app.views.fields import Field
from desktop_app.views.forum_editors.buttons import not_by_enter
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import marked, shown, tr, upper_first
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk

_LEAST: Final = 120
"""Height of the fields, and of what they would change, on the smallest screen, device-independent pixels."""
_ENOUGH: Final = 240
"""Height of what would change that is not given up for more fields."""
_MOST_LEADS: Final = 3
AN_ESTIMATE: Final = marked("an estimate: nobody is said to fall short")
NOTHING_YET: Final = marked("Nothing is changed yet. What a change would do appears here before it is taken.")
ONLY_READ: Final = marked("Another desk is typing: everything can be read here, nothing changed.")
PAST: Final = marked(
    "This is a moment of the past: everything can be read here, nothing changed. Ctrl+F8 goes back to now."
)
TAKE_HINT: Final = marked("Ctrl+Enter takes it, Esc leaves everything as it was, F1 helps")


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields.

    Attributes:
        change: what would be taken; ``None`` while something is wrong.
        problems: what is wrong, in one line, by name of the field.
    """

    change: Change | None
    problems: Mapping[str, str]


class ForumEditor(AskingDialog[None]):
    """A dialog that stages a change of the forum, shows what it would do, and takes it in one step.

    A subclass makes its fields with :meth:`put_in` and :meth:`add_row`, tells by :meth:`draft` what stands in them,
    and by :meth:`leads` what that is in a few words.
    """

    help_page = "editors"

    def __init__(self, parent: QWidget | None, desk: "Desk", title: str, words: str) -> None:
        """Make the editor without its fields.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            title: of the window.
            words: what the editor is for, in a sentence or two.
        """
        super().__init__(parent, title, tr("&Take"))
        self._desk = desk
        self.now: Assessment = desk.assessment
        self.fields: dict[str, Field] = {}
        self._places: dict[str, str] = {}
        self._staged: Change | None = None
        self.add_words(words, tone="muted")
        self.consequences = ConsequencesView()
        self.refusal = ToneLabel("", Type.BODY, "block")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._lay_below()
        for button in self.buttons.buttons():
            not_by_enter(button)
        desk.refused.connect(self._say_refusal)
        desk.failed.connect(self._say_refusal)
        self.resize(1080, 720)

    # ---------------------------------------------------------------------------------------- what a subclass does

    @property
    def forum(self) -> Forum:
        """The forum as it is."""
        return self.now.forum

    def put_in(self, name: str, field: Field, raw: object, place: str = "") -> Field:
        """Take a field in hand.

        Args:
            name: by which :meth:`draft` names what is wrong with it.
            field: the field.
            raw: what stands in it at first.
            place: key path under which the forum's validity names its problems; may be empty.
        """
        self.fields[name] = field
        if place:
            self._places[place] = name
        field.put(raw)
        field.edited.connect(self.review)
        return field

    def add_row(self, *parts: QWidget) -> None:
        """Add fields beside each other, each as wide as the others; those that the screen has no room for, below."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        columns = self._columns_for(parts)
        for place, part in enumerate(parts):
            grid.addWidget(part, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % columns, 1)
        self.add(grid)

    def _columns_for(self, parts: Sequence[QWidget]) -> int:
        """Return how many of these fields stand beside each other on this screen without being cut."""
        bar = self.body.verticalScrollBar().sizeHint().width()
        room = room_on_screen(self).width() - 2 * Space.XL - bar
        least = [part.minimumSizeHint().width() for part in parts]
        for columns in range(len(parts), 1, -1):
            widths = [max(least[column::columns]) for column in range(columns)]
            if sum(widths) + (columns - 1) * Space.L <= room:
                return columns
        return 1

    def draft(self) -> Draft:
        """Return what stands in the fields."""
        raise NotImplementedError

    def leads(self, then: Forum) -> Sequence[str]:
        """Return what is changed, in a few words each, such as ``"relocations 21 000 → 30 000"``."""
        raise NotImplementedError

    def show_draft(self, assessment: "Assessment | None") -> None:
        """Show more of what stands in the fields than what it would change; by default nothing.

        Args:
            assessment: of the forum as it would be; ``None`` while something is wrong.
        """

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the fields or only look, and show what stands there."""
        for field in self.fields.values():
            field.set_read_only(read_only)

    def missing(self) -> Mapping[str, str]:
        """Return what is to be filled in before anything can be taken, in one line, by name of the field.

        It is no mistake while a person types: it is said once the keys that take are pressed.
        """
        return {}

    def typed(self) -> object:
        """Return what stands in the fields."""
        return {name: field.raw for name, field in self.fields.items()}

    # ----------------------------------------------------------------------------------------------------- staging

    @property
    def staged(self) -> Change | None:
        """What would be taken; ``None`` where nothing is."""
        return self._staged

    def review(self) -> None:
        """Read the fields again and show what they would change."""
        self._staged = None
        self.refusal.hide()
        draft = self.draft()
        found, then = dict(draft.problems), None
        if draft.change is not None and not found:
            then, found = self._tried(draft.change)
        for name, field in self.fields.items():
            field.complain("" if field.problem else found.get(name, ""))
        if found:
            self.consequences.show_problem(_first(found))
            self.show_draft(None)
        elif then is None or then == self.forum:
            only_read = PAST if isinstance(self._desk.view, Past) else ONLY_READ
            self.consequences.show_unknown(only_read if self._desk.read_only else NOTHING_YET)
            self.show_draft(self.now)
        else:
            self._staged = draft.change
            said = [*self.leads(then)]
            rest = len(said) - _MOST_LEADS
            lead = listed([*said[:_MOST_LEADS], tr("{rest} more", rest=rest)] if rest > 0 else said)
            after = assess(then, self.now)
            self.consequences.show_consequences(self.now, after, upper_first(lead))
            self.show_draft(after)
        self.accept_button.setEnabled(self._staged is not None and not self._desk.read_only)
        self.share_room()

    def share_room(self) -> None:
        """Keep room for what would change where something does; else the fields have it."""
        room = room_on_screen(self).height()
        enough = min(max(_LEAST, room // 3), _ENOUGH)
        self.consequences.setMinimumHeight(0 if self.consequences.is_empty else enough)

    def _tried(self, change: Change) -> tuple[Forum | None, dict[str, str]]:
        """Return the forum as it would be, or what is wrong with it, by field."""
        try:
            then = change.apply_to(self.forum)
        except CannotChangeError as error:
            return None, {"": str(error)}
        known = problems(self.forum)
        found = {
            self._places.get(problem.where, problem.where): f"{upper_first(problem.what)}: {shown(problem.remedy)}."
            for problem in problems(then)
            if problem not in known
        }
        return (None if found else then), found

    def accept(self) -> None:
        """Take what is staged as one step; where it is refused, stay and say why."""
        if self._staged is None or not self.accept_button.isEnabled():
            return
        if self._desk.apply(self._staged):
            super().accept()

    def answer(self) -> None:
        """Return nothing: what was taken is in the forum."""

    def ask(self) -> None:
        """Show the editor until it is taken or left, and free it."""
        self.asked()

    def _go_to_wrong(self) -> None:
        """Show why nothing can be taken: say what is missing, and go to the first field that is wrong."""
        if self._desk.read_only:
            return
        for name, words in self.missing().items():
            if not self.fields[name].is_wrong:
                self.fields[name].complain(words)
        go_to_wrong(self.body)

    def _say_refusal(self, reason: str) -> None:
        self.refusal.setText(legible(reason))
        self.refusal.show()

    # ---------------------------------------------------------------------------------------------- keys and looks

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for field in self.findChildren(Field):
            field.set_scale(scale)
        for items in self.findChildren(ItemList):
            items.set_scale(scale)
        for figures in self.findChildren(FigureList):
            figures.set_scale(scale)
        self.consequences.set_scale(scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes, or goes to what is wrong; Enter alone goes on and takes nothing by accident; F1 helps."""
        is_taken = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in ENTER and is_taken and not self.accept_button.isEnabled():
            self._go_to_wrong()
            return
        if event.key() not in ENTER or is_taken:
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        if isinstance(here, QAbstractButton):
            here.click()
        else:
            self.focusNextChild()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch where the keyboard is."""
        super().showEvent(event)
        inner = self.body.widget()
        if inner is None:
            return
        inner.installEventFilter(self)
        self.body.installEventFilter(self)
        for widget in inner.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Part the room between the fields and what they would change."""
        super().resizeEvent(event)
        self._limit_body()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do so too where a line has come or gone under a field; keep the field that is typed in in sight."""
        if watched is self.body:
            here = QApplication.focusWidget()
            if event.type() is QEvent.Type.Resize and here is not None and self.body.isAncestorOf(here):
                self.body.ensureWidgetVisible(here)
        elif event.type() is QEvent.Type.LayoutRequest:
            self._limit_body()
        elif event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.body.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _lay_below(self) -> None:
        """Put what would change under the fields: those get what they need, that gets the rest."""
        self.lay_out_below(self.consequences)

    def lay_out_below(self, part: QWidget, *before_hint: QWidget) -> None:
        """Put a widget under the fields, the refusal under it, and in the last row what can be done.

        Args:
            part: what gets the room that the fields leave.
            before_hint: buttons that begin the last row.
        """
        below = QVBoxLayout()
        below.setContentsMargins(Space.XL, 0, Space.XL, 0)
        below.addWidget(part, 1)
        below.addWidget(self.refusal)
        hint = ToneLabel(TAKE_HINT, Type.CAPTION, "muted")
        hint.setWordWrap(True)
        last = QHBoxLayout()
        last.setContentsMargins(Space.XL, 0, 0, 0)
        for button in before_hint:
            last.addWidget(button)
            last.addSpacing(Space.L)
        last.addWidget(hint, 1)
        self._outer.removeWidget(self.buttons)
        last.addWidget(self.buttons)
        self._outer.addLayout(below, 1)
        self._outer.addLayout(last)
        self._outer.setStretch(0, 1000)
        self._beside_buttons += [part]

    def _limit_body(self) -> None:
        width = self.body.width()
        if width > 0:
            self.body.setMaximumHeight(max(self.body.height_for(width), _LEAST))


def _first(found: Mapping[str, str]) -> str:
    return tr("Correct this first: {next}", next=next(iter(found.values())))
