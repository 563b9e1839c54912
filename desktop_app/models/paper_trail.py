"""Gathering from a forum file what is printed of its past: states, histories, meetings, the way from a round.

The file must stay as it is meanwhile: long work opens one of its own, for reading.
"""

from collections.abc import Callable
from typing import Final

from desktop_app.calc.differences import differences
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind, Scenario, Snapshot, Step
from desktop_app.calc.papers import Before, Held, History, MeetingRecord, State
from desktop_app.calc.sentences import say
from desktop_app.calc.told_steps import OPENED
from desktop_app.models.errors import BadInput
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.remembering import EVERYTHING, Filter
from desktop_app.models.standpoints import Standpoint
from desktop_app.models.units import walk

MOST_STEPS: Final = 3_000
"""Entries that are put in words for one print: a thousand take a second or two."""
_AT_ONCE: Final = 100
"""Entries between two answers to how far the work is."""

Tell = Callable[[int, int], None]
"""Is told how far the work is; ends it by raising."""


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def state_at(file: ForumFile, seq: int) -> State:
    """Return the state after an entry of the record.

    Raises:
        BadInput: the record has no such entry.
        ForumFileError: the file cannot be read.
    """
    names = {each.moment.seq: each.name for each in file.snapshots()}
    return State(file.forum_at(seq), file.moment(seq), seq == file.seq, name=names.get(seq, ""))


def state_of(file: ForumFile, point: Standpoint) -> State:
    """Return a standpoint of this file as a state to print.

    Raises:
        ForumFileError: the file cannot be read.
        BadInput: it is a standpoint of no file.
    """
    if point.moment is None:
        raise BadInput(
            point.title, say("this is no state of the file"), say("name a moment of its record, or a scenario")
        )
    if point.scenario is not None:
        return State(point.forum, point.moment, is_now=False, scenario=point.scenario.name)
    return state_at(file, point.moment.seq)


def history_to(file: ForumFile, point: Standpoint, wanted: Filter = EVERYTHING, tell: Tell = _silent) -> History:
    """Return what was changed up to a standpoint of this file, the newest first.

    Raises:
        ForumFileError: the file cannot be read.
    """
    if point.scenario is not None:
        return history_in(file, point.scenario, wanted, tell)
    return history_of(file, file.seq if point.moment is None else point.moment.seq, wanted, tell)


def history_of(file: ForumFile, upto: int, wanted: Filter = EVERYTHING, tell: Tell = _silent) -> History:
    """Return what was changed up to an entry, the newest first.

    Args:
        file: the forum file.
        upto: number of the last entry.
        wanted: which entries.
        tell: is told how many entries of at most how many are in words.

    Raises:
        ForumFileError: the file cannot be read.
    """
    steps: list[Step] = []
    before = upto + 1
    total = min(upto, MOST_STEPS)
    while len(steps) < MOST_STEPS:
        tell(len(steps), total)
        found = file.steps(min(_AT_ONCE, MOST_STEPS - len(steps)), before, wanted)
        if not found:
            return History(tuple(steps))
        steps += found
        before = found[-1].moment.seq
    return History(tuple(steps), is_whole=not file.steps(1, before, wanted))


def history_in(file: ForumFile, scenario: Scenario, wanted: Filter = EVERYTHING, tell: Tell = _silent) -> History:
    """Return what led to a scenario: the record up to where it branched, and what it changed since, as one step.

    Raises:
        ForumFileError: the file cannot be read.
    """
    origin = scenario.origin.seq
    changed = differences(file.forum_at(origin), file.scenario(scenario.id).forum)
    before = history_of(file, origin, wanted, tell)
    # It may have gone on since it was listed.
    moment = next((each.moment for each in file.scenarios() if each.id == scenario.id), scenario.moment)
    return History((Step(moment, "change", tuple(changed), scenario=scenario.name), *before.steps), before.is_whole)


def meetings_held(file: ForumFile) -> tuple[Held, ...]:
    """Return the meetings of which the record has entries, by their first.

    Raises:
        ForumFileError: the file cannot be read.
    """
    opened = reversed(file.marks(MarkKind.MEETING))
    titles = {each.moment.meeting: each.moment.title.removeprefix(OPENED) for each in opened}
    question = "SELECT meeting, min(seq), max(seq) FROM journal WHERE meeting IS NOT NULL GROUP BY meeting ORDER BY 2"
    with file.reading() as connection:
        found = connection.execute(question).fetchall()
    return tuple(Held(name, titles.get(name, ""), first, last) for name, first, last in found)


def last_round(file: ForumFile, seq: int) -> Snapshot | None:
    """Return the last round that was closed before an entry; ``None`` where none was.

    Raises:
        ForumFileError: the file cannot be read.
    """
    return next((each for each in reversed(file.snapshots()) if each.moment.seq < seq), None)


def before_of(file: ForumFile, seq: int, later: Forum) -> Before:
    """Return an earlier state of the record, and the way from it to a later one.

    Raises:
        BadInput: the record has no such entry.
        CannotCompareError: the two are of different procedures.
        ForumFileError: the file cannot be read.
    """
    state = state_at(file, seq)
    return Before(state, walk(state.forum, later).steps)


def meeting_record(file: ForumFile, held: Held | None, tell: Tell = _silent) -> MeetingRecord:
    """Return everything that a dossier holds of a meeting, or of the whole record.

    Args:
        file: the forum file.
        held: the meeting; ``None`` for the whole record.
        tell: is told how far the work is.

    Raises:
        CannotCompareError: the procedure was another one at the last round.
        ForumFileError: the file cannot be read.
    """
    last = file.seq if held is None else held.last
    state = state_at(file, last)
    history = history_of(file, last, tell=tell)
    steps = history
    if held is not None:
        own = tuple(each for each in history.steps if each.moment.meeting == held.id)
        whole = history.is_whole or history.steps[-1].moment.seq <= held.first
        steps = History(own) if whole else history_of(file, last, Filter(meeting=held.id), tell)
    rounds = tuple(each for each in file.snapshots() if held is None or each.moment.meeting == held.id)
    earlier = last_round(file, last)
    before = None if earlier is None else before_of(file, earlier.moment.seq, state.forum)
    return MeetingRecord(state, held, rounds, steps, history, before)
