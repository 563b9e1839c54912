"""The pledge of each Member State (Art. 56, 57, 63; recital 31)."""

from collections.abc import Iterator

from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Pledge, SharesStatus
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool import names
from desktop_app.calc.rulebooks.annual_pool.cases import StateCase
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import Number, Percent, Relocations, Sentence, State, of_eur, say


def unrecorded(pledge: Pledge) -> list[tuple[str, Sentence]]:
    """Return (column id, name) of the types for which nothing is recorded."""
    cells = (
        ("relocations", names.RELOCATIONS, pledge.relocations),
        ("financial", names.FINANCIAL, pledge.financial_cents),
        ("alternative", names.ALTERNATIVE, pledge.alternative),
    )
    return [(column, name) for column, name, cell in cells if cell is ABSENT]


@rule(
    "AMMR-57-1",
    "A pledge for each type",
    "Art. 57(1)",
    Severity.BLOCK,
    "The act sets out the pledge of each Member State for each type: a number or an explicit none, never a blank.",
)
def pledge_for_each_type(case: StateCase) -> Iterator[Remark]:
    """Name the types for which nothing is recorded."""
    blank = unrecorded(case.record.pledge)
    if case.row.in_key and blank:
        message = say(
            "{state}: nothing is recorded for {types}; record a number or an explicit none.",
            state=State(case.record.code),
            types=[name for _column, name in blank],
        )
        yield Remark(message, case.record.code, blank[0][0])


@rule(
    "AMMR-57-3b",
    "Mandatory fair share",
    "Art. 57(3); recitals 22 and 31",
    Severity.WARN,
    "Each Member State pledges its fair share, in whatever types it chooses. Nothing in the Regulation lets anyone "
    "fill in what is missing, and the act can be adopted all the same.",
)
def mandatory_fair_share(case: StateCase) -> Iterator[Remark]:
    """Say by how much a fair share is not met."""
    row = case.row
    if not row.in_key:
        return
    forgiven = case.forum.shares_status is SharesStatus.ESTIMATE or row.benefitting
    severity = Severity.INFO if forgiven else None
    if case.record.pledge.is_explicitly_none:
        share = row.fair_share_relocations
        message = say("{state} makes no pledge.", state=State(row.code))
        if share is not None:
            template = "{state} makes no pledge; its fair share is {share}."
            message = say(template, state=State(row.code), share=Relocations(share))
        yield Remark(message, row.code, "relocations", severity)
    elif row.gap and row.gap_eur is not None and row.coverage is not None and row.gap_relocations is not None:
        message = say(
            "{state} covers {coverage} of its fair share; missing: {gap} or {money}.",
            state=State(row.code),
            coverage=Percent(row.coverage),
            gap=Relocations(row.gap_relocations),
            money=of_eur(row.gap_eur),
        )
        yield Remark(message, row.code, "relocations", severity)


@rule(
    "AMMR-57-4b",
    "Value of alternative measures",
    "Art. 57(4)",
    Severity.BLOCK,
    "Whoever pledges alternative measures states their financial value, on objective criteria.",
)
def value_of_alternative_measures(case: StateCase) -> Iterator[Remark]:
    """Name each measure without a value."""
    if case.record.code == NOT_BOUND:
        return
    for measure in case.record.pledge.measures:
        if measure.value_cents is None:
            template = "{state}: an alternative measure has no financial value."
            if measure.description:
                template = "{state}: an alternative measure has no financial value ({measure})."
            message = say(template, state=State(case.record.code), measure=measure.description or "")
            yield Remark(message, case.record.code, "alternative")


@rule(
    "AMMR-57-4c",
    "Measures that the proposal does not name",
    "Art. 57(4); recital 19",
    Severity.INFO,
    "Alternative measures that the Commission's proposal does not identify may still be pledged.",
)
def measures_not_identified(case: StateCase) -> Iterator[Remark]:
    """Name each measure that the proposal does not identify."""
    for measure in case.record.pledge.measures:
        if measure.identified_in_proposal is False:
            message = say(
                "{state}: the measure is not identified in the proposal ({measure}); it may be pledged.",
                state=State(case.record.code),
                measure=measure.description or say("without a description"),
            )
            yield Remark(message, case.record.code, "alternative")


@rule(
    "AMMR-R31",
    "More than the fair share",
    "recital 31",
    Severity.INFO,
    "A Member State may pledge more than its fair share; it is voluntary and changes nothing for the others.",
)
def more_than_the_fair_share(case: StateCase) -> Iterator[Remark]:
    """Say by how much a pledge goes beyond the fair share, rounded or exact, whichever is larger."""
    row = case.row
    if row.equivalents is None or row.exact_fair_share is None or row.fair_share_relocations is None:
        return
    if row.equivalents > row.exact_fair_share and row.equivalents > row.fair_share_relocations:
        message = say(
            "{state} pledges {equivalents} relocation equivalents, more than its fair share of {share}.",
            state=State(row.code),
            equivalents=Number(row.equivalents),
            share=row.fair_share_relocations,
        )
        yield Remark(message, row.code, "relocations")


@rule(
    "AMMR-56-2",
    "Beneficiaries only by bilateral agreement",
    "Art. 56(2)(a)(ii)",
    Severity.WARN,
    "Beneficiaries of international protection are relocated only where the states concerned agreed on it, and where "
    "protection was granted less than three years before the act.",
)
def beneficiaries_by_agreement(case: StateCase) -> Iterator[Remark]:
    """Ask for the agreement where beneficiaries are among the relocations."""
    pledge = case.record.pledge
    if pledge.of_which_beneficiaries and not pledge.bilateral_agreement:
        message = say(
            "{state}: {count} of the relocations are beneficiaries of international protection; no bilateral agreement "
            "is named.",
            state=State(case.record.code),
            count=pledge.of_which_beneficiaries,
        )
        yield Remark(message, case.record.code, "relocations")


_OFFSET_REASON = {
    "a": "{state} may offer responsibility offsets: relocation pledges reach half of the proposal's number (a).",
    "b": "{state} may offer responsibility offsets: it pledged at least half of its fair share as relocations (b).",
    "ab": "{state} may offer responsibility offsets: relocation pledges reach half of the proposal's number (a), and "
    "it pledged at least half of its fair share as relocations (b).",
}


@rule(
    "AMMR-63-2",
    "Responsibility offsets may be offered",
    "Art. 63(2)",
    Severity.INFO,
    "A contributing Member State may offer responsibility offsets instead of relocations when relocation pledges reach "
    "half of the number in the Commission's proposal (a), or when it pledged half of its own fair share as relocations "
    "(b). The benefitting Member State must agree.",
)
def offsets_may_be_offered(case: StateCase) -> Iterator[Remark]:
    """Say why the option is open."""
    option = case.row.offset_option
    if option in _OFFSET_REASON:
        yield Remark(say(_OFFSET_REASON[option], state=State(case.row.code)), case.row.code, "relocations")
