"""What was changed, in words: the record's differences in the language of the document.

What is ours is a sentence, told in the language with the numbers, money and dates in it; what a person typed stays as
it is.
"""

from desktop_app.calc.differences.compare import Difference
from desktop_app.calc.sentences import Sentence
from desktop_app.documents.sections.source import Source


def place_words(source: Source, difference: Difference) -> str:
    """Return where something was changed: ``"Latvia"``, ``"Key: France"``."""
    return source.terms.said(difference.place)


def what_words(source: Source, difference: Difference) -> str:
    """Return which cell was changed: ``"relocations"``, ``"measure 2: value"``."""
    return source.terms.said(difference.what)


def before_words(source: Source, difference: Difference) -> str:
    """Return what stood there."""
    return _value(source, difference.before)


def after_words(source: Source, difference: Difference) -> str:
    """Return what stands there now."""
    return _value(source, difference.after)


def _value(source: Source, text: str) -> str:
    return source.terms.said(text) if isinstance(text, Sentence) else text
