"""Every command of the main window: its words, keys, icon and place in the menus."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.calc.forum import Procedure
from desktop_app.views.theme import Colours, Scheme, theme

_ANNUAL: Final = frozenset({Procedure.ANNUAL_POOL})
_RESCUE: Final = frozenset({Procedure.SEARCH_AND_RESCUE})
_EVERY: Final = frozenset(Procedure)


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: by which the window's functions are found.
        text: with its mnemonic; ``…`` where a dialog follows.
        keys: shortcuts in Qt's portable notation; the first one is shown.
        icon: name of an icon, or empty.
        checkable: whether it is on or off.
        writes: whether it changes the forum, so that a reading desk cannot use it.
        needs_forum: whether it makes sense only with a forum open.
        procedures: those that have it; elsewhere it is hidden, and its key free for another command.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    writes: bool = False
    needs_forum: bool = True
    procedures: frozenset[Procedure] = _EVERY


_SEPARATOR: Final = None
_RESPONSE: Final = (
    Command("report", "Re&port and requests…", ("Ctrl+Shift+R",), "edit", procedures=_RESCUE),
    Command("revise_plan", "Revi&se the plan", ("Ctrl+Shift+N",), writes=True, procedures=_RESCUE),
    Command("revisions", "Revisions side &by side…", ("Ctrl+Shift+H",), procedures=_RESCUE),
    Command("rounds", "Rou&nds of the forum…", procedures=_RESCUE),
    Command("judgement", "&Judgement and act…", ("Ctrl+J",), procedures=_RESCUE),
    Command("thirty_percent", "&30 % test…", ("Ctrl+T",), procedures=_RESCUE),
    _SEPARATOR,
    Command("pools", "Poo&ls in use…", ("Ctrl+D",), procedures=_RESCUE),
    Command("draw", "Record a &draw…", ("Ctrl+Shift+E",), writes=True, procedures=_RESCUE),
    Command("calls", "Re&quests for pools…", ("Ctrl+Shift+J",), procedures=_RESCUE),
    Command("call_forum", "&Call the forum for a pool…", ("Ctrl+Shift+K",), procedures=_RESCUE),
    Command("raise_pools", "&Voluntary raises…", ("Ctrl+Shift+I",), procedures=_RESCUE),
    Command("top_up", "Top-&up…", ("Ctrl+Shift+T",), procedures=_RESCUE),
    Command("pressure_procedure", "&Migratory pressure beside…", ("Ctrl+Shift+M",), procedures=_RESCUE),
)
"""The commands of search and rescue, in the order of a procedure's days."""
MENUS: Final[tuple[tuple[str, tuple[Command | str | None, ...]], ...]] = (
    (
        "&File",
        (
            Command("new", "&New…", ("Ctrl+N",), "new", needs_forum=False),
            Command("open", "&Open…", ("Ctrl+O",), "open", needs_forum=False),
            "recent",
            _SEPARATOR,
            Command("save_copy", "Save a &copy…", ("Ctrl+Shift+S",), "copy"),
            Command("restore", "&Restore a backup…", (), "restore", writes=True),
            Command("verify", "&Verify this file", ("Ctrl+Shift+V",), "ok"),
            _SEPARATOR,
            Command("import", "&Import…", ("Ctrl+I",), writes=True),
            Command("export", "&Export…", ("Ctrl+E",)),
            Command("preview", "&Annex preview…", ("Ctrl+Shift+P",), "document"),
            Command("page_setup", "Page set&up…", ("Ctrl+Shift+U",), needs_forum=False),
            Command("print", "&Print…", ("Ctrl+P",), "print"),
            Command("print_table", "Print ta&ble…", ("Ctrl+Shift+B",), procedures=_ANNUAL),
            Command("print_forms", "Print plan &forms…", ("Ctrl+Shift+B",), procedures=_RESCUE),
            Command("print_test", "Print the 30 % te&st…", procedures=_RESCUE),
            Command("print_record", "Print t&he record of the pools…", procedures=_RESCUE),
            Command("print_findings", "Print fin&dings…"),
            _SEPARATOR,
            Command("close", "C&lose forum", ("Ctrl+W",), "close"),
            Command("quit", "&Quit", ("Ctrl+Q",), needs_forum=False),
        ),
    ),
    (
        "&Edit",
        (
            Command("undo", "&Undo", ("Ctrl+Z",), "undo", writes=True),
            Command("redo", "&Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", writes=True),
            _SEPARATOR,
            Command("copy", "&Copy", ("Ctrl+C",), "copy"),
            Command("copy_headers", "Copy with &headers", ("Ctrl+Shift+C",)),
            Command("paste", "&Paste…", ("Ctrl+V",), writes=True),
            _SEPARATOR,
            Command("find", "&Find…", ("Ctrl+F",), "search"),
            Command("find_next", "Find &next", ("F3",)),
            Command("find_previous", "Find pre&vious", ("Shift+F3",)),
        ),
    ),
    (
        "&View",
        (
            Command("zoom_in", "Zoom &in", ("Ctrl++", "Ctrl+="), "zoom-in", needs_forum=False),
            Command("zoom_out", "Zoom &out", ("Ctrl+-",), "zoom-out", needs_forum=False),
            Command("zoom_reset", "&Reset zoom", ("Ctrl+0",), needs_forum=False),
            "theme",
            _SEPARATOR,
            Command("columns", "&Columns…", procedures=_ANNUAL),
            "rows",
            Command("coverage", "Co&verage picture", ("Ctrl+G",), procedures=_ANNUAL),
            _SEPARATOR,
            Command("findings", "&Findings", ("Ctrl+Shift+F",), checkable=True, needs_forum=False),
            Command("filter_findings", "Fi&lter the findings", ("Ctrl+Shift+L",)),
            Command("why", "&Why?", ("Ctrl+Shift+W",), checkable=True, needs_forum=False),
            Command("state_panel", "&Member State panel", ("F4",), checkable=True, procedures=_ANNUAL),
            Command("plan_form", "Plan for&m", ("F4",), checkable=True, procedures=_RESCUE),
            _SEPARATOR,
            Command("next_panel", "&Next panel", ("F6",)),
            Command("previous_panel", "&Previous panel", ("Shift+F6",)),
        ),
    ),
    (
        "F&orum",
        (
            Command("measures", "Alternative &measures", ("Ctrl+M",), procedures=_ANNUAL),
            Command("deductions", "&Deductions", ("Ctrl+D",), procedures=_ANNUAL),
            Command("status", "&Status", ("Ctrl+T",), procedures=_ANNUAL),
            Command("said", "&How a pledge is said", ("Ctrl+H",), procedures=_ANNUAL),
            Command("particulars", "&Particulars of a pledge", ("Ctrl+Shift+H",), procedures=_ANNUAL),
            _SEPARATOR,
            *_RESPONSE,
            _SEPARATOR,
            Command("reference_numbers", "Reference &numbers…", ("Ctrl+Shift+R",), "edit", procedures=_ANNUAL),
            Command("key", "&Key…", ("Ctrl+K",)),
            Command("applications", "App&lications…", procedures=_ANNUAL),
            Command("acts", "&Acts and adoption…", procedures=_ANNUAL),
            Command("meetings", "Meetin&gs…", procedures=_ANNUAL),
            Command("holidays", "Holida&ys…", procedures=_ANNUAL),
            Command("associated", "Asso&ciated states…", procedures=_ANNUAL),
            Command("describe", "T&itle and marking…"),
            Command("deadlines", "D&eadlines…", ("Ctrl+Shift+D",), "calendar"),
            _SEPARATOR,
            Command("readings", "&Readings…", ("Ctrl+R",), "settings"),
            Command("operator", "&Operator…", (), "user", needs_forum=False),
            _SEPARATOR,
            Command("acknowledge", "Ackno&wledge a warning…", ("Ctrl+Shift+A",), writes=True),
            _SEPARATOR,
            Command("refresh", "Re&fresh", ("F5",)),
            Command("take_over", "Open for &typing"),
        ),
    ),
    (
        "&Help",
        (
            Command("manual", "&Manual", ("F1",), "help", needs_forum=False),
            Command("whats_this", "&What is this?", ("Shift+F1",)),
            Command("tour", "&Tour…"),
            Command("keyboard", "&Keyboard", ("Ctrl+F1",), needs_forum=False),
            Command("ground", "&Ground check…", (), "ok", needs_forum=False),
            Command("about", "&About Forum Desk", (), "info", needs_forum=False),
        ),
    ),
)
"""The menus in their order; a plain string names a submenu, ``None`` a line."""

