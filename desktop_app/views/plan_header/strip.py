"""The strip above the table of plans."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.calc.deadline_standing import late, next_due, standings
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.phase import phase_of
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.shortfall_shown import is_above
from desktop_app.views.forum_strip import ForumStrip, captioned
from desktop_app.views.header import heading_text
from desktop_app.views.parts import ElidedLabel, FigureButton
from desktop_app.views.plan_header import words
from desktop_app.views.plan_header.phases import PhaseRow
from desktop_app.views.theme import Space, Type

STATUS: Final = "proposal of 2020 · not law"
_BAR_WIDTH: Final = 76
_LONGEST_CAPTION: Final = 44
"""Letters of a caption that room is made for."""


class _Caption(ElidedLabel):
    """What a figure is; a long one is cut rather than let it push the figures into another line."""

    def __init__(self) -> None:
        super().__init__("", Type.CAPTION, "muted", cut=Qt.TextElideMode.ElideRight)

    def sizeHint(self) -> QSize:
        """Ask for room for a few words."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), _LONGEST_CAPTION * self.fontMetrics().averageCharWidth()), hint.height())


class PlanHeader(ForumStrip):
    """The forum, its phase, and the procedure's figures, each of which can be asked "why?".

    Signals:
        deadlines_asked: the person wants to see all time limits.
    """

    deadlines_asked = Signal()

    def __init__(self) -> None:
        """Make an empty strip."""
        super().__init__("Forum on search and rescue", _BAR_WIDTH)
        self._pool: str | None = None
        self._reading = "A"
        self.phases = PhaseRow()
        self._pledged = self.figure("pledged")
        self._coverage = self.figure("coverage_percent")
        self._judgement = self.figure("coverage_of_asked_percent")
        self._test = self.figure("shortfall_percent")
        self._others = (FigureButton(Type.CAPTION), FigureButton(Type.CAPTION))
        for place, button in enumerate(self._others):
            button.clicked.connect(lambda _checked=False, at=place: self.asked.emit(self._other_figure(at), None))
        self._deadline = FigureButton()
        self._deadline.setObjectName("deadline")
        self._deadline.clicked.connect(self.deadlines_asked)
        self._late = FigureButton()
        self._late.setObjectName("late")
        self._late.clicked.connect(self.deadlines_asked)
        self._fullest = FigureButton()
        self._fullest.setObjectName("used_percent")
        self._fullest.clicked.connect(self._ask_pool)
        self._captions = {name: _Caption() for name in ("pledged", "judgement", "test", "deadline", "pools")}
        title = QHBoxLayout()
        title.setSpacing(Space.L)
        title.addWidget(self._title)
        title.addWidget(self.phases)
        title.addStretch(1)
        self._first.addLayout(title, 1)
        captions = self._captions
        captions["judgement"].set_full_text("Judgement")
        self.lay_out(
            captioned(captions["pledged"], self._pledged, self._bar, self._coverage),
            captioned(captions["judgement"], self._judgement),
            captioned(captions["test"], self._test, *self._others),
            captioned(captions["deadline"], self._deadline, self._late),
            captioned(captions["pools"], self._fullest),
        )

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.phases.set_scale(scale)

    def _title_width(self) -> int:
        return self._title.sizeHint().width() + Space.L

    def _heading_width(self) -> int:
        """Return the room for the title and the phases in short: these give way before the title is cut."""
        return self._title_width() + self.phases.short_width

    def _fit_heading(self, room: int) -> None:
        self.phases.set_in_short(self._title_width() + self.phases.full_width > room)

    def figures(self) -> tuple[FigureButton, ...]:
        """Return what can be asked about, from left to right."""
        return (
            self._pledged,
            self._coverage,
            self._judgement,
            self._test,
            *self._others,
            self._deadline,
            self._late,
            self._fullest,
        )

    def captions(self) -> tuple[str, ...]:
        """Return what stands above the figures, from left to right."""
        return tuple(caption.full_text for caption in self._captions.values())

    def show_assessment(self, assessment: SearchAndRescueAssessment) -> None:
        """Show the particulars and figures of now."""
        forum, totals = assessment.forum, assessment.totals
        self._title.set_full_text(heading_text(forum))
        self._show_chips(forum)
        self.phases.show_phase(phase_of(forum.search_and_rescue))
        self._captions["pledged"].set_full_text(words.pledged_caption(assessment))
        self._pledged.say(words.pledged_words(assessment))
        self._bar.show_ratio(totals.coverage)
        met = totals.coverage is not None and totals.coverage >= 1
        self._coverage.say(words.coverage_words(totals.coverage), "ok" if met else "text")
        self._coverage.setToolTip(words.about_coverage(totals))
        self._show_judgement(assessment)
        self._show_test(assessment)
        self._show_deadline(assessment)
        self._show_pools(assessment)

    def _show_chips(self, forum: Forum) -> None:
        self._status.say(STATUS, "warn", "warn_ground")
        self.show_note(forum)

    def _show_judgement(self, assessment: SearchAndRescueAssessment) -> None:
        path = assessment.forum.search_and_rescue.act.path
        self._judgement.say(words.JUDGEMENTS[path], *words.JUDGEMENT_SIGNS[path])
        self._judgement.setToolTip(f"{words.ABOUT_JUDGEMENTS[path]}\n{words.about_coverage(assessment.totals)}")

    def _show_test(self, assessment: SearchAndRescueAssessment) -> None:
        readings = assessment.totals.shortfall_readings
        self._reading = assessment.readings[SHORTFALL.name]
        ratio = readings.of(self._reading)
        above = ratio is not None and is_above(ratio)
        signs = ("warn", "warn") if above else ("ok", "ok")
        if ratio is None or words.has_no_effect(assessment):
            signs = ("muted", "")
        self._test.say(words.test_words(assessment, self._reading, long=True), *signs)
        self._captions["test"].set_full_text(f"30 % test, reading {self._reading} in force")
        for place, button in enumerate(self._others):
            name = self._other(place)
            button.say(words.test_words(assessment, name, long=False), "muted")
            button.setToolTip(f"Reading {name}: {SHORTFALL.choices[name]}")
        self._test.setToolTip(f"Reading {self._reading}: {SHORTFALL.choices[self._reading]}")

    def _other(self, place: int) -> str:
        """Return the reading that is not in force at a place."""
        return [name for name in SHORTFALL.choices if name != self._reading][place]

    def _other_figure(self, place: int) -> str:
        return f"shortfall_{self._other(place).lower()}"

    def _show_deadline(self, assessment: SearchAndRescueAssessment) -> None:
        found, today = standings(assessment), as_of(assessment.forum)
        overdue, nearest = late(found), next_due(found)
        caption, figure = words.deadline_words(nearest, today)
        self._captions["deadline"].set_full_text(caption)
        self._deadline.say(figure, *(("text", "calendar") if nearest else ("muted", "")))
        self._deadline.setToolTip(words.about_deadlines(nearest, today))
        self._late.say(f"{len(overdue)} late", "warn", "history")
        self._late.setToolTip(words.about_deadlines(overdue, today))
        self._late.setVisible(bool(overdue))

    def _show_pools(self, assessment: SearchAndRescueAssessment) -> None:
        pool = words.fullest_pool(assessment)
        self._pool = None if pool is None else pool.benefitting
        self._captions["pools"].set_full_text(words.pool_caption(assessment))
        signs = ("muted", "") if pool is None else ("block", "warn") if pool.alarm else ("text", "")
        self._fullest.say(words.pool_words(pool), *signs)
        self._fullest.setToolTip(words.about_pools(assessment))

    def _ask_pool(self) -> None:
        """Ask about the fullest pool; while none is drawn on, about what the act fixes for all of them."""
        if self._pool is None:
            self.asked.emit("fixed_relocations", None)
        else:
            self.asked.emit("used_percent", self._pool)
