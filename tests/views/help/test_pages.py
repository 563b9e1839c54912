"""The manual: every column, figure, rule, reading and key has its place, and search finds it."""

import pytest

from desktop_app.calc.explain import ROW_FIGURES, TOTAL_FIGURES
from desktop_app.calc.readings import ANNUAL_POOL, FIXED
from desktop_app.calc.rulebooks.annual_pool.book import RULES
from desktop_app.views.help.made import MADE, rule_heading
from desktop_app.views.help.pages import Topic, found, page, pages
from desktop_app.views.keys import native
from desktop_app.views.menus import COMMANDS
from desktop_app.views.pledge_table.columns import HEADINGS
from tests.views import pseudo


def test_every_page_begins_with_its_title_and_says_something() -> None:
    for each in pages():
        assert each.markdown.startswith("# "), each.name
        assert len(each.markdown.splitlines()) > 3, each.name
    assert len({each.name for each in pages()}) == len(pages())


def test_everything_is_explained() -> None:
    assert set(page("columns").headings) == {heading.name for heading in HEADINGS.values()}
    assert all(heading.about for heading in HEADINGS.values())
    assert len(page("figures").headings) == len(ROW_FIGURES) + len(TOTAL_FIGURES)
    assert page("rules").headings == tuple(rule_heading(rule.id) for rule in RULES)
    assert page("readings").headings == tuple(reading.title for reading in (*ANNUAL_POOL, *FIXED))
    for command in COMMANDS:
        for keys in command.keys:
            assert native(keys) in page("keyboard").markdown


def test_pages_that_the_program_writes_say_nothing_that_could_not_be_said_in_another_language() -> None:
    with pseudo.spoken():
        for name, _title, write in MADE:
            lines = [line for line in write().splitlines() if line and not line.startswith("|---")]
            assert [line for line in lines if "⟦" not in line and not line.startswith("| ")] == [], name
            does = [line.split(" | ")[1] for line in lines if line.startswith("| ")]
            assert [each for each in does if "⟦" not in each and not each.startswith("0")] == [], name


def test_no_heading_stands_twice_on_a_page() -> None:
    for each in pages():
        assert len(set(each.headings)) == len(each.headings), each.name


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        page("nowhere")


def test_search_finds_headings_first() -> None:
    topics = list(found("fair SHARE"))
    assert "fair share" in topics[0].heading.lower()
    assert Topic("rules", "AMMR-57-3b: Mandatory fair share") in topics
    assert next(found("AMMR-57-4b")) == Topic("rules", "AMMR-57-4b: Value of alternative measures")
    assert list(found("  ")) == []
    assert list(found("xylophone")) == []
