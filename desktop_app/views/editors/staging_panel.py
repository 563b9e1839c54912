"""A panel that stages edits of one Member State at a time: they are taken, given up and brought back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from desktop_app.calc.changes import Change
from desktop_app.views.editors.drafts import Draft, Drafts
from desktop_app.views.editors.side_panel import SidePanel
from desktop_app.views.editors.wrong import go_to_wrong
from desktop_app.views.theme import Type


class StagingPanel(SidePanel):
    """Keeps what is typed as a draft until it is taken or given up; drafts of others wait, and say so."""

    def __init__(self, title: str, role: Type, apply: Callable[[Change], bool]) -> None:
        """Make the panel without a Member State.

        Args:
            title: what the panel is called while it shows nobody.
            role: size of its notice.
            apply: takes a change; tells whether it was taken.
        """
        super().__init__(title, role)
        self._apply = apply
        self._code: str | None = None
        self._is_late = False
        self._given_up: Draft | None = None
        self._read_only = False
        self._taking = False
        self.drafts = Drafts()

    def connect_taking(self) -> None:
        """Tie buttons and keys to what they do."""
        self.elsewhere.chosen.connect(self._go_to)
        self.footer.taken.connect(self.take)
        self.footer.reverted.connect(self.revert)
        self.footer.wanted_back.connect(self._bring_back)
        for keys, does in (
            ("Ctrl+Return", self.take),
            ("Ctrl+Enter", self.take),
            ("Esc", self._escape),
            ("Ctrl+PgDown", lambda: self.step_wanted.emit(1)),
            ("Ctrl+PgUp", lambda: self.step_wanted.emit(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    # ----------------------------------------------------------------------------------------- what a panel answers

    @property
    def part(self) -> str:
        """Id of the draft that the panel shows now."""
        raise NotImplementedError

    @property
    def staged_change(self) -> Change | None:
        """What would be taken; ``None`` while something is wrong, and where nothing would change."""
        raise NotImplementedError

    def show_state(self, code: str | None) -> None:
        """Show another Member State; ``None`` where the table's cursor is on none."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change something or only look."""
        raise NotImplementedError

    def _refresh(self) -> None:
        """Fill everything anew from the record and the drafts."""
        raise NotImplementedError

    def _judge(self) -> None:
        """Say what the edits would change."""
        raise NotImplementedError

    def _mark(self) -> None:
        """Mark what has edits that are not taken yet."""
        raise NotImplementedError

    def _go_to(self, draft: Draft) -> None:
        """Show what a draft is about."""
        raise NotImplementedError

    def _settle(self) -> None:
        """Show what is there still after a draft was given up."""

    def _turn_to_draft(self, draft: Draft) -> None:
        """Show the part that a draft is about, which is brought back."""

    # ------------------------------------------------------------------------------------------ what the owner uses

    @property
    def code(self) -> str | None:
        """The Member State that is shown."""
        return self._code

    def use_drafts(self, drafts: Drafts) -> None:
        """Work with the drafts of another forum."""
        self.drafts = drafts
        self._given_up = None
        self._code = None
        self._refresh_in_sight()

    def show_refusal(self, reason: str) -> None:
        """Say why edits could not be taken, where it was this panel that tried."""
        if self._taking:
            self.footer.refuse(reason)

    # --------------------------------------------------------------------------------------------- what the person does

    def take(self) -> None:
        """Take the edits as one step; where something is wrong with them, go there."""
        change = self.staged_change
        if self._code is None or self._read_only:
            return
        if change is None:
            go_to_wrong(self.view)
            return
        draft = self.drafts.drop(self._code, self.part)
        taken = self.try_change(change)
        if not taken and draft is not None:
            self.drafts.keep(draft)
        self._given_up = None
        if taken:
            self._refresh()
        self.drafts_changed.emit()

    def revert(self) -> None:
        """Give the edits up; they can be brought back until something else happens."""
        if self._code is None:
            return
        given_up = self.drafts.drop(self._code, self.part)
        if given_up is not None:
            self._settle()
            self._given_up = given_up
            self._refresh()
            self.drafts_changed.emit()

    def try_change(self, change: Change) -> bool:
        """Apply a change; a refusal is then this panel's to show."""
        self._taking = True
        try:
            return self._apply(change)
        finally:
            self._taking = False

    def keep_edits(self, draft: Draft) -> None:
        """Keep what was edited now, none where it is what is recorded, and say what taking it would change.

        Args:
            draft: its base is what is recorded; edits that began earlier keep theirs.
        """
        former = self.drafts.of(draft.code, draft.part)
        if draft.form == draft.base:
            self.drafts.drop(draft.code, draft.part)
        else:
            self.drafts.keep(draft if former is None else replace(draft, base=former.base))
        self._given_up = None
        self._judge()
        if (former is None) != (self.drafts.of(draft.code, draft.part) is None):
            self._mark()
            self.drafts_changed.emit()

    def _bring_back(self) -> None:
        draft = self._given_up
        if draft is not None:
            self.drafts.keep(draft)
            self._given_up = None
            self._turn_to_draft(draft)
            self._refresh()
            self.drafts_changed.emit()
            self.setFocus()

    def _escape(self) -> None:
        if self._code is not None and self.drafts.of(self._code, self.part) is not None:
            self.revert()
        else:
            self.left.emit()

    # ----------------------------------------------------------------------------------------------- what is shown

    def _refresh_in_sight(self) -> None:
        """Fill everything anew, where the panel is hidden not before it is shown: hidden it costs no entry time."""
        self._is_late = not self.isVisible()
        if not self._is_late:
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what was left out while the panel was hidden."""
        super().showEvent(event)
        self._come_in_sight()
        self._is_late = False

    def _come_in_sight(self) -> None:
        if self._is_late:
            self._refresh()
