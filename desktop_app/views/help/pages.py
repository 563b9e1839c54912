"""The pages of the manual: those that are written, and those that the program writes of itself.

Every column, figure, rule, reading and key is explained from the same words that the program works with,
so that a page cannot lag behind it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.calc.findings import Severity
from desktop_app.paths import resource
from desktop_app.views.findings.texts import SEVERITY_WORDS, STATUS_LABELS


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
    ("manual", "In five minutes"),
    ("pledges", "Pledges"),
    ("editors", "Editors"),
    ("table", "The table"),
    ("key", "The reference key"),
    ("exchange", "Excel, CSV, documents"),
    ("annex", "Annex and printing"),
    ("safety", "Saving, backups, the ground"),
)
"""Pages that people write: name (a file of ``resources/help``) and title."""


@lru_cache
def pages() -> tuple[Page, ...]:
    """Return every page, in the order of the contents."""
    written = [Page(name, title, resource("help", f"{name}.md").read_text("utf-8")) for name, title in _WRITTEN]
    made = [Page(name, title, f"# {title}\n\n{write()}") for name, title, write in _MADE]
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


def _columns() -> str:
    from desktop_app.views.pledge_table.columns import HEADINGS

    parts = ["The columns of the pledge table; *View ▸ Columns* chooses which are shown."]
    for heading in HEADINGS.values():
        parts += ["", f"## {heading.name}", "", heading.about]
        if heading.pledge is not None:
            parts += ["", "Typed here: see *Pledges*."]
        elif heading.figure:
            parts += ["", "Choose a cell, and *Why?* shows its formula with the numbers in it."]
    return "\n".join(parts)


def _figures() -> str:
    from desktop_app.calc.explain import ROW_FIGURES, TOTAL_FIGURES

    parts = ["Each figure explains itself in *Why?*, with the numbers of this forum. Here is what each rests on."]
    for whose, figures in (("of a Member State", ROW_FIGURES), ("of the pool", TOTAL_FIGURES)):
        for figure in figures:
            title = figure.title[:1].upper() + figure.title[1:]
            parts += ["", f"## {title}, {whose}", "", f"Rests on {figure.reference} ({STATUS_LABELS[figure.status]})."]
            parts += ["", f"{figure.rounding[:1].upper()}{figure.rounding[1:]}."] if figure.rounding else []
            parts += ["", f"Readings that touch it: {', '.join(figure.readings)}."] if figure.readings else []
            parts += ["", f"In `check --json`: `{figure.id}`."]
    return "\n".join(parts)


def rule_heading(identifier: str) -> str:
    """Return the heading of a rule on its page."""
    from desktop_app.calc.rulebooks.annual_pool.book import rule_of

    rule = rule_of(identifier)
    return f"{rule.id}: {rule.title}"


def _rules() -> str:
    from desktop_app.calc.rulebooks.annual_pool.book import RULES

    words = {Severity.BLOCK: "keeps a final annex from being printed", Severity.WARN: "asks for a reason"}
    parts = ["What is checked at every keystroke. A rule with nothing to report says nothing."]
    for rule in RULES:
        weight = words.get(rule.severity, "is shown")
        parts += ["", f"## {rule_heading(rule.id)}", "", rule.text, ""]
        parts += [f"{SEVERITY_WORDS[rule.severity]}: a finding of it {weight}, unless the finding says otherwise."]
        parts += ["", f"Rests on {rule.reference} ({STATUS_LABELS[rule.status]})."]
        parts += ["", f"Readings that touch it: {', '.join(rule.readings)}."] if rule.readings else []
    return "\n".join(parts)


def _readings() -> str:
    from desktop_app.calc.readings import ANNUAL_POOL, FIXED

    words = "Where a text is unclear, the program reads it one way and says so. *Forum ▸ Readings* shows which "
    words += "choices are in force, and what another one would change."
    parts = [words]
    for reading in (*ANNUAL_POOL, *FIXED):
        parts += ["", f"## {reading.title}", "", f"{reading.why} ({reading.reference})", ""]
        parts += [
            f"- `{value}`: {meaning}{' (default)' if value == reading.default else ''}"
            for value, meaning in reading.choices.items()
        ] or [f"- a date; default `{reading.default}`"]
        if reading in FIXED:
            parts += ["", "Read in one way only."]
    return "\n".join(parts)


def _keyboard() -> str:
    from desktop_app.views.menus import keyboard_page

    return keyboard_page().removeprefix("# Keyboard").lstrip()


_MADE: Final[tuple[tuple[str, str, Callable[[], str]], ...]] = (
    ("columns", "Columns", _columns),
    ("figures", "Figures", _figures),
    ("rules", "Rules and findings", _rules),
    ("readings", "Readings", _readings),
    ("keyboard", "Keyboard", _keyboard),
)
"""Pages that the program writes of itself."""


def found(words: str) -> Iterator[Topic]:
    """Yield the sections that hold every word, in any case; those that have it in their heading first."""
    wanted = words.casefold().split()
    if not wanted:
        return
    in_text: list[Topic] = []
    for each in pages():
        for heading, text in _sections(each):
            if all(word in f"{each.title} {heading}".casefold() for word in wanted):
                yield Topic(each.name, heading)
            elif all(word in f"{heading} {text}".casefold() for word in wanted):
                in_text.append(Topic(each.name, heading))
    yield from in_text


def _sections(each: Page) -> Iterator[tuple[str, str]]:
    heading, lines = "", list[str]()
    for line in each.markdown.splitlines():
        if line.startswith("## "):
            yield heading, "\n".join(lines)
            heading, lines = line.removeprefix("## "), []
        else:
            lines.append(line)
    yield heading, "\n".join(lines)
