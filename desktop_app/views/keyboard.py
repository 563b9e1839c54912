"""Every key of the program as a page: those of the menus from the menus, those of tables and panels from here."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from desktop_app.calc.forum import Procedure
from desktop_app.views.menus import COMMANDS, Command

Keys: TypeAlias = tuple[tuple[str, str], ...]
"""Keys, and what they do."""
_EVERY: Final = frozenset(Procedure)


def keyboard_page() -> str:
    """Return every key of the program, of every procedure, as a page in Markdown."""
    everywhere = [(command, command.text) for command in COMMANDS if command.procedures == _EVERY]
    sections = [("Everywhere", (*_keys(everywhere), ("Esc", "Back to the table")))]
    for procedure, title in _TITLES.items():
        had = [command for command in COMMANDS if procedure in command.procedures != _EVERY]
        sections.append((title, _keys([(command, command.text_in(procedure)) for command in had])))
    lines = ["# Keyboard"]
    for title, keys in (*sections, *_PLACES):
        lines += ["", f"## {title}", "", "| Key | Does |", "|---|---|", *(f"| {key} | {does} |" for key, does in keys)]
    return "\n".join(lines)


def _keys(commands: Sequence[tuple[Command, str]]) -> Keys:
    """Return the keys of commands that have some, and what the commands are called."""
    return tuple(
        (", ".join(command.keys), text.replace("&", "").rstrip("…")) for command, text in commands if command.keys
    )


_TITLES: Final = {
    Procedure.ANNUAL_POOL: "In an annual pool",
    Procedure.SEARCH_AND_RESCUE: "In search and rescue",
    Procedure.MIGRATORY_PRESSURE: "In migratory pressure",
    Procedure.VOLUNTARY: "In voluntary solidarity",
}
_ACROSS: Final = ("Tab, Shift+Tab", "take it and go across; Enter then returns to the first column typed in")
_ANY_TABLE: Final = (
    ("letters", "jump to a State by its code or name"),
    ("Shift+arrows, Ctrl+A", "select; the status line adds up"),
    ("F7", "sort by the column of the cursor: lowest first, highest first, protocol order"),
    ("Esc", "leave the cell as it was; end the search; back to protocol order"),
)
_TABLE_KEYS: Final = (
    ("digits, +, -", "type over the cell"),
    ("F2", "change what is there"),
    ("Enter", "take it and go down"),
    _ACROSS,
    ("Delete", "nothing recorded; of a plan 0"),
    ("`-` or `none`", "explicitly none; of a plan 0"),
    ("Enter or F2 on a plan's measures", "open them on its form"),
    *_ANY_TABLE,
)
_PLAN_KEYS: Final = (
    (
        "digits, +, -",
        "type persons; under migratory pressure a share in percent, or the part that measures cover",
    ),
    ("F2", "change what is there; on what stands on the plan's form, open it"),
    ("Enter", "take it and go down; on measures, open the form"),
    _ACROSS,
    ("Delete", "0"),
    *_ANY_TABLE,
)
_SIGNATORY_KEYS: Final = (
    ("digits, +, -", "type persons or EUR, where the signatory has one pledge of them"),
    ("F2", "change what is there; on what stands in the panel of pledges, open it"),
    ("Enter", "take it and go down"),
    _ACROSS,
    ("Delete", "0"),
    *_ANY_TABLE,
)
_GROUP_KEYS: Final = (
    ("Up, Down", "choose a line"),
    ("Ins", "add one"),
    ("Enter", "change it"),
    ("Del", "take it out"),
    ("Ctrl+C, Ctrl+Shift+C", "copy the lines selected, all of them"),
    ("Ctrl+Z, Ctrl+Y", "undo, redo"),
    ("Esc", "close the window"),
)
_PANEL_KEYS: Final = (
    ("Enter on a finding", "go to its cell, or open what edits it"),
    ("Space, A on a finding", "explain its rule; acknowledge it"),
    ("/ in the findings", "filter them; Esc in the filter shows all"),
    ("Tab in Why?", "go from link to link; Enter asks on"),
    ("Alt+Left in Why?", "back to the figure before"),
    ("Ctrl+Enter in the panel of F4", "take the edits of its page as one step"),
    ("Esc in the panel of F4", "give the edits up; without any, back to the table"),
    ("Ctrl+Page Down, Ctrl+Page Up in the panel of F4", "next and previous Member State"),
    ("Insert, Ctrl+Insert, Delete, Alt+Up, Alt+Down in a list there", "add, duplicate, delete, move"),
    ("Ctrl+Enter in an editor of the Forum menu", "take what is staged as one step; the lists have the same keys"),
    ("Enter there", "on to the next field"),
    ("Ctrl+C in what would change", "copy the lines selected, or all of them"),
    ("Alt+Down in a day", "open the calendar"),
)
_PREVIEW_KEYS: Final = (
    ("Ctrl+D", "a marked draft"),
    ("Ctrl+F", "final; shows what blocks it"),
    ("Ctrl+D, Ctrl+F for the table", "as on screen; the main columns of every Member State"),
    ("Ctrl++, Ctrl+-", "larger, smaller"),
    ("Ctrl+0, Ctrl+1", "as wide as the window, as large as on paper"),
    ("Ctrl+S", "save the PDF"),
    ("Ctrl+P", "print"),
    ("Ctrl+L", "the next language"),
    ("Ctrl+Shift+U", "page setup"),
    ("Space, Page Up, Page Down", "on and back"),
    ("Home, End", "first and last page"),
    ("Tab, Alt with the underlined letter", "to the buttons"),
    ("Esc, Ctrl+W", "close the preview"),
)
_PLACES: Final = (
    ("In the table of pledges", _TABLE_KEYS),
    ("In the table of plans", _PLAN_KEYS),
    ("In the table of signatories", _SIGNATORY_KEYS),
    ("In the windows of groups, support plans, incentives and log", _GROUP_KEYS),
    ("In the panels", _PANEL_KEYS),
    ("In the annex preview", _PREVIEW_KEYS),
)