ROWS: Final = (
    Command("sort", "&Sort by this column", ("F7",)),
    Command("sort_again", "Arrange &again", ("Shift+F7",), procedures=_ANNUAL),
    Command("protocol_order", "&Back to protocol order", ("Ctrl+F7",)),
    Command("group_by_verdict", "&Group by verdict", ("Ctrl+Shift+G",), checkable=True, procedures=_ANNUAL),
    Command("filter", "&Filter…", ("Ctrl+L",), procedures=_ANNUAL),
)
"""The submenu on the rows of the table."""
_WITHIN: Final[Mapping[str, tuple[Command, ...]]] = {"rows": ROWS}
COMMANDS: Final = tuple(
    command
    for _title, entries in MENUS
    for each in entries
    if each is not None
    for command in (_WITHIN.get(each, ()) if isinstance(each, str) else (each,))
)
"""Every command, in the order of the menus, those of submenus included."""
THEMES: Final = ((Scheme.SYSTEM, "As the &system"), (Scheme.LIGHT, "&Light"), (Scheme.DARK, "&Dark"))


class Menus(QObject):
    """The menu bar of one window.

    Attributes:
        actions: by name of the command.
        bar: the menus by their titles.
        recent: the submenu of recent forums.
        themes: the actions of the theme, by scheme.
    """

    def __init__(self, window: QMainWindow, doing: Mapping[str, Callable[[], object]]) -> None:
        """Build the menus.

        Args:
            window: that gets them.
            doing: what each command does, by its name.
        """
        super().__init__(window)
        self.actions: dict[str, QAction] = {}
        self.bar: dict[str, QMenu] = {}
        self.recent = QMenu("Open recen&t", window)
        self.themes: dict[Scheme, QAction] = {}
        self._procedure = Procedure.ANNUAL_POOL
        submenus = {"recent": self.recent, "theme": self._theme_menu(window), "rows": self._rows_menu(window, doing)}
        for title, entries in MENUS:
            menu = self.bar[title] = window.menuBar().addMenu(title)
            # Icons are drawn when a menu is first looked at: at start they would cost time that nobody sees.
            menu.aboutToShow.connect(self._paint_icons)
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                elif isinstance(entry, str):
                    menu.addMenu(submenus[entry])
                else:
                    menu.addAction(self._action(window, entry, doing[entry.name]))
        self._painted_for: Colours | None = None
        self.show_procedure(self._procedure)

    def show_procedure(self, procedure: Procedure) -> None:
        """Show the commands that a procedure has, and hide those of others, whose keys then mean nothing."""
        self._procedure = procedure
        for command in COMMANDS:
            self.actions[command.name].setVisible(procedure in command.procedures)

    def allow(self, *, forum: bool, read_only: bool) -> None:
        """Enable what makes sense: with or without a forum, typing or reading."""
        for command in COMMANDS:
            possible = (forum or not command.needs_forum) and not (read_only and command.writes)
            possible = possible and self._procedure in command.procedures
            self.actions[command.name].setEnabled(possible)
        self.actions["take_over"].setEnabled(forum and read_only)

    def show_theme(self, scheme: Scheme) -> None:
        """Mark the chosen theme."""
        self.themes[scheme].setChecked(True)

    def _action(self, window: QMainWindow, command: Command, doing: Callable[[], object]) -> QAction:
        action = QAction(command.text, window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checkable)
        # Qt hands `checked` over; what a command does takes nothing.
        action.triggered.connect(lambda _checked=False: doing())
        self.actions[command.name] = action
        return action

    def _rows_menu(self, window: QMainWindow, doing: Mapping[str, Callable[[], object]]) -> QMenu:
        menu = QMenu("&Arrange rows", window)
        for command in ROWS:
            menu.addAction(self._action(window, command, doing[command.name]))
        return menu

    def _theme_menu(self, window: QMainWindow) -> QMenu:
        menu = QMenu("&Theme", window)
        group = QActionGroup(window)
        for scheme, text in THEMES:
            action = QAction(text, window)
            action.setCheckable(True)
            group.addAction(action)
            menu.addAction(action)
            self.themes[scheme] = action
        return menu

    def _paint_icons(self) -> None:
        if self._painted_for is theme().colours:
            return
        self._painted_for = theme().colours
        for command in COMMANDS:
            if command.icon:
                self.actions[command.name].setIcon(theme().icon(command.icon, theme().colours.text))


