"""The keys of the rows: natural, a state's code or a place in a list, and no others.

What names a row is read from tables and journals that anyone may have made, so it is judged here.
"""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, cast

from desktop_app.calc.forum import RequestContent
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.sentences import say
from desktop_app.models.columns import Row, UnreadableError
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import limits

Place: TypeAlias = tuple[int | str, ...]
"""The key of a row within its table."""
RecordId: TypeAlias = tuple[str, Place]
"""Table and key of a row."""
Records: TypeAlias = dict[RecordId, Row]

ONLY: Final = (1,)
"""Key of the row of a table that has one row."""

ACTS: Final = ("report", "decision", "proposal")
"""The acts that the Council act rests on, by attribute of the basis."""

FIGURES: Final = ("population", "gdp")
"""The figures of the reference key that a source may flag, by attribute of a state's entry."""

TYPES: Final = ("relocations", "financial", "alternative")
"""The types of a pledge, by attribute of how it is said."""

CONTENTS: Final[Mapping[str, RequestContent]] = {
    f"contains_{content.value.replace('-', '_')}": content for content in RequestContent
}
"""What a request for a deduction contains, by the name of its column."""

NAMED: Final[Mapping[str, ResponseMeasureKind]] = {
    f"names_{kind.value.replace('-', '_')}": kind for kind in ResponseMeasureKind
}
"""The measures that a report on search and rescue names, by the name of its column."""

PLACE_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "forum": (int,),
    "reading": (str,),
    "source_act": (str,),
    "reference_key": (int,),
    "key_state": (str,),
    "key_state_flag": (str, str, str),
    "adopted_share": (str,),
    "pool": (int,),
    "named_measure": (int,),
    "meeting": (int,),
    "applications": (str,),
    "applications_year": (str, int),
    "applications_population": (str, int),
    "state": (str,),
    "pledge": (str,),
    "pledge_said": (str, str),
    "alternative_measure": (str, int),
    "deduction": (str, int),
    "associated_contribution": (int,),
    "holiday": (int,),
    "acknowledgement": (int,),
    "search_and_rescue": (int,),
    "management_report": (int,),
    "disembarkation": (str,),
    "response_plan": (str, int),
    "response_measure": (str, int, int),
    "forum_round": (int,),
    "disembarkation_act": (int,),
    "pressure_act": (int,),
    "pool_call": (int,),
    "pool_use": (int,),
    "voluntary_raise": (int,),
    "top_up": (int,),
    "migratory_pressure": (int,),
    "pressure_situation": (int,),
    "pressure_indicator": (int,),
    "pressure_source": (int,),
    "pressure_report": (int,),
    "other_benefitting": (str,),
    "pressure_plan": (str, int),
    "pressure_measure": (str, int, int),
    "type_round": (int,),
    "pressure_response_act": (int,),
    "types_set": (str,),
    "credit": (int,),
    "help_request": (int,),
    "support_plan": (int,),
    "support_line": (int, int),
    "support_delivery": (int, int, int),
    "support_measure": (int, int),
    "sponsorship_group": (int,),
    "relocation_group": (int,),
    "incentive_rate": (int,),
    "log_entry": (int,),
    "mechanism": (int,),
    "chair": (int,),
    "signatory": (str,),
    "need": (str,),
    "voluntary_pledge": (int,),
    "commitment_kept": (int,),
    "adopted_act": (int,),
    "vote": (int,),
    "vote_line": (str,),
}
"""What the key of a row is made of, by table."""


MOST_ROWS: Final[Mapping[str, int]] = {
    "named_measure": limits.NAMED_MEASURES,
    "meeting": limits.MEETINGS,
    "alternative_measure": limits.MEASURES,
    "deduction": limits.DEDUCTIONS,
    "associated_contribution": limits.ASSOCIATED,
    "holiday": limits.HOLIDAYS,
    "acknowledgement": limits.ACKNOWLEDGEMENTS,
    "response_measure": limits.RESPONSE_MEASURES,
    "forum_round": limits.ROUNDS,
    "pool_call": limits.CALLS,
    "pool_use": limits.DRAWS,
    "voluntary_raise": limits.RAISES,
    "pressure_indicator": limits.INDICATORS,
    "pressure_source": limits.SOURCES,
    "pressure_measure": limits.RESPONSE_MEASURES,
    "type_round": limits.ROUNDS,
    "credit": limits.CREDITS,
    "help_request": limits.REQUESTS,
    "support_plan": limits.SUPPORT_PLANS,
    "support_line": limits.SUPPORT_LINES,
    "support_delivery": limits.DELIVERIES,
    "support_measure": limits.RESPONSE_MEASURES,
    "sponsorship_group": limits.GROUPS,
    "relocation_group": limits.GROUPS,
    "incentive_rate": limits.INCENTIVES,
    "log_entry": limits.LOG,
    "chair": limits.CHAIRS,
    "voluntary_pledge": limits.VOLUNTARY_PLEDGES,
    "commitment_kept": limits.COMMITMENTS,
}
"""How long each list that keeps the order of recording may be."""

_FIXED: Final[Mapping[str, tuple[int | str, ...]]] = {
    "forum": ONLY,
    "reference_key": ONLY,
    "pool": ONLY,
    "source_act": ACTS,
    "search_and_rescue": ONLY,
    "management_report": ONLY,
    "disembarkation_act": ONLY,
    "pressure_act": ONLY,
    "top_up": ONLY,
    "migratory_pressure": ONLY,
    "pressure_situation": ONLY,
    "pressure_report": ONLY,
    "pressure_response_act": ONLY,
    "mechanism": ONLY,
}
"""The only keys of tables that forums of one procedure fill in the same way."""

_SECOND: Final[Mapping[str, tuple[str, ...]]] = {"key_state_flag": FIGURES, "pledge_said": TYPES}
"""What may stand second in the keys of tables that tell a few things of a state apart."""


def check_length(table: str, entries: int, most: int) -> None:
    """Refuse a list that is longer than a document's may be.

    Raises:
        BadInput: it is.
    """
    if entries > most:
        raise BadInput(
            table,
            say("the list has {entries} entries, more than {most}", entries=entries, most=most),
            say("shorten it"),
        )


def record_id(table: object, place: Iterable[object]) -> RecordId:
    """Return table and key of a row that was read.

    Raises:
        UnreadableError: no forum has such a table, or such a key in it.
    """
    parts = tuple(place)
    if not isinstance(table, str) or tuple(map(type, parts)) != PLACE_TYPES.get(table):
        raise UnreadableError(
            say("{table}: no forum has the row {join}", table=str(table), join="/".join(map(str, parts)))
        )
    if table in _FIXED and parts[0] not in _FIXED[table]:
        raise UnreadableError(say("{table}: no forum has the row {parts}", table=table, parts=str(parts[0])))
    if table in _SECOND and parts[1] not in _SECOND[table]:
        raise UnreadableError(say("{table}: no forum has the row {join}", table=table, join="/".join(map(str, parts))))
    if table in MOST_ROWS and not 0 <= cast("int", parts[-1]) < MOST_ROWS[table]:
        raise UnreadableError(
            say("{table}: no forum has a list with a place {parts}", table=table, parts=str(parts[-1]))
        )
    return table, cast("Place", parts)
