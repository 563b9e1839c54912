"""A forum in which everything that an annex can hold is there, some of it at its limits."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import (
    Acknowledgement,
    AlternativeMeasure,
    AssociatedContribution,
    Classification,
    DataFlag,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    Holiday,
    KeyState,
    MeasureKind,
    Meeting,
    MeetingKind,
    Pledge,
    PressureBasis,
    RequestContent,
    SharesStatus,
    StateRecord,
)
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.said import Certainty, HowSaid, OriginalAmount, Said

DESCRIPTION = " ".join(f"measure {number} of many," for number in range(90))[:2000]
UNBROKEN = "Verwaltungsvereinbarung" * 60
DAY = date(2026, 10, 28)


def measures() -> tuple[AlternativeMeasure, ...]:
    """One measure of each kind: long, unbroken, in other scripts, without value."""
    texts = (DESCRIPTION, UNBROKEN, "Εκατό υπάλληλοι", "Сто служители, ő ș Ħ ġ Ż", "line\nline", "☃ no glyph", None)
    given = zip(MeasureKind, texts, (None, True, False, None, True, False, None), strict=True)
    return tuple(
        AlternativeMeasure(text, kind, 10**13 * 100 if text == DESCRIPTION else 123_456, "daily rate", named)
        for kind, text, named in given
    )


def deductions() -> tuple[Deduction, ...]:
    """One deduction of each stage."""
    amounts = DeductionAmounts(1, 50, 7)
    first, second = DeductionBasis
    return (
        Deduction(first, DeductionStage.ANNOUNCED, None, announced=DAY, self_declared=True, note="a note"),
        Deduction(second, DeductionStage.REQUESTED, DeductionAmounts(), requested=DAY),
        Deduction(second, DeductionStage.ASSESSED, amounts, announced=DAY, requested=DAY, assessed=DAY),
        Deduction(second, DeductionStage.REFUSED, amounts, decided=DAY, act="(EU) 2026/1"),
        Deduction(second, DeductionStage.REFUSED, amounts),
        Deduction(second, DeductionStage.GRANTED, amounts, decided=DAY, act=f"(EU) 2026/2, {UNBROKEN[:200]}"),
        Deduction(first, DeductionStage.GRANTED, amounts),
    )


def extreme(forum: Forum) -> Forum:
    """Return a forum with everything in it, made from a whole and sound one."""
    record = StateRecord(
        "BE",
        flags=tuple(Flag),
        pressure_basis=tuple(PressureBasis),
        benefitting_since=DAY,
        systemic_shortcomings=True,
        crisis_credit=5,
        pledge=Pledge(10**9, 10**13 * 100 + 1, measures(), 4, "agreement with ΕΛ", 3, "a note of 2\u202f000 words"),
        deductions=deductions(),
    )
    unvalued = (AlternativeMeasure("help in kind"),)
    changed = forum.with_state(record)
    changed = changed.with_state(replace(changed.state("BG"), pledge=Pledge(None, ABSENT, unvalued)))
    changed = changed.with_state(replace(changed.state("CZ"), pledge=Pledge(None, None, None)))
    changed = changed.with_state(replace(changed.state("DK"), pledge=Pledge(5, 0, None)))
    changed = changed.with_state(replace(changed.state("EE"), pledge=Pledge(0, 0, None, of_which_beneficiaries=0)))
    changed = changed.with_state(replace(changed.state("FR"), pledge=Pledge(10, 0, None, of_which_beneficiaries=2)))
    states = tuple(replace(each, participates=each.code != "IE") for each in forum.key.states)
    return replace(
        changed,
        title=f"{UNBROKEN} {DESCRIPTION}",
        note=f"A note.\n\n{DESCRIPTION}",
        adopted=None,
        shares_status=SharesStatus.ESTIMATE,
        key=replace(
            forum.key,
            states=(*states, KeyState("DK", 6, 9, participates=False)),
            adopted_shares=(("DE", Fraction(216890, 10000)), ("FR", Fraction(160021, 10000))),
            population_source=UNBROKEN,
            gdp_source=None,
        ),
        pool=replace(forum.pool, exceptional=True, sar_percent=Fraction(85, 2), named_measures=("staff", UNBROKEN)),
        meetings=(
            Meeting("m1", MeetingKind.INITIAL, DAY),
            Meeting("m2", MeetingKind.RESUMED),
            Meeting("m3", MeetingKind.RECONVENED, DAY),
        ),
        associated=(
            AssociatedContribution("NO", DESCRIPTION, 10**13 * 100),
            AssociatedContribution("CH"),
        ),
    )


KRONOR = OriginalAmount("SEK", 1_000_000_00, Fraction("11.2345"), DAY, "European Central Bank")
"""SEK 1 000 000 at 11.2345 are EUR 89 011.53: 100 000 000 / 11.2345 = 8 901 152.70… hundredths."""


def how_said() -> HowSaid:
    """Every way in which the types of a pledge can be said."""
    return HowSaid(
        Said(Certainty.CONFIRMED, "the minister", note="to be repeated"),
        Said(Certainty.ANNOUNCED, "the ambassador", "subject to parliament", True, KRONOR),
        Said(None, "the delegation"),
    )


def spoken(forum: Forum) -> Forum:
    """Return a whole forum in which everything is said of pledges, requests, data and warnings that can be."""
    help_in_kind = AlternativeMeasure("help in kind", MeasureKind.STAFF, 89_011_53, "daily rate", None, KRONOR)
    no_rate = AlternativeMeasure("no rate", MeasureKind.STAFF, 5_00, "daily rate", None, OriginalAmount("PLN", 1_00))
    asked = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.REQUESTED, None, requested=date(2026, 12, 2))
    everything = tuple(each for each in RequestContent if each is not RequestContent.SIGNIFICANCE)
    changed = forum.with_state(
        replace(
            forum.state("SE"),
            pledge=Pledge(100, 89_011_53, (help_in_kind, no_rate), said=how_said()),
            deductions=(
                asked,
                replace(asked, contents=(RequestContent.STABILISE,)),
                replace(asked, contents=everything),
                replace(asked, basis=DeductionBasis.ARTICLE_61),
            ),
            crisis_credit=3,
            crisis_credit_act="(EU) 2026/77",
        )
    )
    curt = HowSaid(Said(Certainty.CONFIRMED), Said(Certainty.ANNOUNCED), Said(note="no more"))
    changed = changed.with_state(replace(changed.state("BE"), pledge=replace(changed.state("BE").pledge, said=curt)))
    changed = changed.with_state(
        replace(changed.state("FI"), pledge=Pledge(None, None, None), benefitting_since=date(2026, 1, 1))
    )
    flags = tuple(DataFlag)
    states = tuple(
        replace(each, population_flags=flags, gdp_flags=flags[:2], remark="islands included")
        if each.code in {"FR", "DE"}
        else each
        for each in changed.key.states
    )
    changed = replace(
        changed,
        classification=Classification.EU_RESTRICTED,
        adopted=None,
        as_of=date(2027, 2, 1),
        key=replace(changed.key, states=states, population_extracted=DAY, gdp_extracted=DAY),
        holidays=(Holiday(date(2026, 12, 30), "a holiday"), Holiday(date(2026, 12, 31))),
        applications_source="a register",
    )
    warnings = [each for each in assess(changed).findings if each.severity is Severity.WARN]
    first, second = warnings[0], warnings[1]
    return replace(
        changed,
        acknowledgements=(
            Acknowledgement(first.rule, first.state, first.message, "it was agreed", "Ana Silva", DAY),
            Acknowledgement(second.rule, second.state, second.message, "nobody minds"),
            Acknowledgement("AMMR-57-3b", "BE", "Belgium makes no pledge.", "of old", "Ana Silva", DAY),
            Acknowledgement("AMMR-57-3b", None, "Gone.", "of nobody"),
        ),
    )