def keyboard_page() -> str:
    """Return every key of the program, of every procedure, as a page in Markdown."""
    lines = ["# Keyboard", "", "## Everywhere", "", "| Key | Does |", "|---|---|"]
    lines += _keys_of(_EVERY)
    lines.append("| Esc | Back to the table |")
    for procedures, title in ((_ANNUAL, "In an annual pool"), (_RESCUE, "In search and rescue")):
        lines += ["", f"## {title}", "", "| Key | Does |", "|---|---|", *_keys_of(procedures)]
    lines += ["", "## In the table of pledges", "", "| Key | Does |", "|---|---|"]
    lines += [f"| {keys} | {does} |" for keys, does in _TABLE_KEYS]
    lines += ["", "## In the table of plans", "", "| Key | Does |", "|---|---|"]
    lines += [f"| {keys} | {does} |" for keys, does in _PLAN_KEYS]
    lines += ["", "## In the panels", "", "| Key | Does |", "|---|---|"]
    lines += [f"| {keys} | {does} |" for keys, does in _PANEL_KEYS]
    lines += ["", "## In the annex preview", "", "| Key | Does |", "|---|---|"]
    lines += [f"| {keys} | {does} |" for keys, does in _PREVIEW_KEYS]
    return "\n".join(lines)


def _keys_of(procedures: frozenset[Procedure]) -> list[str]:
    """Return a line for each key of the commands that these procedures have, and no other."""
    return [
        f"| {', '.join(command.keys)} | {command.text.replace('&', '').rstrip('…')} |"
        for command in COMMANDS
        if command.keys and command.procedures == procedures
    ]


