"""The numbers that go into the formulas of migratory pressure, each with its source and date."""

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain.inputs import COMPUTED, linked
from desktop_app.calc.explain.pressure_subject import Pressure, PressureState
from desktop_app.calc.sentences import say


def report_total(whole: Pressure) -> Input:
    """Return relocation and sponsorship of the report together; asked only where it is known."""
    title = say("relocation and sponsorship of the report together")
    return Input("report_total", title, whole.report_total, Unit.PERSONS, COMPUTED, "", "total")


def covered(state: PressureState) -> Input:
    """Return the part of the share that measures cover."""
    return linked(state, "covered", say("part of the share covered by measures"), state.row.covered, Unit.PERSONS)


def claimed(state: PressureState) -> Input:
    """Return what the measures claim."""
    return linked(state, "claimed", say("what its measures claim"), state.row.claimed, Unit.PERSONS)


def persons(state: PressureState) -> Input:
    """Return what the state gives by persons; asked only where it is known."""
    return linked(state, "persons", say("by persons"), state.row.persons or 0, Unit.PERSONS)


def reduction(state: PressureState) -> Input:
    """Return what the 10 % reduction takes off, 0 or less."""
    return linked(state, "reduction", say("10 % reduction"), state.row.reduction, Unit.PERSONS)


def redistributed(state: PressureState) -> Input:
    """Return what the state takes over of the others' reductions."""
    return linked(
        state, "redistributed", say("taken over of others' reductions"), state.row.redistributed, Unit.PERSONS
    )
