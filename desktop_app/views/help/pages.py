"""The pages of the manual: those that are written, and those that the program writes of itself.

Every column, figure, rule, reading and key is explained from the same words that the program works with,
so that a page cannot lag behind it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.paths import resource
from desktop_app.views.help.made import MADE
from desktop_app.views.language import chosen, marked, shown, tr


@dataclass(frozen=True, slots=True)
class Topic:
    """A place in the manual.

    Attributes:
        page: name of the page.
        heading: the heading on it; empty for its beginning.
    """

    page: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        name: by which topics name it.
        title: in the contents.
        markdown: what it says; its first line is its heading.
    """

    name: str
    title: str
    markdown: str

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings below the page's own, in their order."""
        return tuple(line.removeprefix("## ") for line in self.markdown.splitlines() if line.startswith("## "))


_WRITTEN: Final = (
    ("manual", marked("In five minutes")),
    ("pledges", marked("Pledges")),
    ("editors", marked("Editors")),
    ("table", marked("The table")),
    ("key", marked("The reference key")),
    ("exchange", marked("Excel, CSV, documents")),
    ("search-and-rescue", marked("Search and rescue (proposal of 2020, never law)")),
    ("migratory-pressure", marked("Migratory pressure (proposal of 2020, never law)")),
    ("voluntary", marked("Voluntary solidarity (binds nobody)")),
    ("negotiation", marked("The negotiation")),
    ("annex", marked("Annex and printing")),
    ("safety", marked("Saving, backups, the ground")),
)
"""Pages that people write: name (a file of ``resources/help``) and title."""


def pages() -> tuple[Page, ...]:
    """Return every page, in the order of the contents."""
    return _pages_in(chosen())


@lru_cache
def _pages_in(_language: str) -> tuple[Page, ...]:
    """Return the pages as they are said while a language is spoken."""
    written = [Page(name, tr(title), resource("help", f"{name}.md").read_text("utf-8")) for name, title in _WRITTEN]
    made = [Page(name, tr(title), f"# {tr(title)}\n\n{write()}") for name, title, write in MADE]
    return (*written, *made)


def page(name: str) -> Page:
    """Return the page of a name.

    Raises:
        KeyError: there is none.
    """
    for each in pages():
        if each.name == name:
            return each
    raise KeyError(name)


def found(words: str) -> Iterator[Topic]:
    """Yield the sections that hold every word, in any case; those that have it in their heading first."""
    wanted = words.casefold().split()
    if not wanted:
        return
    in_text: list[Topic] = []
    for each in pages():
        for heading, text in _sections(each):
            if all(word in f"{tr(each.title)} {shown(heading)}".casefold() for word in wanted):
                yield Topic(each.name, heading)
            elif all(word in f"{shown(heading)} {text}".casefold() for word in wanted):
                in_text.append(Topic(each.name, heading))
    yield from in_text


def _sections(each: Page) -> Iterator[tuple[str, str]]:
    heading, lines = "", list[str]()
    for line in each.markdown.splitlines():
        if line.startswith("## "):
            yield heading, "\n".join(map(shown, lines))
            heading, lines = line.removeprefix("## "), []
        else:
            lines.append(line)
    yield heading, "\n".join(map(shown, lines))
