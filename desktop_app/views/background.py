"""Work beside the window: one worker object on a thread pool, waited for at close.

A job is a plain function of plain values that opens what it needs itself; its result comes back to the
window's thread as a signal. Nothing of Qt's widgets and no open forum file goes into a job.
"""

import gc
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import Final

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

_MOMENT: Final = 1.0
"""Seconds that a person is taken to be active after a key."""
_TURN: Final = 0.0005
"""Seconds after which a job lets the window have its turn; Python's own 5 ms are felt while typing."""
_USUAL_TURN: Final = sys.getswitchinterval()
PATIENCE: Final = 5.0
"""Seconds for which a window that closes waits for a job: a disk that does not answer must not keep it open."""
_left: Final[list["_Job | QThreadPool"]] = []
"""Jobs that did not end in time, and their pools: they live until they do."""


class _ShortTurns:
    """Lets the window have its turn sooner while any job of any worker runs: the interval is one for the program."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = 0

    def __enter__(self) -> None:
        with self._lock:
            self._running += 1
            sys.setswitchinterval(_TURN)

    def __exit__(self, *_error: object) -> None:
        with self._lock:
            self._running -= 1
            if not self._running:
                sys.setswitchinterval(_USUAL_TURN)


_short_turns: Final = _ShortTurns()


class _OneThreadCollects:
    """Keeps Python's garbage collector quiet while any job runs.

    The collector works on whichever thread happens to call for it. On a job's thread it would delete widgets that
    stand in a circle of references, and what they send while they die (a change of focus, say) would reach the
    window's thread later, naming a widget that is no more: the program crashes. Only the window's thread asks here.
    """

    def __init__(self) -> None:
        self._for: set[_Job] = set()
        self._was_on = False

    def hold(self, job: "_Job") -> None:
        """Begin, before the job does."""
        if not self._for:
            self._was_on = gc.isenabled()
            gc.disable()
        self._for.add(job)

    def release(self, job: "_Job") -> None:
        """End, after the job did."""
        if job in self._for:
            self._for.remove(job)
            if not self._for and self._was_on:
                gc.enable()


_collection: Final = _OneThreadCollects()


class _Job(QRunnable):
    def __init__(self, name: str, work: Callable[[], object], worker: "Worker") -> None:
        super().__init__()
        self.setAutoDelete(False)  # the worker keeps it until its result has arrived
        self.name, self._work, self._worker = name, work, worker
        self.stopping = Event()
        self.is_begun = False
        self.is_left = False  # nobody waits for it any more

    def run(self) -> None:
        """Do the work on the pool's thread; a failure is a result too."""
        _current.job = self
        self.is_begun = True
        try:
            with _short_turns:
                result = self._work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong is shown at the desk, not lost in a thread
            result = error
        # A window that waited long enough is gone.
        with suppress(RuntimeError):
            self._worker.arrived.emit(self, result)
        if self.is_left:
            _collection.release(self)


class _Current(threading.local):
    """The job that runs on a thread."""

    job: _Job | None = None


_current: Final = _Current()


class Worker(QObject):
    """Runs jobs one after the other.

    Signals:
        arrived(_Job, object): internal, from the pool's thread.
        done(str, object): name of the job and its result, or the exception it ended with.
    """

    arrived = Signal(object, object)
    done = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = self._new_pool()
        self._jobs: dict[str, _Job] = {}
        self._quiet_until = 0.0
        self.arrived.connect(self._finish)

    @property
    def is_idle(self) -> bool:
        """Nothing runs and no result is on its way."""
        return not self._jobs

    @property
    def is_stopping(self) -> bool:
        """Whether a job should come to an end; for jobs to ask, from their thread."""
        job = _current.job
        return job is not None and job.stopping.is_set()

    def person_is_active(self) -> None:
        """Let the person go first for a moment: what reads the file keeps it from being written."""
        self._quiet_until = time.monotonic() + _MOMENT

    def give_way(self) -> bool:
        """Wait while the person is active; for jobs, between two steps.

        Returns:
            Whether to go on.
        """
        stopping = Event() if _current.job is None else _current.job.stopping
        while not stopping.is_set():
            left = self._quiet_until - time.monotonic()
            if left <= 0:
                return True
            stopping.wait(left)
        return False

    def start(self, name: str, work: Callable[[], object]) -> None:
        """Run ``work`` beside the window; a job of that name still running is not started twice."""
        if name not in self._jobs:
            job = self._jobs[name] = _Job(name, work, self)
            _collection.hold(job)
            self._pool.start(job)

    def wait(self) -> bool:
        """Wait for what runs, with patience but not for ever; tell whether it has ended."""
        return self._pool.waitForDone(round(PATIENCE * 1000))

    def stop(self) -> None:
        """Drop what has not begun, wait a while for what has, and hear of no result any more."""
        # In this order: a job that hears that it should stop makes room for the next one.
        self._pool.clear()
        for job in self._jobs.values():
            job.stopping.set()
        if self.wait():
            for job in self._jobs.values():
                _collection.release(job)
        else:
            # To wait on, as a pool does when it is deleted, would keep the window.
            self._pool.setParent(None)
            for job in self._jobs.values():
                job.is_left = job.is_begun
                if not job.is_begun:
                    _collection.release(job)
            _left.extend([self._pool, *self._jobs.values()])
            self._pool = self._new_pool()
        self._jobs.clear()

    def _new_pool(self) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(1)
        return pool

    def _finish(self, job: _Job, result: object) -> None:
        if self._jobs.get(job.name) is not job:
            return
        del self._jobs[job.name]
        _collection.release(job)
        self.done.emit(job.name, result)
