"""What another main window must know to go on with the room display, as when the language changes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoomStanding:
    """What the room was shown.

    Attributes:
        is_open: whether the display is open.
        is_hidden: whether everything was hidden last.
        hidden_since: number of the release that was hidden, whether or not that could be recorded.
    """

    is_open: bool
    is_hidden: bool
    hidden_since: int | None
