"""The strip above the table: which forum this is, where the pool stands, whether it is saved."""

from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Totals
from desktop_app.calc.forum import Forum
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.views.forum_strip import ForumStrip, captioned
from desktop_app.views.heading import MEETING_SIGN
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.parts import FigureButton, ToneLabel
from desktop_app.views.theme import Space, Type

REDUCTION: Final = "reduction_eligible"
"""A figure of each state, not of the pool: explained for the first state that is eligible."""
PROPOSAL_LABEL: Final = marked("Proposal of 2020, not law")
_BAR_WIDTH: Final = 140


class HeaderStrip(ForumStrip):
    """The forum and its pool's figures, each of which can be asked "why?"."""

    def __init__(self) -> None:
        super().__init__(tr("Forum"), _BAR_WIDTH)
        self._eligible: str | None = None
        self._pledged = self.figure("pledged_equivalents")
        self._coverage = self.figure("coverage_percent")
        self._gap = self.figure("gap_relocations")
        self._open = self.figure("unknown_states")
        self._shortfall = self.figure("shortfall_percent")
        self._reduction = self.figure(REDUCTION)
        self._pledged_caption = ToneLabel("", Type.CAPTION, "muted")
        self._recorded = ToneLabel("", Type.CAPTION, "muted")
        self._recorded.setObjectName("recorded")
        self._gap_caption = ToneLabel("", Type.CAPTION, "muted")
        captions = ToneLabel(tr("Open"), Type.CAPTION, "muted"), ToneLabel(PROPOSAL_LABEL, Type.CAPTION, "muted")
        self._first.addWidget(self._title, 1)
        self.lay_out(
            captioned(self._pledged_caption, self._pledged, self._bar, self._coverage, self._recorded),
            captioned(self._gap_caption, self._gap),
            captioned(captions[0], self._open),
            captioned(captions[1], self._shortfall, self._reduction, gap=Space.L),
        )

    def _code_of(self, figure: str) -> str | None:
        return self._eligible if figure == REDUCTION else None

    def _heading_width(self) -> int:
        """Return the width of the forum's name: the meeting after it may be cut."""
        return self._title.fontMetrics().horizontalAdvance(self._title.full_text.partition(MEETING_SIGN)[0] + "…")

    def figures(self) -> tuple[FigureButton, ...]:
        """Return the figures that can be asked about, from left to right."""
        return (self._pledged, self._coverage, self._gap, self._open, self._shortfall, self._reduction)

    def show_assessment(self, assessment: AnnualPoolAssessment) -> None:
        """Show the particulars and figures of now."""
        forum, totals = assessment.forum, assessment.totals
        self.show_heading(forum)
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
        self._gap_caption.setText(tr("Gap so far") if unknown else tr("Gap"))
        self._open.say(open_text(totals), "unknown" if unknown else "ok", "unknown" if unknown else "ok")
        self._open.setToolTip(
            tr("Not everything is recorded for {listed}", listed=wording.listed([state_name(code) for code in unknown]))
            if unknown
            else ""
        )
        self._shortfall.say(shortfall_text(totals), *_shortfall_signs(totals))
        self._reduction.say(reduction_text(assessment), "text")
        in_key = [row for row in assessment.rows if row.in_key]
        asked = next((row for row in in_key if row.reduction_eligible), next(iter(in_key), None))
        self._eligible = None if asked is None else asked.code

    def _show_recorded(self, totals: Totals) -> None:
        """Say beside the promised figure what is known of every pledge, so that nobody takes it for nothing."""
        least = totals.recorded_at_least
        is_less = bool(totals.unknown_states) and least > totals.pledged_equivalents
        text = tr("at least {persons} recorded", persons=wording.persons(least)) if is_less else ""
        if text != self._recorded.text():
            self._recorded.setText(text)
            self._recorded.setVisible(is_less)
        about = recorded_words(totals) if is_less else ""
        if about != self._recorded.toolTip():
            self._recorded.setToolTip(about)
            self._recorded.setAccessibleDescription(about)

    def _show_chips(self, forum: Forum) -> None:
        adopted = forum.adopted is not None
        stage = tr("adopted {day}", day=wording.day(forum.adopted)) if forum.adopted else tr("draft")
        self._status.say(stage, "ok" if adopted else "muted", "ok_ground" if adopted else "sunken")
        self.show_note(forum)


def pledged_text(assessment: AnnualPoolAssessment) -> str:
    """Return ``17 842 of 21 000``: relocation equivalents, of the reference number."""
    reference = assessment.forum.pool.relocations
    pledged = wording.number(assessment.totals.pledged_equivalents)
    return tr("{pledged} of {part}", pledged=pledged, part="—" if reference is None else wording.persons(reference))


def pledged_caption(assessment: AnnualPoolAssessment) -> str:
    """Say what the pledged equivalents count: complete pledges only, so while some are open, how many these are."""
    unknown = len(assessment.totals.unknown_states)
    states = sum(row.in_key for row in assessment.rows)
    counted = (
        tr(" · from {number} of {states} states complete", number=states - unknown, states=states) if unknown else ""
    )
    return tr("Pledged, in relocations{counted}", counted=counted)


def recorded_words(totals: Totals) -> str:
    """Say how :attr:`Totals.recorded_at_least` is worked out."""
    parts = [tr("{relocations} recorded so far", relocations=wording.relocations(totals.pledged_relocations))]
    if totals.rate_eur:
        parts += [
            tr(
                "{money} {name} at {money_of} each",
                money=wording.money(cents),
                name=name,
                money_of=wording.money_of(totals.rate_eur),
            )
            for cents, name in (
                (totals.pledged_financial_cents, tr("financial")),
                (totals.pledged_alternative_cents, tr("alternative")),
            )
            if cents
        ]
    return tr(
        "{join}, rounded down. Every pledge counts here with what is known of it; “Pledged” counts "
        "complete pledges only.",
        join=" + ".join(map(shown, parts)),
    )


def coverage_text(totals: Totals) -> str:
    """Return the coverage; "so far" while pledges are open."""
    if totals.coverage is None:
        return tr("coverage not known")
    return f"{shown(wording.percent(totals.coverage))}{tr(' so far') if totals.unknown_states else ''}"


def gap_text(totals: Totals) -> str:
    """Return the gap in persons and EUR."""
    if totals.gap_relocations is None or totals.gap_eur is None:
        return tr("not known")
    return f"{shown(wording.persons(totals.gap_relocations))} · {shown(wording.money_of(totals.gap_eur))}"


def open_text(totals: Totals) -> str:
    """Return how many states have not yet said everything."""
    count = len(totals.unknown_states)
    return tr("none") if count == 0 else tr("1 state") if count == 1 else tr("{count} states", count=count)


def shortfall_text(totals: Totals) -> str:
    """Return the 30 % indicator with its verdict; never ``30.00 %`` where it is triggered, never "ok" too early."""
    if totals.shortfall is None:
        return tr("30 % indicator not known")
    shown = percent_words(totals.shortfall)
    if totals.shortfall_triggered:
        return tr("30 % indicator {shown} triggered", shown=shown)
    return (
        tr("30 % indicator so far {shown}", shown=shown)
        if totals.unknown_states
        else tr("30 % indicator {shown} ok", shown=shown)
    )


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
        return tr("10 % reduction: no data")
    count = sum(verdicts)
    if count < 2:
        return tr("10 % reduction: 1 state eligible") if count else tr("10 % reduction: no state eligible")
    return tr("10 % reduction: {count} states eligible", count=count)
