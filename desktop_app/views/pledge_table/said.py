"""The marks in a pledge's cell: how the pledge is said, where that tells how firm the figure is."""

from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.forum import Pledge
from desktop_app.calc.said import Certainty, OriginalAmount, Said
from desktop_app.calc.sentences import Money
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.typed_table.cells import Token

_CEILING: Final = Token("ceiling", marked("at most"), "warn")
_CONDITION: Final = Token("condition", marked("conditional"), "warn")
_ANNOUNCED: Final = Token("announced", marked("announced only"), "warn")
_CURRENCY: Final = Token("currency", marked("another currency"), "info")
_NOTE: Final = Token("note", marked("note"), "info")


def marks_of(pledge: Pledge, column: PledgeColumn) -> tuple[Token, ...]:
    """Return the marks of a type of a pledge, what qualifies the figure most first; none where nothing does."""
    said: Said = getattr(pledge.said, column.value)
    found = (
        (said.at_most, _CEILING),
        (said.condition, _CONDITION),
        (said.certainty is Certainty.ANNOUNCED, _ANNOUNCED),
        (_originals(pledge, column), _CURRENCY),
        (said.note, _NOTE),
    )
    return tuple(mark for holds, mark in found if holds)


def said_words(pledge: Pledge, column: PledgeColumn) -> str:
    """Say how a type of a pledge is said, in one line; empty where nothing is recorded of it."""
    said: Said = getattr(pledge.said, column.value)
    parts = [said.certainty.words] if said.certainty else []
    if said.by:
        parts.append(tr("by {by}", by=said.by))
    parts += [tr("at most")] if said.at_most else []
    parts += [said.condition] if said.condition else []
    parts += [tr("said as {original}", original=_original_words(original)) for original in _originals(pledge, column)]
    parts += [tr("note: {note}", note=said.note.strip())] if said.note else []
    return ", ".join(map(shown, parts))


def _originals(pledge: Pledge, column: PledgeColumn) -> tuple[OriginalAmount, ...]:
    """Return what was said in other currencies; of measures it stands with each of them."""
    if column is PledgeColumn.ALTERNATIVE:
        return tuple(measure.original for measure in pledge.measures if measure.original)
    said: Said = getattr(pledge.said, column.value)
    return (said.original,) if said.original else ()


def _original_words(original: OriginalAmount) -> str:
    amount = tr("{amount}", amount=Money(original.amount_hundredths, original.currency))
    rate = tr(" at {rate}", rate=wording.decimal(original.rate)) if original.rate else ""
    day = tr(" of {day}", day=wording.day(original.rate_date)) if original.rate and original.rate_date else ""
    return f"{amount}{rate}{day}"
