"""What the cells of a forum's tables are called where the history is filtered by them.

A cell is named ``table.column`` as :mod:`desktop_app.models.touched` has it; people are shown the field's words.
"""

from collections.abc import Mapping
from typing import Final

from desktop_app.models.pieces import KIND_OF_TABLE
from desktop_app.models.unit_words import FACETS, KIND_WORDS

_TABLES: Final[Mapping[str, str]] = {
    "pledge": "Pledge",
    "pledge_said": "Pledge as said",
    "alternative_measure": "Alternative measure",
    "deduction": "Deduction",
    "state": "Status",
    "named_measure": "Named measure",
    "chair": "Chair",
    "key_state": "Key",
    "reference_key": "Key",
    "key_state_flag": "Key: remark of the source",
    "adopted_share": "Adopted share",
    "applications_year": "Applications by year",
    "applications_population": "Applications: population by year",
    "response_measure": "Measure of a plan",
    "pressure_measure": "Measure of a plan",
    "support_line": "Line of a support plan",
    "support_delivery": "Delivery under a support plan",
    "support_measure": "Measure of a support plan",
    "response_plan": "Plan",
    "pressure_plan": "Plan",
    "disembarkation": "Report: disembarkations",
    "reading": "Reading",
    "need": "Needs",
    "signatory": "Signature",
    "types_set": "Types set by the Commission",
    "other_benefitting": "Benefits elsewhere",
    "vote_line": "Vote of a Member State",
    "incentive_rate": "Incentive",
    "log_entry": "Log",
    "holiday": "Holiday",
    "acknowledgement": "Acknowledged finding",
    "pressure_indicator": "Indicator of the assessment",
    "pressure_source": "Source of the assessment",
}
"""Tables whose piece is called by its state, or holds several tables."""

_COLUMNS: Final[Mapping[str, str]] = {
    "alternative": "alternative measures",
    "alternative_cents": "alternative measures",
    "as_of": "day of the check",
    "amount": "how many",
    "at_most": "ceiling",
    "code": "state",
    "dated": "date",
    "financial_cents": "financial contribution",
    "gdp": "GDP",
    "gdp_extracted": "GDP taken from its source on",
    "gdp_source": "source of the GDP",
    "gdp_year": "year of the GDP",
    "id": "name",
    "minor_cents": "EUR for a minor",
    "of_which_beneficiaries": "of which beneficiaries",
    "needs_co_payment": "needs co-payment",
    "original_hundredths": "amount in another currency",
    "participates": "takes part",
    "persons_equivalent": "persons-equivalent",
    "person_cents": "EUR for a person",
    "proposal_financial_cents": "financial contributions proposed",
    "proposal_relocations": "relocations proposed",
    "population_dated": "date of the population",
    "sar_percent": "percentage for search and rescue",
    "shares": "status of the shares",
    "transfer_cents": "EUR for a transfer",
    "under_pressure": "under migratory pressure",
    "value_cents": "value",
}
"""Columns whose name is no word of the field; the others are their words."""


def cell_words(cell: str) -> str:
    """Return what a cell is called: ``"Pledge: relocations"`` for ``pledge.relocations``."""
    table, _dot, column = cell.partition(".")
    words = _COLUMNS.get(column) or column.replace("_", " ")
    return f"{_table_words(table)}: {words}"


def _table_words(table: str) -> str:
    own = _TABLES.get(table)
    if own is not None:
        return own
    name = KIND_OF_TABLE[table].name
    called = KIND_WORDS[name] if name in KIND_WORDS else FACETS[name][0].words
    return called.title.replace("{}", "").strip(": ") or called.several
