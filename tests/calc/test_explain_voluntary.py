"""Every derivation of the voluntary mechanism reaches its figure, and says why in words with the numbers in them."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.explain import explain, pool_figures, row_figures, total_figures
from desktop_app.calc.findings import Status
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.rulebooks.voluntary.book import assess
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.support_plans import Delivery, SupportLine, SupportPlan
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, Signatory, Voluntary, VoluntaryPledge
from tests.calc.voluntary_derivations import NEED_VALUES, ROW_VALUES, TOTAL_VALUES, check
from tests.voluntary_strategies import voluntary_forums

STARTED = date(2026, 6, 22)


@cache
def small() -> Forum:
    """Germany and Norway pledge for Cyprus, for Greece, and for nobody in particular."""
    recorded = Voluntary(
        Mechanism("Declaration 1", STARTED),
        tuple(Signatory(code, STARTED) for code in ("DE", "FR", "NO")),
        needs=(Need("EL", 1000, 400_000_00), Need("CY", 100)),
        pledges=(
            VoluntaryPledge("DE", "P-1", date(2026, 7, 1), "EL", 300),
            VoluntaryPledge("DE", "P-2", date(2026, 7, 2), "CY", 150, financial_cents=100_000_50),
            VoluntaryPledge("NO", "P-3", None, None, 40, financial_cents=500_000_00, project="P", partner_country="NE"),
        ),
        kept=(Commitment("DE", date(2026, 9, 1), "EL", 60, 10), Commitment("DE", None, "CY", 0, 0, 100_000_50)),
    )
    line = SupportLine(ContributionType.APPLICANTS, 30, deliveries=(Delivery(date(2026, 8, 1), 12), Delivery(None, 3)))
    plans = (SupportPlan("S-1", "DE", "EL", submitted=STARTED, lines=(line,)), SupportPlan("S-2", "FR", "EL"))
    return Forum(procedure=Procedure.VOLUNTARY, voluntary=recorded, solidarity=SolidarityRecord(support_plans=plans))


def with_record(**changes: Any) -> Forum:
    return replace(small(), voluntary=replace(small().voluntary, **changes))


def words(of: Forum, figure: str, code: str | None = None) -> str:
    """The words with plain spaces; every derivation is checked on the way."""
    assessment = assess(of)
    check(assessment)
    return explain(assessment, figure, code).words.replace("\u202f", " ").replace("\u00a0", " ")


def test_every_figure_can_be_explained() -> None:
    kind = Procedure.VOLUNTARY
    assert [figure.id for figure in row_figures(kind)] == [*ROW_VALUES, "incentive"]
    assert [figure.id for figure in pool_figures(kind)] == list(NEED_VALUES)
    assert [figure.id for figure in total_figures(kind)] == list(TOTAL_VALUES)
    assert explain(assess(small()), "relocations").status is Status.READING
    assert explain(assess(small()), "supported").status is Status.PROPOSAL_2020


@given(forum=voluntary_forums())
@settings(max_examples=10)
def test_derivations_reach_the_value_they_explain(forum: Forum) -> None:
    check(assess(forum))


@pytest.mark.parametrize(
    ("figure", "code"),
    [("share", "DE"), ("relocations", "SE"), ("needed_relocations", "DE"), ("incentive", "SE"), ("total", None)],
)
def test_what_is_not_there_cannot_be_explained(figure: str, code: str | None) -> None:
    with pytest.raises(KeyError):
        explain(assess(small()), figure, code)


@pytest.mark.parametrize(
    ("figure", "code", "said"),
    [
        ("relocations", "DE", "2 pledges name 450 persons together."),
        ("financial", "NO", "One pledge names EUR 500 000."),
        ("financial", "FR", "Nothing is pledged yet."),
        ("project", "NO", "EUR 500 000 are pledged for projects in partner countries."),
        ("project", "DE", "No pledge names a project."),
        ("kept_relocations", "DE", "60 persons are recorded as relocated."),
        ("kept_financial", "NO", "Nothing is kept yet."),
        ("outstanding_relocations", "DE", "390 persons of 450 persons pledged are not relocated yet."),
        ("outstanding_financial", "DE", "Nothing is left: EUR 100 000.50 against EUR 100 000.50."),
        ("supported", "DE", "One support plan covers 30 persons."),
        ("supported", "NO", "There is no support plan."),
        ("delivered", "DE", "Of these support plans, 15 persons were in fact taken over or sponsored."),
        ("delivered", "FR", "Nothing of a support plan is delivered yet."),
        (
            "incentive",
            "DE",
            "Germany gets EUR 770 000 for 75 persons that it took over, 10 of them unaccompanied minors.",
        ),
        ("incentive", "EL", "Greece gets EUR 37 500 for 75 persons whose transfer it carried out."),
    ],
)
def test_what_a_signatory_gives(figure: str, code: str, said: str) -> None:
    assert words(small(), figure, code) == said


def test_what_a_benefitting_state_needs() -> None:
    assert words(small(), "needed_financial", "EL") == "Greece needs EUR 400 000."
    assert words(small(), "needed_financial", "CY") == "No need of Cyprus for money is recorded."
    assert words(small(), "pledged_relocations", "CY") == "One pledge names 150 persons."
    assert words(small(), "open_relocations", "EL") == "700 persons of 1 000 persons needed are not pledged for it."
    assert words(small(), "open_relocations", "CY") == "Nothing is left: 150 persons against 100 persons."
    assert words(small(), "open_financial", "CY") == "No need of Cyprus for money is recorded."
    # What is for a project in a partner country fills no need.
    project = VoluntaryPledge("DE", benefitting="EL", relocations=5, financial_cents=500, project="P")
    assert words(with_record(pledges=(project,)), "pledged_financial", "EL") == "Nothing is pledged yet."
    assert words(with_record(pledges=(project,)), "pledged_relocations", "EL") == "One pledge names 5 persons."
    assert explain(assess(small()), "needed_relocations", "EL").title == "For Greece: relocations needed"


def test_the_whole_mechanism() -> None:
    assert words(small(), "needed_relocations") == "The benefitting states together need 1 100 persons."
    assert words(with_record(needs=()), "needed_relocations") == (
        "No need of any Member State for relocations is recorded."
    )
    assert words(small(), "outstanding_relocations") == (
        "430 persons pledged are not relocated yet, signatory by signatory."
    )
    # 700 are open for Greece; that Cyprus has 50 too many fills nothing there, 40 for nobody in particular do.
    assert words(small(), "open_relocations") == (
        "660 persons are needed and not pledged, state by state: what is too much for one fills no other's need; "
        "40 persons for nobody in particular come off."
    )
    # The money for a project in a partner country fills no need.
    assert words(small(), "open_financial") == (
        "EUR 400 000 are needed and not pledged, state by state: what is too much for one fills no other's need."
    )
    # Germany's EUR 100 000.50 for Greece, Norway's 500 000 for a project.
    assert words(small(), "pledged_financial").endswith(
        "are pledged against needs; EUR 500 000 for projects fill none."
    )
    assert words(with_record(pledges=(VoluntaryPledge("DE", financial_cents=700),)), "pledged_financial") == (
        "EUR 7 are pledged against needs."
    )
    assert words(small(), "supported") == "2 support plans cover 30 persons."
    assert explain(assess(small()), "relocations").title == "All signatories: relocations pledged"


def test_the_last_day() -> None:
    assert words(small(), "ends") == (
        "The mechanism started on 22 June 2026 and ends a year later, on the same date: 22 June 2027."
    )
    found = explain(assess(small()), "ends")
    assert found.value == date(2027, 6, 22).toordinal()
    assert (found.inputs[0].value, found.inputs[0].source) == (STARTED.toordinal(), "Declaration 1")
    extended = Mechanism(None, STARTED, date(2028, 1, 31))
    assert words(with_record(mechanism=extended), "ends") == "The mechanism is extended until 31 January 2028."
    assert words(with_record(mechanism=Mechanism()), "ends").startswith(
        "The first day of the mechanism is not recorded"
    )
    used = explain(assess(with_record(mechanism=extended)), "ends").inputs[0]
    assert (used.source, used.as_of) == ("declaration, its reference not recorded", "2028-01-31")


def test_inputs_carry_the_latest_day() -> None:
    assessment = assess(small())
    assert [each.as_of for each in explain(assessment, "relocations", "DE").inputs] == ["2026-07-02"]
    assert [each.as_of for each in explain(assessment, "kept_relocations", "DE").inputs] == ["2026-09-01"]
    assert [each.as_of for each in explain(assessment, "financial", "NO").inputs] == [""]
    assert [each.figure for each in explain(assessment, "open_relocations", "EL").inputs] == [
        "needed_relocations",
        "pledged_relocations",
    ]
