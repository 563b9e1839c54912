"""Whether what is shown is on the disk, and since when."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.calc import wording
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, theme


class SavedMark(QWidget):
    """Says whether what is shown is on the disk; ticked only after a commit."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = ToneLabel()
        self._text = ToneLabel("", Type.STRONG)
        self._state = ("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        theme().changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_saved(self, committed_at: datetime | None, *, where: str = "") -> None:
        """Tick, with the time of the latest commit.

        Args:
            committed_at: ``None`` where the file holds no change yet.
            where: what was committed to where it is not the record, with a space before it.
        """
        when = "" if committed_at is None else f" {shown(clock_text(committed_at))}"
        # Beside more words, the strip has no room for the seconds.
        self._say(tr("saved{where}{part}", where=where, part=when[:-3] if where else when), "ok", "ok")

    def show_failed(self, reason: str) -> None:
        """Make unmistakable that the latest entry is not on the disk."""
        self._say(tr("NOT SAVED"), "block", "block", reason)

    def show_read_only(self, committed_at: datetime | None, *, updated: bool = False) -> None:
        """Say that nothing can be typed here, and whether news of the other desk have come in since."""
        self._say(_read_only_words(committed_at, updated=updated), "lock", "muted")

    def set_scale(self) -> None:
        """Take on the size of the text."""
        self._restyle()

    def _say(self, text: str, icon: str, tone: str, reason: str = "") -> None:
        self._state = (icon, tone)
        self._text.setText(shown(text))
        self.setToolTip(shown(reason or text))
        self.setAccessibleName(shown(reason or text))
        self._restyle()

    def _restyle(self) -> None:
        icon, tone = self._state
        self._text.set_tone(tone)
        size = self._text.fontMetrics().height()
        colour = theme().colours.named(tone)
        self._icon.setPixmap(theme().icon(icon, colour).pixmap(size, size))
        palette = self.palette()
        failed = tone == "block"
        palette.setColor(self.backgroundRole(), theme().colours.block_ground if failed else theme().colours.surface)
        self.setPalette(palette)
        self.setAutoFillBackground(failed)


def clock_text(moment: datetime, now: datetime | None = None) -> str:
    """Write a moment in local time: ``16:40:12``, with its date where that is not today.

    Args:
        moment: with its zone.
        now: what counts as today, for tests.
    """
    local = moment.astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    clock = local.strftime("%H:%M:%S")
    return clock if local.date() == today else f"{shown(wording.day(local.date()))}, {shown(clock)}"


def _read_only_words(committed_at: datetime | None, *, updated: bool) -> str:
    if committed_at is None:
        return tr("read-only")
    when = clock_text(committed_at)
    return tr("read-only, updated {when}", when=when) if updated else tr("read-only, as of {when}", when=when)
