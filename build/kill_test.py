"""Kill the program while it writes, and look whether anything that it acknowledged is lost.

``python build/kill_test.py --kills 1000``: the program is started on a forum file, and a robot types a negotiation
into its window: pledges, corrections, rounds, scenarios, releases. After each tick that the window shows it says the
entry's number and hash. It is killed (SIGKILL) at a random moment. Then every change that was acknowledged must be in
the file, the journal and the scenarios must verify, and the file must open for writing at once. ``--door`` leaves the
window out: random changes go through the door of the forum file alone. The suite does both. POSIX only.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from desktop_app.calc.changes import ChooseReading, Describe, PledgeColumn, RecordPledge, RecordSaid  # noqa: E402
from desktop_app.calc.forum import Classification  # noqa: E402
from desktop_app.calc.member_states import BOUND  # noqa: E402
from desktop_app.calc.recorded import ABSENT  # noqa: E402
from desktop_app.calc.said import Certainty, Said  # noqa: E402
from desktop_app.models import store  # noqa: E402
from desktop_app.models.forum_file import ForumFile  # noqa: E402
from desktop_app.models.header import journal_of  # noqa: E402
from desktop_app.models.interchange import read_document  # noqa: E402
from desktop_app.models.loading import open_for_reading  # noqa: E402
from desktop_app.models.verify import verify  # noqa: E402

Acknowledged = tuple[int | None, int, str]
"""Line beside the record (``None``: the record), number of the entry, and the hash of its state."""

SAMPLE: Final = ROOT / "resources" / "samples" / "annual-pool-2026.json"
ENDS: Final = ("dead", "fell")
"""What is said of a victim: that it was killed, or that it ended by itself."""
DOOR: Final = "door"
WINDOW: Final = "window"
KILLS_A_FILE: Final = 25
LONGEST_LIFE: Final = 0.1
"""Seconds from the first acknowledged change to the kill, at most; a commit takes one or two milliseconds."""

LONGEST_LIFE_IN_WINDOW: Final = 0.6
"""The same where a robot types into the window: an Enter, its dialogs included, takes some ten milliseconds."""


class LostError(Exception):
    """Something that was acknowledged is not there; the message says what."""


@dataclass
class Tally:
    """What was seen.

    Attributes:
        kills: processes killed.
        acknowledged: changes that were acknowledged, and found again.
        in_scenarios: how many of them in a scenario beside the record.
        half_done: kills that left a transaction to take back.
        unacknowledged: kills after which a change was found that had been committed but not acknowledged yet.
    """

    kills: int = 0
    acknowledged: int = 0
    in_scenarios: int = 0
    half_done: int = 0
    unacknowledged: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills: {self.acknowledged} changes acknowledged, none lost; {self.in_scenarios} of them in "
            f"scenarios; {self.half_done} times a transaction was taken back, {self.unacknowledged} times a change was "
            "committed but not yet acknowledged"
        )


@dataclass
class Nursery:
    """A process that has everything imported, and from which the victims are forked."""

    kind: str
    process: "subprocess.Popen[str]" = field(init=False)

    def __enter__(self) -> Self:
        command = [sys.executable, str(Path(__file__).resolve()), "--nursery", self.kind]
        # The platform without a screen complains of every window that wants a size.
        seen = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=seen
        )
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.communicate()

    def _line(self) -> str:
        assert self.process.stdout is not None  # noqa: S101 - a pipe was asked for
        line = self.process.stdout.readline()
        if not line:
            raise LostError("the process that forks the victims is gone")
        return line.strip()

    def one_life(self, path: Path, seed: int, seconds: float) -> list[Acknowledged]:
        """Start a victim on a file, kill it, and return what it acknowledged."""
        assert self.process.stdin is not None  # noqa: S101 - a pipe was asked for
        self.process.stdin.write(f"{seed} {path}\n")
        self.process.stdin.flush()
        victim = int(self._line())
        # The handshake: nothing is killed before its first change is acknowledged.
        acknowledged = [self._line()]
        if acknowledged[0] not in ENDS:
            time.sleep(seconds)
            os.kill(victim, signal.SIGKILL)
            while acknowledged[-1] not in ENDS:
                acknowledged.append(self._line())
        if acknowledged[-1] == "fell":
            raise LostError(f"the program ended by itself (seed {seed}): it says why above")
        told = (line.split() for line in acknowledged[:-1])
        return [(int(line) if line != "-" else None, int(seq), digest) for line, seq, digest in told]


def nursery(kind: str) -> None:
    """Fork a victim for every line on standard input; say its number, and ``dead`` when it is gone."""
    # What a victim would otherwise load, again and again, before its first change.
    from PySide6.QtCore import QLockFile  # noqa: F401

    from desktop_app.models import writing  # noqa: F401

    lives = live
    if kind == WINDOW:
        from build.kill_robot import live_in_window

        lives = live_in_window
    for line in sys.stdin:
        seed, path = line.rstrip("\n").split(" ", 1)
        victim = os.fork()
        if victim == 0:
            say(str(os.getpid()))
            lives(Path(path), random.Random(int(seed)))  # noqa: S311 - no secret
            # A victim that ends by itself has failed: the handshake tells.
            os._exit(1)
        _victim, status = os.waitpid(victim, 0)
        say("dead" if os.WIFSIGNALED(status) else "fell")


def say(line: str) -> None:
    """Write a line at once and whole."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def live(path: Path, chance: random.Random) -> None:
    """Open a file and change it until killed."""
    forum_file = ForumFile.open(path, f"victim {os.getpid()}")
    while True:
        step = chance.random()
        if step < 0.2 and forum_file.undo_title:
            applied = forum_file.undo()
        elif step < 0.35 and forum_file.redo_title:
            applied = forum_file.redo()
        else:
            applied = forum_file.apply(random_change(chance))
        if applied.recorded:
            say(f"- {applied.seq} {forum_file.state_hash}")


