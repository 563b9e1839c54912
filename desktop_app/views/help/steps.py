"""The steps of the tour, by procedure: what each tells, and of which part of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.views.language import marked

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        title: in a few words.
        words: what it tells.
        part: the widget it tells of.
        prepare: what is shown or asked before.
    """

    title: str
    words: str
    part: Callable[["MainWindow"], QWidget]
    prepare: Callable[["MainWindow"], object] = lambda _window: None


def _ask_for_a_fair_share(window: "MainWindow") -> None:
    _show(window, "why")
    rows = window.desk.annual_pool.rows if window.desk else ()
    if rows:
        window.why.ask("fair_share_relocations", rows[0].code)


def _ask(window: "MainWindow", figure: str) -> None:
    _show(window, "why")
    window.why.ask(figure, None)


def _show(window: "MainWindow", name: str) -> None:
    action = window.menus.actions[name]
    if not action.isChecked():
        action.trigger()


_ANNUAL: Final = (
    Step(
        marked("Where are we?"),
        marked(
            "What is pledged of the reference number, the gap in persons and in EUR, and what of the proposal "
            "of 2020 is "
            "shown beside the law. “Saved” at the right stands there once the last entry is on the disk."
        ),
        lambda window: window.header,
    ),
    Step(
        marked("Type a pledge"),
        marked(
            "One row for each Member State, in protocol order. Type a code or a name to jump to its row, then "
            "310, 8.44m, "
            "50% (of the fair share), rest, +20, or - for explicitly none. What is understood stands beside the cell "
            "before you press Enter. F4 opens the panel with measures, deductions and how a pledge is said."
        ),
        lambda window: window.table,
    ),
    Step(
        marked("What the rules say"),
        marked(
            "Every entry is checked at once: what blocks a final annex, what asks for a reason, what is worth knowing. "
            "Enter goes to the cell, A acknowledges a warning with a reason, / filters the list."
        ),
        lambda window: window.findings,
        lambda window: _show(window, "findings"),
    ),
    Step(
        marked("Why is it that number?"),
        marked(
            "Choose any figure, and its formula stands here with the numbers in it, the rounding, source and "
            "date of the "
            "data, the article, and whether that is law in force."
        ),
        lambda window: window.why,
        _ask_for_a_fair_share,
    ),
    Step(
        marked("Change the numbers, see what follows"),
        marked(
            "Forum ▸ Reference numbers, Key and Readings show every fair share and verdict before and after, "
            "and change "
            "nothing until you take it. Ctrl+Z goes back to the first entry, also after a restart."
        ),
        lambda window: window.menuBar(),
    ),
    Step(
        marked("Print the annex"),
        marked(
            "File ▸ Annex preview shows the very pages that are saved and printed, in any of the 24 languages. A final "
            "is refused while something blocks; a marked draft always goes. The digits at the foot name the state it "
            "shows. F1 opens the manual wherever you are."
        ),
        lambda window: window.menuBar(),
    ),
)

_RULES_STEP: Final = Step(
    marked("What the rules say"),
    marked(
        "Every entry is checked at once: what blocks a final document, what asks for a reason, what is worth knowing. "
        "Enter goes to the cell, or opens what edits it; A acknowledges a warning with a reason, / filters the list."
    ),
    lambda window: window.findings,
    lambda window: _show(window, "findings"),
)
"""The step on findings, where some of them are about what no cell holds."""
_RESCUE: Final = (
    Step(
        marked("Where are we?"),
        marked(
            "This procedure is of the proposal of 2020, COM(2020) 610, and never became law. The strip says how "
            "far it is "
            "(report, plans, forum, act, pool in use), what is pledged of the report's total, how the 30 % test "
            "stands, "
            "and which clock ends next. “Saved” stands there once the last entry is on the disk."
        ),
        lambda window: window.workspace.header,
    ),
    Step(
        marked("Report, requests, plans"),
        marked(
            "Forum ▸ Report and requests (Ctrl+Shift+R) names the Member States of disembarkation; the key says "
            "what is "
            "asked of whom. One row for each Member State: type relocations into it, 310 or +20. F4 opens its "
            "plan, field "
            "by field the form of Annex I, with every revision made in the forum."
        ),
        lambda window: window.workspace.table,
    ),
    _RULES_STEP,
    Step(
        marked("Why is it that number?"),
        marked(
            "Choose any figure: its formula with the numbers in it, the article, and how an unclear text is read. The "
            "30 % test (Ctrl+T) stands there under its three readings, each with its reason."
        ),
        lambda window: window.why,
        lambda window: _ask(window, "shortfall_percent"),
    ),
    Step(
        marked("Judgement, act, pools"),
        marked(
            "Forum ▸ Judgement and act (Ctrl+J) compares both paths of Art. 48 before you record one. Pools in use "
            "(Ctrl+D) shows what is drawn and what remains, the alarm at 80 %, voluntary raises and the top-up. Ctrl+Z "
            "goes back to the first entry, also after a restart."
        ),
        lambda window: window.menuBar(),
    ),
    Step(
        marked("Print"),
        marked(
            "File ▸ Annex preview shows the annex of the act as it is saved and printed, in English, Dutch, French or"
            " German; plan forms of Annex I and the 30 % test in words print too. A final is refused while something "
            "blocks. F1 opens the manual wherever you are."
        ),
        lambda window: window.menuBar(),
    ),
)

