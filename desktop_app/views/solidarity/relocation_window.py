"""The window of relocations under way: groups, their next step, both readings of Art. 57(7) side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop_app.calc.member_states import name_of
from desktop_app.calc.moments import as_of
from desktop_app.calc.monitoring import relocation_progress
from desktop_app.calc.readings import POSTPONEMENT
from desktop_app.calc.relocation_clock import RelocationStanding, standing_of
from desktop_app.views.action_bar import BarAction
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import counted, marked, tr
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.entry_words import GROUP
from desktop_app.views.solidarity.progress_lines import RELOCATED, progress_lines, progress_of, progress_words
from desktop_app.views.solidarity.record_window import COPY, RecordWindow, Shown, record_actions
from desktop_app.views.solidarity.records import ListName, helped_by, state_name
from desktop_app.views.solidarity.relocation import HEADING, RelocationEditor
from desktop_app.views.solidarity.relocation_lines import (
    COLUMNS,
    alarm_of,
    facts_of,
    group_line,
    step_columns,
    step_lines,
    sum_line,
)

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor

_READINGS = BarAction(
    "readings", marked("&Readings…"), "Ctrl+R", marked("Which reading of Art. 57(7) is in force"), writes=False
)


class RelocationWindow(RecordWindow):
    """The groups under relocation."""

    list_name: ClassVar[ListName] = "relocation_groups"
    words = GROUP
    nothing = marked("No group under relocation is recorded. Insert records the first one (Art. 57).")
    help_heading = HEADING

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a desk."""
        figures = FigureList(tr("Groups under relocation"), COLUMNS)
        self.steps = FigureList(tr("Steps under both readings"), step_columns(POSTPONEMENT.default))
        self._alarmed: int | None = None
        actions = (*record_actions(self.words), None, _READINGS, None, COPY)
        super().__init__(parent, HEADING, "Ctrl+Shift+K", figures, actions)

    def _standings(self, assessment: "Assessment") -> list[RelocationStanding]:
        forum = assessment.forum
        reading, today = assessment.readings[POSTPONEMENT.name], as_of(forum)
        return [standing_of(group, reading, today) for group in forum.solidarity.relocation_groups]

    def detail(self) -> FigureList:
        """Return the steps of the current group."""
        return self.steps

    def lines(self, assessment: "Assessment") -> Sequence[Shown]:
        """Return one line a group, and their sum."""
        forum, standings = assessment.forum, self._standings(assessment)
        act_for, helped, today = forum.migratory_pressure.act_for, helped_by(forum), as_of(forum)
        shown = [
            Shown(group_line(each, act_for(each.group.benefitting), helped, today), place, each.group.relocating)
            for place, each in enumerate(standings)
        ]
        return [*shown, Shown(sum_line(standings))] if shown else []

    def about(self, assessment: "Assessment", row: int) -> tuple[str, Sequence[Said]]:
        """Return who of a group can be relocated; of the sum, what the readings are about."""
        standings = self._standings(assessment)
        if row >= len(standings):
            reading = POSTPONEMENT.choices[assessment.readings[POSTPONEMENT.name]]
            return tr("All groups"), (
                Said(tr("A postponed check takes {reading} (reading of Art. 57(7)).", reading=reading)),
            )
        group = standings[row].group
        progress = progress_of(assessment, relocation_progress)
        origin = state_name(group.benefitting or helped_by(assessment.forum), tr("not said"))
        return tr("Group {id}: {origin} → {state}", id=group.id, origin=origin, state=state_name(group.relocating)), (
            *facts_of(standings[row], assessment.forum.migratory_pressure.act_for(group.benefitting)),
            progress_words(progress, group.relocating, "arrived"),
        )

    def show_detail(self, assessment: "Assessment", row: int) -> None:
        """Show the steps of a group under both readings; of the sum, what is left of the act by Member State."""
        groups = assessment.forum.solidarity.relocation_groups
        lines = progress_lines(progress_of(assessment, relocation_progress), RELOCATED)
        self.steps.setVisible(row < len(groups) or bool(lines))
        if row >= len(groups):
            self.steps.name_columns(RELOCATED)
            self.steps.show_lines(lines)
        else:
            reading = assessment.readings[POSTPONEMENT.name]
            self.steps.name_columns(step_columns(reading))
            self.steps.show_lines(step_lines(groups[row], reading, as_of(assessment.forum)))

    def warning(self, assessment: "Assessment") -> tuple[Said, str, str]:
        """Return the group that is late for longest."""
        said, self._alarmed = alarm_of(self._standings(assessment))
        return said, "" if self._alarmed is None else tr("&Show it"), "show"

    def before_step(self) -> None:
        """Go to the group of the alarm."""
        if self._alarmed is not None:
            self.go_to(self._alarmed)
            self.list.setFocus()

    def act(self, name: str) -> None:
        """Do an action; to show a group is to go to it, which is done already."""
        if name != "show":
            super().act(name)

    def editor(self, desk: "Desk", place: int | None) -> "ForumEditor":
        """Return the editor of a group."""
        return RelocationEditor(self, desk, place)

    def removal(self, item: Any) -> tuple[str, str]:
        """Return what taking a group out is called, and the group in a few words."""
        name = tr("group {id} ({state})", id=item.id, state=state_name(item.relocating))
        title = marked("Relocation: group {id} ({state}) removed", id=item.id, state=name_of(item.relocating))
        return title, f"{name[:1].upper()}{name[1:]}, {counted(item.persons)}"
