"""The assessment of migratory pressure in a document: read and written (COM(2020) 610, Art. 50).

Nothing of it is promised by the format: the key is left out where nothing is recorded, and so is each of its parts.
"""

from typing import Any, Final

from desktop_app.calc.listing_order import indicators_in_order, sources_in_order
from desktop_app.calc.pressure_situation import (
    Blueprint,
    IndicatorFigure,
    NeedsAnalysis,
    PressureIndicator,
    PressureSource,
    Situation,
    SituationReportKind,
    SourceUsed,
)
from desktop_app.calc.sentences import say
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import Fields, Where, boolean, choice, day, items, many, persons, text
from desktop_app.models.interchange.solidarity import countries
from desktop_app.models.interchange.written import Document, day_text, said_only, telling, value_or_none

_reference: Final = text(limits.REFERENCE)
_note: Final = text(limits.NOTE)


def read_situation(value: Any, where: Where) -> Situation:
    """Convert the assessment."""
    with Fields(value, where) as keys:
        return Situation(
            indicators=keys.take("indicators", _indicators, ()),
            sources=sources_in_order(keys.take("sources", many(_source, limits.SOURCES), ())),
            blueprint=keys.take("blueprint", _blueprint, Blueprint()),
            needs=keys.take("needs", _needs, NeedsAnalysis()),
            note=keys.take("note", _note, None),
        )


def _indicators(value: Any, where: Where) -> tuple[IndicatorFigure, ...]:
    found: dict[PressureIndicator, IndicatorFigure] = {}
    for each, place in items(value, where, limits.INDICATORS):
        figure = _indicator(each, place)
        if figure.indicator in found:
            what = say("the indicator {indicator} stands there twice", indicator=str(figure.indicator.value))
            place.refuse(what, say("keep one of the two"))
        found[figure.indicator] = figure
    return indicators_in_order(found.values())


def _indicator(value: Any, where: Where) -> IndicatorFigure:
    with Fields(value, where) as keys:
        return IndicatorFigure(
            indicator=keys.need("indicator", choice(PressureIndicator), say("say which of the points a to k it is")),
            state=keys.take("state", persons, None),
            union=keys.take("union", persons, None),
            nationalities=keys.take("nationalities", countries, ()),
            note=keys.take("note", _note, None),
        )


def _source(value: Any, where: Where) -> SourceUsed:
    with Fields(value, where) as keys:
        return SourceUsed(
            source=keys.need("source", choice(PressureSource), say("say which of the points a to j it is")),
            reference=keys.take("reference", _reference, None),
            date=keys.take("date", day, None),
            kind=keys.take("kind", choice(SituationReportKind), None),
            note=keys.take("note", _note, None),
        )


def _blueprint(value: Any, where: Where) -> Blueprint:
    with Fields(value, where) as keys:
        return Blueprint(
            stage_two=keys.take("stage_two", boolean, False),
            since=keys.take("since", day, None),
            ended=keys.take("ended", day, None),
            crisis_response=keys.take("crisis_response", boolean, False),
            last_network_meeting=keys.take("last_network_meeting", day, None),
            note=keys.take("note", _note, None),
        )


def _needs(value: Any, where: Where) -> NeedsAnalysis:
    with Fields(value, where) as keys:
        return NeedsAnalysis(
            equipment=keys.take("equipment", _note, None),
            staff=keys.take("staff", _note, None),
            relocation=keys.take("relocation", _note, None),
            co_payment=keys.take("co_payment", _note, None),
        )


def written_situation(recorded: Situation) -> Document | None:
    """Return the assessment, as far as it says anything; ``None`` where it says nothing."""
    said = said_only(
        {
            "indicators": [_written_indicator(each) for each in indicators_in_order(recorded.indicators)],
            "sources": [_written_source(each) for each in sources_in_order(recorded.sources)],
            "blueprint": telling(_written_blueprint(recorded.blueprint), _NO_BLUEPRINT) or None,
            "needs": said_only(_written_needs(recorded.needs)) or None,
            "note": recorded.note,
        }
    )
    return said or None


def _written_indicator(figure: IndicatorFigure) -> Document:
    return {
        "indicator": figure.indicator.value,
        "state": figure.state,
        "union": figure.union,
        **said_only({"nationalities": sorted(figure.nationalities), "note": figure.note}),
    }


def _written_source(used: SourceUsed) -> Document:
    return {
        "source": used.source.value,
        "reference": used.reference,
        "date": day_text(used.date),
        **said_only({"kind": value_or_none(used.kind), "note": used.note}),
    }


def _written_blueprint(stage: Blueprint) -> Document:
    return {
        "stage_two": stage.stage_two,
        "since": day_text(stage.since),
        "ended": day_text(stage.ended),
        "crisis_response": stage.crisis_response,
        "last_network_meeting": day_text(stage.last_network_meeting),
        "note": stage.note,
    }


_NO_BLUEPRINT: Final = _written_blueprint(Blueprint())


def _written_needs(needs: NeedsAnalysis) -> Document:
    return {
        "equipment": needs.equipment,
        "staff": needs.staff,
        "relocation": needs.relocation,
        "co_payment": needs.co_payment,
    }