_PRESSURE: Final = (
    Step(
        marked("Where are we?"),
        marked(
            "This procedure is of the proposal of 2020, COM(2020) 610, and never became law. The strip says how "
            "far it is "
            "(assessment, report, plans, forum, act), what is planned of the report's total, how the 30 % test "
            "stands, and "
            "which clock ends next. “Saved” stands there once the last entry is on the disk."
        ),
        lambda window: window.workspace.header,
    ),
    Step(
        marked("Report and plans"),
        marked(
            "Forum ▸ Report (Ctrl+Shift+R) says how many persons are relocated and how many sponsored; the key "
            "says what "
            "is asked of whom. One row for each Member State; F4 opens its plan, field by field the form of Annex II: "
            "shares that total 100 %, nationalities, measures, the 10 % reduction."
        ),
        lambda window: window.workspace.table,
    ),
    _RULES_STEP,
    Step(
        marked("Why is it that number?"),
        marked(
            "Choose any figure: its formula with the numbers in it, the article, and how an unclear text is read. The "
            "30 % test (Ctrl+T) and the 10 % reduction (Ctrl+Shift+T) have windows of their own."
        ),
        lambda window: window.why,
        lambda window: _ask(window, "shortfall_percent"),
    ),
    Step(
        marked("Act, credits, clocks"),
        marked(
            "Forum ▸ Act (Ctrl+J) fixes who gives what, less what was given before (Earlier contributions). Return "
            "sponsorship and Relocations under way keep the clocks of the groups: eight months, and what follows where "
            "nobody answers. Ctrl+Z goes back to the first entry, also after a restart."
        ),
        lambda window: window.menuBar(),
    ),
    Step(
        marked("Print"),
        marked(
            "File ▸ Annex preview shows the annex of the act as it is saved and printed, in English, Dutch, French or"
            " German; the forms of Annexes II and IV, the 30 % test and the 10 % reduction print too. A final is "
            "refused while something blocks. F1 opens the manual wherever you are."
        ),
        lambda window: window.menuBar(),
    ),
)
_VOLUNTARY: Final = (
    Step(
        marked("Where are we?"),
        marked(
            "The declaration of 22 June 2022 binds nobody: there is no key and no share. The strip says what is "
            "pledged "
            "and kept in persons and in EUR, against what is needed, and when the mechanism ends. “Saved” stands there "
            "once the last entry is on the disk."
        ),
        lambda window: window.workspace.header,
    ),
    Step(
        marked("Signatories and pledges"),
        marked(
            "Forum ▸ Mechanism and signatories (Ctrl+Shift+R) says who takes part, also Norway, Switzerland and "
            "Liechtenstein. One row for each of them; F4 opens its pledges: persons first, or money, also for "
            "projects in "
            "partner countries."
        ),
        lambda window: window.workspace.table,
    ),
    _RULES_STEP,
    Step(
        marked("Why is it that number?"),
        marked("Choose any figure: what it adds up, and whether it rests on the declaration or on a reading of ours."),
        lambda window: window.why,
        lambda window: _ask(window, "relocations"),
    ),
    Step(
        marked("Needs, kept commitments, clocks"),
        marked(
            "Needs (Ctrl+Shift+N) and Commitments kept (Ctrl+J) are held against the pledges. Support plans of "
            "Annex IV, "
            "Return sponsorship and Relocations under way are kept here as well. Ctrl+Z goes back to the first "
            "entry, also "
            "after a restart."
        ),
        lambda window: window.menuBar(),
    ),
    Step(
        marked("Print"),
        marked(
            "File ▸ Pledges as a document shows the pages that are saved and printed, in English, Dutch, French or "
            "German; the form of Annex IV prints too, filled or blank. F1 opens the manual wherever you are."
        ),
        lambda window: window.menuBar(),
    ),
)

STEPS: Final = {
    Procedure.ANNUAL_POOL: _ANNUAL,
    Procedure.SEARCH_AND_RESCUE: _RESCUE,
    Procedure.MIGRATORY_PRESSURE: _PRESSURE,
    Procedure.VOLUNTARY: _VOLUNTARY,
}
"""The steps of the tour by procedure."""
WELCOMES: Final = {
    Procedure.ANNUAL_POOL: (
        marked(
            "This is the pool of 2026, as far as it became public. A short tour shows what the window tells and how "
            "pledges are typed; Help ▸ Tour brings it back at any time."
        )
    ),
    Procedure.SEARCH_AND_RESCUE: (
        marked(
            "This forum follows a procedure of the proposal of 2020, which never became law. A short tour shows "
            "what the "
            "window tells and how plans are typed; Help ▸ Tour brings it back at any time."
        )
    ),
    Procedure.MIGRATORY_PRESSURE: (
        marked(
            "This forum follows a procedure of the proposal of 2020, which never became law. A short tour shows "
            "what the "
            "window tells and how plans are taken in; Help ▸ Tour brings it back at any time."
        )
    ),
    Procedure.VOLUNTARY: (
        marked(
            "This forum follows the declaration of 2022, which binds nobody. A short tour shows what the window "
            "tells and "
            "how pledges are taken in; Help ▸ Tour brings it back at any time."
        )
    ),
}
"""What is said before the first step."""
