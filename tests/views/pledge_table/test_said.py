"""The mark in a pledge's cell that says how it is said: shape, tooltip, spoken words; the number stays where it is."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import PledgeColumn, RecordSaid
from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge
from desktop_app.calc.said import Certainty, HowSaid, OriginalAmount, Said
from desktop_app.views.pledge_table.columns import Column
from desktop_app.views.pledge_table.said import marks_of, said_words
from desktop_app.views.theme import Scheme, theme
from tests.views.pledge_table.owner import Owner
from tests.views.table_owner import plain

SEK = OriginalAmount("SEK", 10_000_000_000, Fraction(112_345, 10_000), date(2025, 12, 8))


@pytest.mark.parametrize(
    ("said", "icons", "words"),
    [
        (Said(), [], ""),
        (Said(Certainty.CONFIRMED, "the Minister"), [], "confirmed in writing, by the Minister"),
        (Said(Certainty.ANNOUNCED), ["announced"], "announced"),
        (Said(condition="subject to parliament"), ["condition"], "subject to parliament"),
        (
            Said(Certainty.ANNOUNCED, condition="subject to parliament", at_most=True, original=SEK),
            ["ceiling", "condition", "announced", "currency"],
            "announced, at most, subject to parliament, said as SEK 100 000 000 at 11.2345 of 8 December 2025",
        ),
        (Said(original=SEK), ["currency"], "said as SEK 100 000 000 at 11.2345 of 8 December 2025"),
        (Said(original=OriginalAmount("SEK", 50)), ["currency"], "said as SEK 0.50"),
        (Said(note=" payable in 2027 "), ["note"], "note: payable in 2027"),
    ],
)
def test_what_qualifies_a_figure_most_is_its_first_mark(said: Said, icons: list[str], words: str) -> None:
    pledge = Pledge(said=HowSaid(financial=said))
    assert [mark.icon for mark in marks_of(pledge, PledgeColumn.FINANCIAL)] == icons
    assert plain(said_words(pledge, PledgeColumn.FINANCIAL)) == words
    assert marks_of(pledge, PledgeColumn.RELOCATIONS) == ()


def test_the_currency_of_measures_stands_with_them() -> None:
    pledge = Pledge(alternative=(AlternativeMeasure("One"), AlternativeMeasure("Two", original=SEK)))
    assert [mark.icon for mark in marks_of(pledge, PledgeColumn.ALTERNATIVE)] == ["currency"]
    assert said_words(pledge, PledgeColumn.ALTERNATIVE).startswith("said as SEK")


def test_the_cell_says_it_in_tooltip_and_to_a_screen_reader(open_desk: Callable[[Forum], Owner], sample: Forum) -> None:
    owner = open_desk(sample)
    said = Said(Certainty.ANNOUNCED, "the Minister")
    owner.show(RecordSaid("FR", PledgeColumn.RELOCATIONS, said).apply_to(owner.forum))
    cell = owner.cell("FR", Column.RELOCATIONS)
    assert cell.about.startswith("Said: announced, by the Minister\n")
    assert cell.spoken.endswith("said: announced, by the Minister")
    assert cell.copied == "3361"


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_mark_leaves_the_number_where_it_is(
    open_desk: Callable[[Forum], Owner], sample: Forum, scheme: Scheme
) -> None:
    theme().choose(scheme)
    owner = open_desk(sample)
    view, index = owner.table.grid, owner.table.model.index(owner.table.model.row_of("FR"), Column.RELOCATIONS)
    view.setColumnWidth(Column.RELOCATIONS, 140)
    QApplication.processEvents()
    before = view.viewport().grab(view.visualRect(index)).toImage()
    owner.show(RecordSaid("FR", PledgeColumn.RELOCATIONS, Said(at_most=True)).apply_to(owner.forum))
    view.setColumnWidth(Column.RELOCATIONS, 140)
    QApplication.processEvents()
    after = view.viewport().grab(view.visualRect(index)).toImage()
    half = before.width() // 2
    assert _part(before, half, before.width()) == _part(after, half, after.width())
    assert _part(before, 0, half) != _part(after, 0, half)
    theme().choose(Scheme.SYSTEM)


def test_as_many_marks_as_fit_are_shown_and_the_others_are_counted(
    open_desk: Callable[[Forum], Owner], sample: Forum
) -> None:
    owner = open_desk(sample)
    drawing, said = owner.table.drawing(), Said(Certainty.ANNOUNCED, condition="x", at_most=True, original=SEK)
    owner.show(RecordSaid("SE", PledgeColumn.FINANCIAL, said).apply_to(owner.forum))
    cell = owner.cell("SE", Column.FINANCIAL)
    asked = drawing.width_of(Column.FINANCIAL, cell)
    assert owner.table.grid.columnWidth(Column.FINANCIAL) >= asked
    least = asked - drawing.marks_width(1, 4)
    fit = [
        drawing.marks_that_fit(Column.FINANCIAL, cell, width)
        for width in (least, asked, least + drawing.marks_width(2, 4), least + drawing.marks_width(4, 4))
    ]
    assert fit == [0, 1, 2, 4]
    view, index = owner.table.grid, owner.table.model.index(owner.table.model.row_of("SE"), Column.FINANCIAL)
    view.scrollTo(index)
    pictures = []
    for width in (asked, asked + 200):
        view.setColumnWidth(Column.FINANCIAL, width)
        picture = view.viewport().grab(view.visualRect(index)).toImage()
        pictures.append(_part(picture, 0, asked // 2))
    assert pictures[0] != pictures[1]
    assert "announced, at most, x, said as SEK" in plain(cell.about)


def test_where_there_is_no_room_a_corner_is_marked(open_desk: Callable[[Forum], Owner], sample: Forum) -> None:
    owner = open_desk(sample)
    view, index = owner.table.grid, owner.table.model.index(owner.table.model.row_of("FR"), Column.RELOCATIONS)
    owner.show(RecordSaid("FR", PledgeColumn.RELOCATIONS, Said(at_most=True)).apply_to(owner.forum))
    view.setColumnWidth(Column.RELOCATIONS, 56)
    picture = view.viewport().grab(view.visualRect(index)).toImage()
    corner = picture.pixelColor(picture.width() - 2, 1)
    assert corner == theme().colours.info


def test_each_mark_has_its_own_shape_and_tone(open_desk: Callable[[Forum], Owner], sample: Forum) -> None:
    owner = open_desk(sample)
    drawing = owner.table.drawing()
    marks = [
        mark
        for said in (
            Said(Certainty.ANNOUNCED),
            Said(condition="x"),
            Said(at_most=True),
            Said(original=SEK),
            Said(note="x"),
        )
        for mark in marks_of(Pledge(said=HowSaid(financial=said)), PledgeColumn.FINANCIAL)
    ]
    shapes = [drawing.pixmap(mark.icon, "text", 2.0).toImage() for mark in marks]
    assert len(shapes) == 5
    assert all(one != other for number, one in enumerate(shapes) for other in shapes[:number])
    assert {mark.tone for mark in marks} == {"warn", "info"}


def _part(picture: QImage, left: int, right: int) -> QImage:
    return picture.copy(left, 0, right - left, picture.height()).convertToFormat(QImage.Format.Format_RGB32)
