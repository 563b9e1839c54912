"""What is read, looked at and verified is told in every language: a fixture watches what a module's tests meet."""

import sys
from collections.abc import Iterator
from typing import Any, Final

import pytest

from build.sentences import LANGUAGES, has_words
from desktop_app.calc.adopted.values import Unreadable, UnreadRow
from desktop_app.calc.sentences import Clause, Counted, Sentence
from desktop_app.documents.sentences import catalogue
from desktop_app.models.errors import ExplainedError
from desktop_app.models.ground import Verdict, verdicts
from desktop_app.models.key_sources.gathering import Gathering
from desktop_app.models.table_reading.notes import Notes, NotTakenError
from desktop_app.models.verify import Report

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
        case tuple():
            for each in text:
                yield from untold(each)
        case str() if has_words(text):
            yield text


def _asked_by() -> str:
    """The module that makes what is watched; the ground check's short cuts make it for others."""
    frame = sys._getframe(2)
    while frame.f_globals["__name__"] == verdicts.__name__ and frame.f_back is not None:
        frame = frame.f_back
    return str(frame.f_globals["__name__"])


@pytest.fixture(scope="module", autouse=True)
def every_word_is_told() -> Iterator[None]:
    """Watch refusals, remarks of the readers, verdicts on the ground and what verifying finds, while a module runs."""
    found: set[str] = set()

    def watch(kind: type, name: str, *places: int) -> None:
        does = getattr(kind, name)

        def watched(self: Any, *arguments: Any, **named: Any) -> None:
            # What a test raises itself need not be.
            if _asked_by().startswith("desktop_app"):
                found.update(each for place in places for each in untold((*arguments, "")[place]))
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
        watch(Verdict, "__init__", 0, 2, 3)
        watch(Report, "__init__", 2, 6, 7)
        yield
    assert found == set()
