"""What work beside the window says of itself, and how it hears that it is to stop."""

from threading import Event

from desktop_app.models.errors import Cancelled


class Report:
    """Passed between the work, on its own thread, and the window, which looks at it from time to time.

    Calling it says how far the work is; that and every other question ends the work once somebody wants it to stop.

    Attributes:
        done: how much is done.
        total: of how much; 0 while that is not known.
        words: what is done now; empty where the title says it all.
    """

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.done = self.total = 0
        self.words = ""
        self._stopping = Event()

    def __call__(self, done: int, total: int) -> None:
        """Say that so much of ``total`` is done.

        Raises:
            Cancelled: the work is to stop.
        """
        self.done, self.total = done, total
        self.ask()

    def say(self, words: str, done: int = 0, total: int = 0) -> None:
        """Say what is done now, and how far it is.

        Raises:
            Cancelled: the work is to stop.
        """
        self.words = words
        self(done, total)

    def ask(self) -> None:
        """Go on, or end here.

        Raises:
            Cancelled: the work is to stop.
        """
        if self._stopping.is_set():
            raise Cancelled

    def is_stopping(self) -> bool:
        """Return whether the work is to stop; for what asks while it waits, such as SQLite."""
        return self._stopping.is_set()

    def stop(self) -> None:
        """Have the work end where it next asks."""
        self._stopping.set()
