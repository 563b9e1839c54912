"""The commands on scenarios, for one main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import CannotChangeError
from desktop_app.calc.memory import Moment, Scenario
from desktop_app.models.errors import BadInput, ForumFileError
from desktop_app.models.pieces import KINDS
from desktop_app.models.three_way import Cell
from desktop_app.views.desk_views import InScenario, Past
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import marked, shown, tr, upper_first
from desktop_app.views.saved_mark import clock_text
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.scenarios.window import ScenarioWindow

_CANNOT: Final = marked("This cannot be done")


class ScenarioCommands(QObject):
    """Opens the list of the scenarios and the dialogs on single ones."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self.shown: ScenarioWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"scenarios": self.scenarios, "new_scenario": self.new_scenario, "adopt": self.adopt_shown}

    def show_desk(self, desk: "Desk | None") -> None:
        """Put the window away where another forum, or none, is shown."""
        if self.shown is not None and desk is not self.shown.desk:
            self.shown.show_desk(None)
            self.shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.shown is not None:
            self.shown.set_scale(around(percent))

    def may_close(self) -> bool:
        """Tell that nothing is lost with the window: dialogs ask for themselves."""
        return True

    # -------------------------------------------------------------------------------------------------------- commands

    def scenarios(self) -> None:
        """Show the list of the scenarios."""
        from desktop_app.views.scenarios.window import ScenarioWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.shown is None:
            self.shown = ScenarioWindow(self._window)
            self.shown.open_wanted.connect(self._open)
            self.shown.new_wanted.connect(self.new_scenario)
            self.shown.describe_wanted.connect(self._describe)
            self.shown.put_away_wanted.connect(self._put_away)
            self.shown.compare_wanted.connect(self._compare)
            self.shown.adopt_wanted.connect(self.adopt)
            self.shown.set_scale(around(self._window.settings.zoom))
        self.shown.show_desk(desk)
        self.shown.show()
        self.shown.refresh(desk.view.scenario.id if isinstance(desk.view, InScenario) else None)
        if self.shown.scenario is None and self.shown.list.rowCount() > 1:
            self.shown.list.setCurrentCell(1, 0)
        self.shown.activateWindow()
        self.shown.list.setFocus()

    def new_scenario(self) -> None:
        """Make a scenario from now, from the moment shown or from a snapshot, and open it."""
        from desktop_app.views.scenarios.dialogs import NamedDialog

        desk = self._window.desk
        if desk is None or not self._window.finish_entry():
            return
        file, made = desk.file, list[Scenario]()
        dialog = NamedDialog(
            self._parent(),
            _origins(desk),
            lambda name, note, seq: _wrong(lambda: made.append(file.branch(name, seq, note))),
        )
        dialog.set_scale(around(self._window.settings.zoom))
        dialog.asked()
        for scenario in made:
            self._refresh(scenario.id)
            self._open(scenario)

    def adopt_shown(self) -> None:
        """Adopt the scenario that is shown."""
        desk = self._window.desk
        if desk is not None and isinstance(desk.view, InScenario):
            self.adopt(desk.view.scenario)

    def adopt(self, scenario: Scenario) -> None:
        """Show what adopting a scenario would do; take it over as one step, and show the record."""
        from desktop_app.views.scenarios.adoption import AdoptDialog

        desk = self._window.desk
        if desk is None or not self._window.finish_entry():
            return
        file = desk.file
        try:
            three = file.adoption(scenario.id)
            dialog = AdoptDialog(self._parent(), scenario, three, file.accept, lambda cell: _touched(file, cell))
        except (CannotChangeError, BadInput, ForumFileError) as error:
            Message.show(self._parent(), _CANNOT, shown(str(error)))
            return
        dialog.set_scale(around(self._window.settings.zoom))
        decided = dialog.asked()
        if decided is None or not self._window.look(lambda shown: shown.back_to_now()):
            return
        before = file.forum
        if desk.through(lambda: file.adopt(scenario.id, decided.choices, decided.reason)):
            self._window.workspace.show_step(before, file.forum)
            self._window.remark(tr("“{name}” is in the record; Ctrl+Z takes all of it back.", name=scenario.name))
            self._window.activateWindow()
        self._refresh()

    # -------------------------------------------------------------------------------------------------- single ones

    def _open(self, scenario: Scenario | None) -> None:
        if scenario is None:
            is_shown = self._window.look(lambda desk: desk.back_to_now())
        else:
            number = scenario.id
            is_shown = self._window.look(lambda desk: desk.look_in(number))
        if is_shown:
            self._window.activateWindow()
            self._window.workspace.table.setFocus()

    def _describe(self, scenario: Scenario) -> None:
        from desktop_app.views.scenarios.dialogs import NamedDialog

        desk = self._window.desk
        if desk is None:
            return
        file = desk.file
        dialog = NamedDialog(
            self._parent(),
            [(scenario.origin.seq, "")],
            lambda name, note, _seq: _wrong(lambda: file.describe_scenario(scenario.id, name, note)),
            scenario,
        )
        dialog.set_scale(around(self._window.settings.zoom))
        dialog.asked()
        if isinstance(desk.view, InScenario) and desk.view.scenario.id == scenario.id:
            desk.look_in(scenario.id)
        self._refresh(scenario.id)

    def _put_away(self, scenario: Scenario) -> None:
        desk = self._window.desk
        if desk is None:
            return
        wrong = _wrong(lambda: desk.file.put_away(scenario.id, away=not scenario.put_away))
        if wrong:
            Message.show(self._parent(), _CANNOT, wrong)
        self._refresh(scenario.id)

    def _compare(self, scenario: Scenario) -> None:
        part = self._window.negotiation.part("compare.CompareCommands")
        part.compare_states("now", tr("Scenario “{name}”", name=scenario.name))  # type: ignore[attr-defined]  # that part has it

    def _refresh(self, number: int | None = None) -> None:
        if self.shown is not None and self.shown.isVisible():
            self.shown.refresh(number)

    def _parent(self) -> QWidget:
        shown = self.shown
        return shown if shown is not None and shown.isActiveWindow() else self._window


def _origins(desk: "Desk") -> list[tuple[int, str]]:
    """Return the moments from which a scenario may branch: the one that is shown first, then now, then snapshots."""
    file = desk.file
    found = [(file.seq, tr("now, entry {seq}", seq=file.seq))]
    if isinstance(desk.view, Past):
        moment = desk.view.moment
        found.insert(
            0,
            (
                moment.seq,
                tr("the moment shown, entry {seq}, {time}", seq=moment.seq, time=clock_text(moment.at)),
            ),
        )
    closed = reversed(file.snapshots())
    return [
        *found,
        *(
            (each.moment.seq, tr("snapshot {name}, entry {seq}", name=each.name, seq=each.moment.seq))
            for each in closed
        ),
    ]


def _touched(file: "ForumFile", cell: Cell) -> Moment | None:
    """Return when the record's version of a conflict was made."""
    code = next((each.code for each in (*cell.ours, *cell.theirs)), None)
    name, _key, within = (*cell.unit, "", "")[:3]
    tables = (within.partition(".")[0],) if within else KINDS[name].tables
    found = (file.last_touch(code, table, file.seq) for table in tables)
    return max((each for each in found if each is not None), key=lambda each: each.seq, default=None)


def _wrong(does: Callable[[], object]) -> str:
    """Do something; return in one line what went wrong, or nothing."""
    try:
        does()
    except BadInput as error:
        return f"{upper_first(error.what)}: {tr(error.remedy)}."
    except ForumFileError as error:
        return shown(str(error)).replace("\n", " ")
    return ""
