"""Reading another forum for its support plans: which file, and what is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.forum import Forum
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.models.errors import BadInput, Cancelled, ForumFileError
from desktop_app.views.dialogs.files import TO_OPEN, Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.support.take_over import offered

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.progress.report import Report

_NOT_TAKEN: Final = marked("No support plan can be taken over")


def other_forum(parent: QWidget, desk: "Desk") -> tuple[str, SolidarityRecord] | None:
    """Ask for a forum file or document that has support plans which are not here yet.

    Args:
        parent: the window that asks.
        desk: with the forum that is open.

    Returns:
        The name of the file and what is recorded in it; ``None`` where nothing can be taken, which was said.
    """
    path = Files.to_open(parent, tr("Take support plans over"), desk.file.path.parent, TO_OPEN)
    if path is None:
        return None
    if path.resolve() == desk.file.path.resolve():
        Message.show(parent, _NOT_TAKEN, tr("This is the forum that is open."))
        return None
    there = _read(parent, path)
    if there is None:
        return None
    if not offered(desk.assessment.forum.solidarity, there.solidarity):
        words = (
            tr("All support plans in it are here already.") if there.solidarity.support_plans else tr("It has none.")
        )
        Message.show(parent, _NOT_TAKEN, f"{path.name}: {words}")
        return None
    return path.name, there.solidarity


def _read(parent: QWidget, path: Path) -> Forum | None:
    from desktop_app.models.any_forum import read_any_forum
    from desktop_app.views.progress.running import run

    def work(_report: "Report") -> Forum:
        return read_any_forum(path)

    try:
        return run(parent, tr("Reading {name}", name=path.name), work)
    except (BadInput, ForumFileError) as error:
        Message.show(parent, _NOT_TAKEN, f"{path.name}: {shown(str(error))}")
    except Cancelled:
        # Whoever stopped it knows.
        pass
    return None
