"""The annex of a forum that is at every limit, laid out in every language: nothing clipped, cramped or left alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.annex import annex_document
from desktop_app.documents.blocks import ORPHAN_LINES, Block, Paragraph
from desktop_app.documents.cell_text import is_figure, without_mark
from desktop_app.documents.flow import SHORTEST_PAGE, Framed, Leaf
from desktop_app.documents.fonts import text_width
from desktop_app.documents.furniture import Document
from desktop_app.documents.lines import fitted, lines_of
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.source import source_of
from desktop_app.documents.sheets import TAG_PADDING, TOP_MARKING
from desktop_app.documents.styles import CELL, CELL_HEAD, MARKING, PORTRAIT, RUNNING, TAG, Page, Paper, Sheet
from desktop_app.documents.tables import Table, _parted
from desktop_app.documents.text import languages, terms
from tests.documents.extremes import extreme
from tests.documents.test_annex import FINGERPRINT

HAIR = 0.02
LEAST_RUNNING = 6.0
LEAST_HEAD = 0.7 * CELL_HEAD.size


def inside(block: Block, width: float) -> Iterator[tuple[Block, float]]:
    """A block with everything that stands in it, each with the width it has."""
    yield block, width
    if isinstance(block, Noted):
        yield block.table, width
        for note in block.notes:
            yield note, width
    if isinstance(block, Framed):
        for each in block.blocks:
            yield from inside(each, width - 2 * block.padding)


def check_page(leaf: Leaf, language: str) -> None:
    """Blocks stand below each other on the page, and no heading is the last."""
    below = 0.0
    for each in leaf.placed:
        assert each.offset > below - HAIR
        below = each.offset + each.block.height(leaf.page.text_width)
        assert below <= leaf.page.text_height + HAIR, language
        for block, width in inside(each.block, leaf.page.text_width):
            if isinstance(block, Paragraph):
                check_paragraph(block, width)
            if isinstance(block, Table):
                check_table(block, width, language)
    last = leaf.placed[-1].block
    assert not (isinstance(last, Paragraph) and (last.keep_with_next or last.role.level)), language


def check_paragraph(given: Paragraph, width: float) -> None:
    for line in lines_of(given.text, given.style, width - given.indent):
        assert text_width(line, given.style.face, given.style.size) <= width - given.indent + HAIR
    assert text_width(given.mark, given.style.face, given.style.size) <= max(given.indent, HAIR)


def check_table(table: Table, width: float, language: str) -> None:
    """Every line stands in its cell; digits of a column end at one place; names and words keep a size to be read."""
    layout = table._set(width)
    assert sum(layout.widths) == pytest.approx(width)
    ends: dict[float, set[float]] = {}
    for each in (*layout.heads, *layout.rows):
        for given, cell in zip(each.row.cells, each.cells, strict=True):
            for start, line in zip(cell.starts, cell.lines, strict=True):
                wide = text_width(line, cell.style.face, cell.style.size)
                assert cell.left < start
                assert start + wide < cell.left + cell.width + HAIR, (language, line)
            assert cell.style.size >= (LEAST_HEAD if each.head else 0.89 * CELL.size) or is_figure(given.text)
            column = table.columns[[round(one.left, 3) for one in each.cells].index(round(cell.left, 3))]
            if len(each.cells) == len(table.columns) and column.figures and not each.head and is_figure(given.text):
                digits = without_mark(cell.lines[0])
                end = cell.starts[0] + text_width(digits, cell.style.face, cell.style.size)
                ends.setdefault(round(cell.left, 3), set()).add(round(end, 2))
    assert all(max(found) - min(found) < 2 * HAIR for found in ends.values()), language


def check_ends(document: Document, language: str) -> None:
    """Parts of a paragraph have two lines or more, and what goes on on another page is more than a line or two."""
    leaves = document.pages()
    begun = {id(chapter.blocks[0]) for chapter in document.chapters}
    whole = {id(each) for chapter in document.chapters for each in chapter.blocks}
    for leaf in leaves:
        first, last = leaf.placed[0].block, leaf.placed[-1].block
        for each in (first, last):
            if isinstance(each, Paragraph) and id(each) not in whole:
                assert each.height(leaf.page.text_width) >= ORPHAN_LINES * each.style.leading, language
        high = leaf.placed[-1].offset + last.height(leaf.page.text_width)
        assert id(first) in begun or high >= SHORTEST_PAGE, language


def check_furniture(page: Page, marking: str, tag: str) -> None:
    """The marking leaves room for the draft mark beside it, and stands above the text."""
    free = (page.text_width - text_width(marking, MARKING.face, MARKING.size)) / 2
    assert text_width(tag, MARKING.face, 8.6) + 10 < free
    assert page.top > TOP_MARKING


@pytest.mark.parametrize("language", languages())
def test_nothing_is_clipped_or_left_alone_in_any_language(language: str, adopted: Forum) -> None:
    """Every kind of cell, texts of 2 000 signs, words of 1 000, amounts of fifteen digits; on each paper in turn."""
    words = terms(language, marked=True)
    source = source_of(assess(extreme(adopted)), words, draft=True)
    paper = tuple(Paper)[languages().index(language) % len(Paper)]
    document = annex_document(source, FINGERPRINT, Sheet(paper))
    for leaf in document.pages():
        check_page(leaf, language)
        check_furniture(leaf.page, document.furniture.marking, document.furniture.draft)


def test_no_last_page_has_but_a_line_or_two_in_any_language(sample: Forum) -> None:
    """The draft whose first section ended with a line on a page of its own in Greek, and whose last in three others."""
    assessment = assess(sample)
    for language in languages():
        source = source_of(assessment, terms(language, marked=True), draft=True)
        check_ends(annex_document(source, FINGERPRINT), language)


def test_the_running_title_is_never_cut_in_any_language(sample: Forum) -> None:
    """A title that is too long gives way to the pool's name, which has room beside the mark of an estimate."""
    assessment = assess(replace(sample, title="A title that goes on and on " * 9))
    for language in languages():
        furniture = annex_document(source_of(assessment, terms(language), draft=True), FINGERPRINT).furniture
        tag = text_width(furniture.estimate, TAG.face, TAG.size) + 3 * TAG_PADDING
        room = PORTRAIT.text_width - tag
        assert fitted(furniture.running, RUNNING, room).size >= LEAST_RUNNING, language
        assert "2026" in furniture.running
        assert not {"…", "title"} & set(furniture.running.split())


def test_a_cell_is_not_split_so_that_a_line_stands_alone() -> None:
    assert [_parted(lines, fits) for lines, fits in ((9, 8), (9, 7), (9, 9), (4, 3), (3, 2))] == [7, 7, 9, 2, 2]
    assert ORPHAN_LINES == 2
