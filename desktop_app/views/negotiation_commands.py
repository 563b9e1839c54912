"""The commands of the negotiation: each part with its windows is made when it is first asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop_app.views.desk import Desk

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.proposal_desk import Part
    from desktop_app.views.room.handover import RoomStanding

_PARTS: Final = {
    "rounds.RoundCommands": ("meetings_and_rounds", "close_round"),
    "history.HistoryCommands": ("history", "reason", "find_moment"),
    "compare.CompareCommands": ("compare",),
    "adopted.AdoptedCommands": ("compare_adopted",),
    "scenarios.ScenarioCommands": ("scenarios", "new_scenario", "adopt"),
    "gap.GapCommands": ("close_gap",),
    "vote.VoteCommands": ("offsets", "vote"),
    "room.RoomCommands": ("release", "room", "hide_room"),
    "paper.PaperCommands": ("delegation_sheets", "difference_paper", "table_paper", "dossier"),
    "two_desks.TwoDesksCommands": ("give_pen", "take_pen", "merge"),
}
"""Module and class of each part, below ``desktop_app.views``, and the commands that it does."""


class NegotiationCommands(QObject):
    """The parts of the negotiation, for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        """Gather nothing yet.

        Args:
            window: the main window.
        """
        super().__init__(window)
        self._window = window
        self._made: dict[str, Part] = {}

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            name: lambda part=part, name=name: self.part(part).commands()[name]()  # type: ignore[misc]  # bound now
            for part, names in _PARTS.items()
            for name in names
        }

    def part(self, name: str) -> "Part":
        """Return a part by module and class, made the first time."""
        if name not in self._made:
            module, _dot, kind = name.partition(".")
            made: Part = getattr(import_module(f"desktop_app.views.{module}"), kind)(self._window)
            self._made[name] = made
            made.show_desk(self._window.desk)
            made.set_zoom(self._window.settings.zoom)
        return self._made[name]

    def show_desk(self, desk: Desk | None) -> None:
        """Show another forum, or none."""
        for part in self._made.values():
            part.show_desk(desk)

    @property
    def is_showing_room(self) -> bool:
        """Whether the room display is open."""
        part = self._made.get("room.RoomCommands")
        return part is not None and part.room.is_open  # type: ignore[attr-defined]  # that part has it

    @property
    def room_standing(self) -> "RoomStanding | None":
        """What another window needs to go on with the room display; nothing where it was not used."""
        part = self._made.get("room.RoomCommands")
        return None if part is None else part.room_standing  # type: ignore[attr-defined]  # that part has it

    def go_on_with_room(self, standing: "RoomStanding") -> None:
        """Show the room what the window before showed it, and nothing that was hidden there."""
        self.part("room.RoomCommands").go_on_with(standing)  # type: ignore[attr-defined]  # that part has it

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        for part in self._made.values():
            part.set_zoom(percent)

    def may_close(self) -> bool:
        """Ask before something that was typed is lost with the window."""
        return all(part.may_close() for part in self._made.values())
