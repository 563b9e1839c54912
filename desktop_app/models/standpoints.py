"""What can be compared: the forum of now, any moment of its record, a closed round, a scenario, another file.

A standpoint is one of them with its forum. People name one by ``now``, the number of an entry, a date and time, the
name of a closed round or of a scenario, or a printed fingerprint. What could be several of them is refused: a round may
be called ``now`` or ``57``, and two scenarios alike.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Moment, Scenario, Snapshot
from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import state_hash
from desktop_app.models.interchange.fields import quoted

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.models.units import Unit

NOW: Final = "now"
_ENTRY: Final = re.compile(r"(?:entry )?(\d{1,9})", re.IGNORECASE)
_LEAST_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One state of a forum, and which one it is.

    Attributes:
        title: in a few words: ``"Now"``, ``"Round 1"``, ``"Entry 12"``, the name of a scenario or a file.
        forum: the state.
        moment: of the record; of a scenario, the last entry of its own; ``None`` of a document.
        scenario: which one it is, or ``None``.
        is_now: whether it is the record as it stands, and goes on with it.
        name: of the round that was closed there; empty where none was asked for by name.
    """

    title: str
    forum: Forum
    moment: Moment | None = None
    scenario: Scenario | None = None
    is_now: bool = False
    name: str = ""

    @property
    def fingerprint(self) -> str:
        """The first twelve digits of its hash, as they stand in print."""
        return self.moment.fingerprint if self.moment else state_hash(self.forum)[:12]

    @property
    def detail(self) -> str:
        """Which entry it is, of when and of whom; empty of a document."""
        if self.moment is None:
            return ""
        template = "entry {seq} of its own" if self.scenario else "entry {seq}"
        entry = say(template, seq=str(self.moment.seq))
        at, operator = when(self.moment.at), self.moment.operator
        if self.title.casefold() == entry:
            return say("{when}, {operator}", when=at, operator=operator)
        return say("{entry}, {when}, {operator}", entry=entry, when=at, operator=operator)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from others while it does not change."""
        return self.title, self.moment and self.moment.state_hash, self.scenario and self.scenario.id


def when(at: datetime) -> str:
    """Write a moment in the time of this machine: ``"27 November 2026 16:40"``."""
    local = at.astimezone()
    return say("{day} {time}", day=local.date(), time=f"{local:%H:%M}")


def now(file: "ForumFile") -> Standpoint:
    """Return the record as it stands."""
    return Standpoint(say("Now"), file.forum, file.now(), is_now=True)


def at_entry(file: "ForumFile", seq: int, title: str = "", name: str = "") -> Standpoint:
    """Return a moment of the record.

    Raises:
        BadInput: there is no such entry.
        ForumFileError: the past cannot be read.
    """
    return Standpoint(title or say("Entry {seq}", seq=str(seq)), file.forum_at(seq), file.moment(seq), name=name)


def in_scenario(file: "ForumFile", scenario: Scenario) -> Standpoint:
    """Return a scenario as it stands."""
    forum = file.scenario(scenario.id).forum
    return Standpoint(say("Scenario “{name}”", name=scenario.name), forum, scenario.moment, scenario)


def last_closed(file: "ForumFile") -> Standpoint:
    """Return the round that was closed last; where none was, the beginning of the record."""
    snapshots = file.snapshots()
    if not snapshots:
        return at_entry(file, 1, say("The beginning"))
    last = snapshots[-1]
    return at_entry(file, last.moment.seq, title_of_round(last.name), last.name)


def title_of_round(name: str) -> str:
    """Return what names a round and nothing else: its name, marked as a round's where it reads like something else."""
    bare = " ".join(name.split())
    reads_otherwise = not bare or bare.casefold() == NOW or _ENTRY.fullmatch(bare) or _time(bare)
    return f"Round “{name}”" if reads_otherwise else name


def standpoint(file: "ForumFile", words: str) -> Standpoint:
    """Return what a person names.

    Args:
        file: the forum file.
        words: ``now``, the name of a closed round or of a scenario, the number of an entry, a date with or without a
            time (``2026-11-27T16:40``, of this machine), or a fingerprint. ``Round “57”``, ``Scenario “57”`` and
            ``entry 57`` name one of these and no other.

    Raises:
        BadInput: nothing is called so, or several are.
        ForumFileError: the file cannot be read.
    """
    wanted = " ".join(words.split())
    found = _called(file, wanted) if wanted else []
    if len(found) > 1:
        raise BadInput(
            quoted(wanted),
            say("several are called so: {listed}", listed=[each.words for each in found]),
            say("name one by the number of its entry, as in entry 12, or by its fingerprint"),
        )
    if found:
        return found[0].open()
    moment = _time(wanted)
    return _with_fingerprint(file, wanted) if moment is None else _at(file, moment)


