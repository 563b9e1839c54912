"""From an assessment to what the room may see of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.room import annual, pressure, rescue, voluntary
from desktop_app.calc.room.amounts import Measured
from desktop_app.calc.room.compared import comparison
from desktop_app.calc.room.sheet import Before, Choice, Content, Figures, Grid, Panel, RoomSheet, Stamp, at
from desktop_app.calc.sentences import say


@dataclass(frozen=True, slots=True)
class _Showing:
    """How a procedure shows its figures; each takes the assessment of that procedure."""

    name: str
    status: str
    totals: Callable[[Any], Figures]
    table: Callable[[Any], tuple[Grid, ...]]
    delegation: Callable[[Any, str], Figures]
    codes: Callable[[Any], tuple[str, ...]]
    measured: Callable[[Any], Measured]


_PROPOSAL: Final = say("Proposal of 2020, not law")
_SHOWING: Final[Mapping[Procedure, _Showing]] = {
    Procedure.ANNUAL_POOL: _Showing(
        say("High-Level EU Solidarity Forum"),
        "",
        annual.totals,
        annual.table,
        annual.delegation,
        annual.codes,
        annual.measured,
    ),
    Procedure.SEARCH_AND_RESCUE: _Showing(
        say("Solidarity Forum"),
        _PROPOSAL,
        rescue.totals,
        rescue.table,
        rescue.delegation,
        rescue.codes,
        rescue.measured,
    ),
    Procedure.MIGRATORY_PRESSURE: _Showing(
        say("Solidarity Forum"),
        _PROPOSAL,
        pressure.totals,
        pressure.table,
        pressure.delegation,
        pressure.codes,
        pressure.measured,
    ),
    Procedure.VOLUNTARY: _Showing(
        say("Solidarity Platform"),
        say("Political declaration, no obligation"),
        voluntary.totals,
        voluntary.table,
        voluntary.delegation,
        voluntary.codes,
        voluntary.measured,
    ),
}


def room_sheet(assessment: Assessment, choice: Choice, stamp: Stamp, before: Before | None = None) -> RoomSheet:
    """Return what the room may see: of the pledges and the law's figures what is chosen, and nothing else.

    Never in it: the numbers of the Commission's proposal and what rests on them, notes, reasons, how a pledge was
    said, findings, remarks, deductions that are not granted, acts that are not adopted, and any text of the forum.

    Args:
        assessment: the figures of the state that is shown.
        choice: what is shown of them.
        stamp: when and of what it is released.
        before: the end of the round before; without one there is no comparison.
    """
    showing = _SHOWING[assessment.forum.procedure]
    panels = tuple(panel for each in choice.contents for panel in _panels(showing, assessment, each, choice, before))
    return RoomSheet(
        title=choice.title,
        marking=assessment.forum.classification.marking,
        status=showing.status,
        released=say("as released at {at}", at=at(stamp.released)),
        state_of="" if stamp.state_of is None else say("as it stood at {at}", at=at(stamp.state_of)),
        fingerprint=stamp.fingerprint,
        is_scenario=stamp.is_scenario,
        panels=panels,
    )


def neutral_name(procedure: Procedure) -> str:
    """Return what stands on the screen of the room while nothing is shown: a name that says nothing of any figure."""
    return _SHOWING[procedure].name


def codes_of(assessment: Assessment) -> tuple[str, ...]:
    """Return the states that can be shown alone, in protocol order."""
    return _SHOWING[assessment.forum.procedure].codes(assessment)


def _panels(
    showing: _Showing, assessment: Assessment, content: Content, choice: Choice, before: Before | None
) -> tuple[Panel, ...]:
    if content is Content.TOTALS:
        return (showing.totals(assessment),)
    if content is Content.TABLE:
        return showing.table(assessment)
    if content is Content.STATE:
        code = choice.state
        return (showing.delegation(assessment, code),) if code and code in showing.codes(assessment) else ()
    return () if before is None else _compared(showing, assessment, before)


def _compared(showing: _Showing, assessment: Assessment, before: Before) -> tuple[Panel, ...]:
    return comparison(showing.measured(before.assessment), showing.measured(assessment), at(before.closed))
