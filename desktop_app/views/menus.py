"""Every command of the main window: its words, keys, icon and place in the menus."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.calc.forum import Procedure
from desktop_app.documents.text import LANGUAGE_NAMES
from desktop_app.views.language import languages, marked, shown, tr
from desktop_app.views.mnemonics import tell_actions_apart
from desktop_app.views.theme import Colours, Scheme, theme

_ANNUAL: Final = frozenset({Procedure.ANNUAL_POOL})
_RESCUE: Final = frozenset({Procedure.SEARCH_AND_RESCUE})
_PRESSURE: Final = frozenset({Procedure.MIGRATORY_PRESSURE})
_VOLUNTARY: Final = frozenset({Procedure.VOLUNTARY})
_PLANS: Final = _RESCUE | _PRESSURE
_SOLIDARITY: Final = _PRESSURE | _VOLUNTARY
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
        worded: what it is called in a procedure that has a word of its own for it.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    writes: bool = False
    needs_forum: bool = True
    procedures: frozenset[Procedure] = _EVERY
    worded: tuple[tuple[Procedure, str], ...] = ()

    def text_in(self, procedure: Procedure) -> str:
        """Return what it is called in a procedure, with its mnemonic."""
        return next((text for each, text in self.worded if each is procedure), self.text)


_SEPARATOR: Final = None
_BESIDE_TYPING: Final = frozenset(
    {
        *("copy", "copy_headers", "paste", "zoom_in", "zoom_out", "zoom_reset"),
        *("findings", "why", "state_panel", "plan_form", "pledge_panel", "next_panel", "previous_panel"),
        *("refresh", "room", "hide_room", "manual", "whats_this", "keyboard", "ground", "about"),
    }
)
"""Commands that leave what is being typed where it is; every other one first has it recorded."""
_RESPONSE: Final = (
    Command("situation", marked("&Assessment…"), ("Ctrl+Shift+M",), "edit", procedures=_PRESSURE),
    Command(
        "report",
        marked("Re&port and requests…"),
        ("Ctrl+Shift+R",),
        "edit",
        procedures=_PLANS,
        worded=((Procedure.MIGRATORY_PRESSURE, marked("Re&port…")),),
    ),
    Command("revise_plan", marked("Revi&se the plan"), ("Ctrl+Shift+N",), writes=True, procedures=_PLANS),
    Command("revisions", marked("Revisions side b&y side…"), ("Ctrl+Shift+H",), procedures=_PLANS),
    Command("rounds", marked("Rou&nds of the forum…"), procedures=_PLANS),
    Command(
        "judgement",
        marked("&Judgement and act…"),
        ("Ctrl+J",),
        procedures=_PLANS,
        worded=((Procedure.MIGRATORY_PRESSURE, marked("A&ct…")),),
    ),
    Command("thirty_percent", marked("&30 % test…"), ("Ctrl+T",), procedures=_PLANS),
    Command("reduction", marked("1&0 % reduction…"), ("Ctrl+Shift+T",), procedures=_PRESSURE),
    Command("credits", marked("Earlier contri&butions…"), ("Ctrl+Shift+E",), procedures=_PRESSURE),
    Command("mechanism", marked("&Mechanism and signatories…"), ("Ctrl+Shift+R",), "edit", procedures=_VOLUNTARY),
    Command("needs", marked("&Needs…"), ("Ctrl+Shift+N",), procedures=_VOLUNTARY),
    Command("kept", marked("Commitments &kept…"), ("Ctrl+J",), procedures=_VOLUNTARY),
    _SEPARATOR,
    Command("help_requests", marked("Re&quests for help…"), ("Ctrl+H",), procedures=_SOLIDARITY),
    Command("support_plans", marked("S&upport plans…"), ("Ctrl+D",), procedures=_SOLIDARITY),
    Command("sponsorship_groups", marked("Return sponsors&hip…"), ("Ctrl+Shift+J",), procedures=_SOLIDARITY),
    Command("relocation_groups", marked("Relocations un&der way…"), ("Ctrl+Shift+K",), procedures=_SOLIDARITY),
    Command("incentives", marked("Financial incenti&ves…"), ("Ctrl+Shift+I",), procedures=_SOLIDARITY),
    Command("log", marked("Lo&g of coordination…"), ("Ctrl+G",), procedures=_SOLIDARITY),
    Command("pools", marked("Poo&ls in use…"), ("Ctrl+D",), procedures=_RESCUE),
    Command("draw", marked("Record a &draw…"), ("Ctrl+Shift+E",), writes=True, procedures=_RESCUE),
    Command("calls", marked("Re&quests for pools…"), ("Ctrl+Shift+J",), procedures=_RESCUE),
    Command("call_forum", marked("&Call the forum for a pool…"), ("Ctrl+Shift+K",), procedures=_RESCUE),
    Command("raise_pools", marked("&Voluntary raises…"), ("Ctrl+Shift+I",), procedures=_RESCUE),
    Command("top_up", marked("Top-&up…"), ("Ctrl+Shift+T",), procedures=_RESCUE),
    Command("pressure_procedure", marked("&Migratory pressure beside…"), ("Ctrl+Shift+M",), procedures=_RESCUE),
)
"""The commands of the procedures beside the annual pool, in the order of their days."""
PAPER: Final = (
    Command("delegation_sheets", marked("&Delegation sheets…")),
    Command("difference_paper", marked("D&ifferences…")),
    Command("table_paper", marked("&Table…")),
    Command("dossier", marked("D&ossier of a meeting…"), ("Ctrl+Shift+F11",)),
)
"""The submenu of what is printed for the room."""
DESKS: Final = (
    Command("give_pen", marked("&Give the pen to another desk…"), writes=True),
    Command("take_pen", marked("&Take the pen")),
    Command("merge", marked("&Compare and merge two copies…")),
)
"""The submenu of several laptops with one forum."""
NEGOTIATION: Final[tuple[Command | str | None, ...]] = (
    Command("meetings_and_rounds", marked("&Meetings and rounds…"), ("Ctrl+Shift+Y",), "calendar"),
    Command("close_round", marked("&Close the round…"), ("Ctrl+F6",), writes=True),
    Command("reason", marked("Reas&on for the last change…"), ("Shift+F4",), writes=True),
    _SEPARATOR,
    Command("time_bar", marked("&Time bar"), ("Ctrl+B",), "history", checkable=True),
    Command("back_to_now", marked("Back to &now"), ("Ctrl+F8",)),
    Command("history", marked("&History…"), ("F8",), "history"),
    Command("find_moment", marked("&Find a fingerprint…"), ("Shift+F8",), "search"),
    Command("compare", marked("Com&pare…"), ("F9",)),
    _SEPARATOR,
    Command("scenarios", marked("&Scenarios…"), ("Ctrl+U",)),
    Command("new_scenario", marked("Ne&w scenario…"), ("Ctrl+F3",), writes=True),
    Command("adopt", marked("&Adopt this scenario…"), ("Shift+F9",), writes=True),
    Command("close_gap", marked("What would close the &gap?…"), ("Ctrl+F9",)),
    _SEPARATOR,
    Command("offsets", marked("Responsibilit&y offsets…"), ("Ctrl+Shift+O",), procedures=_ANNUAL),
    Command("vote", marked("&Vote…"), ("Ctrl+Shift+Q",), procedures=_ANNUAL),
    _SEPARATOR,
    Command("release", marked("Show this to the &room…"), ("F11",), "view"),
    Command("room", marked("Room &display"), ("Ctrl+F11",), checkable=True),
    Command("hide_room", marked("H&ide everything from the room"), ("F12",)),
    _SEPARATOR,
    "paper",
    "desks",
)
"""The commands of the negotiation: its meetings, its memory, its scenarios, and what the room sees."""
MENUS: Final[tuple[tuple[str, tuple[Command | str | None, ...]], ...]] = (
    (
        marked("&File"),
        (
            Command("new", marked("&New…"), ("Ctrl+N",), "new", needs_forum=False),
            Command("open", marked("&Open…"), ("Ctrl+O",), "open", needs_forum=False),
            "recent",
            _SEPARATOR,
            Command("save_copy", marked("Save a &copy…"), ("Ctrl+Shift+S",), "copy"),
            Command("restore", marked("&Restore a backup…"), (), "restore", writes=True),
            Command("verify", marked("&Verify this file"), ("Ctrl+Shift+V",), "ok"),
            _SEPARATOR,
            Command("import", marked("&Import…"), ("Ctrl+I",), writes=True),
            Command("export", marked("&Export…"), ("Ctrl+E",)),
            Command(
                "preview",
                marked("&Annex preview…"),
                ("Ctrl+Shift+P",),
                "document",
                worded=((Procedure.VOLUNTARY, marked("Pledges &as a document…")),),
            ),
            Command(
                "annex_accessible",
                marked("Anne&x for reading aloud (PDF/UA)…"),
                worded=((Procedure.VOLUNTARY, marked("Pled&ges for reading aloud (PDF/UA)…")),),
            ),
            Command(
                "annex_word",
                marked("Annex as &Word file…"),
                worded=((Procedure.VOLUNTARY, marked("Pledges as a &Word file…")),),
            ),
            Command("publish", marked("Publication pac&k…")),
            Command("page_setup", marked("Page set&up…"), ("Ctrl+Shift+U",), needs_forum=False),
            Command("print", marked("&Print…"), ("Ctrl+P",), "print"),
            Command("print_table", marked("Print ta&ble…"), ("Ctrl+Shift+B",), procedures=_ANNUAL),
            Command("print_contributions", marked("Print ta&ble…"), procedures=_EVERY - _ANNUAL),
            Command("print_forms", marked("Print plan &forms…"), ("Ctrl+Shift+B",), procedures=_PLANS | _VOLUNTARY),
            Command("print_test", marked("Print the 30 % te&st…"), procedures=_PLANS),
            Command("print_reduction", marked("Reduction as a pa&ge…"), procedures=_PRESSURE),
            Command("print_record", marked("Print t&he record of the pools…"), procedures=_RESCUE),
            Command("print_findings", marked("Print fin&dings…")),
            _SEPARATOR,
            Command("close", marked("C&lose forum"), ("Ctrl+W",), "close"),
            Command("quit", marked("&Quit"), ("Ctrl+Q",), needs_forum=False),
        ),
    ),
    (
        marked("&Edit"),
        (
            Command("undo", marked("&Undo"), ("Ctrl+Z",), "undo", writes=True),
            Command("redo", marked("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", writes=True),
            _SEPARATOR,
            Command("copy", marked("&Copy"), ("Ctrl+C",), "copy"),
            Command("copy_headers", marked("Copy with &headers"), ("Ctrl+Shift+C",)),
            Command("paste", marked("&Paste…"), ("Ctrl+V",), writes=True),
            _SEPARATOR,
            Command("find", marked("&Find…"), ("Ctrl+F",), "search"),
            Command("find_next", marked("Find &next"), ("F3",)),
            Command("find_previous", marked("Find pre&vious"), ("Shift+F3",)),
        ),
    ),
    (
        marked("&View"),
        (
            Command("zoom_in", marked("Zoom &in"), ("Ctrl++", "Ctrl+="), "zoom-in", needs_forum=False),
            Command("zoom_out", marked("Zoom &out"), ("Ctrl+-",), "zoom-out", needs_forum=False),
            Command("zoom_reset", marked("&Reset zoom"), ("Ctrl+0",), needs_forum=False),
            "theme",
            "language",
            _SEPARATOR,
            Command("columns", marked("&Columns…"), procedures=_ANNUAL),
            "rows",
            Command("coverage", marked("Co&verage picture"), ("Ctrl+G",), procedures=_ANNUAL),
            _SEPARATOR,
            Command("findings", marked("&Findings"), ("Ctrl+Shift+F",), checkable=True, needs_forum=False),
            Command("filter_findings", marked("Fi&lter the findings"), ("Ctrl+Shift+L",)),
            Command("why", marked("&Why?"), ("Ctrl+Shift+W",), checkable=True, needs_forum=False),
            Command("state_panel", marked("&Member State panel"), ("F4",), checkable=True, procedures=_ANNUAL),
            Command("plan_form", marked("Plan for&m"), ("F4",), checkable=True, procedures=_PLANS),
            Command("pledge_panel", marked("Pledges of a &signatory"), ("F4",), checkable=True, procedures=_VOLUNTARY),
            _SEPARATOR,
            Command("next_panel", marked("&Next panel"), ("F6",)),
            Command("previous_panel", marked("&Previous panel"), ("Shift+F6",)),
        ),
    ),
    (
        marked("F&orum"),
        (
            Command("measures", marked("Alternative &measures"), ("Ctrl+M",), procedures=_ANNUAL),
            Command("deductions", marked("&Deductions"), ("Ctrl+D",), procedures=_ANNUAL),
            Command("status", marked("&Status"), ("Ctrl+T",), procedures=_ANNUAL),
            Command("said", marked("&How a pledge is said"), ("Ctrl+H",), procedures=_ANNUAL),
            Command("particulars", marked("&Particulars of a pledge"), ("Ctrl+Shift+H",), procedures=_ANNUAL),
            _SEPARATOR,
            *_RESPONSE,
            _SEPARATOR,
            Command("reference_numbers", marked("Reference &numbers…"), ("Ctrl+Shift+R",), "edit", procedures=_ANNUAL),
            Command("key", marked("&Key…"), ("Ctrl+K",), procedures=_EVERY - _VOLUNTARY),
            Command("applications", marked("App&lications…"), procedures=_ANNUAL | _PRESSURE),
            Command("acts", marked("&Acts and adoption…"), procedures=_ANNUAL),
            Command("compare_adopted", marked("Compare with an adopted anne&x…"), procedures=_ANNUAL),
            Command("meetings", marked("Meetin&gs…"), procedures=_ANNUAL),
            Command("holidays", marked("Holida&ys…"), procedures=_ANNUAL),
            Command("associated", marked("Asso&ciated states…"), procedures=_ANNUAL),
            Command("describe", marked("T&itle and marking…")),
            Command("deadlines", marked("D&eadlines…"), ("Ctrl+Shift+D",), "calendar"),
            _SEPARATOR,
            Command("readings", marked("&Readings…"), ("Ctrl+R",), "settings"),
            Command("operator", marked("&Operator…"), (), "user", needs_forum=False),
            _SEPARATOR,
            Command("acknowledge", marked("Ackno&wledge a warning…"), ("Ctrl+Shift+A",), writes=True),
            _SEPARATOR,
            Command("refresh", marked("Re&fresh"), ("F5",)),
            Command("take_over", marked("Open for &typing")),
        ),
    ),
    (marked("Negot&iation"), NEGOTIATION),
    (
        marked("&Help"),
        (
            Command("manual", marked("&Manual"), ("F1",), "help", needs_forum=False),
            Command("whats_this", marked("&What is this?"), ("Shift+F1",)),
            Command("tour", marked("&Tour…")),
            Command("keyboard", marked("&Keyboard"), ("Ctrl+F1",), needs_forum=False),
            Command("ground", marked("&Ground check…"), (), "ok", needs_forum=False),
            Command("about", marked("&About Forum Desk"), (), "info", needs_forum=False),
        ),
    ),
)
"""The menus in their order; a plain string names a submenu, ``None`` a line."""

ROWS: Final = (
    Command("sort", marked("&Sort by this column"), ("F7",)),
    Command("sort_again", marked("Arrange &again"), ("Shift+F7",), procedures=_ANNUAL),
    Command("protocol_order", marked("&Back to protocol order"), ("Ctrl+F7",)),
    Command("group_by_verdict", marked("&Group by verdict"), ("Ctrl+Shift+G",), checkable=True, procedures=_ANNUAL),
    Command("filter", marked("&Filter…"), ("Ctrl+L",), procedures=_ANNUAL),
)
"""The submenu on the rows of the table."""
_WITHIN: Final[Mapping[str, tuple[str, tuple[Command, ...]]]] = {
    "rows": (marked("&Arrange rows"), ROWS),
    "paper": (marked("Pap&er for the room"), PAPER),
    "desks": (marked("Two des&ks"), DESKS),
}
"""Title and commands of each submenu."""
COMMANDS: Final = tuple(
    command
    for _title, entries in MENUS
    for each in entries
    if each is not None
    for command in (_WITHIN.get(each, ("", ()))[1] if isinstance(each, str) else (each,))
)
"""Every command, in the order of the menus, those of submenus included."""
THEMES: Final = (
    (Scheme.SYSTEM, marked("As the &system")),
    (Scheme.LIGHT, marked("&Light")),
    (Scheme.DARK, marked("&Dark")),
)


_CHANGING: Final = frozenset({"undo", "redo"})
"""Commands that say what they would do next."""


class Menus(QObject):
    """The menu bar of one window.

    Attributes:
        actions: by name of the command.
        bar: the menus by their titles.
        recent: the submenu of recent forums.
        themes: the actions of the theme, by scheme.
        languages: the actions of the window's language, by code.
    """

    def __init__(
        self, window: QMainWindow, doing: Mapping[str, Callable[[], object]], finish_entry: Callable[[], bool]
    ) -> None:
        """Build the menus.

        Args:
            window: that gets them.
            doing: what each command does, by its name.
            finish_entry: records what is being typed into the table, as Enter does, and tells whether nothing was
                refused; where something was, a command that does not go with typing does nothing.
        """
        super().__init__(window)
        self._finish_entry = finish_entry
        self.actions: dict[str, QAction] = {}
        self.bar: dict[str, QMenu] = {}
        self.recent = QMenu(tr("Open recen&t"), window)
        self.themes: dict[Scheme, QAction] = {}
        self.languages: dict[str, QAction] = {}
        self._procedure = Procedure.ANNUAL_POOL
        submenus = {"recent": self.recent, "theme": self._theme_menu(window), "language": self._language_menu(window)}
        submenus |= {name: self._submenu(window, *within, doing) for name, within in _WITHIN.items()}
        self._submenus = tuple(submenus.values())
        for title, entries in MENUS:
            # Made here: of one that the menu bar makes, PySide forgets what it stands for.
            menu = self.bar[title] = QMenu(shown(title), window)
            window.menuBar().addMenu(menu)
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
            if command.worded:
                self.actions[command.name].setText(shown(command.text_in(procedure)))
        self._tell_apart()

    def _tell_apart(self) -> None:
        """Give every item of a menu a letter of its own among those that are seen, in whatever language."""
        titles = [menu.menuAction() for menu in self.bar.values()]
        menus = [menu.actions() for menu in (*self.bar.values(), *self._submenus)]
        for actions in (titles, *menus):
            items = [each for each in actions if each.isVisible() and not each.isSeparator()]
            # First those whose text changes while they are seen: the others make way for them.
            items.sort(key=lambda each: each.objectName() not in _CHANGING)
            tell_actions_apart(items)

    def allow(self, *, forum: bool, read_only: bool) -> None:
        """Enable what makes sense: with or without a forum, typing or reading."""
        for command in COMMANDS:
            possible = (forum or not command.needs_forum) and not (read_only and command.writes)
            possible = possible and self._procedure in command.procedures
            self.actions[command.name].setEnabled(possible)
        for name in ("take_over", "take_pen"):
            self.actions[name].setEnabled(forum and read_only)

    def show_theme(self, scheme: Scheme) -> None:
        """Mark the chosen theme."""
        self.themes[scheme].setChecked(True)

    def show_language(self, code: str) -> None:
        """Mark the language of the window."""
        self.languages[code].setChecked(True)

    def _action(self, window: QMainWindow, command: Command, doing: Callable[[], object]) -> QAction:
        action = QAction(shown(command.text), window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checkable)
        action.triggered.connect(lambda checked=False: self._do(command, doing, checked=checked))
        self.actions[command.name] = action
        return action

    def _do(self, command: Command, doing: Callable[[], object], *, checked: bool) -> None:
        if command.name in _BESIDE_TYPING or self._finish_entry():
            doing()
        elif command.checkable:
            # Qt has ticked it already.
            self.actions[command.name].setChecked(not checked)

    def _submenu(
        self, window: QMainWindow, title: str, commands: tuple[Command, ...], doing: Mapping[str, Callable[[], object]]
    ) -> QMenu:
        menu = QMenu(shown(title), window)
        for command in commands:
            menu.addAction(self._action(window, command, doing[command.name]))
        return menu

    def _theme_menu(self, window: QMainWindow) -> QMenu:
        menu = QMenu(tr("&Theme"), window)
        group = QActionGroup(window)
        for scheme, text in THEMES:
            action = QAction(shown(text), window)
            action.setCheckable(True)
            group.addAction(action)
            menu.addAction(action)
            self.themes[scheme] = action
        return menu

    def _language_menu(self, window: QMainWindow) -> QMenu:
        menu = QMenu(tr("Lan&guage"), window)
        group = QActionGroup(window)
        for code in languages():
            # In itself, so that it is found by who reads no other.
            action = QAction(f"&{LANGUAGE_NAMES[code]}", window)
            action.setCheckable(True)
            group.addAction(action)
            menu.addAction(action)
            self.languages[code] = action
        return menu

    def _paint_icons(self) -> None:
        if self._painted_for is theme().colours:
            return
        self._painted_for = theme().colours
        for command in COMMANDS:
            if command.icon:
                self.actions[command.name].setIcon(theme().icon(command.icon, theme().colours.text))
