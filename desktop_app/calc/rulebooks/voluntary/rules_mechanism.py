"""The mechanism, its signatories, pledges and commitments (Report on Migration and Asylum 2022, section 4)."""

from collections.abc import Iterator

from desktop_app.calc.findings import Severity
from desktop_app.calc.readings import KEPT_BY, MECHANISM_YEAR
from desktop_app.calc.rulebooks.rule_2022 import rule_2022
from desktop_app.calc.rulebooks.voluntary.cases import Case
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import Money, Sentence, State, say


@rule_2022(
    "R002-1",
    "Who takes part",
    Severity.BLOCK,
    "The declaration is open to Member States, Norway, Switzerland and Liechtenstein. There is no key and no "
    "obligation; only who signed pledges.",
)
def signatories(case: Case) -> Iterator[Remark]:
    """Name pledges and commitments of states that have not signed or have left."""
    if not case.recorded.signatories:
        yield Remark(say("No state has signed the declaration yet."), None, "signatories", Severity.WARN)
    for each in case.recorded.signatories:
        if each.signed is not None and each.withdrawn is not None and each.withdrawn < each.signed:
            message = say("{state} is recorded to have left the mechanism before it signed.", state=State(each.code))
            yield Remark(message, each.code, "signatories", Severity.WARN)
    left = {each.code: each.withdrawn for each in case.recorded.signatories if each.withdrawn is not None}
    for row in case.rows:
        given = case.recorded.pledges_of(row.code)
        state = State(row.code)
        if given and not row.takes_part and row.code not in left:
            yield Remark(
                say("{state} pledges without having signed the declaration.", state=state), row.code, "signatories"
            )
        elif given and row.code in left:
            message = say("{state} left the mechanism on {day}; its pledges are kept.", state=state, day=left[row.code])
            yield Remark(message, row.code, "signatories", Severity.WARN)
        if (row.kept_relocations.given or row.kept_financial.given) and not given:
            message = say("{state} has kept commitments, but no pledge of it is recorded.", state=state)
            yield Remark(message, row.code, "kept", Severity.INFO)


@rule_2022(
    "R002-2",
    "One year",
    Severity.WARN,
    "The mechanism ends one year after its start unless it is extended.",
    readings=(MECHANISM_YEAR.name,),
)
def one_year(case: Case) -> Iterator[Remark]:
    """Name what is missing of the mechanism, its end, and pledges after it."""
    mechanism, ends = case.recorded.mechanism, case.totals.ends
    if mechanism.started is None:
        yield Remark(say("The first day of the mechanism is missing: its year runs from there."), None, "mechanism")
    first, extended = mechanism.year_ends, mechanism.extended_until
    if first is not None and extended is not None and extended < first:
        message = say(
            "The mechanism is extended until {day}, before the end of its first year on {end}.", day=extended, end=first
        )
        yield Remark(message, None, "mechanism", Severity.BLOCK)
    if mechanism.declaration is None:
        yield Remark(say("The reference of the declaration is missing."), None, "mechanism", Severity.INFO)
    for kept in case.recorded.kept:
        if kept.on is not None and mechanism.started is not None and kept.on < mechanism.started:
            message = say(
                "{state}: a commitment is recorded as kept on {day}, before the mechanism began on {start}.",
                state=State(kept.code),
                day=kept.on,
                start=mechanism.started,
            )
            yield Remark(message, kept.code, "kept")
    if ends is None:
        return
    if case.today is not None and case.today > ends:
        yield Remark(say("The mechanism ended on {day}.", day=ends), None, "mechanism", Severity.INFO)
    for pledge in case.recorded.pledges:
        if pledge.submitted is not None and pledge.submitted > ends:
            message = say(
                "{state}: a pledge of {day} came after the end of the mechanism on {end}.",
                state=State(pledge.code),
                day=pledge.submitted,
                end=ends,
            )
            yield Remark(message, pledge.code, "relocations")


