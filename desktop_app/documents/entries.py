"""What entries of the record are called: kept in English, read back into the language of a document."""

from dataclasses import replace
from functools import lru_cache

from desktop_app.calc.memory import Step
from desktop_app.calc.read_back import Templates
from desktop_app.calc.sentences import Voice, say, told
from desktop_app.calc.told_steps import told_words
from desktop_app.documents.sentences import catalogue
from desktop_app.documents.text import Terms


def title_told(title: str, language: str, voice: Voice) -> str:
    """Return the title of an entry in a language; a text that is none of ours stays as it is.

    Args:
        title: as the record has it.
        language: its code.
        voice: how it says things.
    """
    if not catalogue(language):
        return title
    return told(say("{title}", title=_templates(language).read(title)), voice)


def step_words(step: Step, words: Terms) -> str:
    """Say what an entry did; its title is read back where it is no name that a person gave."""
    if step.mark is None:
        title = title_told(step.moment.title, words.language, words)
        step = replace(step, moment=replace(step.moment, title=title))
    return words.said(told_words(step))


@lru_cache(maxsize=4)
def _templates(language: str) -> Templates:
    return Templates(catalogue(language))
