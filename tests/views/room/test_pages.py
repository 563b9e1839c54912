"""What a screen of the room shows: large enough, whole, nothing lost, and no word of the forum."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QSizeF
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Pledge
from desktop_app.calc.room import Choice, Content, Figure, Figures, Grid, GridColumn, RoomSheet, codes_of, room_sheet
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from desktop_app.views.room.colours import ROOM_DARK, ROOM_LIGHT
from desktop_app.views.room.items import Page
from desktop_app.views.room.pages import blank_page, pages_of
from desktop_app.views.room.screen import RoomScreen
from tests.calc.room.forums import MARK, STAMP, filled, sheet_of
from tests.views.test_theme import contrast

SAMPLES = sorted(path.name for path in resource("samples").glob("*.json"))
SIZES = [QSizeF(1920, 1080), QSizeF(1024, 768), QSizeF(3840, 2160)]
EVERYTHING = Choice("High-Level Forum, 27 November 2026", tuple(Content))


def sample(name: str) -> Forum:
    return read_document(resource("samples", name).read_bytes())


def with_pledges(forum: Forum) -> Forum:
    """Return a forum in which every Member State has pledged of every type, with cents: the widest table."""
    pledge = Pledge(4_555, 12_345_678_95, None)
    return replace(forum, states=tuple(replace(record, pledge=pledge) for record in forum.states))


def shown(forum: Forum, *contents: Content) -> RoomSheet:
    assessment = assess(forum)
    return room_sheet(assessment, Choice("Pool", contents, codes_of(assessment)[0]), STAMP)


def lies_inside(page: Page, size: QSizeF) -> bool:
    return all(
        text.rect.left() >= 0 and text.rect.right() <= size.width() + 1 and text.rect.bottom() <= size.height() + 1
        for text in page.texts
    )


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
def test_every_member_state_fits_on_one_page_that_is_read_from_the_last_row(qtbot: QtBot, size: QSizeF) -> None:
    for name in SAMPLES:
        forum = with_pledges(sample(name)) if name.startswith("annual") else sample(name)
        (totals,) = pages_of(shown(forum, Content.TOTALS), size)
        assert totals.smallest * 40 >= size.height()
        (alone,) = pages_of(shown(forum, Content.STATE), size)
        assert alone.smallest * 40 >= size.height()
        sheet = shown(forum, Content.TABLE)
        table, *_others = pages_of(sheet, size)
        assert table.smallest * 54 >= size.height()
        grid = sheet.panels[0]
        assert isinstance(grid, Grid)
        assert len(grid.rows) >= 26
        assert {row[0] for row in grid.rows} <= {text.text for text in table.texts}
        assert all(lies_inside(page, size) for page in (totals, alone, table))


@pytest.mark.parametrize("zoom", [75, 125, 200])
def test_another_zoom_needs_other_pages_and_loses_nothing(qtbot: QtBot, zoom: int) -> None:
    size = QSizeF(1024, 768)
    for name in SAMPLES:
        forum = sample(name)
        sheet = shown(forum, Content.TOTALS, Content.TABLE)
        as_usual, zoomed = pages_of(sheet, size), pages_of(sheet, size, zoom)
        assert all(lies_inside(page, size) for page in zoomed)
        assert len(zoomed) > len(as_usual) or zoom < 125
        assert all(page.smallest * 54 >= size.height() for page in zoomed)
        # Each figure of each cell is there as often as in the sheet: names, which head each part of a table, oftener.
        cells = Counter(cell for panel in sheet.panels if isinstance(panel, Grid) for row in panel.rows for cell in row)
        seen = Counter(text.text for page in zoomed for text in page.texts)
        assert all(seen[cell.replace("\u202f", "\u00a0")] >= count for cell, count in cells.items() if cell)


def test_a_scenario_is_marked_in_the_language_of_the_window(qtbot: QtBot, speak: Callable[[str], None]) -> None:
    sheet = replace(shown(sample(SAMPLES[0]), Content.TOTALS), is_scenario=True)
    speak("de")
    (page,) = pages_of(sheet, SIZES[1])
    assert page.words.startswith("SZENARIO: nicht der Stand des Verlaufs")


def test_a_page_says_all_that_frames_it(qtbot: QtBot) -> None:
    sheet = replace(shown(sample(SAMPLES[0]), Content.TOTALS), state_of="as it stood at 12:05", is_scenario=True)
    sheet = replace(sheet, marking="RESTREINT UE/EU RESTRICTED", status="Proposal of 2020, not law", title="T" * 200)
    (page,) = pages_of(sheet, SIZES[1])
    for words in ("SCENARIO", sheet.released, sheet.state_of, sheet.marking, sheet.status, sheet.fingerprint):
        assert words in page.words
    scenario = next(text for text in page.texts if "SCENARIO" in text.text)
    assert scenario.pixels * 24 >= SIZES[1].height()
    assert lies_inside(page, SIZES[1])
    (empty,) = pages_of(replace(sheet, panels=()), SIZES[0])
    assert sheet.released in empty.words


def test_figures_and_columns_too_wide_for_the_screen_are_still_shown(qtbot: QtBot) -> None:
    size = QSizeF(400, 300)
    wide = Figures(
        "Heading", (Figure("A caption " * 9, "EUR 1 000 000 000 000 000", "beside", Fraction(2)),), (), ("Note",)
    )
    columns = tuple(GridColumn(f"Column number {place}") for place in range(12))
    grid = Grid("Heading", (GridColumn("State", is_number=False), *columns), (("Belgium", *("1 000 000 000",) * 12),))
    sheet = replace(shown(sample(SAMPLES[0]), Content.TOTALS), panels=(wide, grid, Grid("Empty", columns[:1], ())))
    pages = pages_of(sheet, size)
    assert any("EUR 1" in page.words for page in pages)
    assert sum(page.words.count("Belgium") for page in pages) >= 2
    assert (
        sum(
            text.text.startswith("1\u00a0000\u00a0000") or text.text == "1 000 000 000"
            for page in pages
            for text in page.texts
        )
        == 12
    )
    assert (
        blank_page("A name that is much too long for this screen, but must be read all the same", size).texts[0].pixels
        > 0
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_of_the_forum_and_no_number_of_the_proposal_is_on_any_page(qtbot: QtBot, name: str) -> None:
    forum = filled(sample(name))
    screen = RoomScreen("Forum")
    qtbot.addWidget(screen)
    screen.resize(1024, 768)
    every = sheet_of(forum, forum)
    screen.show_sheet(replace(every, panels=every.panels[:8]))
    assert len(screen.pages) >= 8
    for place in range(len(screen.pages)):
        screen.turn(place)
        told = screen.accessibleName() + screen.accessibleDescription() + screen.toolTip()
        assert told
        assert MARK not in told
        assert "7654321" not in told.replace("\u00a0", "")


def test_a_blank_is_there_before_anything_else_happens_and_says_a_name_alone(qtbot: QtBot) -> None:
    screen = RoomScreen("High-Level Forum")
    qtbot.addWidget(screen)
    screen.resize(640, 480)
    screen.show_sheet(shown(sample(SAMPLES[0]), Content.TOTALS, Content.TABLE))
    screen.turn(99)
    assert screen.place == len(screen.pages) - 1
    before = screen.grab().toImage()
    screen.set_dark(dark=True)
    assert screen.grab().toImage() != before
    assert screen.grab().toImage().pixelColor(1, 1) == ROOM_DARK.surface
    screen.blank()
    assert (screen.sheet, screen.accessibleName(), screen.place) == (None, "High-Level Forum", 0)
    screen.blank("Another name")
    assert screen.page.words == "Another name"


@pytest.mark.parametrize("colours", [ROOM_LIGHT, ROOM_DARK])
def test_colours_for_a_projector_reach_seven_to_one(colours: object) -> None:
    for text, ground in (
        ("text", "surface"),
        ("muted", "surface"),
        ("text", "raised"),
        ("text", "sunken"),
        ("warn", "warn_ground"),
    ):
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= 7
    assert contrast(colours.accent, colours.raised) >= 3  # type: ignore[attr-defined]
