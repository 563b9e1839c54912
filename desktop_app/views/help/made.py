"""The pages of the manual that the program writes of itself: columns, figures, rules, readings, keys.

Those of procedures that are no law have names of their own, and say so.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Procedure
from desktop_app.views.findings.texts import SEVERITY_WORDS, STATUS_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.calc.explain import AnyFigure
    from desktop_app.views.typed_table.layout import TableHeading

_Column = TypeVar("_Column", bound=int)

_ANNUAL: Final = Procedure.ANNUAL_POOL
_RESCUE: Final = Procedure.SEARCH_AND_RESCUE
_PRESSURE: Final = Procedure.MIGRATORY_PRESSURE
_VOLUNTARY: Final = Procedure.VOLUNTARY
_NO_LAW: Final = "What follows rests on the proposal of 2020, COM(2020) 610. It never became law."
_BINDS_NOBODY: Final = "What follows rests on the declaration of 2022, which binds nobody."
_WARNINGS: Final = {_RESCUE: _NO_LAW, _PRESSURE: _NO_LAW, _VOLUNTARY: _BINDS_NOBODY}
_PAGES: Final = {_ANNUAL: "", _RESCUE: "rescue-", _PRESSURE: "pressure-", _VOLUNTARY: "voluntary-"}
_WHOLE: Final = {_ANNUAL: "of the pool", _RESCUE: "of the whole", _PRESSURE: "of the whole", _VOLUNTARY: "of the whole"}


def page_of(kind: str, procedure: Procedure) -> str:
    """Return the name of the page of a kind (``"columns"``, ``"figures"`` …) for a procedure."""
    return f"{_PAGES[procedure]}{kind}"


def rule_heading(identifier: str, procedure: Procedure = _ANNUAL) -> str:
    """Return the heading of a rule on its page."""
    from desktop_app.calc.rulebooks.books import rule_of

    rule = rule_of(procedure, identifier)
    return f"{rule.id}: {rule.title}"


def figure_heading(figure: "AnyFigure", whose: str) -> str:
    """Return the heading of a figure on its page, such as ``"Pool used, of a pool"``."""
    return f"{figure.title[:1].upper()}{figure.title[1:]}, {whose}"


def figures_by_owner(procedure: Procedure) -> "tuple[tuple[str, tuple[AnyFigure, ...]], ...]":
    """Return the figures of a procedure under the words for whose they are."""
    from desktop_app.calc.explain import pool_figures, row_figures, total_figures

    return (
        ("of a Member State", row_figures(procedure)),
        ("of a benefitting state" if procedure is _VOLUNTARY else "of a pool", pool_figures(procedure)),
        (_WHOLE[procedure], total_figures(procedure)),
    )


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


def _plan_columns() -> str:
    from desktop_app.views.plan_table.columns import HEADINGS, ON_THE_FORM, TYPED

    on_form = dict.fromkeys(ON_THE_FORM, "Typed on the form of Annex I (F4).")
    return _listed("The columns of the table of plans.", HEADINGS, _typed(TYPED) | on_form)


def _pressure_columns() -> str:
    from desktop_app.views.pressure_table.columns import HEADINGS, ON_THE_FORM, TYPED

    on_form = dict.fromkeys(ON_THE_FORM, "Typed on the form of Annex II (F4).")
    return _listed("The columns of the table of plans.", HEADINGS, _typed(TYPED) | on_form)


def _voluntary_columns() -> str:
    from desktop_app.views.voluntary_table.columns import ELSEWHERE, HEADINGS, IN_THE_PANEL, TYPED

    where = _typed(TYPED, "the pledge") | dict.fromkeys(IN_THE_PANEL, "Typed in the panel of pledges (F4).")
    where |= {column: f"Edited in *{words}*." for column, words in ELSEWHERE.items()}
    return _listed("The columns of the table of signatories.", HEADINGS, where, _BINDS_NOBODY)


def _typed(columns: "Iterable[int]", where: str = "the plan that counts") -> dict[int, str]:
    """Return what is said of columns that are typed into."""
    return dict.fromkeys(columns, f"Typed here, into {where}.")


def _listed(
    first: str, headings: "Mapping[_Column, TableHeading]", where: "Mapping[int, str]", warning: str = _NO_LAW
) -> str:
    """Return the page of a table's columns.

    Args:
        first: what it begins with.
        headings: by column, in their order.
        where: where a column's figures are typed, of those where they are.
        warning: what must be said of the procedure.
    """
    parts = [warning, "", first]
    for column, heading in headings.items():
        parts += ["", f"## {heading.name}", "", heading.about]
        if column in where:
            parts += ["", where[column]]
        if heading.figure:
            parts += ["", "Choose a cell, and *Why?* shows its formula with the numbers in it."]
    return "\n".join(parts)


def _figures(procedure: Procedure) -> str:
    parts = ["Each figure explains itself in *Why?*, with the numbers of this forum. Here is what each rests on."]
    parts += ["", _WARNINGS[procedure]] if procedure in _WARNINGS else []
    for whose, figures in figures_by_owner(procedure):
        for figure in figures:
            parts += ["", f"## {figure_heading(figure, whose)}", ""]
            parts += [f"Rests on {figure.reference} ({STATUS_LABELS[figure.status]})."]
            parts += ["", f"{figure.rounding[:1].upper()}{figure.rounding[1:]}."] if figure.rounding else []
            parts += ["", f"Readings that touch it: {', '.join(figure.readings)}."] if figure.readings else []
            parts += ["", f"In `check --json`: `{figure.id}`."]
    return "\n".join(parts)


def _rules(procedure: Procedure) -> str:
    from desktop_app.calc.rulebooks.books import rules_of

    words = {Severity.BLOCK: "keeps a final annex from being printed", Severity.WARN: "asks for a reason"}
    parts = ["What is checked at every keystroke. A rule with nothing to report says nothing."]
    parts += ["", _WARNINGS[procedure]] if procedure in _WARNINGS else []
    for rule in rules_of(procedure):
        weight = words.get(rule.severity, "is shown")
        parts += ["", f"## {rule_heading(rule.id, procedure)}", "", rule.text, ""]
        parts += [f"{SEVERITY_WORDS[rule.severity]}: a finding of it {weight}, unless the finding says otherwise."]
        parts += ["", f"Rests on {rule.reference} ({STATUS_LABELS[rule.status]})."]
        parts += ["", f"Readings that touch it: {', '.join(rule.readings)}."] if rule.readings else []
    return "\n".join(parts)


def _readings(procedure: Procedure) -> str:
    from desktop_app.calc.readings import fixed_readings_of, readings_of

    words = "Where a text is unclear, the program reads it one way and says so. *Forum ▸ Readings* shows which "
    words += "choices are in force, and what another one would change."
    parts = [words]
    fixed = fixed_readings_of(procedure)
    for reading in (*readings_of(procedure), *fixed):
        parts += ["", f"## {reading.title}", "", f"{reading.why} ({reading.reference})", ""]
        parts += [
            f"- `{value}`: {meaning}{' (default)' if value == reading.default else ''}"
            for value, meaning in reading.choices.items()
        ] or [f"- a date; default `{reading.default}`"]
        if reading in fixed:
            parts += ["", "Read in one way only."]
    return "\n".join(parts)


def _keyboard() -> str:
    from desktop_app.views.keyboard import keyboard_page

    return keyboard_page().removeprefix("# Keyboard").lstrip()


MADE: Final[tuple[tuple[str, str, Callable[[], str]], ...]] = (
    ("columns", "Columns", _columns),
    ("figures", "Figures", partial(_figures, _ANNUAL)),
    ("rules", "Rules and findings", partial(_rules, _ANNUAL)),
    ("readings", "Readings", partial(_readings, _ANNUAL)),
    ("rescue-columns", "Columns of search and rescue", _plan_columns),
    ("rescue-figures", "Figures of search and rescue", partial(_figures, _RESCUE)),
    ("rescue-rules", "Rules of search and rescue", partial(_rules, _RESCUE)),
    ("rescue-readings", "Readings of search and rescue", partial(_readings, _RESCUE)),
    ("pressure-columns", "Columns of migratory pressure", _pressure_columns),
    ("pressure-figures", "Figures of migratory pressure", partial(_figures, _PRESSURE)),
    ("pressure-rules", "Rules of migratory pressure", partial(_rules, _PRESSURE)),
    ("pressure-readings", "Readings of migratory pressure", partial(_readings, _PRESSURE)),
    ("voluntary-columns", "Columns of voluntary solidarity", _voluntary_columns),
    ("voluntary-figures", "Figures of voluntary solidarity", partial(_figures, _VOLUNTARY)),
    ("voluntary-rules", "Rules of voluntary solidarity", partial(_rules, _VOLUNTARY)),
    ("voluntary-readings", "Readings of voluntary solidarity", partial(_readings, _VOLUNTARY)),
    ("keyboard", "Keyboard", _keyboard),
)
"""Name, title and writer of each page."""
