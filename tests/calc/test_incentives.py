"""Financial incentives in EUR worked out by hand (COM(2020) 610, Art. 61, 72): 10 000, 12 000, 500."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.incentives import IncentiveRow, arrivals_of, incentives_of, rate_on
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureReport, PressureResponseAct
from desktop_app.calc.search_and_rescue import PoolUse, SearchAndRescue
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import AS_PROPOSED, IncentiveRate, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, SupportLine, SupportPlan
from desktop_app.calc.voluntary import Commitment, Voluntary

DAY = date(2027, 5, 3)
GROUP = RelocationGroup("R-1", "FR", persons=30, transferred=DAY, arrived=25, arrived_minors=4)
EMPTY = Forum(
    procedure=Procedure.MIGRATORY_PRESSURE,
    migratory_pressure=MigratoryPressure(report=PressureReport(benefitting="EL")),
)


def forum(*groups: RelocationGroup, **record: object) -> Forum:
    return replace(EMPTY, solidarity=SolidarityRecord(relocation_groups=groups, **record))  # type: ignore[arg-type]


def test_persons_minors_and_transfers_are_paid_for() -> None:
    greece, france = incentives_of(forum(GROUP))
    # 21 x 10 000 + 4 x 12 000 to France; 25 x 500 to Greece, which is the one that the report is about.
    assert france == IncentiveRow("FR", 25, 4, 0, 258_000_00, 0)
    assert greece == IncentiveRow("EL", 0, 0, 25, 0, 12_500_00)
    assert (france.total_cents, greece.total_cents) == (258_000_00, 12_500_00)


def test_only_who_arrived_counts() -> None:
    assert incentives_of(forum(replace(GROUP, transferred=None))) == ()
    assert incentives_of(forum(replace(GROUP, arrived=0))) == ()
    assert incentives_of(EMPTY) == ()


def test_a_failed_sponsorship_counts_as_relocation() -> None:
    sponsored = SponsorshipGroup("S-1", "DE", persons=40, told=DAY, taken_over=10, taken_over_minors=1)
    idle = SponsorshipGroup("S-2", "DE", persons=40)
    recorded = forum(GROUP, sponsorship_groups=(sponsored, idle))
    assert [each.source for each in arrivals_of(recorded)] == [
        "relocation, group R-1",
        "return sponsorship, group S-1",
    ]
    germany, greece = incentives_of(forum(sponsorship_groups=(sponsored, idle)))
    # 9 x 10 000 + 12 000, and 10 x 500.
    assert (germany.code, germany.relocating_cents) == ("DE", 102_000_00)
    assert (greece.code, greece.transfer_cents) == ("EL", 5_000_00)


def test_a_taking_over_is_paid_at_the_rate_of_its_own_day_to_whoever_carried_out_the_transfer() -> None:
    later = IncentiveRate(DAY + timedelta(days=1), 11_000_00, 13_000_00, 600_00)
    told = SponsorshipGroup("S-1", "DE", persons=40, told=DAY, taken_over=10, benefitting="MT")
    (germany, malta) = incentives_of(forum(sponsorship_groups=(told,), incentives=(later,)))
    assert (germany.relocating_cents, malta.code, malta.transfer_cents) == (100_000_00, "MT", 5_000_00)
    moved = replace(told, taken_over_on=DAY + timedelta(days=1))
    (germany, malta) = incentives_of(forum(sponsorship_groups=(moved,), incentives=(later,)))
    # 10 x 11 000, and 10 x 600: the day of the transfer, not the day on which the sponsor was told.
    assert (germany.relocating_cents, malta.transfer_cents) == (110_000_00, 6_000_00)


def test_what_was_delivered_under_a_support_plan_counts() -> None:
    lines = (
        SupportLine(ContributionType.BORDER_PROCEDURE, 20, deliveries=(Delivery(DAY, 12), Delivery(DAY, 0))),
        SupportLine(ContributionType.ILLEGALLY_STAYING, 5, deliveries=(Delivery(None, 3, 2),)),
        SupportLine(ContributionType.SPONSORSHIP, 9, deliveries=(Delivery(DAY, 9),)),
    )
    plans = (SupportPlan("SP-1", "PT", "IT", lines=lines), SupportPlan("SP-2", "PT", "IT", "PT/1", lines=lines[:1]))
    arrivals = tuple(arrivals_of(forum(support_plans=plans)))
    assert [(each.persons, each.minors, each.source) for each in arrivals] == [
        (12, 0, "support plan SP-1"),
        (3, 2, "support plan SP-1"),
        (12, 0, "support plan PT/1"),
    ]
    italy, portugal = incentives_of(forum(support_plans=plans))
    # 25 x 10 000 + 2 x 12 000, and 27 x 500.
    assert (portugal.relocated, portugal.relocating_cents, portugal.transferred) == (27, 274_000_00, 0)
    assert (italy.transferred, italy.transfer_cents) == (27, 13_500_00)


def test_draws_on_a_pool_count_where_they_name_who_takes_the_persons_over() -> None:
    use = (PoolUse("EL", DAY, 10), PoolUse("EL", DAY, 20, "IT", "calm", "SE"), PoolUse("EL", DAY, 1, contributor="SE"))
    drawn = Forum(procedure=Procedure.SEARCH_AND_RESCUE, search_and_rescue=SearchAndRescue(use=use))
    assert [(row.code, row.relocated, row.transferred) for row in incentives_of(drawn)] == [
        ("EL", 0, 1),
        ("IT", 0, 20),
        ("SE", 21, 0),
    ]


def test_what_an_associated_state_takes_over_earns_nobody_an_incentive() -> None:
    kept = (
        Commitment("NO", DAY, "IT", relocations=40),
        Commitment("IE", DAY, "IT", relocations=8, minors=8),
        Commitment("IE", DAY, "IT", financial_cents=100),
        Commitment("NL", DAY, None, relocations=1),
    )
    mechanism = Forum(procedure=Procedure.VOLUNTARY, voluntary=Voluntary(kept=kept))
    # 8 x 12 000; 8 x 500; nobody is known to have carried out the transfer of the one.
    assert [(row.code, row.total_cents) for row in incentives_of(mechanism)] == [
        ("IE", 96_000_00),
        ("IT", 4_000_00),
        ("NL", 10_000_00),
    ]
    assert len(tuple(arrivals_of(mechanism))) == 3


def test_outside_migratory_pressure_nobody_is_taken_to_transfer() -> None:
    mechanism = replace(forum(GROUP), procedure=Procedure.VOLUNTARY)
    assert [row.code for row in incentives_of(mechanism)] == ["FR"]
    named = replace(mechanism, solidarity=SolidarityRecord(relocation_groups=(replace(GROUP, benefitting="IT"),)))
    assert [row.code for row in incentives_of(named)] == ["FR", "IT"]


RATES = (IncentiveRate(date(2027, 5, 3), 1_100_000, 1_300_000, 60_000), IncentiveRate(date(2026, 1, 1), 900_000))


@pytest.mark.parametrize(
    ("rates", "day", "person_cents"),
    [
        ((), DAY, 1_000_000),
        (RATES, date(2025, 12, 31), 1_000_000),
        (RATES, date(2026, 1, 1), 900_000),
        (RATES, date(2027, 5, 2), 900_000),
        (RATES, date(2027, 5, 3), 1_100_000),
        # A day that is not known: what applies from the beginning, else as proposed.
        (RATES, None, 1_000_000),
        ((*RATES, IncentiveRate(None, 700_000)), None, 700_000),
        ((*RATES, IncentiveRate(None, 700_000)), date(2025, 12, 31), 700_000),
        ((*RATES, IncentiveRate(None, 700_000)), DAY, 1_100_000),
    ],
)
def test_the_rate_is_that_of_the_day(rates: tuple[IncentiveRate, ...], day: date | None, person_cents: int) -> None:
    assert rate_on(rates, day).person_cents == person_cents


def test_each_arrival_has_the_rate_of_its_own_day() -> None:
    before = replace(GROUP, id="R-2", transferred=date(2027, 5, 2), arrived=1, arrived_minors=0)
    greece, france = incentives_of(forum(GROUP, before, incentives=RATES))
    # 21 x 11 000 + 4 x 13 000 + 1 x 9 000; 25 x 600 + 1 x 500.
    assert (france.relocating_cents, greece.transfer_cents) == (292_000_00, 15_500_00)
    assert (AS_PROPOSED.person_cents, AS_PROPOSED.minor_cents, AS_PROPOSED.transfer_cents) == (
        10_000_00,
        12_000_00,
        500_00,
    )


def test_the_act_for_one_state_times_no_taking_over_from_another() -> None:
    pressure = MigratoryPressure(
        report=PressureReport(benefitting="EL"), act=PressureResponseAct(adopted=date(2027, 3, 19))
    )
    early = SponsorshipGroup("S", "SE", persons=2, taken_over=2, taken_over_on=date(2027, 11, 19))
    base = Forum(procedure=Procedure.MIGRATORY_PRESSURE, migratory_pressure=pressure)
    # The eight months for Greece end on 19 November; of Italy's there is no act here.
    own = replace(base, solidarity=SolidarityRecord(sponsorship_groups=(early,)))
    other = replace(base, solidarity=SolidarityRecord(sponsorship_groups=(replace(early, benefitting="IT"),)))
    assert incentives_of(own) == ()
    assert [(row.code, row.total_cents) for row in incentives_of(other)] == [("IT", 100_000), ("SE", 2_000_000)]