@dataclass(frozen=True, slots=True)
class _Called:
    """Something that is called so, and how it is read from the file."""

    words: str
    open: Callable[[], Standpoint]


def _called(file: "ForumFile", wanted: str) -> list[_Called]:
    """Return everything in a file that is called so, times and fingerprints apart."""
    found = [_Called(say("the record of now"), lambda: now(file))] if wanted.casefold() == NOW else []
    found += [
        _Called(say("the round closed by entry {seq}", seq=str(each.moment.seq)), partial(_of_round, file, each))
        for each in file.snapshots()
        if _names(wanted, each.name, "Round")
    ]
    for scenario in file.scenarios():
        if _names(wanted, scenario.name, "Scenario"):
            words = say("a scenario (fingerprint {fingerprint})", fingerprint=scenario.moment.fingerprint)
            found.append(_Called(words, partial(in_scenario, file, scenario)))
    number = _ENTRY.fullmatch(wanted)
    if number is not None and (not found or int(number[1]) <= file.seq):
        found.append(_Called(say("entry {seq}", seq=str(int(number[1]))), partial(at_entry, file, int(number[1]))))
    moment = _time(wanted) if found else None
    if moment is not None:
        found.append(_Called(say("the time"), partial(_at, file, moment)))
    return found


def _of_round(file: "ForumFile", closed: Snapshot) -> Standpoint:
    return at_entry(file, closed.moment.seq, title_of_round(closed.name), closed.name)


def _names(wanted: str, name: str, kind: str) -> bool:
    """Tell whether words are a name, as it is or with what bears it before it; blanks do not matter."""
    bare = " ".join(name.split()).casefold()
    return wanted.casefold() in {bare, *(f"{kind} {mark}".casefold() for mark in (f"“{bare}”", f'"{bare}"', bare))}


def _at(file: "ForumFile", moment: datetime) -> Standpoint:
    try:
        seq = file.seq_at(moment)
    except BadInput:
        began = when(file.moment(1).at)
        raise BadInput(
            when(moment), say("the record began later, on {began}", began=began), say("choose a later moment")
        ) from None
    return at_entry(file, seq)


def _time(wanted: str) -> datetime | None:
    """Return a moment in the time of this machine, where no zone is said; a day alone is its last minute."""
    try:
        if len(wanted) == len("2026-11-27"):
            end = date.fromisoformat(wanted)
            return datetime(end.year, end.month, end.day, 23, 59, 59).astimezone()
        moment = datetime.fromisoformat(wanted.replace(" ", "T"))
    except ValueError:
        return None
    # Of a minute without seconds, all of it.
    moment = moment.replace(second=59) if re.fullmatch(r".*T\d\d:\d\d", wanted.replace(" ", "T")) else moment
    return moment.astimezone()


def _with_fingerprint(file: "ForumFile", wanted: str) -> Standpoint:
    digits = "".join(wanted.split())
    if len(digits) < _LEAST_DIGITS or not set(digits.casefold()) <= set("0123456789abcdef"):
        raise BadInput(
            quoted(wanted) if wanted else "nothing",
            say("no closed round, scenario, entry, time or fingerprint is called so"),
            say("use now, a name, the number of an entry, a time such as 2026-11-27T16:40, or a fingerprint"),
        )
    found = file.find(digits)
    if not found:
        raise BadInput(
            quoted(wanted), say("no state of this file has this fingerprint"), say("look at the foot of the page again")
        )
    moments = [each.seq for each in found if isinstance(each, Moment)]
    scenarios = [each for each in found if isinstance(each, Scenario)]
    return at_entry(file, max(moments)) if moments else in_scenario(file, scenarios[0])


def of_file(path: Path, forum: Forum) -> Standpoint:
    """Return the forum of another file, a document or a forum file, as it stands."""
    return Standpoint(path.name, forum)


def touched(file: "ForumFile", unit: "Unit", upto: int) -> Moment | None:
    """Return when the rows of a unit were last touched up to an entry of the record; ``None``: never since it began.

    Raises:
        ForumFileError: the file cannot be read.
    """
    found = (file.last_touch(code, table, upto) for table in unit.tables for code in {unit.code, None})
    return max((each for each in found if each is not None), key=lambda each: each.seq, default=None)
