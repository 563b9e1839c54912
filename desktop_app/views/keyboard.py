"""Every key of the program as a page: those of the menus from the menus, those of tables and panels from here."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from desktop_app.calc.forum import Procedure
from desktop_app.calc.sentences import Sentence
from desktop_app.views.keys import native
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.menus import COMMANDS, Command

Keys: TypeAlias = tuple[tuple[str, str], ...]
"""Keys, and what they do."""
_EVERY: Final = frozenset(Procedure)


def keyboard_sections() -> str:
    """Return every key of the program, of every procedure, as sections of a page in Markdown."""
    everywhere = [(command, command.text) for command in COMMANDS if command.procedures == _EVERY]
    sections = [(tr("Everywhere"), (*_keys(everywhere), ("Esc", marked("Back to the table"))))]
    for procedure, title in _TITLES.items():
        had = [command for command in COMMANDS if procedure in command.procedures != _EVERY]
        sections.append((title, _keys([(command, command.text_in(procedure)) for command in had])))
    parts = []
    for title, keys in (*sections, *_PLACES):
        lines = (f"| {_native(key)} | {shown(does)} |" for key, does in keys)
        parts.append("\n".join([f"## {shown(title)}", "", tr("| Key | Does |"), "|---|---|", *lines]))
    return "\n\n".join(parts)


def _native(keys: str) -> str:
    """Return keys by the names that the keyboards of the language have for them; words on keys are told."""
    if isinstance(keys, Sentence):
        return tr(keys)
    return ", ".join(native(each) for each in keys.split(", "))


def _keys(commands: Sequence[tuple[Command, str]]) -> Keys:
    """Return the keys of commands that have some, and what the commands are called."""
    return tuple(
        (", ".join(command.keys), tr(text).replace("&", "").rstrip("…")) for command, text in commands if command.keys
    )


_TITLES: Final = {
    Procedure.ANNUAL_POOL: marked("In an annual pool"),
    Procedure.SEARCH_AND_RESCUE: marked("In search and rescue"),
    Procedure.MIGRATORY_PRESSURE: marked("In migratory pressure"),
    Procedure.VOLUNTARY: marked("In voluntary solidarity"),
}
_ACROSS: Final = (
    "Tab, Shift+Tab",
    marked("take it and go across; Enter then returns to the first column typed in"),
)
_ANY_TABLE: Final = (
    (marked("letters"), marked("jump to a State by its code or name")),
    (marked("Shift+arrows, Ctrl+A"), marked("select; the status line adds up")),
    ("F7", marked("sort by the column of the cursor: lowest first, highest first, protocol order")),
    ("Esc", marked("leave the cell as it was; end the search; back to protocol order")),
)
_TABLE_KEYS: Final = (
    (marked("digits, +, -"), marked("type over the cell")),
    ("F2", marked("change what is there")),
    (marked("Enter"), marked("take it and go down")),
    _ACROSS,
    ("Del", marked("nothing recorded; of a plan 0")),
    (marked("`-` or `none`"), marked("explicitly none; of a plan 0")),
    (marked("Enter or F2 on a plan's measures"), marked("open them on its form")),
    *_ANY_TABLE,
)
_PLAN_KEYS: Final = (
    (
        marked("digits, +, -"),
        marked("type persons; under migratory pressure a share in percent, or the part that measures cover"),
    ),
    ("F2", marked("change what is there; on what stands on the plan's form, open it")),
    (marked("Enter"), marked("take it and go down; on measures, open the form")),
    _ACROSS,
    ("Del", "0"),
    *_ANY_TABLE,
)
_SIGNATORY_KEYS: Final = (
    (marked("digits, +, -"), marked("type persons or EUR, where the signatory has one pledge of them")),
    ("F2", marked("change what is there; on what stands in the panel of pledges, open it")),
    (marked("Enter"), marked("take it and go down")),
    _ACROSS,
    ("Del", "0"),
    *_ANY_TABLE,
)
_GROUP_KEYS: Final = (
    ("Up, Down", marked("choose a line")),
    ("Ins", marked("add one")),
    (marked("Enter"), marked("change it")),
    ("Del", marked("take it out")),
    ("Ctrl+C, Ctrl+Shift+C", marked("copy the lines selected, all of them")),
    ("Ctrl+Z, Ctrl+Y", marked("undo, redo")),
    ("Esc", marked("close the window")),
)
_PANEL_KEYS: Final = (
    (marked("Enter on a finding"), marked("go to its cell, or open what edits it")),
    (marked("Space, A on a finding"), marked("explain its rule; acknowledge it")),
    (marked("/ in the findings"), marked("filter them; Esc in the filter shows all")),
    (marked("Tab in Why?"), marked("go from link to link; Enter asks on")),
    (marked("Alt+Left in Why?"), marked("back to the figure before")),
    (marked("Ctrl+Enter in the panel of F4"), marked("take the edits of its page as one step")),
    (marked("Esc in the panel of F4"), marked("give the edits up; without any, back to the table")),
    (marked("Ctrl+Page Down, Ctrl+Page Up in the panel of F4"), marked("next and previous Member State")),
    (marked("Insert, Ctrl+Insert, Delete, Alt+Up, Alt+Down in a list there"), marked("add, duplicate, delete, move")),
    (
        marked("Ctrl+Enter in an editor of the Forum menu"),
        marked("take what is staged as one step; the lists have the same keys"),
    ),
    (marked("Enter there"), marked("on to the next field")),
    (marked("Ctrl+C in what would change"), marked("copy the lines selected, or all of them")),
    (marked("Alt+Down in a day"), marked("open the calendar")),
)
_PREVIEW_KEYS: Final = (
    ("Ctrl+D", marked("a marked draft")),
    ("Ctrl+F", marked("final; shows what blocks it")),
    (marked("Ctrl+D, Ctrl+F for the table"), marked("as on screen; the main columns of every Member State")),
    ("Ctrl++, Ctrl+-", marked("larger, smaller")),
    ("Ctrl+0, Ctrl+1", marked("as wide as the window, as large as on paper")),
    ("Ctrl+S", marked("save the PDF for printing")),
    ("Ctrl+Shift+A, Ctrl+Shift+W", marked("save for reading aloud (PDF/UA), for Word")),
    ("Ctrl+P", marked("print")),
    ("Ctrl+L", marked("the next language")),
    ("Ctrl+Shift+U", marked("page setup")),
    (marked("Space, Page Up, Page Down"), marked("on and back")),
    ("Home, End", marked("first and last page")),
    (marked("Tab, Alt with the underlined letter"), marked("to the buttons")),
    ("Esc, Ctrl+W", marked("close the preview")),
)
_PLACES: Final = (
    (marked("In the table of pledges"), _TABLE_KEYS),
    (marked("In the table of plans"), _PLAN_KEYS),
    (marked("In the table of signatories"), _SIGNATORY_KEYS),
    (marked("In the windows of groups, support plans, incentives and log"), _GROUP_KEYS),
    (marked("In the panels"), _PANEL_KEYS),
    (marked("In the annex preview"), _PREVIEW_KEYS),
)
