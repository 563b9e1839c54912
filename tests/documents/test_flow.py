"""Filling pages: nothing clipped, no heading alone, heads repeated."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.flow import SHORTEST_PAGE, Chapter, Framed, closed, leaves, take
from desktop_app.documents.fonts import Face, text_width
from desktop_app.documents.noted import Noted
from desktop_app.documents.styles import CELL, PORTRAIT, TextStyle
from desktop_app.documents.tables import (
    GUTTER,
    LAST_ROWS,
    PADDING,
    TALL,
    Cell,
    Column,
    Table,
    figures,
    groups,
    head,
    row,
)
from desktop_app.documents.widths import KEPT

STYLE = TextStyle(Face.SERIF, 10, 10)
WIDTH = 200.0


def paragraph(lines: int, **others: object) -> Paragraph:
    return replace(Paragraph("\n".join(f"line {number}" for number in range(lines)), STYLE), **others)  # type: ignore[arg-type]


def table(rows: int, text: str = "cell", *, with_previous: bool = False) -> Table:
    heads = (groups(["", "group"]), head(["name", "number"]))
    return Table(
        (Column(100), figures(100)),
        heads,
        tuple(row([text, str(number)], with_previous=with_previous) for number in range(rows)),
    )


def lines_in(block: Block) -> int:
    return round(block.height(WIDTH) / STYLE.leading)


def test_blocks_that_fit_are_placed_below_one_another_without_room_above_the_first() -> None:
    placed, rest = take([paragraph(3, space_before=7.0), paragraph(2, space_before=5.0)], WIDTH, 100)
    assert [each.offset for each in placed] == [0, 35]
    assert rest == []


def test_a_paragraph_is_split_between_lines() -> None:
    placed, rest = take([paragraph(10)], WIDTH, 45)
    assert lines_in(placed[0].block) == 4
    assert lines_in(rest[0]) == 6


def test_one_line_never_stands_alone_at_the_top_or_the_bottom() -> None:
    placed, rest = take([paragraph(5)], WIDTH, 49)
    assert (lines_in(placed[0].block), lines_in(rest[0])) == (3, 2)
    placed, rest = take([paragraph(2), paragraph(6)], WIDTH, 39)
    assert len(placed) == 1
    assert lines_in(rest[0]) == 6


def test_a_last_page_is_not_left_with_a_line_or_two() -> None:
    page = replace(PORTRAIT, width=WIDTH + 2 * PORTRAIT.side, height=PORTRAIT.top + PORTRAIT.bottom + 600)
    heading = paragraph(1, keep_with_next=True)

    def filled(*blocks: Block) -> list[list[int]]:
        return [[lines_in(each.block) for each in leaf.placed] for leaf in leaves([Chapter(page, blocks)])]

    assert pytest.approx(73.2) == SHORTEST_PAGE
    # A whole section moves on where it is not much of the page, and else as many lines as are wanted.
    assert filled(paragraph(45), heading, paragraph(7), paragraph(7), paragraph(2)) == [[45], [1, 7, 7, 2]]
    assert filled(paragraph(30), heading, paragraph(29), paragraph(2)) == [[30, 1, 23], [6, 2]]
    assert filled(paragraph(62)) == [[54], [8]]
    # Enough stands there already; and what cannot be parted stays as it is.
    assert filled(paragraph(60), paragraph(8)) == [[60], [8]]
    assert len(filled(table(1), Rule(space_before=600.0))) == 2


def test_writers_that_fill_their_own_pages_keep_the_last_two_blocks_together() -> None:
    one, two = paragraph(1), paragraph(2)
    assert [closed(each) for each in ((), (one,), (table(2), one))] == [(), (one,), (table(2), one)]
    assert [each.keep_with_next for each in closed((one, one, two))] == [False, True, False]


def test_a_paragraph_has_no_part_of_one_line() -> None:
    assert paragraph(10).split(WIDTH, 19) is None
    assert paragraph(3).split(WIDTH, 29) is None


def test_a_heading_goes_where_its_text_goes() -> None:
    heading = paragraph(1, keep_with_next=True)
    placed, rest = take([paragraph(5), heading, heading, paragraph(3)], WIDTH, 99)
    assert len(placed) == 1
    assert len(rest) == 3


def test_a_heading_goes_where_the_first_row_of_its_table_goes() -> None:
    heading = paragraph(1, keep_with_next=True)
    whole = table(3)
    room = 50 + 10 + whole.least(WIDTH) + whole.space_before
    assert len(take([paragraph(5), heading, whole], WIDTH, room - 1)[0]) == 1
    assert len(take([paragraph(5), heading, whole], WIDTH, room)[0]) == 3


def test_a_block_that_cannot_be_split_gets_a_page_to_itself() -> None:
    placed, rest = take([Rule(), paragraph(1)], WIDTH, 1)
    assert len(placed) == 1
    assert len(rest) == 1
    assert Rule().split(WIDTH, 1) is None
    assert Rule().least(WIDTH) == Rule().height(WIDTH)


def test_a_table_is_split_between_rows_and_its_head_repeated() -> None:
    whole = table(20)
    parts = whole.split(WIDTH, whole.height(WIDTH) / 2)
    assert parts is not None
    assert parts[0].heads == parts[1].heads == whole.heads
    assert parts[0].rows + parts[1].rows == whole.rows
    assert parts[0].height(WIDTH) <= whole.height(WIDTH) / 2


def test_a_table_has_no_part_smaller_than_head_and_first_rows() -> None:
    whole = table(3)
    assert whole.split(WIDTH, whole.least(WIDTH) - 1) is None
    parts = whole.split(WIDTH, whole.least(WIDTH))
    assert parts is not None
    assert (len(parts[0].rows), len(parts[1].rows)) == (2, 1)


def test_rows_that_stay_with_the_one_above_move_together() -> None:
    whole = table(6)
    tied = replace(
        whole, rows=(*whole.rows[:4], *(replace(each, with_previous=True) for each in whole.rows[4:])), _cache={}
    )
    parts = tied.split(WIDTH, tied.height(WIDTH) - 1)
    assert parts is not None
    assert (len(parts[0].rows), len(parts[1].rows)) == (3, 3)


def test_rows_that_are_all_tied_are_parted_after_all() -> None:
    tied = table(6, with_previous=True)
    parts = tied.split(WIDTH, tied.height(WIDTH) - 1)
    assert parts is not None
    assert len(parts[1].rows) == 1


def test_a_tall_row_is_split_inside_and_named_again() -> None:
    long = Table((Column(40), Column(160)), (head(["name", "text"]),), (row(["Belgium", "word " * 400]),))
    high = long.height(WIDTH)
    assert high > TALL
    parts = long.split(WIDTH, high / 2)
    assert parts is not None
    assert parts[0].height(WIDTH) <= high / 2
    assert parts[1].rows[0].cells[0].text == "Belgium"
    words = " ".join(cell.text.replace("\n", " ") for part in parts for cell in part.rows[0].cells[1:])
    assert words.split() == ["word"] * 400


def test_a_row_whose_first_cell_is_tall_goes_on_where_it_stopped() -> None:
    long = Table((Column(100), Column(100)), (), (row(["word " * 400, "short"]),))
    parts = long.split(WIDTH, long.height(WIDTH) / 2)
    assert parts is not None
    assert sum(part.rows[0].cells[0].text.count("word") for part in parts) == 400
    assert [part.rows[0].cells[1].text for part in parts] == ["short", ""]


def test_an_empty_table_is_its_head() -> None:
    assert table(0).least(WIDTH) == table(0).height(WIDTH)


def noted(body: Table, lines: int = 2) -> Noted:
    return Noted(body, (paragraph(lines, space_before=4.0),))


def test_the_last_rows_go_where_the_note_goes() -> None:
    """The table alone would fit to the last row; with its note two rows go to the next page."""
    whole = noted(table(10))
    placed, rest = take([whole], WIDTH, whole.height(WIDTH) - 1)
    ((below, _offset),) = [(each.block, each.offset) for each in placed]
    assert isinstance(below, Table)
    assert len(below.rows) == 10 - LAST_ROWS
    (last,) = rest
    assert isinstance(last, Noted)
    assert len(last.table.rows) == LAST_ROWS
    assert last.notes == whole.notes
    assert last.height(WIDTH) == last.table.height(WIDTH) + 4 + 20


def test_a_noted_table_that_is_split_earlier_is_split_as_without_its_note() -> None:
    whole = noted(table(20))
    parts, alone = whole.split(WIDTH, 150), whole.table.split(WIDTH, 150)
    assert parts is not None
    assert alone is not None
    assert (parts[0], parts[1].table) == alone


def test_a_short_table_stays_whole_with_its_note() -> None:
    whole = noted(table(LAST_ROWS))
    assert whole.least(WIDTH) == whole.height(WIDTH)
    placed, rest = take([paragraph(2), whole], WIDTH, 20 + 4 + whole.height(WIDTH) - 1)
    assert (len(placed), rest) == (1, [whole])
    assert take([whole], WIDTH, whole.height(WIDTH)) == (take([whole], WIDTH, 1000)[0], [])


def test_of_a_tall_last_row_lines_stay_with_the_note() -> None:
    long = Table((Column(40), Column(160)), (), (row(["Belgium", "word " * 400]),))
    whole = noted(long)
    parts = whole.split(WIDTH, long.height(WIDTH))
    assert parts is not None
    assert parts[1].table.rows[0].cells[1].text.count("\n") >= 2
    assert sum(part.rows[0].cells[1].text.count("word") for part in (parts[0], parts[1].table)) == 400


@given(
    st.lists(st.sampled_from([1, 3, 20, 100]), min_size=1, max_size=30),
    st.integers(0, 3),
    st.floats(0, PORTRAIT.text_height),
)
def test_a_note_is_never_alone_and_nothing_is_lost(tall: list[int], lines: int, above: float) -> None:
    body = Table(
        (Column(100), Column(100)), (head(["name", "text"]),), tuple(row(["x", "w\n" * n + "w"]) for n in tall)
    )
    blocks: list[Block] = [paragraph(int(above / STYLE.leading)), noted(body, lines)]
    filled = leaves([Chapter(PORTRAIT, tuple(blocks))])
    parts = [each.block for leaf in filled for each in leaf.placed if isinstance(each.block, Table | Noted)]
    assert [isinstance(part, Noted) for part in parts] == [False] * (len(parts) - 1) + [True]
    last = parts[-1]
    assert isinstance(last, Noted)
    assert len(last.table.rows) >= min(LAST_ROWS, len(tall)) or last.table.rows[-1].cells[1].text.count("w") >= 3
    tables = [part.table if isinstance(part, Noted) else part for part in parts]
    assert sum(each.cells[1].text.count("w") for part in tables for each in part.rows) == sum(tall) + len(tall)
    for leaf in filled:
        for each in leaf.placed:
            assert each.offset + each.block.height(PORTRAIT.text_width) <= PORTRAIT.text_height + 0.1


def widths_of(body: Table) -> list[float]:
    """How far each cell of the first row reaches, read from what is drawn."""
    (drawn,) = body._set(WIDTH).rows
    return [cell.width for cell in drawn.cells]


def test_a_figure_that_is_wider_than_its_column_gets_room_from_text() -> None:
    columns = (Column(120), figures(40), figures(40))
    wide = "EUR\u00a011\u202f147\u202f480\u202f002.75"
    narrow = Table(columns, (), (row(["name", "1", "2"]),))
    assert widths_of(narrow) == [120, 40, 40]
    body = Table(columns, (head(["name", "number", "money"]),), (row(["name", "1", wide]),))
    (drawn,) = body._set(WIDTH).rows
    assert [cell.style.size for cell in drawn.cells] == [CELL.size] * 3
    assert sum(widths_of(body)) == pytest.approx(WIDTH)
    assert widths_of(body)[0] >= KEPT * 120
    assert widths_of(body)[2] == pytest.approx(text_width(wide, CELL.face, CELL.size) + 2 * GUTTER)


def test_a_word_longer_than_its_column_takes_no_room_from_figures() -> None:
    columns = (Column(60), Column(60), figures(80))
    wide = "EUR\u00a0100\u202f011\u202f147\u202f480\u202f002.75"
    body = Table(columns, (), (row(["Verwaltungsvereinbarung" * 9, "name", wide]),))
    assert widths_of(body)[0] == 60
    assert widths_of(body)[2] == pytest.approx(text_width(wide, CELL.face, CELL.size) + 2 * GUTTER)


def test_parts_of_a_split_table_have_columns_of_the_same_width() -> None:
    wide = "EUR\u00a011\u202f147\u202f480\u202f002.75"
    rows = tuple(row(["name", wide if number == 9 else "1"]) for number in range(10))
    body = Table((Column(160), figures(40)), (), rows)
    parts = body.split(WIDTH, body.height(WIDTH) / 2)
    assert parts is not None
    first, second = (part._set(WIDTH).rows[0] for part in parts)
    assert first.cells[1].width == second.cells[1].width > 40


def test_a_cell_may_span_columns_and_align_as_it_likes() -> None:
    spanning = Table((Column(100), figures(100)), (), (row([Cell("x" * 30, span=2, align=Align.CENTRE)]),))
    assert spanning.height(WIDTH) == pytest.approx(CELL.leading + 2 * PADDING)


def test_a_frame_is_split_with_its_blocks_and_stays_a_frame() -> None:
    frame = Framed((paragraph(10), paragraph(10)))
    parts = frame.split(WIDTH, 90)
    assert parts is not None
    assert isinstance(parts[1], Framed)
    assert parts[0].height(WIDTH) <= 90
    assert frame.least(WIDTH) == 2 * frame.padding + 2 * STYLE.leading
    assert frame.split(WIDTH, 20) is None
    assert frame.split(WIDTH, 1000) is None


@given(
    st.lists(st.tuples(st.integers(1, 200), st.booleans(), st.sampled_from(["text", "table", "frame"])), max_size=12)
)
def test_nothing_is_clipped_lost_or_repeated(shapes: list[tuple[int, bool, str]]) -> None:
    blocks: list[Block] = []
    for size, keep, kind in shapes:
        if kind == "text":
            blocks.append(paragraph(size, space_before=6.0, keep_with_next=keep))
        elif kind == "table":
            blocks.append(table(size))
        else:
            blocks.append(Framed((paragraph(size), paragraph(1))))
    filled = leaves([Chapter(PORTRAIT, tuple(blocks))])
    for leaf in filled:
        for each in leaf.placed:
            assert each.offset + each.block.height(PORTRAIT.text_width) <= PORTRAIT.text_height + 0.1
    rows = sum(len(each.block.rows) for leaf in filled for each in leaf.placed if isinstance(each.block, Table))
    assert rows == sum(size for size, _keep, kind in shapes if kind == "table")
