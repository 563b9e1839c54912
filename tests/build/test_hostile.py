"""Hostile input: twenty of each kind run in the suite, always the same; ten thousand on demand."""

import subprocess
import sys
from pathlib import Path

import pytest

from build.hostile import campaign, readers, trials
from build.hostile.case import Case, chance_of
from build.hostile.readers import Reader
from desktop_app.models.errors import BadInput

ROOT = Path(__file__).resolve().parents[2]


def test_hostile_input_is_refused_in_a_few_words(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "build.hostile",
            "--count",
            "120",
            "--seed",
            "7",
            "--jobs",
            "2",
            "--keep",
            str(tmp_path),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "120 hostile inputs (20 csv, 20 forum, 20 json, 20 sdmx, 20 tsv, 20 xlsx)" in done.stdout
    assert ", 0 failures; " in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", campaign.KINDS)
def test_the_same_seed_makes_the_same_input(kind: str) -> None:
    bases, make = campaign._MAKERS[kind]
    sound = bases()
    once, again = (make(chance_of(1, kind, 9), sound) for _each in range(2))
    assert (once.target, once.files, once.about) == (again.target, again.files, again.about)
    assert make(chance_of(1, kind, 10), sound).files != once.files


def reader(does: object) -> Reader:
    return readers._explained("test", does)  # type: ignore[arg-type]  # a function of a path


@pytest.fixture(autouse=True)
def _rests_as_a_campaign(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process count as one that reads files and nothing else: it has run other tests before."""
    monkeypatch.setattr(trials, "_resting", lambda: 100_000_000)


def judged(does: object) -> list[str]:
    case = Case("pool.json", {"pool.json": b"{}"}, "nothing", ("beside",))
    return trials.tried(case, reader(does), apart=False)[0]


def refuse(what: str) -> object:
    def read(path: Path) -> str:
        raise BadInput(path.name, what, "do something else")

    return read


def test_a_trial_sees_what_nothing_may_do() -> None:
    def write_beside(path: Path) -> str:
        path.with_name("other.txt").write_text("x", "utf-8")
        return "taken"

    def change(path: Path) -> str:
        path.write_text("other", "utf-8")
        return "taken"

    def fail(_path: Path) -> str:
        return str(1 // 0)

    def fill(_path: Path) -> str:
        return str(len(b"x" * 450_000_000))

    assert judged(lambda _path: "taken") == []
    assert judged(refuse("this is bad")) == []
    assert judged(refuse("x" * 3_000)) == ["it said a line of more than 2 000 characters"]
    assert judged(refuse("internal error")) == ["it failed"]
    assert judged(write_beside) == ["other.txt was written beside it"]
    assert judged(change) == ["pool.json was changed or removed"]
    assert "it ended with 70" in judged(fail)
    assert any(each.endswith(" MB") for each in judged(fill))


def test_a_failing_input_is_kept_with_what_was_wrong(tmp_path: Path) -> None:
    case = Case("pool.json", {"pool.json": b"{}"}, "nothing", ("beside",), {"pool.json": 10})
    outcome = trials.Outcome(70, b"out", b"error", 1, 1)
    trials.keep(case, tmp_path / "kept", ["it failed"], outcome)
    assert (tmp_path / "kept" / "pool.json").read_bytes() == b"{}" + bytes(8)
    assert (tmp_path / "kept" / "WRONG.txt").read_text("utf-8") == "nothing\nit failed\nout\nerror"