def random_change(chance: random.Random) -> RecordPledge | RecordSaid | ChooseReading | Describe:
    """Return a change: mostly a pledge, sometimes a long note, so that a change writes from one page to many."""
    if chance.random() < 0.1:
        note = "x" * chance.randrange(5000)
        return Describe("Forum", chance.randrange(2026, 2100), Classification.LIMITE, note)
    if chance.random() < 0.1:
        return ChooseReading("rounding", chance.choice(["up", "nearest", "largest-remainder"]))
    if chance.random() < 0.2:
        said = Said(chance.choice(list(Certainty)), by="x" * chance.randrange(400), at_most=chance.random() < 0.5)
        return RecordSaid(chance.choice(BOUND), chance.choice(list(PledgeColumn)), said)
    value = chance.choice([ABSENT, None, chance.randrange(100_000)])
    return RecordPledge(chance.choice(BOUND), chance.choice(list(PledgeColumn)), value)


def examine(path: Path, acknowledged: list[Acknowledged], tally: Tally) -> None:
    """Look whether everything acknowledged is there, and the file sound.

    Raises:
        LostError: it is not.
    """
    tally.half_done += journal_of(path).exists()
    # As another desk reads it, before anybody has opened it for writing.
    with open_for_reading(path) as database, database.reading() as connection:
        for line, seq, digest in acknowledged:
            if store.entry(connection, seq, line).state_hash != digest:
                where = "" if line is None else f" of line {line}"
                raise LostError(f"entry {seq}{where} of {path} is not the one that was acknowledged")
        last, _digest = store.head_mark(connection)
    known = [seq for line, seq, _digest in acknowledged if line is None]
    surplus = last - known[-1] if known else 0
    if surplus not in {0, 1}:
        raise LostError(f"{path} holds {surplus} entries more than were acknowledged")
    with ForumFile.open(path, "examiner") as forum_file:
        if forum_file.seq != last:
            raise LostError(f"{path} opens with entry {forum_file.seq}, and was read with {last}")
    report = verify(path)
    if not report.is_sound:
        raise LostError("\n".join(report.lines()))
    tally.kills += 1
    tally.acknowledged += len(acknowledged)
    tally.in_scenarios += sum(line is not None for line, _seq, _digest in acknowledged)
    tally.unacknowledged += surplus


def kill_many(folder: Path, kills: int, seed: int, kind: str) -> Tally:
    """Kill so many processes while they write, and examine the file after each.

    Raises:
        LostError: something that was acknowledged is lost.
    """
    tally = Tally()
    longest = LONGEST_LIFE if kind == DOOR else LONGEST_LIFE_IN_WINDOW
    chance = random.Random(seed)  # noqa: S311 - no secret
    forum = read_document(SAMPLE.read_bytes())
    with Nursery(kind) as victims:
        for number in range(kills):
            path = folder / f"{seed}-{number // KILLS_A_FILE}.forum"
            if not path.exists():
                ForumFile.create(path, forum, "examiner").close()
            acknowledged = victims.one_life(path, chance.randrange(2**32), chance.uniform(0, longest))
            examine(path, acknowledged, tally)
    return tally


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument(
        "--seed", type=int, default=None, help="of the moments and changes; printed, so that a run can be repeated"
    )
    parser.add_argument("--door", action="store_true", help="leave the window out")
    parser.add_argument("--nursery", choices=(DOOR, WINDOW), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.nursery:
        nursery(arguments.nursery)
        return 0
    seed = random.randrange(2**32) if arguments.seed is None else arguments.seed  # noqa: S311 - no secret
    print(f"seed {seed}", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="forum-desk-kills-") as folder:
        try:
            tally = kill_many(Path(folder), arguments.kills, seed, DOOR if arguments.door else WINDOW)
        except LostError as error:
            print(f"LOST: {error}")
            return 1
    print(tally)
    return 0


if __name__ == "__main__":
    sys.exit(main())