@rule_2022(
    "R002-2p",
    "The platform",
    Severity.INFO,
    "A platform coordinates the mechanism; its chairs are named.",
)
def platform(case: Case) -> Iterator[Remark]:
    """Say that the platform or its chairs are not named."""
    mechanism = case.recorded.mechanism
    if mechanism.platform is None:
        yield Remark(say("The platform that coordinates the mechanism is not named."), None, "mechanism")
    elif not mechanism.chairs:
        yield Remark(say("Nobody is named who chairs the platform."), None, "mechanism")


@rule_2022(
    "R002-3",
    "Relocation first, or money",
    Severity.INFO,
    "Relocation is the preferred way; money is the other, and may name a project in a partner country.",
)
def types(case: Case) -> Iterator[Remark]:
    """Name pledges of money only, empty pledges, and projects that are half named."""
    for row in case.rows:
        if row.financial_cents and not row.relocations:
            message = say(
                "{state} pledges {money} and no relocation, which is the preferred way.",
                state=State(row.code),
                money=Money(row.financial_cents),
            )
            yield Remark(message, row.code, "relocations")
    for pledge in case.recorded.pledges:
        missing = _missing(pledge.project, pledge.partner_country, has_money=bool(pledge.financial_cents))
        if missing:
            message = say("{state}: a pledge lacks {missing}.", state=State(pledge.code), missing=missing)
            yield Remark(message, pledge.code, "project", Severity.WARN)
        if not pledge.relocations and not pledge.financial_cents:
            message = say("{state}: a pledge names neither persons nor money.", state=State(pledge.code))
            yield Remark(message, pledge.code, "relocations", Severity.WARN)


def _missing(project: str | None, country: str | None, *, has_money: bool) -> list[Sentence]:
    found = []
    if project and not country:
        found.append(say("the partner country of its project"))
    if country and not project:
        found.append(say("the name of its project in the partner country"))
    if (project or country) and not has_money:
        found.append(say("the money for its project"))
    return found


@rule_2022(
    "R002-4",
    "The most vulnerable first",
    Severity.INFO,
    "Relocation is for persons in need of protection, the most vulnerable first.",
)
def vulnerable_first(case: Case) -> Iterator[Remark]:
    """Name pledges of relocation that do not say that the most vulnerable come first."""
    codes = dict.fromkeys(
        pledge.code for pledge in case.recorded.pledges if pledge.relocations and not pledge.vulnerable_first
    )
    for code in codes:
        message = say("{state} does not say that the most vulnerable come first.", state=State(code))
        yield Remark(message, code, "relocations")


@rule_2022(
    "R002-5",
    "Needs and commitments kept",
    Severity.INFO,
    "Pledges are held against needs, and what was kept against pledges.",
    readings=(KEPT_BY.name,),
)
def needs_and_kept(case: Case) -> Iterator[Remark]:
    """Tell needs that pledges leave open, and more kept than pledged."""
    for need in case.needs:
        state = State(need.benefitting)
        if need.relocations.open:
            message = say(
                "{state} needs {needed} relocations; {open} are not pledged for it.",
                state=state,
                needed=need.relocations.against or 0,
                open=need.relocations.open,
            )
            yield Remark(message, need.benefitting, "needs")
        if need.financial.open:
            message = say(
                "{state} needs {needed}; {open} are not pledged for it.",
                state=state,
                needed=Money(need.financial.against or 0),
                open=Money(need.financial.open),
            )
            yield Remark(message, need.benefitting, "needs")
    for row in case.rows:
        if row.kept_relocations.given > row.relocations:
            message = say(
                "{state} has relocated {kept} persons, more than the {pledged} it pledged.",
                state=State(row.code),
                kept=row.kept_relocations.given,
                pledged=row.relocations,
            )
            yield Remark(message, row.code, "kept")
        if row.kept_financial.given > row.financial_cents:
            message = say(
                "{state} has paid {kept}, more than the {pledged} it pledged.",
                state=State(row.code),
                kept=Money(row.kept_financial.given),
                pledged=Money(row.financial_cents),
            )
            yield Remark(message, row.code, "kept")
