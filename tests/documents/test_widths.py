"""Widths of columns: what is wide gets room from what can spare it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.fonts import Face, text_width
from desktop_app.documents.styles import TextStyle
from desktop_app.documents.tables import Column, Table, head, row
from desktop_app.documents.widths import Demand, shared, widest

STYLE = TextStyle(Face.SANS, 10, 12)
NARROW, MIDDLE = Demand(50, 80), Demand(100, 90)


@pytest.mark.parametrize(
    ("demands", "widths"),
    [
        ([], []),
        ([MIDDLE, MIDDLE], [100, 100]),
        ([NARROW, NARROW], [50, 50]),
        ([NARROW, Demand(100, 40)], [80, 70]),
        ([NARROW, Demand(100, 60), Demand(100, 80)], [80, 80, 90]),
        ([NARROW, Demand(50, 110), MIDDLE], [50 + 10 / 3, 50 + 20 / 3, 90]),
    ],
)
def test_room_moves_from_those_that_can_spare_it(demands: list[Demand], widths: list[float]) -> None:
    assert shared(demands) == pytest.approx(widths)


@given(st.lists(st.builds(Demand, st.floats(10, 300), st.floats(0, 300)), min_size=1, max_size=12))
def test_all_together_stay_as_wide_and_nobody_gives_what_it_needs(demands: list[Demand]) -> None:
    widths = shared(demands)
    assert sum(widths) == pytest.approx(sum(each.width for each in demands))
    for each, width in zip(demands, widths, strict=True):
        assert min(each.width, each.least) - 1e-6 <= width <= max(each.width, each.least) + 1e-6


def test_the_widest_counts() -> None:
    assert widest([]) == 0
    assert widest([("i", STYLE), ("WW", STYLE), ("wi", STYLE)]) == text_width("WW", Face.SANS, 10)


def test_what_names_a_row_has_one_line_where_there_is_room() -> None:
    names = (row(["An Phortaingéil", "a word or two"]), row(["An Ghearmáin", "words " * 40]))
    columns, heads = (Column(50), Column(150)), (head(["Ballstát", "Tuairisc"]),)
    narrow = Table(columns, heads, names)
    assert narrow.widths(200) > (50, 0)
    assert [each.cells[0].lines for each in narrow._set(200).rows] == [("An Phortaingéil",), ("An Ghearmáin",)]
    # A name that is much longer than its column takes no room from others.
    long = Table(columns, heads, (row(["name " * 20, "a word or two"]),))
    assert long.widths(200) == pytest.approx((50, 150))
