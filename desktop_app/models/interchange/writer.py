"""From a forum to its canonical document: defaults written out, lists in protocol order."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar

from desktop_app.calc.acknowledged import in_order
from desktop_app.calc.exact import decimal_text
from desktop_app.calc.forum import (
    NOT_NUMBERED,
    Acknowledgement,
    AdoptedAct,
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    Basis,
    DataFlag,
    Deduction,
    DeductionAmounts,
    Flag,
    Forum,
    Key,
    KeyState,
    Meeting,
    Pledge,
    Pool,
    PressureBasis,
    Procedure,
    RequestContent,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.recorded import ABSENT
from desktop_app.models.interchange import migratory_pressure_writer, search_and_rescue_writer, voluntary_writer
from desktop_app.models.interchange.reader import FORMAT, written_out
from desktop_app.models.interchange.said import written_how_said, written_original
from desktop_app.models.interchange.states import ASSOCIATED_POSITION, FULL
from desktop_app.models.interchange.vote import written_ballot
from desktop_app.models.interchange.written import Document, GrowingList, day_text, money_or_none, said_only, values_of

S = TypeVar("S", Applications, KeyState, StateRecord)
INDENT: Final = 2


def write_document(forum: Forum) -> Document:
    """Return the canonical document of a forum.

    The same forum gives the same document, however it was entered: money has two decimals, percentages
    are as short as can be, every default is written out; a cell of a pledge for which nothing is
    recorded is left out, and so are the keys that :func:`said_only` speaks of.
    """
    head = {"format": FORMAT, "procedure": forum.procedure.value, **particulars(forum)}
    return {**head, **_PROCEDURES[forum.procedure](forum)}


def _annual_pool(forum: Forum) -> Document:
    return {
        "basis": basis(forum.basis),
        "key": key(forum.key),
        "pool": pool(forum.pool),
        "meetings": [meeting(each) for each in forum.meetings],
        "applications": [applications(each) for each in in_protocol_order(forum.applications)],
        **beside(forum),
        "states": [state_record(each) for each in in_protocol_order(forum.states)],
        "associated": [associated(each) for each in associated_in_order(forum.associated)],
    }


def _search_and_rescue(forum: Forum) -> Document:
    recorded = search_and_rescue_writer.particulars(forum.search_and_rescue)
    lists = _lists(forum, search_and_rescue_writer.LISTS)
    return {"key": key(forum.key), **recorded, **lists, **beside(forum)}


def _migratory_pressure(forum: Forum) -> Document:
    applied = [applications(each) for each in in_protocol_order(forum.applications)]
    recorded = migratory_pressure_writer.particulars(forum.migratory_pressure)
    lists = _lists(forum, migratory_pressure_writer.LISTS)
    return {"key": key(forum.key), **recorded, "applications": applied, **lists, **beside(forum)}


def _voluntary(forum: Forum) -> Document:
    recorded = voluntary_writer.particulars(forum.voluntary)
    return {**recorded, **_lists(forum, voluntary_writer.LISTS), **beside(forum)}


def _lists(forum: Forum, lists: Iterable[GrowingList]) -> Document:
    written = [(each, [each.write(value) for value in each.values(forum)]) for each in lists]
    return {each.name: values for each, values in written if values or each.promised}


_PROCEDURES: Final[Mapping[Procedure, Callable[[Forum], Document]]] = {
    Procedure.ANNUAL_POOL: _annual_pool,
    Procedure.SEARCH_AND_RESCUE: _search_and_rescue,
    Procedure.MIGRATORY_PRESSURE: _migratory_pressure,
    Procedure.VOLUNTARY: _voluntary,
}
"""What stands beside the particulars."""
_WITH_STATUS: Final = frozenset({Procedure.ANNUAL_POOL})
"""Procedures whose shares can be an estimate."""


def beside(forum: Forum) -> Document:
    """Return the lists and texts that stand beside the forum's own, where there are any."""
    return said_only(
        {
            "applications_source": forum.applications_source,
            "holidays": [
                {"date": day_text(each.date), "name": each.name}
                for each in sorted(forum.holidays, key=lambda holiday: holiday.date)
            ],
            "acknowledgements": [_acknowledgement(each) for each in in_order(forum.acknowledgements)],
            "vote": written_ballot(forum.vote),
            "adopted_act": _adopted_act(forum.adopted_act),
        }
    )


def _adopted_act(act: AdoptedAct) -> Document | None:
    """Return number and publication of the act; ``None`` where neither is recorded."""
    if act == NOT_NUMBERED:
        return None
    return {"number": act.number, "official_journal": act.official_journal}


def _acknowledgement(answer: Acknowledgement) -> Document:
    return {
        "rule": answer.rule,
        "state": answer.state,
        "message": answer.message,
        "reason": answer.reason,
        "by": answer.by,
        "on": day_text(answer.on),
    }


def document_bytes(forum: Forum) -> bytes:
    """Return the canonical document as readable JSON: UTF-8, indented, lines ended by LF."""
    return (json.dumps(write_document(forum), ensure_ascii=False, indent=INDENT) + "\n").encode("utf-8")


def in_protocol_order(values: Iterable[S]) -> list[S]:
    """Return what is said of single states, in protocol order, whatever order it is kept in."""
    return sorted(values, key=lambda each: POSITION[each.code])


def associated_in_order(values: Iterable[AssociatedContribution]) -> list[AssociatedContribution]:
    """Return the contributions of associated states, in protocol order; several of one state as they were recorded."""
    return sorted(values, key=lambda each: ASSOCIATED_POSITION[each.code])


