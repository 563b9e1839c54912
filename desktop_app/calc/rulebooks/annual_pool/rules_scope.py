"""Who is bound and by what key: scope, Denmark, associated states, population and GDP (Art. 13, 66, 85)."""

from collections.abc import Iterator

from desktop_app.calc.findings import Severity
from desktop_app.calc.member_states import BOUND, NOT_BOUND
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.cases import ForumCase
from desktop_app.calc.rulebooks.key_data import adopted_shares, newer_data
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import Money, State, say


@rule(
    "AMMR-SCOPE-1",
    "The states that share the key",
    "recitals 90 and 91; Protocols 21 and 22",
    Severity.WARN,
    "The Regulation binds every Member State except Denmark: 26 states share the reference key, Ireland among them.",
)
def states_that_share_the_key(case: ForumCase) -> Iterator[Remark]:
    """Compare the participating states with the 26 bound ones."""
    present = {state.code for state in case.forum.key.states if state.participates}
    missing = [State(code) for code in BOUND if code not in present]
    extra = NOT_BOUND in present
    if missing or extra:
        template = "The key is not that of the 26 bound Member States (too many: {extra})."
        if missing:
            template = "The key is not that of the 26 bound Member States (missing: {missing})."
        if missing and extra:
            template = "The key is not that of the 26 bound Member States (missing: {missing}; too many: {extra})."
        severity = Severity.BLOCK if case.forum.adopted else None
        yield Remark(say(template, missing=missing, extra=State(NOT_BOUND)), None, "key", severity)


@rule(
    "AMMR-SCOPE-2",
    "Denmark",
    "Art. 13(1); recital 90; Protocol 22",
    Severity.WARN,
    "Denmark takes no part: it has no fair share, no pledge row and no vote on the act. It may chair the Forum.",
)
def denmark(case: ForumCase) -> Iterator[Remark]:
    """Warn of a pledge of Denmark, or of Denmark in the key; neither counts anywhere."""
    if any(state.code == NOT_BOUND and state.participates for state in case.forum.key.states):
        message = say("Denmark is marked as participating in the key; it is not bound and left out.")
        yield Remark(message, NOT_BOUND, "key")
    pledge = case.forum.state(NOT_BOUND).pledge
    cells = (pledge.relocations, pledge.financial_cents, pledge.alternative)
    if any(cell is not ABSENT and cell is not None for cell in cells):
        message = say("A pledge is recorded for Denmark; it is not bound, and its pledge counts nowhere.")
        yield Remark(message, NOT_BOUND, "relocations")


@rule(
    "AMMR-SCOPE-3",
    "Associated states",
    "Art. 13(1), 14(3); recitals 92 to 94",
    Severity.INFO,
    "Iceland, Liechtenstein, Norway and Switzerland may be invited to contribute ad hoc, outside the key and totals.",
)
def associated_states(case: ForumCase) -> Iterator[Remark]:
    """Name each ad hoc contribution."""
    for contribution in case.forum.associated:
        template = "{state} contributes ad hoc ({what}, {money}); outside the key and the totals."
        if contribution.value_cents is None:
            template = "{state} contributes ad hoc ({what}); outside the key and the totals."
        message = say(
            template,
            state=State(contribution.code),
            what=contribution.description or say("no description"),
            money=Money(contribution.value_cents or 0),
        )
        yield Remark(message, contribution.code, "associated")


@rule(
    "AMMR-66",
    "Reference key",
    "Art. 66 and Annex I",
    Severity.BLOCK,
    "Each share is half the state's part of the population and half its part of the GDP of the participating states, "
    "by the latest available Eurostat data; benefitting states stay in.",
)
def reference_key(case: ForumCase) -> Iterator[Remark]:
    """Check the key's data and the adopted shares."""
    if not case.frame.key.participants:
        yield Remark(say("No Member State takes part in the key."), None, "key")
    for code, state in case.frame.key.participants.items():
        missing = [say(word) for word, datum in (("population", state.population), ("GDP", state.gdp)) if not datum]
        if missing:
            template = "{state}: {data} missing; without it the key has no sum."
            yield Remark(say(template, state=State(code), data=missing), code, "key")
    yield from adopted_shares(case.frame.key, case.forum.key)
    yield from newer_data(case.forum.key, case.frame.as_of)
