"""What the windows of groups, incentives and log have alike: a bar, a strip, a list, more on its current line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import SetSolidarity
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.sentences import say
from desktop_app.views.action_bar import SILENT, ActionBar, BarAction
from desktop_app.views.consequences import summary_text
from desktop_app.views.forum_editors.figures import FigureLine, FigureList
from desktop_app.views.language import tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pools.strip import Strip
from desktop_app.views.pools.words import Said
from desktop_app.views.side_window import SideWindow
from desktop_app.views.solidarity.records import ListName, help_topic, items_of, with_items
from desktop_app.views.theme import Space, Type, legible, theme
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor
from desktop_app.views.solidarity.entry_words import ENTRY, EntryWords

_SIZE: Final = QSize(1240, 700)
_LEAST: Final = QSize(480, 340)
_SOON: Final = 40
"""Milliseconds after an entry at which the window follows it: the eye takes it for at once."""
_FACTS: Final = 5
"""Lines about the current entry at most."""
COPY: Final = BarAction("copy", say("Cop&y"), "Ctrl+Shift+C", say("All lines, for a table or a letter"), writes=False)


_CHANGE: Final = say("Chan&ge…")
_LOOK: Final = say("L&ook…")


def record_actions(words: EntryWords) -> tuple[BarAction, ...]:
    """Return the actions that add, change and remove an entry."""
    return (
        BarAction("add", tr("&Add…"), "Ins", tr(words.add)),
        BarAction("change", _CHANGE, "F2", tr(words.change), writes=False),
        BarAction("remove", tr("Re&move…"), "Del", tr(words.remove)),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the list.

    Attributes:
        line: what is read.
        place: number of the entry in the forum's list; ``None`` of a sum or a heading.
        code: the Member State that it is about first, or ``None``.
    """

    line: FigureLine
    place: int | None = None
    code: str | None = None


