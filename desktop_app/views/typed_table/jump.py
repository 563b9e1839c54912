"""Type to jump: letters typed on a cell that takes none go to a Member State, by code or name.

Two letters or more that name a Member State lead there for good: a figure typed after them begins an entry in
its row. One letter names nobody: with a figure after it, it is a slip, which goes back to the cell it came from.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.calc.member_states import NAMES
from desktop_app.views.typed_table.cursor import Place
from desktop_app.views.typed_table.model import StatesModel

PATIENCE_MS: Final = 1500
"""How long the letters typed belong together."""
_NAMING: Final = 2
_BETWEEN_WORDS: Final = " \u00a0-'’"


def state_called(letters: str, names: Mapping[str, str] = NAMES) -> str | None:
    """Return the code of the state meant by letters: its code, or the beginning of its name or code.

    Where several fit, the first of the names; a whole code comes before the beginning of a name. Accents, hyphens and
    spaces need not be typed, and an umlaut may be typed as two letters: Österreich is found by ``osterr`` and
    ``oesterr``.

    Args:
        letters: as typed.
        names: of the states that can be meant, as they are shown, by code, in their order.
    """
    typed = _letters_of(letters)
    if not typed:
        return None
    if typed.upper() in names:
        return typed.upper()
    by_name = (code for code, name in names.items() if any(each.startswith(typed) for each in _ways_to_type(name)))
    return next(by_name, None) or next((code for code in names if code.casefold().startswith(typed)), None)


def _ways_to_type(name: str) -> Iterator[str]:
    yield _letters_of(name)
    # With the dots of an umlaut as the letter e.
    yield _letters_of(unicodedata.normalize("NFD", name).replace("\N{COMBINING DIAERESIS}", "e"))


def _letters_of(text: str) -> str:
    """Return a text in small letters, without accents and what stands between words."""
    signs = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign) and sign not in _BETWEEN_WORDS)


def names_state(letters: str, names: Mapping[str, str] = NAMES) -> bool:
    """Tell whether letters name a state: two at least, for one is as easily a slip before a figure."""
    return len(letters.strip()) >= _NAMING and state_called(letters, names) is not None


class TypeToJump(QObject):
    """Gathers letters that are typed one after another.

    Signals:
        typed(str, object): the letters so far (empty when over), and the code they mean or ``None``.
    """

    typed = Signal(str, object)

    def __init__(self, parent: QObject, model: StatesModel) -> None:
        """Begin without letters; the model says which states they can mean."""
        super().__init__(parent)
        self._model = model
        self._letters = ""
        self._origin: Place = (0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self.end)

    @property
    def letters(self) -> str:
        """The letters so far; empty while nothing is being typed."""
        return self._letters

    @property
    def origin(self) -> Place:
        """Row and column in which the letters began."""
        return self._origin

    def add(self, letters: str, place: Place) -> None:
        """Add letters.

        Args:
            letters: what is typed now.
            place: row and column of the cursor, where the letters begin with these.
        """
        if not self._letters:
            self._origin = place
        self._say(self._letters + letters)

    def take_back(self) -> None:
        """Take the last letter back."""
        self._say(self._letters[:-1])

    def end(self) -> None:
        """Forget the letters."""
        if self._letters:
            self._say("")

    def _say(self, letters: str) -> None:
        self._letters = letters
        if letters:
            self._timer.start()
        else:
            self._timer.stop()
        self.typed.emit(letters, state_called(letters, self._model.names))
