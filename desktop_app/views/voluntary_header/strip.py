"""The strip above the table of signatories."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.calc import wording
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.forum_strip import captioned
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ElidedLabel, FigureButton
from desktop_app.views.plan_header.deadline_strip import DeadlineStrip
from desktop_app.views.theme import Space, Type
from desktop_app.views.voluntary_header import words

STATUS: Final = marked("political declaration · no obligation")
_BAR_WIDTH: Final = 76
_LEAST_PLATFORM: Final = 160
"""Width below which the platform is not named beside the title, pixels at 100 %."""
_CAPTIONS: Final = ("relocations", "financial", "kept", "ends", "deadline")


class VoluntaryHeader(DeadlineStrip):
    """The mechanism, its platform, and needs against pledges against what was kept."""

    def __init__(self) -> None:
        """Make an empty strip."""
        super().__init__(tr("Voluntary mechanism"), _BAR_WIDTH, _CAPTIONS)
        self.platform = ElidedLabel("", Type.CAPTION, "muted", cut=Qt.TextElideMode.ElideRight)
        self._relocations = self.figure("relocations")
        self._part = self.figure("needed_relocations")
        self._financial = self.figure("pledged_financial")
        self._project = self.figure("project")
        self._kept_relocations = self.figure("kept_relocations")
        self._kept_financial = self.figure("kept_financial")
        self._ends = self.figure("ends")
        title = QHBoxLayout()
        title.setSpacing(Space.L)
        title.addWidget(self._title)
        title.addWidget(self.platform, 1)
        self._first.addLayout(title, 1)
        captions = self._captions
        captions["relocations"].set_full_text(tr("Relocations pledged, of those needed"))
        captions["financial"].set_full_text(tr("Money pledged, of what is needed"))
        captions["kept"].set_full_text(tr("Kept of what is pledged: relocated, paid"))
        self.lay_out(
            captioned(captions["relocations"], self._relocations, self._bar, self._part),
            captioned(captions["financial"], self._financial, self._project, gap=Space.L),
            captioned(captions["kept"], self._kept_relocations, self._kept_financial, gap=Space.L),
            captioned(captions["ends"], self._ends),
            captioned(captions["deadline"], self._deadline, self._late),
        )

    def figures(self) -> tuple[FigureButton, ...]:
        """Return what can be asked about, from left to right."""
        return (
            self._relocations,
            self._part,
            self._financial,
            self._project,
            self._kept_relocations,
            self._kept_financial,
            self._ends,
            self._deadline,
            self._late,
        )

    def _heading_width(self) -> int:
        """Return the room for the title: the platform gives way before the title is cut."""
        return self._title.sizeHint().width() + Space.L

    def _fit_heading(self, room: int) -> None:
        self.platform.setVisible(room - self._heading_width() >= round(_LEAST_PLATFORM * self._scale))

    def show_assessment(self, assessment: VoluntaryAssessment) -> None:
        """Show the particulars and figures of now."""
        forum, totals = assessment.forum, assessment.totals
        self.show_heading(forum)
        self._status.say(STATUS, "info", "info_ground")
        self.show_note(forum)
        self.platform.set_full_text(words.platform_words(assessment))
        about = words.about_needs(assessment)
        self._relocations.say(words.persons_of(totals.relocations))
        self._bar.show_ratio(totals.relocations.part)
        is_met = totals.relocations.part is not None and totals.relocations.part >= 1
        self._part.say(words.part_words(totals.relocations), "ok" if is_met else "text")
        self._financial.say(words.money_of(totals.financial))
        self._project.say(tr("+ {money} for projects", money=wording.money(totals.project_cents)))
        self._project.setVisible(bool(totals.project_cents))
        for figure in (self._relocations, self._part, self._financial, self._project):
            figure.setToolTip(shown(about))
        self._kept_relocations.say(words.persons_of(totals.kept_relocations))
        self._kept_financial.say(words.money_of(totals.kept_financial))
        self._captions["ends"].set_full_text(words.ends_caption(forum.voluntary.mechanism))
        self._ends.say(*words.ends_words(assessment))
        self._show_deadline(assessment)