class RecordWindow(SideWindow):
    """Entries of one list of the record, one a line; it stays open and follows the desk.

    A subclass names its list and tells what is shown of it.

    Signals:
        wanted(str): a command of the main window, by its name.
        asked(str, str): a figure of a Member State to be explained, by its id and the state's code.

    Attributes:
        list_name: field of the record that holds the entries.
        one: what an entry is called.
        nothing: what stands there while there is none.
        help_heading: where the manual tells of it.
        desk: whose figures are shown.
    """

    wanted = Signal(str)
    asked = Signal(str, str)
    list_name: ClassVar[ListName]
    words = ENTRY
    nothing = ""
    help_heading = ""

    def __init__(
        self, parent: QWidget | None, title: str, key: str, figures: FigureList, actions: Sequence[BarAction | None]
    ) -> None:
        """Make the window without a desk.

        Args:
            parent: the main window.
            title: what is shown.
            key: the key of the command that opens it.
            figures: the list.
            actions: of its bar.
        """
        super().__init__(parent, title)
        self.desk: Desk | None = None
        self.assessment: Assessment | None = None
        self.list = figures
        self.shown: tuple[Shown, ...] = ()
        self.strip = Strip()
        self.strip.pressed.connect(self._press)
        self._does_next, self._scale = "", 1.0
        self.said = ToneLabel("", Type.BODY, "block")
        self.empty = ToneLabel(legible(self.nothing), Type.BODY, "muted")
        self.title = ToneLabel("", Type.HEADING)
        self.facts = [ToneLabel("", Type.BODY) for _line in range(_FACTS)]
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.refresh)
        self.bar = ActionBar(self, title, actions)
        self._writes = {each.name for each in actions if each is not None and each.writes}
        self.bar.wanted.connect(self.act)
        self.list.entered.connect(lambda _row: self.enter())
        self.list.currentCellChanged.connect(lambda *_cells: self._show_current())
        self._lay_out(key)

    def _lay_out(self, key: str) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (self.said, self.empty, *self.facts):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        self.said.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        below.setSpacing(Space.XS)
        for part in (self.title, *self.facts):
            below.addWidget(part)
        detail = self.detail()
        if detail is None:
            below.addStretch(1)
        else:
            below.addSpacing(Space.XS)
            below.addWidget(detail, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self.list)
        self._parts.addWidget(lower)
        self._parts.setStretchFactor(0, 3)
        self._parts.setStretchFactor(1, 2)
        middle = QWidget()
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget, stretch in ((self.strip, 0), (self.said, 0), (self.empty, 1), (self._parts, 1)):
            whole.addWidget(widget, stretch)
        self.setMinimumSize(_LEAST)
        self.setFocusProxy(self.list)
        self.finish(middle, _SIZE, key)

    # ------------------------------------------------------------------------------------------ what a subclass tells

    def lines(self, assessment: "Assessment") -> Sequence[Shown]:
        """Return the lines of the list."""
        raise NotImplementedError

    def about(self, assessment: "Assessment", row: int) -> tuple[str, Sequence[Said]]:
        """Return heading and facts of a line."""
        raise NotImplementedError

    def warning(self, assessment: "Assessment") -> tuple[Said, str, str]:
        """Return what the strip says, what its button says and the action that it does; all may be empty."""
        raise NotImplementedError

    def editor(self, desk: "Desk", place: int | None) -> "ForumEditor":
        """Return the editor of an entry, or of a new one."""
        raise NotImplementedError

    def removal(self, item: Any) -> tuple[str, str]:
        """Return what taking an entry out is called, and the entry in a few words."""
        raise NotImplementedError

    def detail(self) -> FigureList | None:
        """Make a second list, under the facts; by default none."""
        return None

    def show_detail(self, assessment: "Assessment", row: int) -> None:
        """Fill the second list for a line; by default there is none."""

    def enter(self) -> None:
        """Do what Enter on a line does: change the entry."""
        self.act("change")

    def allowed(self, name: str) -> bool:
        """Tell whether an action makes sense for the current line."""
        if name == COPY.name:
            return bool(self.shown)
        return name not in {"change", "remove"} or self.place is not None

    # ---------------------------------------------------------------------------------------------------- the content

    @property
    def place(self) -> int | None:
        """Number of the current entry in the forum's list; ``None`` where the line is none."""
        row = self.list.currentRow()
        return self.shown[row].place if 0 <= row < len(self.shown) else None

    @property
    def forum(self) -> Forum | None:
        """What is shown."""
        return None if self.assessment is None else self.assessment.forum

    def show_desk(self, desk: "Desk | None") -> None:
        """Follow another desk, or none."""
        if desk is not self.desk:
            if self.desk is not None:
                self.desk.assessed.disconnect(self._follow)
                self.desk.refused.disconnect(self.say)
                self.desk.failed.disconnect(self.say)
            self.desk = desk
            if desk is not None:
                desk.assessed.connect(self._follow)
                desk.refused.connect(self.say)
                desk.failed.connect(self.say)
        self.refresh()

    def refresh(self) -> None:
        """Show the figures of now; the current line stays the current one, by its number."""
        self._soon.stop()
        desk = self.desk
        if desk is None:
            return
        self.assessment = assessment = desk.assessment
        self.said.hide()
        self.shown = tuple(self.lines(assessment))
        self.list.show_lines([each.line for each in self.shown])
        self._parts.setVisible(bool(self.shown))
        self.empty.setVisible(not self.shown)
        said, button, self._does_next = self.warning(assessment)
        self.strip.say(said.text, said.icon, "" if desk.read_only else button)
        self._show_current()

    def go_to(self, place: int) -> None:
        """Make an entry the current one."""
        for row, each in enumerate(self.shown):
            if each.place == place:
                self.go_to_row(row)

    def go_to_row(self, row: int) -> None:
        """Make a line the current one, and the only one that is selected."""
        # Said in full: a Control key that is held down just then would else leave another line selected.
        flags = QItemSelectionModel.SelectionFlag
        self.list.setCurrentCell(row, 0, flags.ClearAndSelect | flags.Rows)

    def go_to_state(self, code: str | None) -> None:
        """Go to the first line of a Member State, where it has one; where its line is the current one, stay."""
        rows = [row for row, each in enumerate(self.shown) if code is not None and each.code == code]
        if rows and self.list.currentRow() not in rows:
            self.go_to_row(rows[0])

    def say(self, words: str) -> None:
        """Say why something was not taken."""
        self.said.setText(legible(words))
        self.said.setVisible(bool(words))

    def copy(self) -> None:
        """Put the list on the clipboard."""
        self.list.copy()

    def set_zoom(self, percent: int) -> None:
        """Show everything larger or smaller, half as much as the table: the room belongs to the lines."""
        scale = self._scale = around(percent)
        for label in (self.title, *self.facts, self.said, self.empty):
            label.set_scale(scale)
        self.strip.set_scale(scale)
        self.bar.setFont(theme().font(Type.BODY, scale))
        for figures in self.findChildren(FigureList):
            figures.set_scale(scale)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        procedure = Procedure.MIGRATORY_PRESSURE if self.forum is None else self.forum.procedure
        return help_topic(procedure, self.help_heading)

    def _follow(self, _assessment: object) -> None:
        if self.isVisible():
            self._soon.start()

    def _show_current(self) -> None:
        assessment, row = self.assessment, self.list.currentRow()
        if assessment is None:
            return
        if 0 <= row < len(self.shown):
            title, facts = self.about(assessment, row)
            self.title.setText(legible(title))
            told = [*facts, *([Said("")] * (len(self.facts) - len(facts)))]
            for label, said in zip(self.facts, told, strict=True):
                label.setText(legible(said.text))
                label.set_tone(said.tone)
                label.setVisible(bool(said.text))
            self.show_detail(assessment, row)
        read_only = self.desk is not None and self.desk.read_only
        change = self.bar.actions_by_name.get("change")
        if change is not None:
            # One who only reads looks at everything that stands in the fields all the same.
            change.setIconText(tr(_LOOK if read_only else _CHANGE))
        for name, action in self.bar.actions_by_name.items():
            action.setEnabled(self.allowed(name) and not (read_only and name in self._writes))

    # ---------------------------------------------------------------------------------------------------- the actions

    def act(self, name: str) -> None:
        """Do an action of the bar, where it makes sense now."""
        action = self.bar.actions_by_name.get(name)
        if self.desk is None or (action is not None and not action.isEnabled()):
            return
        own = self.doing()
        if name in own:
            own[name]()
        elif action is not None or (name in SILENT and not self.desk.read_only):
            self.wanted.emit(name)

    def doing(self) -> dict[str, Callable[[], object]]:
        """Return what the window does itself, by name of the action."""
        return {"add": self._add, "change": self._change, "remove": self._remove, "copy": self.copy}

    def edit(self, make: "Callable[[Desk], ForumEditor]") -> None:
        """Show an editor until it is taken or left; then the figures of now."""
        if self.desk is None:
            return
        shown = make(self.desk)
        shown.set_scale(self._scale)
        shown.ask()
        self.refresh()
        self.list.setFocus()

    def _add(self) -> None:
        before = self._count()
        self.edit(lambda desk: self.editor(desk, None))
        if self._count() > before:
            self.go_to(self._count() - 1)

    def _change(self) -> None:
        place = self.place
        self.edit(lambda desk: self.editor(desk, place))

    def _remove(self) -> None:
        """Take an entry out, after saying what that does; undo brings it back."""
        from desktop_app.views.dialogs.messages import Message

        desk, place = self.desk, self.place
        if desk is None or place is None:
            return
        record = desk.assessment.forum.solidarity
        items = items_of(record, self.list_name)
        what, words = self.removal(items[place])
        change = SetSolidarity(with_items(record, self.list_name, (*items[:place], *items[place + 1 :])), what)
        after = assess(change.apply_to(desk.assessment.forum), desk.assessment)
        asked = legible(
            tr(
                "{words}.\n{summary}\nUndo brings it back.",
                words=words,
                summary=summary_text(desk.assessment, after),
            )
        )
        if Message.confirm(self, tr(self.words.asked), asked, tr("&Take out")):
            desk.apply(change)
            self.refresh()

    def _count(self) -> int:
        return sum(each.place is not None for each in self.shown)

    def _press(self) -> None:
        self.before_step()
        self.act(self._does_next)

    def before_step(self) -> None:
        """Go to the line that the strip speaks of; by default nowhere."""