_TABLE_KEYS: Final = (
    ("digits, +, -", "type over the cell"),
    ("F2", "change what is there"),
    ("Enter", "take it and go down"),
    ("Tab, Shift+Tab", "take it and go across; Enter then returns to the first column typed in"),
    ("Delete", "nothing recorded; of a plan 0"),
    ("`-` or `none`", "explicitly none; of a plan 0"),
    ("Enter or F2 on a plan's measures", "open them on its form"),
    ("letters", "jump to a Member State by its code or name"),
    ("Shift+arrows, Ctrl+A", "select; the status line adds up"),
    ("F7", "sort by the column of the cursor: lowest first, highest first, protocol order"),
    ("Esc", "leave the cell as it was; end the search; back to protocol order"),
)
_PLAN_KEYS: Final = (
    ("digits, +, -", "type relocations, or how many of these persons are vulnerable"),
    ("F2", "change what is there; on what stands on the plan's form, open it"),
    ("Enter", "take it and go down; on measures, open the form"),
    ("Tab, Shift+Tab", "take it and go across; Enter then returns to the first column typed in"),
    ("Delete", "0 persons"),
    ("letters", "jump to a Member State by its code or name"),
    ("Shift+arrows, Ctrl+A", "select; the status line adds up"),
    ("F7", "sort by the column of the cursor: lowest first, highest first, protocol order"),
    ("Esc", "leave the cell as it was; end the search; back to protocol order"),
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
