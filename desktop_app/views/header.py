"""The strip above the table: which forum this is, where the pool stands, whether it is saved."""

from datetime import UTC, datetime
from fractions import Fraction
from math import floor
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Totals
from desktop_app.calc.exact import CENTS
from desktop_app.calc.forum import Classification, Forum, MeetingKind
from desktop_app.calc.member_states import name_of
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.parts import Bar, Chip, ChipButton, ElidedLabel, FigureButton, ToneLabel
from desktop_app.views.theme import Space, Type, theme

REDUCTION: Final = "reduction_eligible"
"""A figure of each state, not of the pool: explained for the first state that is eligible."""
PROPOSAL_LABEL: Final = "Proposal of 2020, not law"
_BAR_WIDTH: Final = 140
_TALL_ENOUGH: Final = 500
"""Height of a window in which the title may take a line of its own, pixels."""
_MEETING_SIGN: Final = " ▸ "
_MEETINGS: Final = {
    MeetingKind.INITIAL: "High-Level Forum",
    MeetingKind.RESUMED: "High-Level Forum, resumed",
    MeetingKind.RECONVENED: "High-Level Forum, reconvened under Art. 13(4)",
}


class HeaderStrip(QWidget):
    """Title, marking, saved mark, and the pool's figures, each of which can be asked "why?".

    Signals:
        asked(str, object): the person asks why a figure is what it is: its id, and the state's code or ``None``.
        about_asked: the person wants to read the forum's note.
    """

    asked = Signal(str, object)
    about_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Forum")
        self._eligible: str | None = None
        # Cut at its end: the name of a forum begins with what it is and its year.
        self._title = ElidedLabel("", Type.HEADING, cut=Qt.TextElideMode.ElideRight)
        self._stage = Chip()
        self._marking = Chip()
        self._note = ChipButton()
        self._note.setObjectName("note")
        self._note.clicked.connect(self.about_asked)
        self.saved_mark = SavedMark()
        self._pledged = self._figure("pledged_equivalents")
        self._bar = Bar()
        self._coverage = self._figure("coverage_percent")
        self._gap = self._figure("gap_relocations")
        self._open = self._figure("unknown_states")
        self._shortfall = self._figure("shortfall_percent")
        self._reduction = self._figure(REDUCTION)
        self._pledged_caption = ToneLabel("", Type.CAPTION, "muted")
        self._recorded = ToneLabel("", Type.CAPTION, "muted")
        self._recorded.setObjectName("recorded")
        self._gap_caption = ToneLabel("", Type.CAPTION, "muted")
        self._lay_out()
        self.set_scale(1.0)
        self.setFocusProxy(self._pledged)

    def _figure(self, figure: str) -> FigureButton:
        button = FigureButton()
        button.setObjectName(figure)
        button.clicked.connect(lambda: self.asked.emit(figure, self._eligible if figure == REDUCTION else None))
        return button

    def _lay_out(self) -> None:
        self._chips = QWidget()
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(Space.S)
        for widget in (self._note, self._stage, self._marking, self.saved_mark):
            chips.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        chips.addStretch(1)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(Space.S)
        self._first.addWidget(self._title, 1)
        self._first.addWidget(self._chips)
        captions = ToneLabel("Open", Type.CAPTION, "muted"), ToneLabel(PROPOSAL_LABEL, Type.CAPTION, "muted")
        self._blocks = (
            captioned(self._pledged_caption, self._pledged, self._bar, self._coverage, self._recorded),
            captioned(self._gap_caption, self._gap),
            captioned(captions[0], self._open),
            captioned(captions[1], self._shortfall, self._reduction, gap=Space.L),
        )
        figures = QWidget()
        flow = FlowLayout(figures, gap=Space.XL)
        flow.setContentsMargins(0, 0, 0, 0)
        for block in self._blocks:
            flow.addWidget(block)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(self._first)
        column.addWidget(figures)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for labels in (self.findChildren(ToneLabel), self.figures(), (self._note, self._stage, self._marking)):
            for label in labels:
                label.set_scale(scale)
        self.saved_mark.set_scale()
        self._bar.setFixedWidth(round(_BAR_WIDTH * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips under the title where both do not fit beside each other."""
        super().resizeEvent(event)
        self._break()

    def event(self, event: QEvent) -> bool:
        """Do so too where a text has become longer or shorter."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._break()
        return handled

    def _break(self) -> None:
        """Give the title a line of its own where the name of the forum would be cut otherwise."""
        name = self._title.fontMetrics().horizontalAdvance(self._title.full_text.partition(_MEETING_SIGN)[0] + "…")
        room = self.width() - 2 * Space.M - Space.S
        fits = name + self._chips.sizeHint().width() <= room or self.window().height() < _TALL_ENOUGH
        self._first.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def chips(self) -> tuple[str, ...]:
        """Return what the chips say: note, stage, marking."""
        return self._note.text(), self._stage.text, self._marking.text

    def figures(self) -> tuple[FigureButton, ...]:
        """Return the figures that can be asked about, from left to right."""
        return (self._pledged, self._coverage, self._gap, self._open, self._shortfall, self._reduction)

    def blocks(self) -> tuple[QWidget, ...]:
        """Return the captioned figures, from left to right."""
        return self._blocks

    def show_assessment(self, assessment: AnnualPoolAssessment) -> None:
        """Show the particulars and figures of now."""
        forum, totals = assessment.forum, assessment.totals
        self._title.set_full_text(heading_text(forum))
        self._show_chips(forum)
        self._bar.show_ratio(totals.coverage)
        unknown = totals.unknown_states
        self._pledged.say(pledged_text(assessment))
        self._pledged_caption.setText(pledged_caption(assessment))
        self._coverage.say(
            coverage_text(totals), "ok" if totals.coverage is not None and totals.coverage >= 1 else "text"
        )
        self._show_recorded(totals)
        self._gap.say(gap_text(totals), "ok" if totals.gap == 0 else "text", "ok" if totals.gap == 0 else "")
        self._gap_caption.setText("Gap so far" if unknown else "Gap")
        self._open.say(open_text(totals), "unknown" if unknown else "ok", "unknown" if unknown else "ok")
        self._open.setToolTip(
            f"Not everything is recorded for {wording.listed([name_of(code) for code in unknown])}" if unknown else ""
        )
        self._shortfall.say(shortfall_text(totals), *_shortfall_signs(totals))
        self._reduction.say(reduction_text(assessment), "text")
        in_key = [row for row in assessment.rows if row.in_key]
        asked = next((row for row in in_key if row.reduction_eligible), next(iter(in_key), None))
        self._eligible = None if asked is None else asked.code

    def _show_recorded(self, totals: Totals) -> None:
        """Say beside the promised figure what is known of every pledge, so that nobody takes it for nothing."""
        least = recorded_at_least(totals)
        shown = bool(totals.unknown_states) and least > totals.pledged_equivalents
        text = f"at least {wording.persons(least)} recorded" if shown else ""
        if text != self._recorded.text():
            self._recorded.setText(text)
            self._recorded.setVisible(shown)
        about = recorded_words(totals) if shown else ""
        if about != self._recorded.toolTip():
            self._recorded.setToolTip(about)
            self._recorded.setAccessibleDescription(about)

    def _show_chips(self, forum: Forum) -> None:
        adopted = forum.adopted is not None
        stage = f"adopted {wording.day(forum.adopted)}" if forum.adopted else "draft"
        self._stage.say(stage, "ok" if adopted else "muted", "ok_ground" if adopted else "sunken")
        secret = forum.classification is Classification.EU_RESTRICTED
        self._marking.say(
            forum.classification.marking, "block" if secret else "muted", "block_ground" if secret else "sunken"
        )
        self._note.say(note_text(forum), forum.note or "")
        self._note.setVisible(bool(forum.note))


class SavedMark(QWidget):
    """Says whether what is shown is on the disk; ticked only after a commit."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = ToneLabel()
        self._text = ToneLabel("", Type.STRONG)
        self._state = ("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        theme().changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_saved(self, committed_at: datetime | None) -> None:
        """Tick, with the time of the latest commit; ``None`` where the file holds no change yet."""
        self._say("saved" if committed_at is None else f"saved {clock_text(committed_at)}", "ok", "ok")

    def show_failed(self, reason: str) -> None:
        """Make unmistakable that the latest entry is not on the disk."""
        self._say("NOT SAVED", "block", "block", reason)

    def show_read_only(self, committed_at: datetime | None, *, updated: bool = False) -> None:
        """Say that nothing can be typed here, and whether news of the other desk have come in since."""
        when = "" if committed_at is None else f", {'updated' if updated else 'as of'} {clock_text(committed_at)}"
        self._say(f"read-only{when}", "lock", "muted")

    def set_scale(self) -> None:
        """Take on the size of the text."""
        self._restyle()

    def _say(self, text: str, icon: str, tone: str, reason: str = "") -> None:
        self._state = (icon, tone)
        self._text.setText(text)
        self.setToolTip(reason or text)
        self.setAccessibleName(reason or text)
        self._restyle()

    def _restyle(self) -> None:
        icon, tone = self._state
        self._text.set_tone(tone)
        size = self._text.fontMetrics().height()
        colour = theme().colours.named(tone)
        self._icon.setPixmap(theme().icon(icon, colour).pixmap(size, size))
        palette = self.palette()
        failed = tone == "block"
        palette.setColor(self.backgroundRole(), theme().colours.block_ground if failed else theme().colours.surface)
        self.setPalette(palette)
        self.setAutoFillBackground(failed)


def captioned(caption: ToneLabel, *figures: QWidget, gap: int = Space.S) -> QWidget:
    """Put a caption over figures that stand side by side."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    caption.setIndent(Space.XS)
    column.addWidget(caption)
    row = QHBoxLayout()
    row.setSpacing(gap)
    for figure in figures:
        row.addWidget(figure)
    # Figures never grow; without this a caption longer than they are would be cut.
    row.addStretch(1)
    column.addLayout(row)
    return block


def clock_text(moment: datetime, now: datetime | None = None) -> str:
    """Write a moment in local time: ``16:40:12``, with its date where that is not today.

    Args:
        moment: with its zone.
        now: what counts as today, for tests.
    """
    local = moment.astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    clock = local.strftime("%H:%M:%S")
    return clock if local.date() == today else f"{wording.day(local.date())}, {clock}"


def heading_text(forum: Forum) -> str:
    """Return ``title ▸ meeting``."""
    title = forum.title or "Forum without a title"
    if not forum.meetings:
        return title
    last = forum.meetings[-1]
    held = f", {wording.day(last.date)}" if last.date else ""
    return f"{title}{_MEETING_SIGN}{_MEETINGS[last.kind]}, meeting {len(forum.meetings)}{held}"


def note_text(forum: Forum) -> str:
    """Return the first sentence of the forum's note without its full stop: the label that goes with the forum."""
    lines = (forum.note or "").strip().splitlines()
    return lines[0].partition(". ")[0].rstrip(".") if lines else ""


def pledged_text(assessment: AnnualPoolAssessment) -> str:
    """Return ``17 842 of 21 000``: relocation equivalents, of the reference number."""
    reference = assessment.forum.pool.relocations
    pledged = wording.number(assessment.totals.pledged_equivalents)
    return f"{pledged} of {'—' if reference is None else wording.persons(reference)}"


def pledged_caption(assessment: AnnualPoolAssessment) -> str:
    """Say what the pledged equivalents count: complete pledges only, so while some are open, how many these are."""
    unknown = len(assessment.totals.unknown_states)
    states = sum(row.in_key for row in assessment.rows)
    counted = f" · from {states - unknown} of {states} states complete" if unknown else ""
    return f"Pledged, in relocations{counted}"


def recorded_at_least(totals: Totals) -> int:
    """Return what is recorded in all, complete or not: relocations with money and measures at the rate, rounded down.

    Without a rate, money and measures cannot be counted.
    """
    cents = totals.pledged_financial_cents + totals.pledged_alternative_cents
    money = Fraction(cents, CENTS) / totals.rate_eur if totals.rate_eur else Fraction(0)
    return floor(totals.pledged_relocations + money)


def recorded_words(totals: Totals) -> str:
    """Say how :func:`recorded_at_least` is worked out."""
    parts = [f"{wording.relocations(totals.pledged_relocations)} recorded so far"]
    if totals.rate_eur:
        parts += [
            f"{wording.money(cents)} {name} at {wording.money_of(totals.rate_eur)} each"
            for cents, name in (
                (totals.pledged_financial_cents, "financial"),
                (totals.pledged_alternative_cents, "alternative"),
            )
            if cents
        ]
    return (
        f"{' + '.join(parts)}, rounded down. Every pledge counts here with what is known of it; "
        "“Pledged” counts complete pledges only."
    )


def coverage_text(totals: Totals) -> str:
    """Return the coverage; "so far" while pledges are open."""
    if totals.coverage is None:
        return "coverage not known"
    return f"{wording.percent(totals.coverage)}{' so far' if totals.unknown_states else ''}"


def gap_text(totals: Totals) -> str:
    """Return the gap in persons and EUR."""
    if totals.gap_relocations is None or totals.gap_eur is None:
        return "not known"
    return f"{wording.persons(totals.gap_relocations)} · {wording.money_of(totals.gap_eur)}"


def open_text(totals: Totals) -> str:
    """Return how many states have not yet said everything."""
    count = len(totals.unknown_states)
    return "none" if count == 0 else "1 state" if count == 1 else f"{count} states"


def shortfall_text(totals: Totals) -> str:
    """Return the 30 % indicator with its verdict; never ``30.00 %`` where it is triggered, never "ok" too early."""
    if totals.shortfall is None:
        return "30 % indicator not known"
    shown = percent_words(totals.shortfall)
    if totals.shortfall_triggered:
        return f"30 % indicator {shown} triggered"
    return f"30 % indicator so far {shown}" if totals.unknown_states else f"30 % indicator {shown} ok"


def _shortfall_signs(totals: Totals) -> tuple[str, str]:
    """Return colour token and icon of the 30 % indicator."""
    if totals.shortfall is None:
        return "muted", ""
    if totals.shortfall_triggered:
        return "warn", "warn"
    return ("unknown", "unknown") if totals.unknown_states else ("ok", "ok")


def reduction_text(assessment: AnnualPoolAssessment) -> str:
    """Return how many states would be eligible for the 10 % reduction."""
    verdicts = [row.reduction_eligible for row in assessment.rows if row.reduction_eligible is not None]
    if not verdicts:
        return "10 % reduction: no data"
    count = sum(verdicts)
    return f"10 % reduction: {'no state' if count == 0 else '1 state' if count == 1 else f'{count} states'} eligible"
