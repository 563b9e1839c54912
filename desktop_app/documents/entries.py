"""What entries of the record are called: kept in English, read back into the language of a document."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from desktop_app.calc.memory import Step
from desktop_app.calc.read_back import Templates
from desktop_app.calc.sentences import Sentence, Voice, say, told
from desktop_app.calc.told_steps import told_words
from desktop_app.documents.sentences import catalogue
from desktop_app.documents.text import Terms

_CREATED: Final = "Created: "
"""Begins the title of a record's first entry."""


def title_told(title: str, language: str, voice: Voice) -> str:
    """Return the title of an entry in a language; a text that is none of ours stays as it is.

    Args:
        title: as the record has it.
        language: its code.
        voice: how it says things.
    """
    if not catalogue(language):
        return title
    if title.startswith(_CREATED):
        # What follows is a name that a person gave; every list of entries says of the first that it began there.
        return told(say("Begun: {title}", title=title.removeprefix(_CREATED)), voice)
    # A title that is only just made knows its parts.
    known = title if isinstance(title, Sentence) else _templates(language).read(title)
    return told(say("{title}", title=known), voice)


def step_words(step: Step, words: Terms) -> str:
    """Say what an entry did; its title is read back where it is no name that a person gave."""
    if step.mark is None and step.action != "create":
        title = title_told(step.moment.title, words.language, words)
        step = replace(step, moment=replace(step.moment, title=title))
    return words.said(told_words(step))


@lru_cache(maxsize=4)
def _templates(language: str) -> Templates:
    return Templates(catalogue(language))
