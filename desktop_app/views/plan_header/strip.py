"""The strip above the table of plans."""

from typing import Final

from desktop_app.calc.phase import Phase, phase_of
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.views.forum_strip import captioned
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import FigureButton
from desktop_app.views.plan_header import words
from desktop_app.views.plan_header.proposal_strip import ProposalStrip

_BAR_WIDTH: Final = 76


class PlanHeader(ProposalStrip):
    """The forum, its phase, and the procedure's figures, each of which can be asked "why?"."""

    def __init__(self) -> None:
        """Make an empty strip."""
        captions = ("pledged", "judgement", "test", "deadline", "pools")
        super().__init__(tr("Forum on search and rescue"), _BAR_WIDTH, Phase, captions)
        self._pool: str | None = None
        self._pledged = self.figure("pledged")
        self._coverage = self.figure("coverage_percent")
        self._judgement = self.figure("coverage_of_asked_percent")
        others = (self.other_reading(), self.other_reading())
        self._fullest = FigureButton()
        self._fullest.setObjectName("used_percent")
        self._fullest.clicked.connect(self._ask_pool)
        self._captions["judgement"].set_full_text(tr("Judgement"))
        self.lay_out(
            captioned(self._captions["pledged"], self._pledged, self._bar, self._coverage),
            captioned(self._captions["judgement"], self._judgement),
            captioned(self._captions["test"], self._test, *others),
            captioned(self._captions["deadline"], self._deadline, self._late),
            captioned(self._captions["pools"], self._fullest),
        )

    def figures(self) -> tuple[FigureButton, ...]:
        """Return what can be asked about, from left to right."""
        return (
            self._pledged,
            self._coverage,
            self._judgement,
            self._test,
            *(button for button, _name in self._others),
            self._deadline,
            self._late,
            self._fullest,
        )

    def show_assessment(self, assessment: SearchAndRescueAssessment) -> None:
        """Show the particulars and figures of now."""
        forum, totals = assessment.forum, assessment.totals
        self._show_forum(forum)
        self.phases.show_phase(phase_of(forum.search_and_rescue))
        self._captions["pledged"].set_full_text(words.pledged_caption(assessment))
        self._pledged.say(words.pledged_words(assessment))
        self._bar.show_ratio(totals.coverage)
        met = totals.coverage is not None and totals.coverage >= 1
        self._coverage.say(words.coverage_words(totals.coverage), "ok" if met else "text")
        self._coverage.setToolTip(shown(words.about_coverage(totals)))
        self._show_judgement(assessment)
        no_effect = tr(", no effect under 48(1)") if words.has_no_effect(assessment) else ""
        self._show_test(
            totals.shortfall_readings, assessment.readings[SHORTFALL.name], tuple(SHORTFALL.choices), no_effect
        )
        self._show_deadline(assessment)
        self._show_pools(assessment)

    def _show_judgement(self, assessment: SearchAndRescueAssessment) -> None:
        path = assessment.forum.search_and_rescue.act.path
        self._judgement.say(words.JUDGEMENTS[path], *words.JUDGEMENT_SIGNS[path])
        self._judgement.setToolTip(
            f"{shown(words.ABOUT_JUDGEMENTS[path])}\n{shown(words.about_coverage(assessment.totals))}"
        )

    def _show_pools(self, assessment: SearchAndRescueAssessment) -> None:
        pool = words.fullest_pool(assessment)
        self._pool = None if pool is None else pool.benefitting
        self._captions["pools"].set_full_text(words.pool_caption(assessment))
        signs = ("muted", "") if pool is None else ("block", "warn") if pool.alarm else ("text", "")
        self._fullest.say(words.pool_words(pool), *signs)
        self._fullest.setToolTip(shown(words.about_pools(assessment)))

    def _ask_pool(self) -> None:
        """Ask about the fullest pool; while none is drawn on, about what the act fixes for all of them."""
        if self._pool is None:
            self.asked.emit("fixed_relocations", None)
        else:
            self.asked.emit("used_percent", self._pool)
