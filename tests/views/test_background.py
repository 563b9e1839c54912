"""Work beside the window arrives, fails or stops, and is never lost or left running."""

import gc
import sys
import time
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from desktop_app.views import background
from desktop_app.views.background import Worker


def test_a_result_arrives(qtbot: QtBot) -> None:
    worker = Worker()
    with qtbot.waitSignal(worker.done) as done:
        worker.start("sum", lambda: 2 + 2)
    assert done.args == ["sum", 4]
    assert worker.is_idle
    worker.stop()


def test_a_failure_is_a_result(qtbot: QtBot) -> None:
    worker = Worker()
    with qtbot.waitSignal(worker.done) as done:
        worker.start("division", lambda: 1 // 0)
    assert isinstance(done.args[1], ZeroDivisionError)
    worker.stop()


def test_a_job_of_one_name_runs_once_at_a_time(qtbot: QtBot) -> None:
    worker, go_on, runs = Worker(), Event(), []

    def work() -> None:
        runs.append(1)
        go_on.wait(10)

    worker.start("slow", work)
    worker.start("slow", work)
    with qtbot.waitSignal(worker.done):
        go_on.set()
    assert runs == [1]
    worker.stop()


def test_a_job_gives_way_to_the_person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker()
    assert worker.give_way()
    monkeypatch.setattr("desktop_app.views.background._MOMENT", 0.05)
    worker.person_is_active()
    began = time.monotonic()
    with qtbot.waitSignal(worker.done) as done:
        worker.start("patient", worker.give_way)
    assert time.monotonic() - began >= 0.05
    assert done.args == ["patient", True]
    monkeypatch.setattr("desktop_app.views.background._MOMENT", 600)
    worker.person_is_active()
    answers: list[bool] = []
    worker.start("stopped", lambda: answers.append(worker.give_way()))
    qtbot.wait(20)
    worker.stop()
    assert answers in ([False], [])


def test_the_window_gets_its_turn_sooner_while_a_job_runs(qtbot: QtBot) -> None:
    usual = sys.getswitchinterval()
    worker = Worker()
    with qtbot.waitSignal(worker.done) as done:
        worker.start("look", sys.getswitchinterval)
    assert done.args[1] < usual
    assert sys.getswitchinterval() == usual
    worker.start("look", sys.getswitchinterval)
    worker.stop()
    assert sys.getswitchinterval() == usual


def test_a_short_job_does_not_end_the_turns_of_a_long_one(qtbot: QtBot) -> None:
    usual = sys.getswitchinterval()
    long, short, begun, go_on = Worker(), Worker(), Event(), Event()

    def until_told() -> float:
        begun.set()
        go_on.wait(10)
        return sys.getswitchinterval()

    long.start("long", until_told)
    assert begun.wait(10)
    with qtbot.waitSignal(short.done):
        short.start("short", lambda: 1)
    short.stop()
    assert sys.getswitchinterval() < usual
    with qtbot.waitSignal(long.done) as done:
        go_on.set()
    assert done.args[1] < usual
    assert sys.getswitchinterval() == usual
    long.stop()


def test_a_job_that_does_not_end_keeps_no_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.views.background.PATIENCE", 0.05)
    worker, begun, go_on, heard = Worker(), Event(), Event(), []
    worker.done.connect(lambda name, result: heard.append((name, result)))

    def stuck() -> str:
        begun.set()
        go_on.wait(10)
        return "too late"

    worker.start("slow", stuck)
    assert begun.wait(10)
    worker.stop()
    assert worker.is_idle
    with qtbot.waitSignal(worker.done):
        worker.start("slow", lambda: "in time")
    go_on.set()
    assert worker.wait()
    for pool in background._left:
        if isinstance(pool, QThreadPool):
            assert pool.waitForDone(10_000)
    qtbot.wait(20)
    assert heard == [("slow", "in time")]


def test_stopping_waits_for_what_runs_and_drops_what_does_not(qtbot: QtBot) -> None:
    worker, begun, heard, runs = Worker(), Event(), [], []

    def until_told() -> None:
        begun.set()
        while not worker.is_stopping:
            pass
        runs.append("first")

    worker.done.connect(lambda name, _result: heard.append(name))
    worker.start("first", until_told)
    worker.start("second", lambda: runs.append("second"))
    assert begun.wait(10)
    worker.stop()
    qtbot.wait(20)
    assert runs == ["first"]
    assert heard == []
    assert worker.is_idle
    assert not worker.is_stopping


@pytest.fixture
def collection(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin with Python's collector on and nobody keeping it quiet, whatever other tests left running."""
    monkeypatch.setattr(background, "_collection", background._OneThreadCollects())
    was_on = gc.isenabled()
    gc.enable()
    yield
    if not was_on:
        gc.disable()


@pytest.mark.usefixtures("collection")
def test_nothing_is_collected_while_a_job_runs(qtbot: QtBot) -> None:
    one, other = Worker(), Worker()
    seen: list[bool] = []
    go_on = Event()
    one.done.connect(lambda _name, result: seen.append(bool(result)))
    one.start("look", gc.isenabled)
    other.start("wait", lambda: go_on.wait(10))
    qtbot.waitUntil(lambda: one.is_idle)
    assert seen == [False]
    # The other one's job still runs.
    assert not gc.isenabled()
    go_on.set()
    qtbot.waitUntil(lambda: other.is_idle)
    assert gc.isenabled()


@pytest.mark.usefixtures("collection")
def test_collection_goes_on_after_a_worker_was_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    worker, begun, go_on = Worker(), Event(), Event()

    def slow() -> None:
        begun.set()
        go_on.wait(10)

    worker.start("slow", slow)
    worker.start("never begun", int)
    assert begun.wait(10)
    assert not gc.isenabled()
    monkeypatch.setattr(background, "PATIENCE", 0.05)
    worker.stop()
    # What does not end keeps the collector quiet until it does.
    assert not gc.isenabled()
    go_on.set()
    for pool in background._left:
        if isinstance(pool, QThreadPool):
            assert pool.waitForDone(10_000)
    assert gc.isenabled()
    worker.start("quick", int)
    worker.stop()
    assert gc.isenabled()
