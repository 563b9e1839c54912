"""What the readers say is said in every language of the window: a fixture watches what a module's tests meet."""

import sys
from collections.abc import Iterator
from typing import Any, Final

import pytest

from build.sentences import LANGUAGES, has_words
from desktop_app.calc.adopted.values import Unreadable, UnreadRow
from desktop_app.calc.sentences import Clause, Counted, Sentence
from desktop_app.documents.sentences import catalogue
from desktop_app.models.errors import ExplainedError
from desktop_app.models.key_sources.gathering import Gathering
from desktop_app.models.table_reading.notes import Notes, NotTakenError

_CATALOGUES: Final = [catalogue(language) for language in LANGUAGES]


def untold(text: object) -> Iterator[str]:
    """Yield what is ours in a text and stands in English whatever the window speaks."""
    match text:
        case Sentence():
            if has_words(text.template) and any(text.template not in each for each in _CATALOGUES):
                yield text.template
            for value in text.values.values():
                # A plain text among the values is what stands in the file.
                if not isinstance(value, str) or isinstance(value, Sentence):
                    yield from untold(value)
        case Clause(inside):
            yield from untold(inside)
        case Counted(_value, one, several):
            yield from (*untold(one), *untold(several))
        case str() if has_words(text):
            yield text


@pytest.fixture(scope="module", autouse=True)
def every_word_is_told() -> Iterator[None]:
    """Watch the refusals and remarks of the readers while the tests of a module run."""
    found: set[str] = set()

    def watch(kind: type, name: str, *places: int) -> None:
        does = getattr(kind, name)

        def watched(self: Any, *arguments: Any, **named: Any) -> None:
            # What a test raises itself need not be.
            if sys._getframe(1).f_globals["__name__"].startswith("desktop_app"):
                found.update(each for place in places for each in untold(arguments[place]))
            does(self, *arguments, **named)

        patch.setattr(kind, name, watched)

    with pytest.MonkeyPatch.context() as patch:
        watch(ExplainedError, "__init__", 1, 2)  # where it is may be a name
        watch(NotTakenError, "__init__", 0)
        watch(Notes, "_add", 2)
        watch(Gathering, "refuse", 2)
        watch(Gathering, "skip", 0)
        watch(Unreadable, "__init__", 0)
        watch(UnreadRow, "__init__", 2)
        yield
    assert found == set()
