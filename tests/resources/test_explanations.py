"""Every explanation of a figure can be told whole in each language of the window, down to its smallest part."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from build.sentences import LANGUAGES, has_words
from desktop_app.calc.assess import assess
from desktop_app.calc.derivation import Derivation
from desktop_app.calc.explain import explain, pool_figures, row_figures, total_figures
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import NAMES
from desktop_app.calc.sentences import Capital, Clause, Counted, Sentence, say
from desktop_app.documents.references import reference_told
from desktop_app.documents.sentences import catalogue
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource

EXAMPLES = Path(__file__).parents[1] / "examples"
DOCUMENTS = (
    *sorted(resource("samples").glob("*.json")),
    *(path for path in sorted(EXAMPLES.glob("*.json")) if ".expected." not in path.name),
)


@cache
def is_known(template: str) -> bool:
    return not has_words(template) or all(
        template in catalogue(code) or reference_told(template, code) for code in LANGUAGES
    )


def typed_in(document: Any) -> Iterator[str]:
    """Yield every text in a document."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict | list):
        for each in document.values() if isinstance(document, dict) else document:
            yield from typed_in(each)


def parts(value: object) -> Iterator[str]:
    """Yield every sentence and plain text that a value is made of."""
    match value:
        case Sentence():
            yield value
            yield from (part for each in value.values.values() for part in parts(each))
        case str():
            yield value
        case Capital() | Clause():
            yield from parts(value.text)
        case Counted():
            yield from (each if isinstance(each, Sentence) else say(each) for each in (value.one, value.several))
        case tuple() | list():
            yield from (part for each in value for part in parts(each))
        case _:
            pass  # a number, a date, a state: each language writes it


def texts(derivation: Derivation) -> Iterator[str]:
    yield from (derivation.words, derivation.title, derivation.rounding)
    for given in derivation.inputs:
        yield from (given.title, given.source, given.as_of)


def derivations(forum: Forum) -> Iterator[Derivation]:
    assessment = assess(forum)
    for figure, code in product((*row_figures(forum.procedure), *pool_figures(forum.procedure)), NAMES):
        try:
            yield explain(assessment, figure.id, code)
        except KeyError:
            continue  # a figure of a state or of a pool that this forum does not have
    for figure in total_figures(forum.procedure):
        yield explain(assessment, figure.id)


def untold(part: str, typed: frozenset[str]) -> bool:
    """Whether a part stays English: a template that no catalogue has, or plain words that nobody typed."""
    if isinstance(part, Sentence):
        return not is_known(part.template)
    # A plan's mark is its reference with (Rev); readings are called A, B and C.
    return part.partition(" (Rev)")[0] not in typed and re.search("[A-Za-z]{2}", part) is not None


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_explanation_can_be_told(path: Path) -> None:
    data = path.read_bytes()
    typed = frozenset(typed_in(json.loads(data)))
    explained = list(derivations(read_document(data)))
    assert explained
    said = {part for each in explained for text in texts(each) for part in parts(text) if untold(part, typed)}
    assert said == set()
    assert {each.reference for each in explained if not is_known(each.reference)} == set()
