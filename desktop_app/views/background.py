"""Work beside the window: one worker object on a thread pool, waited for at close.

A job is a plain function of plain values that opens what it needs itself; its result comes back to the
window's thread as a signal. Nothing of Qt's widgets and no open forum file goes into a job.
"""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class _Job(QRunnable):
    def __init__(self, name: str, work: Callable[[], object], worker: "Worker") -> None:
        super().__init__()
        self.setAutoDelete(False)  # the worker keeps it until its result has arrived
        self._name, self._work, self._worker = name, work, worker

    def run(self) -> None:
        """Do the work on the pool's thread; a failure is a result too."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong is shown at the desk, not lost in a thread
            result = error
        self._worker.arrived.emit(self._name, result)


class Worker(QObject):
    """Runs jobs one after the other.

    Signals:
        arrived(str, object): internal, from the pool's thread.
        done(str, object): name of the job and its result, or the exception it ended with.
    """

    arrived = Signal(str, object)
    done = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: dict[str, _Job] = {}
        self._stopping = Event()
        self.arrived.connect(self._finish)

    @property
    def is_idle(self) -> bool:
        """Nothing runs and no result is on its way."""
        return not self._jobs

    @property
    def is_stopping(self) -> bool:
        """Whether a job should come to an end; for jobs to ask, from their thread."""
        return self._stopping.is_set()

    def start(self, name: str, work: Callable[[], object]) -> None:
        """Run ``work`` beside the window; a job of that name still running is not started twice."""
        if name not in self._jobs:
            self._jobs[name] = _Job(name, work, self)
            self._pool.start(self._jobs[name])

    def stop(self) -> None:
        """Drop what has not begun, wait for what has, and hear of no result any more."""
        self._stopping.set()
        self._pool.clear()
        self._pool.waitForDone()
        self._jobs.clear()
        self._stopping.clear()

    def _finish(self, name: str, result: object) -> None:
        if self._jobs.pop(name, None) is not None:
            self.done.emit(name, result)
