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
from desktop_app.views.pledge_table.said import mark_of, said_words
from desktop_app.views.theme import Scheme, theme
from tests.views.pledge_table.owner import Owner, plain

SEK = OriginalAmount("SEK", 10_000_000_000, Fraction(112_345, 10_000), date(2025, 12, 8))


@pytest.mark.parametrize(
    ("said", "icon", "words"),
    [
        (Said(), "", ""),
        (Said(Certainty.CONFIRMED, "the Minister"), "", "confirmed in writing, by the Minister"),
        (Said(Certainty.ANNOUNCED), "announced", "announced"),
        (Said(condition="subject to parliament"), "condition", "subject to parliament"),
        (
            Said(Certainty.ANNOUNCED, condition="subject to parliament", at_most=True),
            "ceiling",
            "announced, at most, subject to parliament",
        ),
        (Said(original=SEK), "currency", "said as SEK 100 000 000 at 11.2345 of 8 December 2025"),
        (Said(original=OriginalAmount("SEK", 50)), "currency", "said as SEK 0.50"),
        (Said(note=" payable in 2027 "), "note", "note: payable in 2027"),
    ],
)
def test_what_qualifies_a_figure_most_is_its_mark(said: Said, icon: str, words: str) -> None:
    pledge = Pledge(said=HowSaid(financial=said))
    mark = mark_of(pledge, PledgeColumn.FINANCIAL)
    assert (mark.icon if mark else "") == icon
    assert plain(said_words(pledge, PledgeColumn.FINANCIAL)) == words
    assert mark_of(pledge, PledgeColumn.RELOCATIONS) is None


def test_the_currency_of_measures_stands_with_them() -> None:
    pledge = Pledge(alternative=(AlternativeMeasure("One"), AlternativeMeasure("Two", original=SEK)))
    mark = mark_of(pledge, PledgeColumn.ALTERNATIVE)
    assert mark is not None
    assert mark.icon == "currency"
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
        mark_of(Pledge(said=HowSaid(financial=said)), PledgeColumn.FINANCIAL)
        for said in (
            Said(Certainty.ANNOUNCED),
            Said(condition="x"),
            Said(at_most=True),
            Said(original=SEK),
            Said(note="x"),
        )
    ]
    shapes = [drawing.pixmap(mark.icon, "text", 2.0).toImage() for mark in marks if mark]
    assert len(shapes) == 5
    assert all(one != other for number, one in enumerate(shapes) for other in shapes[:number])
    assert {mark.tone for mark in marks if mark} == {"warn", "info"}


def _part(picture: QImage, left: int, right: int) -> QImage:
    return picture.copy(left, 0, right - left, picture.height()).convertToFormat(QImage.Format.Format_RGB32)
