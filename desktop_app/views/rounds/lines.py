"""What the window of the rounds lists: each meeting, the snapshots of its closed rounds, the round that is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop_app.calc.memory import Moment
from desktop_app.calc.rounds import sitting_of, sittings
from desktop_app.calc.wording import persons
from desktop_app.models.rounds import RoundKept, round_now, rounds_kept
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, tr
from desktop_app.views.saved_mark import clock_text

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile

COLUMNS: Final = (
    Column(marked("Round")),
    Column(marked("Snapshot"), wraps=True),
    Column(marked("Closed")),
    Column(marked("By")),
    Column(marked("Changes"), right=True),
    Column(marked("Entry"), right=True),
    Column(marked("Fingerprint")),
)


_NOTHING: Final = marked("nothing is recorded at it yet")


@dataclass(frozen=True, slots=True)
class Listed:
    """One line, and what it is about.

    Attributes:
        line: as it is shown.
        moment: the state that it stands for; ``None`` in a heading.
        previous: the snapshot before it, of whatever meeting; ``None`` where there is none.
        is_open: whether its round is not closed.
    """

    line: FigureLine
    moment: Moment | None = None
    previous: Moment | None = None
    is_open: bool = False


def listed(file: "ForumFile") -> tuple[Listed, ...]:
    """Return the lines for a record: meetings as the forum lists them, the first one on top, each with its rounds.

    Raises:
        ForumFileError: the file cannot be read.
    """
    kept, now = rounds_kept(file), round_now(file)
    closed = [each.snapshot.moment for each in kept if each.snapshot is not None]
    known = [each.id for each in sittings(file.forum)]
    # What was recorded before there was any meeting stands before them.
    before = [each.meeting for each in kept if each.meeting not in known]
    found: list[Listed] = []
    for meeting in dict.fromkeys([*before, *known]):
        rounds = [_round(each, now, closed) for each in kept if each.meeting == meeting]
        if sitting := sitting_of(file.forum, meeting):
            found.append(Listed(_heading(sitting.title if rounds else f"{tr(sitting.title)}: {tr(_NOTHING)}")))
        found += rounds
    return tuple(found)


def open_words(file: "ForumFile") -> str:
    """Say which round is open, and how much was changed in it."""
    kept, now = rounds_kept(file), round_now(file)
    here = next(each for each in kept if (each.meeting, each.number) == (now.meeting, now.round))
    sitting = sitting_of(file.forum, now.meeting)
    changes = changes_words(here.changes)
    if sitting is None:
        return tr("Round {round} is open: {changes} in it.", round=now.round, changes=changes)
    return tr(
        "Round {round} of {meeting} is open: {changes} in it.",
        round=now.round,
        meeting=tr(sitting.short),
        changes=changes,
    )


def changes_words(count: int) -> str:
    """Return ``"no change"``, ``"1 change"``, ``"7 changes"``."""
    return (
        tr("no change")
        if not count
        else tr("1 change")
        if count == 1
        else tr("{persons} changes", persons=persons(count))
    )


def _heading(title: str) -> FigureLine:
    return FigureLine((Cell(title),), strong=True, ground="sunken")


def _round(each: RoundKept, now: Moment, closed: Sequence[Moment]) -> Listed:
    number, changes = tr("Round {number}", number=each.number), persons(each.changes)
    last = each.last if each.snapshot is None else each.snapshot.moment.seq
    previous = max((moment for moment in closed if moment.seq < last), key=lambda moment: moment.seq, default=None)
    if each.snapshot is not None:
        moment = each.snapshot.moment
        cells = (
            Cell(number, "lock", "muted"),
            Cell(each.snapshot.name),
            Cell(clock_text(moment.at)),
            Cell(moment.operator),
            Cell(changes),
            Cell(persons(moment.seq)),
            Cell(moment.fingerprint),
        )
        return Listed(FigureLine(cells), moment, previous)
    is_now = (each.meeting, each.number) == (now.meeting, now.round)
    words = tr("open") if is_now else tr("left open when another meeting began")
    icon, fingerprint = ("edit", now.fingerprint) if is_now else ("", "")
    told = (Cell(number, icon, "info"), Cell(words, "", "info"), Cell(""), Cell(""))
    line = FigureLine((*told, Cell(changes), Cell(persons(each.last)), Cell(fingerprint)))
    return Listed(line, now if is_now else None, previous, is_open=True)
