"""What every page of the Member State panel has."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.calc.forum import StateRecord
from desktop_app.calc.moments import as_of
from desktop_app.views.editors.stage import Staged, Subject
from desktop_app.views.fields import DateField, Field
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme


class Page(QWidget):
    """Shows a form, gives it back as typed, and says what taking it would change; knows no other page.

    Signals:
        edited(): the person changed something.
        turned(): another part of what is recorded is shown now, with a draft of its own.
    """

    edited = Signal()
    turned = Signal()

    name = ""
    """Id of the page, and of the command that opens it."""
    title = ""
    """What its button says."""

    def __init__(self) -> None:
        super().__init__()
        self.subject: Subject | None = None
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        self.column.setSpacing(Space.S)

    # ------------------------------------------------------------------------------------- what a page answers

    @property
    def part(self) -> str:
        """Id of the draft that the page shows now."""
        return self.name

    @property
    def part_words(self) -> str:
        """What a draft of that part is called, in a few words."""
        return self.title.casefold()

    def recorded(self, record: StateRecord) -> Any:
        """Return the form of what is recorded."""
        raise NotImplementedError

    def form(self) -> Any:
        """Return the form as it stands in the fields."""
        raise NotImplementedError

    def put(self, form: Any) -> None:
        """Show a form; says nothing of an edit."""
        raise NotImplementedError

    def stage(self, form: Any, subject: Subject) -> Staged:
        """Return what taking a form would change."""
        raise NotImplementedError

    def start(self) -> QWidget:
        """Return what takes the keyboard when the page is opened."""
        raise NotImplementedError

    def explain(self, subject: Subject) -> None:
        """Say beside the fields what follows from them; called after each edit."""

    # ------------------------------------------------------------------------------------------ what a page has

    def show_subject(self, subject: Subject, form: Any) -> None:
        """Show a Member State with a form, the recorded one or a draft."""
        self.subject = subject
        day = as_of(subject.forum)
        for field in self.findChildren(DateField):
            field.offer(day)
        self.put(form)
        self.explain(subject)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put what is wrong beside the fields that know nothing of it themselves."""
        for name, field in self.fields.items():
            field.complain("" if field.problem else problems.get(name, ""))

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        for field in self.findChildren(Field):
            field.set_read_only(read_only)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for part in self.findChildren(Field):
            part.set_scale(scale)
        for label in self.findChildren(Words):
            label.set_scale(scale)

    def add(self, name: str, field: Field) -> None:
        """Put a field at the end, and tell of its edits."""
        self.fields[name] = field
        self.column.addWidget(field)
        field.edited.connect(self._edited)

    def _edited(self) -> None:
        if self.subject is not None:
            self.explain(self.subject)
        self.edited.emit()


class Words(ToneLabel):
    """A line of words that wraps, and vanishes when it has nothing to say."""

    def __init__(self, text: str = "", role: Type = Type.CAPTION, tone: str = "muted") -> None:
        super().__init__(text, role, tone)
        self.setWordWrap(True)
        if not text:
            # Shown without a parent, it would be a window of its own for a moment.
            self.hide()

    def say(self, text: str, tone: str = "muted") -> None:
        """Say something else."""
        self.set_tone(tone)
        self.setText(legible(text))
        self.setVisible(bool(text))


class Heading(Words):
    """A heading inside a page."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Type.STRONG, "text")
        self.setContentsMargins(0, Space.S, 0, 0)


class Rule(QFrame):
    """A thin line between two parts of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.HLine)
        self.setFixedHeight(1)
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        self.setStyleSheet(f"background: {theme().colours.line.name()}; border: none;")