def particulars(forum: Forum) -> Document:
    """Return what the document says of the forum as a whole."""
    return {
        "title": forum.title,
        "note": forum.note,
        "year": forum.year,
        "classification": forum.classification.value,
        "adopted": day_text(forum.adopted),
        "as_of": day_text(forum.as_of),
        **({"shares_status": forum.shares_status.value} if forum.procedure in _WITH_STATUS else {}),
        "readings": dict(written_out(forum.procedure, dict(forum.readings))),
    }


def basis(acts: Basis) -> Document:
    """Return the acts that the Council act rests on."""
    return {"report": _act(acts.report), "decision": _act(acts.decision), "proposal": _act(acts.proposal)}


def _act(act: SourceAct) -> Document:
    return {"reference": act.reference, "date": day_text(act.date)}


def key(data: Key) -> Document:
    """Return the reference key's data."""
    return {
        "population_date": day_text(data.population_date),
        "population_source": data.population_source,
        "gdp_year": data.gdp_year,
        "gdp_source": data.gdp_source,
        "states": [_key_state(each) for each in in_protocol_order(data.states)],
        "adopted_shares": {code: decimal_text(percent) for code, percent in data.adopted_shares} or None,
        **said_only(
            {
                "population_extracted": day_text(data.population_extracted),
                "gdp_extracted": day_text(data.gdp_extracted),
            }
        ),
    }


def _key_state(state: KeyState) -> Document:
    return {
        "code": state.code,
        "population": state.population,
        # Units of EUR 10 000 are to a million EUR what cents are to a euro.
        "gdp_million_eur": money_or_none(state.gdp),
        "participates": state.participates,
        **said_only(
            {
                "population_flags": values_of(DataFlag, state.population_flags),
                "gdp_flags": values_of(DataFlag, state.gdp_flags),
                "remark": state.remark,
            }
        ),
    }


def pool(numbers: Pool) -> Document:
    """Return reference numbers and proposal."""
    return {
        "relocations": numbers.relocations,
        "financial_eur": money_or_none(numbers.financial_cents),
        "proposal_relocations": numbers.proposal_relocations,
        "proposal_financial_eur": money_or_none(numbers.proposal_financial_cents),
        "exceptional": numbers.exceptional,
        "sar_percent": None if numbers.sar_percent is None else decimal_text(numbers.sar_percent),
        "named_measures": list(numbers.named_measures),
    }


def meeting(held: Meeting) -> Document:
    """Return one meeting."""
    return {"id": held.id, "kind": held.kind.value, "date": day_text(held.date)}


def applications(entry: Applications) -> Document:
    """Return one state's applications; a year of which nothing is known is left out, as null says the same."""
    return {"code": entry.code, "years": _by_year(entry.years), "population": _by_year(entry.population)}


def _by_year(counts: Iterable[tuple[int, int | None]]) -> Document:
    return {f"{year:04d}": count for year, count in counts if count is not None}


def state_record(record: StateRecord) -> Document:
    """Return what the forum knows of one Member State."""
    return {
        "code": record.code,
        "flags": values_of(Flag, record.flags),
        "pressure_basis": values_of(PressureBasis, record.pressure_basis),
        "benefitting_since": day_text(record.benefitting_since),
        "systemic_shortcomings": record.systemic_shortcomings,
        "crisis_credit": record.crisis_credit,
        "pledge": _pledge(record.pledge),
        "deductions": [_deduction(each) for each in record.deductions],
        **said_only({"crisis_credit_act": record.crisis_credit_act}),
    }


def _pledge(pledge: Pledge) -> Document:
    cells: Document = {}
    if pledge.relocations is not ABSENT:
        cells["relocations"] = pledge.relocations
    if pledge.financial_cents is not ABSENT:
        cells["financial_eur"] = money_or_none(pledge.financial_cents)
    if pledge.alternative is not ABSENT:
        cells["alternative"] = [_measure(each) for each in pledge.measures] or None
    return {
        **cells,
        "of_which_beneficiaries": pledge.of_which_beneficiaries,
        "bilateral_agreement": pledge.bilateral_agreement,
        "offsets_planned": pledge.offsets_planned,
        "note": pledge.note,
        **written_how_said(pledge.said),
    }


def _measure(measure: AlternativeMeasure) -> Document:
    return {
        "description": measure.description,
        "kind": None if measure.kind is None else measure.kind.value,
        "value_eur": money_or_none(measure.value_cents),
        "method": measure.method,
        "identified_in_proposal": measure.identified_in_proposal,
        **said_only({"original": written_original(measure.original)}),
    }


def _deduction(deduction: Deduction) -> Document:
    # Somebody has looked and found nothing: the empty list says something.
    contents = None if deduction.contents is None else values_of(RequestContent, deduction.contents)
    return {
        "basis": deduction.basis.value,
        "stage": deduction.stage.value,
        "extent": FULL if deduction.extent is None else _amounts(deduction.extent),
        "self_declared": deduction.self_declared,
        "announced": day_text(deduction.announced),
        "requested": day_text(deduction.requested),
        "assessed": day_text(deduction.assessed),
        "decided": day_text(deduction.decided),
        "act": deduction.act,
        "note": deduction.note,
        **({} if contents is None else {"contents": contents}),
    }


def _amounts(amounts: DeductionAmounts) -> Document:
    return {
        "relocations": amounts.relocations,
        "financial_eur": money_or_none(amounts.financial_cents),
        "alternative_eur": money_or_none(amounts.alternative_cents),
    }


def associated(contribution: AssociatedContribution) -> Document:
    """Return one contribution of an associated state."""
    return {
        "code": contribution.code,
        "description": contribution.description,
        "value_eur": money_or_none(contribution.value_cents),
    }
