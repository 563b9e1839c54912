"""The pages of the manual that the program writes of itself: columns, figures, rules, readings, keys.

Those of procedures that are no law have names of their own, and say so.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Procedure
from desktop_app.views.findings.texts import SEVERITY_WORDS, STATUS_LABELS
from desktop_app.views.language import marked, shown, tr, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.calc.explain import AnyFigure
    from desktop_app.views.typed_table.layout import TableHeading

_Column = TypeVar("_Column", bound=int)

_ANNUAL: Final = Procedure.ANNUAL_POOL
_RESCUE: Final = Procedure.SEARCH_AND_RESCUE
_PRESSURE: Final = Procedure.MIGRATORY_PRESSURE
_VOLUNTARY: Final = Procedure.VOLUNTARY
_NO_LAW: Final = marked("What follows rests on the proposal of 2020, COM(2020) 610. It never became law.")
_BINDS_NOBODY: Final = marked("What follows rests on the declaration of 2022, which binds nobody.")
_WARNINGS: Final = {_RESCUE: _NO_LAW, _PRESSURE: _NO_LAW, _VOLUNTARY: _BINDS_NOBODY}
_PAGES: Final = {_ANNUAL: "", _RESCUE: "rescue-", _PRESSURE: "pressure-", _VOLUNTARY: "voluntary-"}
_WHOLE: Final = {
    _ANNUAL: marked("of the pool"),
    _RESCUE: marked("of the whole"),
    _PRESSURE: marked("of the whole"),
    _VOLUNTARY: marked("of the whole"),
}


def page_of(kind: str, procedure: Procedure) -> str:
    """Return the name of the page of a kind (``"columns"``, ``"figures"`` …) for a procedure."""
    return f"{_PAGES[procedure]}{kind}"


def rule_heading(identifier: str, procedure: Procedure = _ANNUAL) -> str:
    """Return the heading of a rule on its page."""
    from desktop_app.calc.rulebooks.books import rule_of

    rule = rule_of(procedure, identifier)
    return f"{rule.id}: {tr(rule.title)}"


def figure_heading(figure: "AnyFigure", whose: str) -> str:
    """Return the heading of a figure on its page, such as ``"Pool used, of a pool"``."""
    return f"{upper_first(tr(figure.title))}, {shown(whose)}"


def figures_by_owner(procedure: Procedure) -> "tuple[tuple[str, tuple[AnyFigure, ...]], ...]":
    """Return the figures of a procedure under the words for whose they are."""
    from desktop_app.calc.explain import pool_figures, row_figures, total_figures

    return (
        (tr("of a Member State"), row_figures(procedure)),
        (tr("of a benefitting state") if procedure is _VOLUNTARY else tr("of a pool"), pool_figures(procedure)),
        (_WHOLE[procedure], total_figures(procedure)),
    )


def _columns() -> str:
    from desktop_app.views.pledge_table.columns import HEADINGS

    parts = [tr("The columns of the pledge table; *View ▸ Columns* chooses which are shown.")]
    for heading in HEADINGS.values():
        parts += ["", f"## {tr(heading.name)}", "", heading.about]
        if heading.pledge is not None:
            parts += ["", tr("Typed here: see *Pledges*.")]
        elif heading.figure:
            parts += ["", tr("Choose a cell, and *Why?* shows its formula with the numbers in it.")]
    return "\n".join(map(shown, parts))


def _plan_columns() -> str:
    from desktop_app.views.plan_table.columns import HEADINGS, ON_THE_FORM, TYPED

    on_form = dict.fromkeys(ON_THE_FORM, tr("Typed on the form of Annex I (F4)."))
    return _listed(tr("The columns of the table of plans."), HEADINGS, _typed(TYPED) | on_form)


def _pressure_columns() -> str:
    from desktop_app.views.pressure_table.columns import HEADINGS, ON_THE_FORM, TYPED

    on_form = dict.fromkeys(ON_THE_FORM, tr("Typed on the form of Annex II (F4)."))
    return _listed(tr("The columns of the table of plans."), HEADINGS, _typed(TYPED) | on_form)


def _voluntary_columns() -> str:
    from desktop_app.views.voluntary_table.columns import ELSEWHERE, HEADINGS, IN_THE_PANEL, TYPED

    where = _typed(TYPED, tr("the pledge")) | dict.fromkeys(IN_THE_PANEL, tr("Typed in the panel of pledges (F4)."))
    where |= {column: tr("Edited in *{words}*.", words=words) for column, words in ELSEWHERE.items()}
    return _listed(tr("The columns of the table of signatories."), HEADINGS, where, _BINDS_NOBODY)


def _typed(columns: "Iterable[int]", where: str = marked("the plan that counts")) -> dict[int, str]:
    """Return what is said of columns that are typed into."""
    return dict.fromkeys(columns, tr("Typed here, into {where}.", where=where))


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
        parts += ["", f"## {tr(heading.name)}", "", heading.about]
        if column in where:
            parts += ["", where[column]]
        if heading.figure:
            parts += ["", tr("Choose a cell, and *Why?* shows its formula with the numbers in it.")]
    return "\n".join(map(shown, parts))


def _figures(procedure: Procedure) -> str:
    parts = [tr("Each figure explains itself in *Why?*, with the numbers of this forum. Here is what each rests on.")]
    parts += ["", _WARNINGS[procedure]] if procedure in _WARNINGS else []
    for whose, figures in figures_by_owner(procedure):
        for figure in figures:
            parts += ["", f"## {figure_heading(figure, whose)}", ""]
            parts += [
                tr(
                    "Rests on {reference} ({status}).",
                    reference=tr(figure.reference),
                    status=STATUS_LABELS[figure.status],
                )
            ]
            parts += ["", f"{upper_first(tr(figure.rounding))}."] if figure.rounding else []
            parts += (
                ["", tr("Readings that touch it: {join}.", join=", ".join(figure.readings))] if figure.readings else []
            )
            parts += ["", tr("In `check --json`: `{id}`.", id=figure.id)]
    return "\n".join(map(shown, parts))


def _rules(procedure: Procedure) -> str:
    from desktop_app.calc.rulebooks.books import rules_of

    words = {Severity.BLOCK: tr("keeps a final annex from being printed"), Severity.WARN: tr("asks for a reason")}
    parts = [tr("What is checked at every keystroke. A rule with nothing to report says nothing.")]
    parts += ["", _WARNINGS[procedure]] if procedure in _WARNINGS else []
    for rule in rules_of(procedure):
        weight = words.get(rule.severity, tr("is shown"))
        parts += ["", f"## {rule_heading(rule.id, procedure)}", "", tr(rule.text), ""]
        parts += [
            tr(
                "{severity}: a finding of it {weight}, unless the finding says otherwise.",
                severity=SEVERITY_WORDS[rule.severity],
                weight=weight,
            )
        ]
        parts += [
            "",
            tr(
                "Rests on {reference} ({status}).",
                reference=tr(rule.reference),
                status=STATUS_LABELS[rule.status],
            ),
        ]
        parts += ["", tr("Readings that touch it: {join}.", join=", ".join(rule.readings))] if rule.readings else []
    return "\n".join(map(shown, parts))


def _readings(procedure: Procedure) -> str:
    from desktop_app.calc.readings import fixed_readings_of, readings_of

    parts = [
        tr(
            "Where a text is unclear, the program reads it one way and says so. *Forum ▸ Readings* shows which choices "
            "are in force, and what another one would change."
        )
    ]
    fixed = fixed_readings_of(procedure)
    for reading in (*readings_of(procedure), *fixed):
        parts += ["", f"## {tr(reading.title)}", "", f"{tr(reading.why)} ({tr(reading.reference)})", ""]
        parts += [
            f"- `{value}`: {tr('{choice} (default)', choice=tr(meaning)) if value == reading.default else tr(meaning)}"
            for value, meaning in reading.choices.items()
        ] or [tr("- a date; default `{default}`", default=reading.default)]
        if reading in fixed:
            parts += ["", tr("Read in one way only.")]
    return "\n".join(map(shown, parts))


def _keyboard() -> str:
    from desktop_app.views.keyboard import keyboard_sections

    return keyboard_sections()


MADE: Final[tuple[tuple[str, str, Callable[[], str]], ...]] = (
    ("columns", marked("Columns"), _columns),
    ("figures", marked("Figures"), partial(_figures, _ANNUAL)),
    ("rules", marked("Rules and findings"), partial(_rules, _ANNUAL)),
    ("readings", marked("Readings"), partial(_readings, _ANNUAL)),
    ("rescue-columns", marked("Columns of search and rescue"), _plan_columns),
    ("rescue-figures", marked("Figures of search and rescue"), partial(_figures, _RESCUE)),
    ("rescue-rules", marked("Rules of search and rescue"), partial(_rules, _RESCUE)),
    ("rescue-readings", marked("Readings of search and rescue"), partial(_readings, _RESCUE)),
    ("pressure-columns", marked("Columns of migratory pressure"), _pressure_columns),
    ("pressure-figures", marked("Figures of migratory pressure"), partial(_figures, _PRESSURE)),
    ("pressure-rules", marked("Rules of migratory pressure"), partial(_rules, _PRESSURE)),
    ("pressure-readings", marked("Readings of migratory pressure"), partial(_readings, _PRESSURE)),
    ("voluntary-columns", marked("Columns of voluntary solidarity"), _voluntary_columns),
    ("voluntary-figures", marked("Figures of voluntary solidarity"), partial(_figures, _VOLUNTARY)),
    ("voluntary-rules", marked("Rules of voluntary solidarity"), partial(_rules, _VOLUNTARY)),
    ("voluntary-readings", marked("Readings of voluntary solidarity"), partial(_readings, _VOLUNTARY)),
    ("keyboard", marked("Keyboard"), _keyboard),
)
"""Name, title and writer of each page."""
