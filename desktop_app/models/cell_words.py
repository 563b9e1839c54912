"""What the cells of a forum's tables are called where the history is filtered by them.

A cell is named ``table.column`` as :mod:`desktop_app.models.touched` has it; people are shown the field's words.
"""

from collections.abc import Mapping
from typing import Final

from desktop_app.calc.sentences import Sentence, ours, say

_TABLES: Final[Mapping[str, str]] = {
    "forum": say("Forum"),
    "reading": say("Reading"),
    "source_act": say("Acts of the Commission"),
    "reference_key": say("Key"),
    "key_state": say("Key"),
    "key_state_flag": say("Key: remark of the source"),
    "adopted_share": say("Adopted share"),
    "pool": say("Pool"),
    "named_measure": say("Named measure"),
    "meeting": say("Meeting"),
    "applications": say("Applications"),
    "applications_year": say("Applications by year"),
    "applications_population": say("Applications: population by year"),
    "state": say("Status"),
    "pledge": say("Pledge"),
    "pledge_said": say("Pledge as said"),
    "alternative_measure": say("Alternative measure"),
    "deduction": say("Deduction"),
    "associated_contribution": say("Associated"),
    "holiday": say("Holiday"),
    "acknowledgement": say("Acknowledged finding"),
    "search_and_rescue": say("Request and forum"),
    "management_report": say("Report"),
    "disembarkation": say("Report: disembarkations"),
    "response_plan": say("Plan"),
    "response_measure": say("Measure of a plan"),
    "forum_round": say("Round"),
    "disembarkation_act": say("Act and judgement"),
    "pressure_act": say("Migratory pressure beside"),
    "pool_call": say("Call of the pool"),
    "pool_use": say("Draws on the pool"),
    "voluntary_raise": say("Raise"),
    "top_up": say("Top-up"),
    "migratory_pressure": say("Procedure"),
    "pressure_situation": say("Assessment"),
    "pressure_indicator": say("Indicator of the assessment"),
    "pressure_source": say("Source of the assessment"),
    "pressure_report": say("Report"),
    "other_benefitting": say("Benefits elsewhere"),
    "pressure_plan": say("Plan"),
    "pressure_measure": say("Measure of a plan"),
    "type_round": say("Round"),
    "pressure_response_act": say("Act and judgement"),
    "types_set": say("Types set by the Commission"),
    "credit": say("Earlier contribution"),
    "help_request": say("Request for help"),
    "support_plan": say("Support plan"),
    "support_line": say("Line of a support plan"),
    "support_delivery": say("Delivery under a support plan"),
    "support_measure": say("Measure of a support plan"),
    "sponsorship_group": say("Sponsorship group"),
    "relocation_group": say("Relocation group"),
    "incentive_rate": say("Incentive"),
    "log_entry": say("Log"),
    "mechanism": say("Mechanism"),
    "chair": say("Chair"),
    "signatory": say("Signature"),
    "need": say("Needs"),
    "voluntary_pledge": say("Pledge"),
    "commitment_kept": say("Kept"),
    "adopted_act": say("The act: number and publication"),
    "vote": say("Vote"),
    "vote_line": say("Vote of a Member State"),
}
"""By table; several may be called alike, such as the measures of plans."""

_COLUMNS: Final[Mapping[str, str]] = {
    "alternative": say("alternative measures"),
    "alternative_cents": say("alternative measures"),
    "as_of": say("day of the check"),
    "amount": say("how many"),
    "at_most": say("ceiling"),
    "code": say("state"),
    "dated": say("date"),
    "financial_cents": say("financial contribution"),
    "gdp": say("GDP"),
    "gdp_extracted": say("GDP taken from its source on"),
    "gdp_source": say("source of the GDP"),
    "gdp_year": say("year of the GDP"),
    "id": say("name"),
    "minor_cents": say("EUR for a minor"),
    "of_which_beneficiaries": say("of which beneficiaries"),
    "needs_co_payment": say("needs co-payment"),
    "original_hundredths": say("amount in another currency"),
    "participates": say("takes part"),
    "persons_equivalent": say("persons-equivalent"),
    "person_cents": say("EUR for a person"),
    "proposal_financial_cents": say("financial contributions proposed"),
    "proposal_relocations": say("relocations proposed"),
    "population_dated": say("date of the population"),
    "sar_percent": say("percentage for search and rescue"),
    "shares": say("status of the shares"),
    "transfer_cents": say("EUR for a transfer"),
    "under_pressure": say("under migratory pressure"),
    "value_cents": say("value"),
}
"""Columns whose name is no word of the field; the others are their words."""


def cell_words(cell: str) -> Sentence:
    """Return what a cell is called: ``"Pledge: relocations"`` for ``pledge.relocations``."""
    table, _dot, column = cell.partition(".")
    return say("{table}: {column}", table=_TABLES[table], column=column_words(column))


def column_words(column: str) -> Sentence:
    """Return what a column is called, in small letters."""
    words = _COLUMNS.get(column) or column.replace("_", " ")
    return ours(words)
