"""The window of return sponsorship: groups, their eight months, who is to be relocated (Art. 55, 57(4))."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop_app.calc.group_standings import sponsorships_of
from desktop_app.calc.member_states import name_of
from desktop_app.calc.monitoring import sponsorship_progress
from desktop_app.calc.sponsorship_clock import SponsorshipStanding
from desktop_app.views.action_bar import BarAction
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import counted, marked, tr
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.entry_words import GROUP
from desktop_app.views.solidarity.progress_lines import SPONSORED, progress_lines, progress_of, progress_words
from desktop_app.views.solidarity.record_window import COPY, RecordWindow, Shown, record_actions
from desktop_app.views.solidarity.records import ListName, helped_by, state_name
from desktop_app.views.solidarity.sponsorship import HEADING, SponsorshipEditor, TakeOverEditor
from desktop_app.views.solidarity.sponsorship_lines import COLUMNS, alarm_of, facts_of, group_line, sum_line

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor

_TAKE_OVER = BarAction(
    "take_over", marked("Take o&ver…"), "Ctrl+F2", marked("Record that the sponsor took over who was not returned")
)


class SponsorshipWindow(RecordWindow):
    """The groups under return sponsorship."""

    list_name: ClassVar[ListName] = "sponsorship_groups"
    words = GROUP
    nothing = marked("No group under return sponsorship is recorded. Insert records the first one (Art. 55).")
    help_heading = HEADING

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a desk."""
        figures = FigureList(tr("Groups under return sponsorship"), COLUMNS)
        actions = (*record_actions(self.words), None, _TAKE_OVER, None, COPY)
        self._alarmed: int | None = None
        self.progress = FigureList(tr("What is left of the act, by Member State"), SPONSORED)
        super().__init__(parent, HEADING, "Ctrl+Shift+J", figures, actions)

    def _standings(self, assessment: "Assessment") -> list[SponsorshipStanding]:
        return list(sponsorships_of(assessment))

    def lines(self, assessment: "Assessment") -> Sequence[Shown]:
        """Return one line a group, and their sum."""
        standings, helped = self._standings(assessment), helped_by(assessment.forum)
        shown = [Shown(group_line(each, helped), place, each.group.sponsor) for place, each in enumerate(standings)]
        return [*shown, Shown(sum_line(standings))] if shown else []

    def about(self, assessment: "Assessment", row: int) -> tuple[str, Sequence[Said]]:
        """Return clock, activities and expiry of a group; of the sum, how many are to be relocated."""
        standings = self._standings(assessment)
        if row >= len(standings):
            moved = sum(each.to_relocate for each in standings)
            return tr("All groups"), (
                Said(tr("{counted} to relocate after eight months (Art. 55(2)).", counted=counted(moved))),
            )
        group = standings[row].group
        origin = state_name(group.benefitting or helped_by(assessment.forum), tr("not said"))
        title = tr(
            "Group {id}: from {origin}, sponsored by {state}",
            id=group.id,
            origin=origin,
            state=state_name(group.sponsor),
        )
        progress = progress_of(assessment, sponsorship_progress)
        return title, (*facts_of(standings[row]), progress_words(progress, group.sponsor, "returned"))

    def detail(self) -> FigureList:
        """Return what is left of the act by Member State."""
        return self.progress

    def show_detail(self, assessment: "Assessment", row: int) -> None:
        """Show under the sum what is left of the act by Member State; a group says it in words."""
        lines = progress_lines(progress_of(assessment, sponsorship_progress), SPONSORED)
        self.progress.setVisible(row >= len(assessment.forum.solidarity.sponsorship_groups) and bool(lines))
        self.progress.show_lines(lines)

    def warning(self, assessment: "Assessment") -> tuple[Said, str, str]:
        """Return the alarm: the longest lapsed group, with the step that records the taking over; else the nearest."""
        standings = self._standings(assessment)
        said, self._alarmed = alarm_of(standings)
        lapsed = self._alarmed is not None and standings[self._alarmed].to_relocate
        return (said, tr("&Record the taking over…"), "take_over") if lapsed else (said, "", "")

    def before_step(self) -> None:
        """Go to the group of the alarm."""
        if self._alarmed is not None:
            self.go_to(self._alarmed)

    def allowed(self, name: str) -> bool:
        """Let a taking over be recorded only once the eight months are over and persons are left."""
        if name != "take_over":
            return super().allowed(name)
        assessment, place = self.assessment, self.place
        return assessment is not None and place is not None and self._standings(assessment)[place].to_relocate > 0

    def doing(self) -> dict[str, Callable[[], object]]:
        """Return what the window does itself, by name of the action."""
        return {**super().doing(), "take_over": self._take_over}

    def editor(self, desk: "Desk", place: int | None) -> "ForumEditor":
        """Return the editor of a group."""
        return SponsorshipEditor(self, desk, place)

    def removal(self, item: Any) -> tuple[str, str]:
        """Return what taking a group out is called, and the group in a few words."""
        name = tr("group {id} ({state})", id=item.id, state=state_name(item.sponsor))
        title = marked("Return sponsorship: group {id} ({state}) removed", id=item.id, state=name_of(item.sponsor))
        return title, f"{name[:1].upper()}{name[1:]}, {counted(item.persons)}"

    def _take_over(self) -> None:
        place = self.place
        if place is not None:
            self.edit(lambda desk: TakeOverEditor(self, desk, place))
