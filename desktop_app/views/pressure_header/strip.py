"""The strip above the table of a pressure response."""

from typing import Final

from PySide6.QtCore import Signal

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_phase import PressurePhase, phase_of_pressure
from desktop_app.calc.readings import SHORTFALL
from desktop_app.views.forum_strip import captioned
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import Chip, FigureButton
from desktop_app.views.plan_header.proposal_strip import ProposalStrip
from desktop_app.views.pressure_header import words
from desktop_app.views.pressure_table.totals import match_words

_TESTS: Final = ("A", "C")
"""Readings of the 30 % test that are shown beside the one in force; B is never known under pressure."""


class PressureHeader(ProposalStrip):
    """The forum, its phase, and the procedure's figures, each of which can be asked "why?".

    Signals:
        groups_asked: the person wants to see the groups under return sponsorship.
    """

    groups_asked = Signal()

    def __init__(self) -> None:
        """Make an empty strip."""
        captions = ("report", "match", "test", "deadline", "sponsorship")
        super().__init__(tr("Forum on migratory pressure"), 0, PressurePhase, captions)
        # What is pledged cannot fall short of the key here, so there is no coverage to draw.
        self._bar.hide()
        self._total = self.figure("total")
        self._matches = (self.figure("match_relocations"), self.figure("match_sponsorship"))
        others = (self.other_reading(), self.other_reading())
        self._groups = FigureButton()
        self._groups.setObjectName("sponsorship_groups")
        self._groups.clicked.connect(self.groups_asked)
        self._blueprint = Chip()
        self.lay_out(
            captioned(self._captions["report"], self._total),
            captioned(self._captions["match"], *self._matches),
            captioned(self._captions["test"], self._test, *others),
            captioned(self._captions["deadline"], self._deadline, self._late),
            captioned(self._captions["sponsorship"], self._groups),
        )
        self.add_chip(self._blueprint)

    def figures(self) -> tuple[FigureButton, ...]:
        """Return what can be asked about, from left to right."""
        others = (button for button, _name in self._others)
        return (self._total, *self._matches, self._test, *others, self._deadline, self._late, self._groups)

    def show_assessment(self, assessment: PressureAssessment) -> None:
        """Show the particulars and figures of now."""
        forum, totals = assessment.forum, assessment.totals
        self._show_forum(forum)
        self._blueprint.say(words.blueprint_words(assessment), "warn", "warn_ground")
        self._blueprint.setToolTip(shown(words.about_blueprint(assessment)))
        self._blueprint.setVisible(bool(words.blueprint_words(assessment)))
        self.phases.show_phase(phase_of_pressure(forum.migratory_pressure))
        self._captions["report"].set_full_text(words.report_caption(assessment))
        self._total.say(words.report_words(totals))
        self._captions["match"].set_full_text(words.match_caption(assessment))
        for button, match in zip(self._matches, totals.matches, strict=True):
            button.say(*words.match_said(match, assessment))
            button.setToolTip(shown(match_words(match)))
        self._show_test(totals.shortfall_readings, assessment.readings[SHORTFALL.name], _TESTS)
        self._show_deadline(assessment)
        self._captions["sponsorship"].set_full_text(words.sponsorship_caption(totals.sponsorships))
        self._groups.say(*words.sponsorship_said(totals.sponsorships))
        self._groups.setToolTip(shown(words.about_sponsorship(totals.sponsorships)))
