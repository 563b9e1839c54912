"""What the header says: figures worked out by hand on both sides of each boundary."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Classification, Forum, Meeting, MeetingKind, Pledge
from desktop_app.calc.memory import Moment
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.interchange import read_document
from desktop_app.views.forum_strip import note_text
from desktop_app.views.header import (
    HeaderStrip,
    coverage_text,
    gap_text,
    open_text,
    pledged_caption,
    pledged_text,
    recorded_words,
    reduction_text,
    shortfall_text,
)
from desktop_app.views.heading import Heading, heading_text
from desktop_app.views.saved_mark import SavedMark, clock_text

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ratio", "triggered", "text"),
    [
        (Fraction(112, 1000), False, "30 % indicator 11.20\u00a0% ok"),
        (Fraction(3, 10), False, "30 % indicator 30.00\u00a0% ok"),
        (Fraction(3, 10) + Fraction(1, 10**9), True, "30 % indicator >\u00a030\u00a0% triggered"),
        (Fraction(31, 100), True, "30 % indicator 31.00\u00a0% triggered"),
        (None, False, "30 % indicator not known"),
    ],
)
def test_the_indicator_never_looks_like_its_boundary(
    sample: Forum, ratio: Fraction | None, triggered: bool, text: str
) -> None:
    totals = replace(assess(sample).totals, shortfall=ratio, shortfall_triggered=triggered, unknown_states=())
    assert shortfall_text(totals) == text


def test_while_states_are_open_nothing_is_ok_yet(qtbot: QtBot, sample: Forum) -> None:
    # Of 26 states, Germany and France are not complete either: only Hungary and Slovakia said everything.
    assessment = assess(sample)
    states, unknown = 26, len(assessment.totals.unknown_states)
    assert pledged_caption(assessment) == (
        f"Pledged, in relocations · from {states - unknown} of {states} states complete"
    )
    assert coverage_text(assessment.totals) == "0.00\u00a0% so far"
    assert shortfall_text(assessment.totals) == "30 % indicator so far 0.00\u00a0%"
    header = HeaderStrip()
    qtbot.addWidget(header)
    header.show_assessment(assessment)
    assert header._gap_caption.text() == "Gap so far"
    assert header.figures()[4]._icon == "unknown"
    done = replace(assessment, totals=replace(assessment.totals, unknown_states=()))
    header.show_assessment(done)
    assert header._pledged_caption.text() == "Pledged, in relocations"
    assert header._gap_caption.text() == "Gap"
    assert header.figures()[4]._icon == "ok"
    assert coverage_text(replace(done.totals, coverage=None)) == "coverage not known"
    triggered = replace(assessment.totals, shortfall=Fraction(1, 2), shortfall_triggered=True)
    assert shortfall_text(triggered) == "30 % indicator 50.00\u00a0% triggered"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_name_of_the_forum_keeps_its_year(qtbot: QtBot, sample: Forum, scale: float) -> None:
    header = HeaderStrip()
    qtbot.addWidget(header)
    header.show_assessment(assess(sample))
    header.set_scale(scale)
    header.resize(960, 600)
    with qtbot.waitExposed(header):
        header.show()
    assert "2026" in header._title.text()


def test_gap_in_persons_and_money(sample: Forum) -> None:
    totals = replace(assess(sample).totals, gap_relocations=3158, gap_eur=Fraction(63_160_000))
    assert gap_text(totals) == "3\u202f158 · EUR\u00a063\u202f160\u202f000"
    assert gap_text(replace(totals, gap_eur=None)) == "not known"


@pytest.mark.parametrize(("codes", "text"), [((), "none"), (("BE",), "1 state"), (("BE", "BG"), "2 states")])
def test_open_states_are_counted(sample: Forum, codes: tuple[str, ...], text: str) -> None:
    assert open_text(replace(assess(sample).totals, unknown_states=codes)) == text


def test_pledged_of_the_reference_number(sample: Forum) -> None:
    assessment = assess(sample)
    totals = replace(assessment.totals, pledged_equivalents=Fraction(35685, 2))
    assert pledged_text(replace(assessment, totals=totals)) == "17\u202f842.50 of 21\u202f000"
    assert pledged_text(assess(replace(sample, pool=replace(sample.pool, relocations=None)))).endswith("of —")


def test_eligible_states_are_counted(sample: Forum) -> None:
    assessment = assess(sample)
    rows = tuple(replace(row, reduction_eligible=None) for row in assessment.rows)
    assert reduction_text(replace(assessment, rows=rows)) == "10 % reduction: no data"
    one = (replace(rows[0], reduction_eligible=True), *rows[1:])
    assert reduction_text(replace(assessment, rows=one)) == "10 % reduction: 1 state eligible"
    nobody = tuple(replace(row, reduction_eligible=False) for row in rows)
    assert reduction_text(replace(assessment, rows=nobody)) == "10 % reduction: no state eligible"


def test_title_and_meeting() -> None:
    meetings = (Meeting("a", MeetingKind.INITIAL, date(2025, 11, 18)), Meeting("b", MeetingKind.RECONVENED))
    assert heading_text(Forum()) == "Forum without a title"
    assert heading_text(Forum(title="Pool", meetings=meetings[:1])) == ("Pool ▸ meeting 1, 18\u00a0November\u00a02025")
    assert heading_text(Forum(title="Pool", meetings=meetings)).endswith(" ▸ meeting 2 (Art. 13(4))")
    # Of a moment, its own meeting is named with the round; the day is last, for the end of a long heading is cut.
    moment = Moment(7, datetime(2025, 11, 18, tzinfo=UTC), "Round", "Ana Silva", "a", 2, "0" * 64)
    assert heading_text(Forum(title="Pool", meetings=meetings), moment) == (
        "Pool ▸ meeting 1, round\u00a02, 18\u00a0November\u00a02025"
    )
    assert heading_text(Forum(title="Pool"), replace(moment, meeting=None)) == "Pool ▸ round\u00a02"
    assert heading_text(Forum(title="Pool", meetings=meetings), replace(moment, meeting="gone")) == (
        "Pool ▸ meeting gone, round\u00a02"
    )


def test_where_there_is_little_room_title_and_day_give_way_before_the_round(qapp: QApplication) -> None:
    title = "Annual Solidarity Pool for 2026 (public sources, not the annex as adopted)"
    heading = Heading(f"{title} ▸ meeting 3 (Art. 13(4)), round 1, 5 December 2025")
    whole = heading.fontMetrics().horizontalAdvance(heading.full_text)
    assert heading.cut_to(whole + 9) == heading.full_text
    a_bit_less = heading.cut_to(whole - 20)
    assert a_bit_less.startswith("Annual Solidarity")
    assert a_bit_less.endswith("… ▸ meeting 3 (Art. 13(4)), round 1, 5 December 2025")
    assert heading.cut_to(whole * 4 // 5).endswith("… ▸ meeting 3 (Art. 13(4)), round 1…")
    assert heading.cut_to(whole // 2).endswith("… ▸ meeting 3, round 1…")


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (None, ""),
        ("  ", ""),
        ("Public sources, not the annex. And more.", "Public sources, not the annex"),
        ("A\nB", "A"),
    ],
)
def test_the_label_of_a_forum_is_its_first_sentence(note: str | None, text: str) -> None:
    assert note_text(Forum(note=note)) == text


def test_a_moment_of_today_has_no_date() -> None:
    assert clock_text(NOW, NOW) == NOW.astimezone().strftime("%H:%M:%S")
    assert clock_text(NOW - timedelta(days=3), NOW).startswith("19\u00a0November\u00a02026, ")


def test_unsaved_is_unmistakable(qtbot: QtBot) -> None:
    mark = SavedMark()
    qtbot.addWidget(mark)
    mark.show_saved(NOW)
    assert mark.text.startswith("saved ")
    assert not mark.autoFillBackground()
    mark.show_failed("the disk is full")
    assert mark.text == "NOT SAVED"
    assert mark.toolTip() == "the disk is full"
    assert mark.autoFillBackground()
    mark.show_saved(NOW)
    assert not mark.autoFillBackground()
    mark.show_read_only(NOW)
    assert mark.text.startswith("read-only, as of ")


def test_the_marking_is_the_one_of_paper(qtbot: QtBot, sample: Forum) -> None:
    header = HeaderStrip()
    qtbot.addWidget(header)
    header.show_assessment(assess(replace(sample, classification=Classification.EU_RESTRICTED, adopted=None)))
    assert header.chips()[1:] == ("draft", "RESTREINT UE/EU RESTRICTED")
    header.show_assessment(assess(sample))
    assert header.chips() == ("Public sources, not the annex", "adopted 22\u00a0December\u00a02025", "PUBLIC")


@pytest.mark.parametrize("width", [420, 640, 960, 1366, 1920])
def test_nothing_overlaps_at_any_width(qtbot: QtBot, sample: Forum, width: int) -> None:
    header = HeaderStrip()
    qtbot.addWidget(header)
    header.show_assessment(assess(replace(sample, title="A very long title of a forum " * 8)))
    # In a window that is high enough for several lines; in a low one some figures give way.
    header.resize(width, 600)
    with qtbot.waitExposed(header):
        header.show()
    blocks = header.blocks()
    assert all(block.isVisible() for block in blocks)
    for number, block in enumerate(blocks):
        assert block.geometry().right() < width
        for other in blocks[number + 1 :]:
            assert not block.geometry().intersects(other.geometry())


def test_what_gives_way_in_a_low_window_is_told_by_a_sign_in_its_place(qtbot: QtBot, sample: Forum) -> None:
    header = HeaderStrip()
    qtbot.addWidget(header)
    header.show_assessment(assess(sample))
    header.resize(600, 300)
    with qtbot.waitExposed(header):
        header.show()
    note, *figures = header.more.toolTip().split("\n")
    assert note == "Public sources, not the annex"
    assert figures[-1].startswith("Proposal of 2020, not law: 30 % indicator")
    assert len(figures) == sum(not block.isVisible() for block in header.blocks()) < len(header.blocks())
    assert header.more.isVisible()
    assert header.more.geometry().right() < 600
    header.resize(1366, 600)
    qtbot.waitUntil(lambda: not header.more.isVisible())


@pytest.fixture
def example() -> Forum:
    path = Path(__file__).resolve().parents[1] / "examples" / "annual-pool.json"
    return read_document(path.read_bytes())


def test_what_is_recorded_of_open_pledges_stands_beside_what_is_complete(qtbot: QtBot, example: Forum) -> None:
    """100 relocations and EUR 1 030 000.50 of an open pledge at EUR 20 000: 100 + 51.500025, rounded down 151."""
    states = tuple(replace(record, pledge=Pledge()) for record in example.states)
    empty = replace(example, states=states)
    forum = empty.with_state(replace(empty.state("BE"), pledge=Pledge(100, 103_000_050, ABSENT)))
    totals = assess(forum).totals
    assert totals.rate_eur == 20_000
    assert totals.recorded_at_least == 151
    assert replace(totals, rate_eur=None).recorded_at_least == 100
    header = HeaderStrip()
    qtbot.addWidget(header)
    header.show_assessment(assess(forum))
    assert header._recorded.text() == "at least 151 recorded"
    assert pledged_text(assess(forum)).startswith("0 of "), "the promised figure stays"
    assert plain(header._recorded.toolTip()) == (
        "100 relocations recorded so far + EUR 1 030 000.50 financial at EUR 20 000 each, rounded down. Every pledge "
        "counts here with what is known of it; “Pledged” counts complete pledges only."
    )
    header.show_assessment(assess(empty))
    assert (header._recorded.text(), header._recorded.isVisibleTo(header)) == ("", False)
    assert recorded_words(replace(totals, rate_eur=None)).startswith("100 relocations recorded so far, rounded down")


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")
