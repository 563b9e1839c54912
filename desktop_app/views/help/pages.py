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
from desktop_app.views.language import chosen, marked, tr


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
        headings: those below the page's own, in their order, by which topics name them; those of a page that people
            write are English in every language.
    """

    name: str
    title: str
    markdown: str
    headings: tuple[str, ...]

    @property
    def headings_shown(self) -> tuple[str, ...]:
        """The headings as they stand on the page, in the same order."""
        return headings_of(self.markdown)

    def heading_shown(self, heading: str) -> str:
        """Return a heading as it stands on the page; itself where the page has none of that name."""
        return dict(zip(self.headings, self.headings_shown, strict=True)).get(heading, heading)


def headings_of(markdown: str) -> tuple[str, ...]:
    """Return the headings of a page below its own, in their order."""
    return tuple(line.removeprefix("## ") for line in markdown.splitlines() if line.startswith("## "))


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
"""Pages that people write: name (a file in each language's folder of ``resources/help``) and title."""


def pages() -> tuple[Page, ...]:
    """Return every page, in the order of the contents."""
    return _pages_in(chosen())


@lru_cache
def _pages_in(language: str) -> tuple[Page, ...]:
    """Return the pages as they are said while a language is spoken."""
    made = ((name, tr(title), f"# {tr(title)}\n\n{write()}") for name, title, write in MADE)
    return (
        *(_written(name, title, language) for name, title in _WRITTEN),
        *(Page(name, title, markdown, headings_of(markdown)) for name, title, markdown in made),
    )


def _written(name: str, title: str, language: str) -> Page:
    """Return a page that people wrote, in a language."""
    english, markdown = (resource("help", each, f"{name}.md").read_text("utf-8") for each in ("en", language))
    return Page(name, tr(title), markdown, headings_of(english))


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
        for heading, heading_shown, text in _sections(each):
            if all(word in f"{each.title} {heading_shown}".casefold() for word in wanted):
                yield Topic(each.name, heading)
            elif all(word in f"{heading_shown} {text}".casefold() for word in wanted):
                in_text.append(Topic(each.name, heading))
    yield from in_text


def _sections(each: Page) -> Iterator[tuple[str, str, str]]:
    """Yield name, heading and text of each section; that before the first heading has neither."""
    texts = f"\n{each.markdown}".split("\n## ")
    headings = (("", ""), *zip(each.headings, each.headings_shown, strict=True))
    for (heading, heading_shown), text in zip(headings, texts, strict=True):
        yield heading, heading_shown, text
