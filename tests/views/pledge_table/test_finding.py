"""Looking for text over everything the table shows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.calc.forum import Forum, Pledge
from desktop_app.views.pledge_table.arrangement import Arrangement
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, Column
from tests.views.pledge_table.owner import Owner

Open = Callable[[Forum], Owner]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def with_pledge(forum: Forum, code: str, pledge: Pledge) -> Forum:
    return forum.with_state(replace(forum.state(code), pledge=pledge))


def look_for(desk: Owner, text: str) -> None:
    desk.table.comforts.start_find()
    desk.press(text)


def test_a_name_is_found_while_it_is_typed(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    look_for(desk, "slove")
    assert desk.at() == ("SI", "state")
    assert desk.table.comforts.finder.count == "1 of 1"
    assert QApplication.focusWidget() is desk.table.comforts.finder.words
    desk.press(Qt.Key.Key_Escape)
    assert desk.table.grid.hasFocus()
    assert desk.at() == ("SI", "state")
    assert not desk.table.comforts.finder.isVisible()
    assert not desk.table.drawing().found


def test_an_amount_is_found_with_and_without_spaces_and_around_the_end(open_desk: Open, empty: Forum) -> None:
    forum = with_pledge(empty, "BG", Pledge(None, 8_440_000_00, None))
    desk = open_desk(with_pledge(forum, "SI", Pledge(None, None, None, note="after 8440 000 of last year")))
    for text in ("8440000", "8 440 000"):
        desk.table.go_to("BE", "relocations")
        look_for(desk, text)
        assert desk.at() == ("BG", "financial"), text
        desk.press(Qt.Key.Key_Escape)
    desk.table.go_to("FI", "relocations")
    look_for(desk, "8440000")
    assert desk.at() == ("BG", "financial"), "on from the end at the top"
    desk.press(Qt.Key.Key_Escape)
    look_for(desk, "8440")
    assert desk.at() == ("BG", "financial"), "where it began already"
    desk.press(Qt.Key.Key_Return)
    assert desk.at() == ("SI", "state"), "a note belongs to what is shown"
    assert desk.table.comforts.finder.count == "2 of 2"
    desk.press(Qt.Key.Key_Return)
    assert desk.at() == ("BG", "financial")
    desk.press(Qt.Key.Key_Return, modifier=SHIFT)
    assert desk.at() == ("SI", "state")
    desk.table.comforts.finder.previous.click()
    assert desk.at() == ("BG", "financial")
    desk.table.comforts.finder.next.click()
    assert desk.at() == ("SI", "state")


def test_what_is_not_shown_is_not_found(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(Arrangement(text="france"))
    look_for(desk, "Germany")
    assert desk.table.comforts.finder.count == "not found in what is shown"
    assert desk.at()[0] == "FR"
    desk.press(Qt.Key.Key_Return)
    assert desk.at()[0] == "FR"
    desk.table.arranging.back()
    assert desk.table.comforts.finder.count == "1 found"
    desk.table.arranging.show_columns((Column.NET,))
    desk.table.comforts.find_on(1)
    assert desk.at() == ("DE", "state")


def test_verdicts_and_badges_are_found_by_their_words(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("BE", "relocations")
    look_for(desk, "NO PLEDGE")
    assert desk.at() == ("HU", "coverage_percent")
    desk.press(Qt.Key.Key_Return)
    assert desk.at() == ("SK", "coverage_percent")
    desk.press(Qt.Key.Key_Return)
    assert desk.at() == ("HU", "coverage_percent")


def test_the_next_one_without_anything_to_look_for_asks(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.comforts.find_on(1)
    assert desk.table.comforts.finder.isVisible()
    assert desk.table.comforts.finder.count == ""
    desk.press("hungary", Qt.Key.Key_Escape)
    desk.table.go_to("BE", "relocations")
    desk.table.comforts.find_on(1)
    assert desk.at() == ("HU", "state"), "what was looked for before"
    assert desk.table.grid.hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.table.comforts.finder.isVisible()


def test_places_follow_the_figures(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    look_for(desk, "7777777")
    assert desk.table.comforts.finder.count == "not found in what is shown"
    desk.show(with_pledge(desk.forum, "SI", Pledge(7_777_777, None, None)))
    found = {Column(column) for _row, column in desk.table.drawing().found}
    assert found == {Column.RELOCATIONS, Column.EQUIVALENTS, Column.NET}
    desk.table.arranging.show_columns(DEFAULT_COLUMNS[:-1])
    assert len(desk.table.drawing().found) == 2


def test_a_column_gone_does_not_trouble_the_search(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("DE", "net_equivalents")
    desk.table.comforts.start_find()
    desk.table.arranging.show_columns((Column.GAP,))
    desk.press("italy")
    assert desk.at() == ("IT", "state")
