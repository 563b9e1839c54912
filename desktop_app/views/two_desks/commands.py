"""The commands on two desks, for one main window."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject

from desktop_app.calc.changes import CannotChangeError
from desktop_app.models.errors import BadInput, Cancelled, ForumFileError
from desktop_app.views.dialogs.files import FORUMS, Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.new_forum import free_name
from desktop_app.views.language import marked, shown, tr, upper_first
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.models.applied import Applied
    from desktop_app.models.copies import Copies, Relation
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow

_T = TypeVar("_T")
_CANNOT: Final = marked("This cannot be done")
_UNNAMED: Final = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))
"""What no file system wants in a name."""


class TwoDesksCommands(QObject):
    """Hands the pen on and takes it; compares and merges two copies."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin; there is nothing to be made."""
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"give_pen": self.give_pen, "take_pen": self.take_pen, "merge": self.merge}

    def show_desk(self, desk: "Desk | None") -> None:
        """Do nothing: no window stays open."""

    def set_zoom(self, percent: int) -> None:
        """Do nothing: each dialog is made when it is asked for."""

    def may_close(self) -> bool:
        """Tell that nothing is lost with the window."""
        return True

    # ------------------------------------------------------------------------------------------------------------- pen

    def give_pen(self) -> None:
        """Ask who goes on typing and where the copy goes; afterwards the forum is open here to be read."""
        from desktop_app.models import pen
        from desktop_app.views.two_desks.pen_dialog import GivePenDialog

        desk = self._window.desk
        if desk is None or desk.file.is_read_only:
            return
        dialog = GivePenDialog(self._window)
        dialog.set_scale(self._scale)
        to = dialog.asked()
        if to is None:
            return
        file = desk.file
        path = file.path
        named = path.with_stem(
            tr("{stem} for {translate}", stem=path.stem, translate=to.translate(_UNNAMED).strip()[:60])
        )
        target = Files.to_write(self._window, tr("The copy for {to}", to=to), free_name(named), FORUMS)
        if target is None:
            return
        given = self._tried(
            lambda: pen.give(file, to, target, replace=True, runs=self._runs(tr("Saving {name}", name=target.name)))
        )
        # Given or taken back at once, the record has more entries.
        self._open_again(path)
        if given is not None:
            self._window.remark(
                tr("The pen is with {to}, in {target}. Here the forum can only be read.", to=to, target=str(target))
            )

    def take_pen(self) -> None:
        """Take back the pen that was given away here, or take the one that came with a copy."""
        from desktop_app.models import pen
        from desktop_app.models.forum_file import ForumFile

        desk = self._window.desk
        if desk is None:
            return
        file = desk.file
        away = self._tried(lambda: (pen.given(file),))
        if away is None:
            return
        if away[0] is None:
            elsewhere = tr("Another desk has this forum open for typing: its lock holds the pen.")
            self._window.remark(elsewhere if file.is_read_only else tr("The pen is here: go on typing."))
            return
        text = tr(
            "{away}. If that desk goes on typing in its copy, the two part, and have to be merged. "
            "That it is taken back stands in the history.",
            away=upper_first(str(away[0])),
        )
        if not Message.confirm(self._window, tr("Take the pen back?"), text, tr("&Take the pen")):
            return
        path, operator = file.path, file.author().operator

        def taken() -> "Applied":
            with ForumFile.open(path, operator) as opened:
                return pen.take(opened)

        done = self._closed_meanwhile(path, taken)
        if done is not None:
            self._window.remark(tr("The pen is here: go on typing."))

    # ------------------------------------------------------------------------------------------------------ two copies

    def merge(self) -> None:
        """Ask for the other copy, say how it stands to this one, and bring the two together."""
        from desktop_app.models.copies import opened_beside

        desk = self._window.desk
        if desk is None or not self._window.look(lambda shown: shown.back_to_now()):
            return
        file = desk.file
        other = Files.to_open(self._window, tr("The other copy"), file.path.parent)
        if other is None:
            return

        def bring_together() -> None:
            with opened_beside(file, other, runs=self._runs(tr("Verifying {name}", name=other.name))) as copies:
                self._bring_together(desk, copies)

        self._tried(bring_together)

    def _bring_together(self, desk: "Desk", copies: "Copies") -> None:
        from desktop_app.models.copies import Relation

        there, relation = copies.path.name, copies.relation
        if relation is Relation.DIVERGED:
            self._merge(desk, copies)
        elif relation is Relation.AHEAD:
            self._take_over(copies)
        elif relation is Relation.MERGED_THERE:
            text = tr(
                "{there} has merged all that was recorded here: go on in it. Nothing of this copy is lost.", there=there
            )
            if Message.choose(self._window, tr("Merged in the other copy"), text, (tr("&Open the other copy"),)) == 0:
                self._window.files.open_path(copies.path)
        else:
            self._say_nothing_to_take(copies, relation)

    def _say_nothing_to_take(self, copies: "Copies", relation: "Relation") -> None:
        from desktop_app.models.copies import Relation, merged_by

        here, there = copies.ours.path.name, copies.path.name
        if relation is Relation.SAME:
            Message.show(
                self._window,
                tr("The same"),
                tr("{there} holds what {here} holds, entry by entry.", there=there, here=here),
            )
        elif relation is Relation.MERGED:
            by = merged_by(copies.ours, copies.theirs.head_hash)
            text = tr("Entry {by} merged all of {there}: there is nothing to take from it.", by=str(by), there=there)
            Message.show(self._window, tr("Merged already"), text)
        elif relation is Relation.BEHIND:
            ahead = copies.ours.seq - copies.common
            text = tr(
                "This forum has all of {there} ({ahead} recorded here since): there is nothing to take from it.",
                there=there,
                ahead=ahead,
            )
            Message.show(self._window, tr("This copy is ahead"), text)
        else:
            text = tr("{there} is no copy of {here}: they have no entry in common.", there=there, here=here)
            Message.show(
                self._window,
                tr("Another forum"),
                " ".join((text, tr("Compare its figures instead: Negotiation, Compare."))),
            )

    def _take_over(self, copies: "Copies") -> None:
        from desktop_app.models.forum_file import ForumFile
        from desktop_app.models.merging import take_over

        count, path = copies.theirs.seq - copies.common, copies.ours.path
        ahead = tr("{count} entry", count=count) if count == 1 else tr("{count} entries", count=count)
        text = tr(
            "{name} has all of this forum, and {ahead} more. Nothing of this copy is lost.",
            name=copies.path.name,
            ahead=ahead,
        )
        choices = (tr("&Take its {ahead} over", ahead=ahead), tr("&Open the other copy"))
        chosen = Message.choose(self._window, tr("The other copy is ahead"), text, choices)
        if chosen == 1:
            self._window.files.open_path(copies.path)
        if chosen != 0:
            return
        operator = copies.ours.author().operator

        def taken() -> int:
            with ForumFile.open(path, operator) as ours:
                return take_over(replace(copies, ours=ours))

        if self._closed_meanwhile(path, taken) is not None:
            self._window.remark(
                tr("{ahead} of {name} taken over; a backup was made before.", ahead=ahead, name=copies.path.name)
            )

    def _merge(self, desk: "Desk", copies: "Copies") -> None:
        from desktop_app.models.merging import left_behind, merge
        from desktop_app.views.two_desks.merge_dialog import MergeDialog

        if desk.read_only:
            text = tr("The two copies parted, and this one is open here to be read only: merge where the pen is.")
            Message.show(self._window, _CANNOT, text)
            return
        dialog = MergeDialog(self._window, copies, left_behind(copies))
        dialog.set_scale(self._scale)
        decided = dialog.asked()
        if decided is None:
            return
        before = desk.file.forum
        choices, reason = decided
        if desk.through(lambda: merge(copies, choices, reason)):
            self._window.workspace.show_step(before, desk.file.forum)
            unchanged = tr(", no figure changed") if desk.file.forum == before else ""
            done = tr(
                "{name} is merged{unchanged}; Ctrl+Z takes it back. A backup was made before.",
                name=copies.path.name,
                unchanged=unchanged,
            )
            self._window.remark(done)

    # ----------------------------------------------------------------------------------------------------------- parts

    @property
    def _scale(self) -> float:
        return around(self._window.settings.zoom)

    def _open_again(self, path: "Path") -> None:
        self._window.show_desk(None)
        self._window.files.open_path(path)

    def _closed_meanwhile(self, path: "Path", does: Callable[[], _T]) -> _T | None:
        """Do something while the forum is closed in the window, and open it again, whatever comes of it."""
        self._window.show_desk(None)
        try:
            return self._tried(does)
        finally:
            self._window.files.open_path(path)

    def _runs(self, title: str) -> Callable[[Callable[[Callable[[int, int], None]], _T]], _T]:
        """Return what does long work on a thread of its own, with its progress shown."""
        from desktop_app.views.progress import run

        return lambda work: run(self._window, title, work)

    def _tried(self, does: Callable[[], _T]) -> _T | None:
        """Do something; where that fails, say so in one message, and return ``None``."""
        try:
            return does()
        except Cancelled:
            self._window.remark(tr("Stopped: what was there before stays as it is."))
        except (CannotChangeError, BadInput, ForumFileError) as error:
            Message.show(self._window, _CANNOT, shown(str(error)))
        return None
