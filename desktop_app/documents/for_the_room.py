"""What the room may see on paper: no note, no reason, and nothing of the proposal's numbers before the act is adopted.

The numbers of the Commission's proposal are RESTREINT UE/EU RESTRICTED until then (Art. 12(6) of the Regulation);
findings that name them, and what is measured by them, go with them. A page that has them is marked for them.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from desktop_app.calc.differences.compare import Difference
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Classification, Forum, Procedure
from desktop_app.calc.memory import Step
from desktop_app.calc.papers import History
from desktop_app.calc.readings import OFFSET_NUMBER
from desktop_app.documents.sections.source import Source
from desktop_app.documents.sheets import Furniture

ON_THE_PROPOSAL: Final = ("AMMR-12-", "AMMR-63-1", "AMMR-63-2")
"""Begin the rules whose findings tell something of the Commission's numbers."""
OF_THE_DESK: Final = ("DESK-",)
"""Begin the rules whose findings tell how a pledge was said, or what the secretariat answered to a warning."""
_NUMBERS: Final = ("AMMR-12-2", "AMMR-63-1", "AMMR-63-2")
"""Those of them whose findings name a number or say how pledges stand to it."""
_BY_READING: Final = ("AMMR-63-3", "AMMR-63-4")
"""Their findings name the proposal's number where the reading in force measures by it."""
_TYPED: Final = frozenset({"note", "reason"})
"""Fields that are nobody's but the secretariat's."""
_ANSWERS: Final = "Acknowledged findings"


def is_classified(forum: Forum) -> bool:
    """Tell whether the numbers of a Commission proposal are classified still (Art. 12(6))."""
    return forum.procedure is Procedure.ANNUAL_POOL and forum.adopted is None


def for_the_room(source: Source) -> Source:
    """Return a source without what is for the secretariat; figures stay as they are."""
    assessment = source.assessment
    shown = tuple(each for each in assessment.findings if _is_shown(source, each))
    forum = replace(_without_typed(assessment.forum), acknowledgements=())
    # What a procedure works out can carry a record with its note along.
    bare = _without_typed(replace(assessment, memory=None))
    return replace(source, assessment=replace(bare, forum=forum, findings=shown), for_room=True)


def steps_for_the_room(history: History, forum: Forum) -> History:
    """Return a history without those cells, reasons and answers.

    Args:
        history: of the record.
        forum: tells whether the proposal's numbers are classified still.
    """
    return replace(history, steps=tuple(_step(each, forum) for each in history.steps))


def marked(furniture: Furniture, forum: Forum) -> Furniture:
    """Return what stands on a page that holds the proposal's numbers: marked for them as long as they are classified.

    No classification is higher than theirs.
    """
    return replace(furniture, marking=Classification.EU_RESTRICTED.marking) if is_classified(forum) else furniture


def marked_for_findings(furniture: Furniture, source: Source, findings: Iterable[Finding]) -> Furniture:
    """Return what stands on a page with these findings: marked where one of them names the proposal's numbers."""
    named = (*_NUMBERS, *_by_reading(source))
    return marked(furniture, source.forum) if any(each.rule.startswith(named) for each in findings) else furniture


def is_withheld(step: Step) -> bool:
    """Tell whether all that an entry changed is withheld from the room: such a step has lost its title."""
    return not step.moment.title


def _is_shown(source: Source, finding: Finding) -> bool:
    if finding.rule.startswith(OF_THE_DESK):
        return False
    if not is_classified(source.forum):
        return True
    return not finding.rule.startswith((*ON_THE_PROPOSAL, *_by_reading(source)))


def _by_reading(source: Source) -> tuple[str, ...]:
    return _BY_READING if source.assessment.readings.get(OFFSET_NUMBER.name) == "proposal" else ()


def _step(step: Step, forum: Forum) -> Step:
    shown = tuple(each for each in step.differences if not _is_secret(each, forum))
    told = replace(step, differences=shown, reason=None)
    if step.differences and not shown:
        # What it was called can name what it changed.
        return replace(told, moment=replace(step.moment, title=""))
    return told


def _is_secret(difference: Difference, forum: Forum) -> bool:
    parts = difference.what.split(": ")
    typed = parts[-1] in _TYPED or any(part.endswith("as said") for part in parts)
    proposed = difference.place == "Pool" and difference.what.startswith("proposal, ") and is_classified(forum)
    return typed or proposed or difference.place == _ANSWERS


def _without_typed(value: Any) -> Any:
    """Return a value without notes and reasons, however deep they lie in it."""
    if isinstance(value, tuple) and type(value) is tuple:
        parts = tuple(_without_typed(each) for each in value)
        same = all(one is other for one, other in zip(parts, value, strict=True))
        return value if same else parts
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for each in fields(value):
        held = getattr(value, each.name)
        if each.name in _TYPED and isinstance(held, str):
            made: Any = None if each.name == "note" else ""
        else:
            made = _without_typed(held)
        if made is not held:
            changed[each.name] = made
    return replace(value, **changed) if changed else value
