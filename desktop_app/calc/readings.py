"""Readings: every unclear text is a named setting with a default, shown wherever a figure stands.

Names and defaults are those of the interchange format, sections 3, 4 and 6.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from desktop_app.calc.forum import Procedure


@dataclass(frozen=True, slots=True)
class Reading:
    """One named reading.

    Attributes:
        name: the key used in documents, such as ``"rounding"``.
        title: what it decides, in a few words.
        choices: the allowed values with what each means; empty for a date.
        default: the value in force unless the forum says otherwise.
        reference: article or document whose text is unclear.
        why: why the text leaves it open.
    """

    name: str
    title: str
    choices: Mapping[str, str]
    default: str
    reference: str
    why: str

    def accepts(self, value: str) -> bool:
        """Tell whether ``value`` is one of the choices (or an ISO date, for a date reading)."""
        if self.choices:
            return value in self.choices
        try:
            return date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False


def _reading(name: str, title: str, choices: dict[str, str], default: str, reference: str, why: str) -> Reading:
    return Reading(name, title, MappingProxyType(choices), default, reference, why)


ROUNDING: Final = _reading(
    "rounding",
    "Rounding of the fair share",
    {
        "up": "every fair share is rounded up to whole persons",
        "nearest": "every fair share is rounded to the nearest whole person, a half up",
        "largest-remainder": "the reference number is handed out exactly, largest remainders first",
    },
    "up",
    "Art. 57(3), 66 and Annex I",
    "The Regulation does not say how a fair share is rounded; rounding up reproduces what was printed for 2026.",
)
SHORTFALL_COVER: Final = _reading(
    "shortfall-cover",
    "What counts against the 30 % indicator",
    {
        "relocation-and-money": "relocations and financial contributions",
        "relocation-only": "relocations only",
    },
    "relocation-and-money",
    "COM(2020) 610, Art. 48(2), 52(2)",
    "The proposal of 2020 knew no financial contributions; whether money would fill the shortfall is not said.",
)
GENERAL_APPLICATION: Final = _reading(
    "general-application",
    "Date of general application",
    {},
    "2026-06-12",
    "Art. 85",
    "The published text says 1 July 2026; the metadata of the Publications Office and the Council say 12 June 2026.",
)
TWICE: Final = _reading(
    "twice",
    "Twice the Union average",
    {"at-least": "exactly twice is enough", "more-than": "must be more than twice"},
    "at-least",
    "COM(2020) 610, Art. 52(5), 53(3)",
    "The articles say twice; the explanatory memorandum reads as more than twice.",
)
UNION_AVERAGE: Final = _reading(
    "union-average",
    "The Union's average per head",
    {
        "weighted": "all applications over all inhabitants",
        "mean-of-states": "the unweighted mean of the states' own rates",
    },
    "weighted",
    "COM(2020) 610, Art. 52(5)",
    "The text does not say how the Union's average is formed.",
)
FIVE_YEARS: Final = _reading(
    "five-years",
    "The average over five years",
    {
        "mean-of-years": "the mean of five yearly rates",
        "ratio-of-sums": "five years' applications over five years' inhabitants",
    },
    "mean-of-years",
    "COM(2020) 610, Art. 52(5), Annex II",
    "The form asks for an average per head over five years without a formula.",
)

KEY_ROUNDING: Final = _reading(
    "rounding",
    "Rounding of the key number",
    {
        "up": "every key number is rounded up to whole persons",
        "nearest": "every key number is rounded to the nearest whole person, a half up",
        "largest-remainder": "the report's total is handed out exactly, largest remainders first",
    },
    "largest-remainder",
    "COM(2020) 610, Art. 54 and Annex III",
    "The proposal does not say how a share is rounded to whole persons; this way the total is kept.",
)
SHORTFALL: Final = _reading(
    "shortfall",
    "The shortfall of the 30 % test",
    {
        "A": "what states with measures leave short of their shares, over the report's total",
        "B": "everything that is not pledged, over the report's total",
        "C": "what states with measures leave short of their shares, over what is asked of the contributing states",
    },
    "A",
    "COM(2020) 610, Art. 48(2), 52(2), 53(2); recitals 22 and 29",
    "Art. 48(2) speaks of a shortfall of the contributions indicated; the recitals of one that measures cause.",
)
COVER: Final = _reading(
    "cover",
    "The half that is to be covered",
    {
        "minimum": "at least half of the share; a state that covers more keeps it",
        "exact": "exactly half of the share; what is more is cut, relocations first",
    },
    "minimum",
    "COM(2020) 610, Art. 48(2), 53(2)",
    "States must cover 50 % of their share; whether that is a minimum is not said.",
)

REDUCTION_SPREAD: Final = _reading(
    "reduction-spread",
    "Who takes over what a reduction leaves",
    {
        "excluding-reduced": "the other states that deliver persons, those with a reduction of their own left out",
        "including-reduced": "the other states that deliver persons, those with a reduction of their own included",
    },
    "excluding-reduced",
    "COM(2020) 610, Art. 53(3), recital 28",
    "The reduction is spread over the other states that take such measures; whether one that is reduced itself is "
    "among them is not said.",
)
CREDIT: Final = _reading(
    "credit",
    "Which earlier contributions are credited",
    {
        "on-request": "those given after a request under Art. 56(1)",
        "any-voluntary": "every voluntary contribution, also of own initiative",
    },
    "on-request",
    "COM(2020) 610, Art. 53(4), recital 32",
    "The article names contributions after a request; the memorandum speaks of voluntary contributions.",
)
CREDIT_YEAR: Final = _reading(
    "credit-year",
    "The previous year of a credit",
    {
        "calendar-year": "the calendar year before that of the act",
        "twelve-months": "the twelve months before the act; without a day, a credit counts by its calendar year",
    },
    "calendar-year",
    "COM(2020) 610, Art. 53(4)",
    "The article says the preceding year; whether that is the calendar year is not said.",
)
CREDIT_STATE: Final = _reading(
    "credit-state",
    "Whom an earlier contribution must have helped",
    {"same": "the Member State that now benefits", "any": "any Member State"},
    "same",
    "COM(2020) 610, Art. 53(4)",
    "The article does not say whether the earlier contribution must have helped the same state.",
)
POSTPONEMENT: Final = _reading(
    "postponement",
    "How long a postponed security check may take",
    {"two-weeks": "two weeks in all", "three-weeks": "two weeks more than the first, three in all"},
    "two-weeks",
    "COM(2020) 610, Art. 57(7)",
    "The Dutch text can be read either way; its fourth subparagraph speaks of a time limit of two weeks.",
)

MIGRATORY_PRESSURE: Final = (
    KEY_ROUNDING,
    SHORTFALL,
    COVER,
    REDUCTION_SPREAD,
    CREDIT,
    TWICE,
    UNION_AVERAGE,
    FIVE_YEARS,
    CREDIT_YEAR,
    CREDIT_STATE,
    POSTPONEMENT,
)
"""The readings that touch migratory pressure, in the order in which they are listed."""
VOLUNTARY: Final = (POSTPONEMENT,)
"""The readings that touch voluntary contributions."""
FURTHER: Final = frozenset({CREDIT_YEAR.name, CREDIT_STATE.name, POSTPONEMENT.name})
"""Readings that the interchange format does not list by name; ``check`` lists them apart."""

SEARCH_AND_RESCUE: Final = (KEY_ROUNDING, SHORTFALL, COVER)
"""The readings that touch search and rescue, in the order in which they are listed."""

ANNUAL_POOL: Final = (ROUNDING, SHORTFALL_COVER, GENERAL_APPLICATION, TWICE, UNION_AVERAGE, FIVE_YEARS)
"""The readings that touch the annual pool, in the order in which they are listed."""

KEY_STATES: Final = _reading(
    "key-states",
    "Who shares the key",
    {"bound-states": "the 26 bound Member States, those that benefit included"},
    "bound-states",
    "Art. 66 and Annex I; Art. 12(3)",
    "Annex I says only n, the number of Member States; benefitting states pledge too, and 26 fits what was printed.",
)
FRENCH_TERRITORY: Final = _reading(
    "french-territory",
    "France's population and GDP",
    {"as-published": "as Eurostat publishes them, overseas departments included"},
    "as-published",
    "Art. 76",
    "The Regulation applies to European France only; whether the key's data must leave the rest out is not said.",
)
ALTERNATIVES: Final = _reading(
    "reference-numbers",
    "The two reference numbers",
    {"alternatives": "alternatives of equal value, not a sum"},
    "alternatives",
    "Art. 12(2), 57(3)",
    "Art. 12(2) joins them with and; the act of 2026 and the pledges behind it treat them as alternatives.",
)
MET_FROM: Final = _reading(
    "fair-share-met",
    "When a fair share is met",
    {"smaller": "from the smaller of the exact and the rounded fair share on"},
    "smaller",
    "Art. 57(3)",
    "The Regulation does not say how a fair share is rounded, so nobody falls short by rounding alone.",
)
EXCEPTIONAL_RATE: Final = _reading(
    "exceptional-rate",
    "Value of a relocation in a pool of 0",
    {"20000": "EUR 20 000, the ratio of the minimum numbers"},
    "20000",
    "Art. 12(3), 12(4)",
    "Where both reference numbers are 0 there is no ratio; a pledge made all the same still needs a value.",
)
HOLIDAYS: Final = _reading(
    "holidays",
    "Official holidays in periods",
    {"common": "1 January and 25 December, official in every bound Member State, and those listed in the forum"},
    "common",
    "Art. 75(d)",
    "The Regulation does not say whose holidays count; the forum's own list is dated and named.",
)

FIXED: Final = (KEY_STATES, FRENCH_TERRITORY, ALTERNATIVES, MET_FROM, EXCEPTIONAL_RATE, HOLIDAYS)
"""Unclear texts that this program reads in one way only: named and shown, not to be chosen."""


POOL_SPLIT: Final = _reading(
    "pool-split",
    "How contributions fill several pools",
    {"by-part": "by each state of disembarkation's part of the report's total, largest remainders"},
    "by-part",
    "COM(2020) 610, Art. 48(1)",
    "The proposal wants one pool for each state of disembarkation and does not say how a contribution is split.",
)
LATE_PLAN: Final = _reading(
    "late-plan",
    "Plans after the time limit",
    {
        "no-plan": "a first plan after the time limit is no plan, under either act; a revision counts up to the "
        "forum's end"
    },
    "no-plan",
    "COM(2020) 610, Art. 47(4), 47(5), 48(2)",
    "Art. 48(2) speaks of states that have handed in no plan; it does not say what a late one is.",
)
MEASURES_FIXED: Final = _reading(
    "measures-fixed",
    "Measures in proportion",
    {"what-is-left": "measures stand for what is left of the key number, whatever was claimed"},
    "what-is-left",
    "COM(2020) 610, Art. 48(2)",
    "Measures must be in proportion to the relocations by the key; no unit and no rate is given.",
)
HALF: Final = _reading(
    "half",
    "Half of the share",
    {"of-the-exact-share": "of the exact share of the report's total, rounded up to whole persons"},
    "of-the-exact-share",
    "COM(2020) 610, Art. 48(2)",
    "The proposal says 50 % of the share by the key; how half of an odd number is rounded is not said.",
)
TOP_UP_SCALE: Final = _reading(
    "top-up-scale",
    "What a top-up raises",
    {"all-alike": "relocations, sponsorship and measures alike, by the new total over the old"},
    "all-alike",
    "COM(2020) 610, Art. 48(2) last subparagraph, recital 23",
    "The total rises by at most 50 %, sponsorship by 50 %; where the total rises by less, nothing is said.",
)
REVISIONS: Final = _reading(
    "revisions",
    "Revisions of a plan",
    {"counted": "numbered 1, 2 and so on under one reference; the highest that came in time counts"},
    "counted",
    "COM(2020) 610, Annex I, footnote 1",
    "The form has a mark for a revised plan and does not say how several are told apart.",
)
BENEFITTING_OFFERS: Final = _reading(
    "benefitting-offers",
    "Plans of benefitting states",
    {"outside": "they are kept, but count in no pool and no test"},
    "outside",
    "COM(2020) 610, Art. 47(3), recital 28",
    "Nobody asks a state of disembarkation for a contribution; what follows if it offers one is not said.",
)

AFTER_PRESSURE_ACT: Final = _reading(
    "after-pressure-act",
    "Draws after an act on migratory pressure",
    {"none": "nothing more is drawn for that state, on its own pool or another's"},
    "none",
    "COM(2020) 610, Art. 49(3)",
    "The rest of a pool may be used until the act of Art. 53; whether ordinary disembarkations go on is not said.",
)

UNDATED_PLAN: Final = _reading(
    "undated-plan",
    "Plans without a date",
    {"counts": "a plan without a date of submission counts until it has one"},
    "counts",
    "COM(2020) 610, Art. 47(4) and Annex I",
    "The form asks for the date; what a plan without one is, is not said.",
)
ACT_WITHOUT_FORUM: Final = _reading(
    "act-without-forum",
    "The act where there is no forum",
    {"last-day-for-plans": "two weeks after the last day for plans"},
    "last-day-for-plans",
    "COM(2020) 610, Art. 48(1)",
    "The two weeks run from the submission of the plans; which plan, where they come on several days, is not said.",
)
TOP_UP_CAP: Final = _reading(
    "top-up-cap",
    "How far a top-up may go",
    {"per-pool": "each pool by at most half of the report's number for it"},
    "per-pool",
    "COM(2020) 610, Art. 48(2) last subparagraph",
    "The total rises by at most 50 %; whether of one pool or of all together is not said.",
)
LAST_DRAW: Final = _reading(
    "last-draw",
    "The last day of the bridge",
    {"day-of-the-act": "a pool may still be drawn on on the day on which the act of Art. 53 is adopted"},
    "day-of-the-act",
    "COM(2020) 610, Art. 49(3)",
    "The rest may be used until the act is adopted; whether that day is one of them is not said.",
)
SPONSORSHIP_CLOCK: Final = _reading(
    "sponsorship-clock",
    "Where the eight months of sponsorship begin",
    {"first-act": "with the adoption of the first act, also for what a top-up adds"},
    "first-act",
    "COM(2020) 610, Art. 48(2), 55(2)",
    "The eight months start at the adoption of the act; whether its amendment starts them again is not said.",
)

FIXED_SEARCH_AND_RESCUE: Final = (
    POOL_SPLIT,
    LATE_PLAN,
    UNDATED_PLAN,
    ACT_WITHOUT_FORUM,
    MEASURES_FIXED,
    HALF,
    TOP_UP_SCALE,
    TOP_UP_CAP,
    LAST_DRAW,
    SPONSORSHIP_CLOCK,
    REVISIONS,
    BENEFITTING_OFFERS,
    AFTER_PRESSURE_ACT,
)
"""Unclear texts of Art. 47 to 49 that this program reads in one way only."""

KEY_TO_THE_SUM: Final = _reading(
    "key-to-the-sum",
    "What the key is applied to",
    {"sum": "relocation and sponsorship together; the state splits its number by type"},
    "sum",
    "COM(2020) 610, Art. 53(3), Annex II",
    "The text does not say whether the key is applied to each total separately; the form asks for shares of one.",
)
PART_COVERED: Final = _reading(
    "part-covered",
    "Part of a share covered by measures",
    {"persons": "a number of persons that the plan names, beside the shares that total 100 %"},
    "persons",
    "COM(2020) 610, Annex II",
    "The form has no field for the split between its two tables.",
)
PROPORTION: Final = _reading(
    "proportion",
    "Measures in proportion",
    {"part-covered": "measures stand for the part of the share that they cover, up or down from what was claimed"},
    "part-covered",
    "COM(2020) 610, Art. 53(2), recital 29",
    "The Commission adjusts measures that are out of proportion; no unit and no rate is given.",
)
RECIPIENTS: Final = _reading(
    "recipients",
    "Who delivers persons",
    {"by-plan": "by the types in the plan that counts; without a plan, by those that the Commission sets"},
    "by-plan",
    "COM(2020) 610, Art. 53(3), recital 28",
    "Whether a state with measures only that must cover half of its share takes part in the spread is not said.",
)
UNION_OF: Final = _reading(
    "union-of",
    "The Union of the average",
    {"participating": "all participating Member States, the state itself included"},
    "participating",
    "COM(2020) 610, Art. 52(5)",
    "The text does not say whether the average includes the state itself and those that do not take part.",
)
FIVE_LATEST: Final = _reading(
    "five-latest",
    "The preceding five years",
    {"latest": "the latest year with applications and the four before"},
    "latest",
    "COM(2020) 610, Art. 52(5), Annex II",
    "The form asks for the latest full years of Eurostat.",
)
WHOLE_SHARE: Final = _reading(
    "whole-share",
    "What ten per cent are of",
    {"whole-share": "of the whole share by the key, also of a plan with measures; no more than its persons"},
    "whole-share",
    "COM(2020) 610, Art. 52(5)",
    "Whether a plan with measures is reduced on its persons only is not said.",
)
PRESSURE_HALF: Final = _reading(
    "half",
    "Half of the share",
    {"of-the-exact-share": "of the unreduced exact share, rounded up to whole persons, no more than the share"},
    "of-the-exact-share",
    "COM(2020) 610, Art. 53(2)",
    "The proposal says 50 % of the share by the key; how half of an odd number is rounded is not said.",
)
PRESSURE_ACT_DUE: Final = _reading(
    "act-without-forum",
    "The act where there is no forum",
    {"last-day-for-plans": "two weeks after the last day for plans"},
    "last-day-for-plans",
    "COM(2020) 610, Art. 53(1)",
    "The two weeks run from the submission of the plans; which plan, where they come on several days, is not said.",
)
MINORS_UNIT: Final = _reading(
    "minors-unit",
    "Unaccompanied minors on the form",
    {"persons": "in persons, at most those of their line"},
    "persons",
    "COM(2020) 610, Annex II",
    "The form does not say whether the field is a share or a number.",
)
REFUSED_PERSONS: Final = _reading(
    "refused-persons",
    "Persons refused as a risk",
    {"still-owed": "they leave the group; what the act fixed for the state stays"},
    "still-owed",
    "COM(2020) 610, Art. 57(2), 57(7)",
    "Whether a person who is refused counts as a contribution is not said.",
)
ADJUSTMENT_ONCE: Final = _reading(
    "test-once",
    "The 30 % test after the half",
    {"once": "applied once; the result may still exceed 30 %"},
    "once",
    "COM(2020) 610, Art. 52(2), 53(2)",
    "Whether the test is held again after states cover half of their shares is not said.",
)
SPONSORSHIP_FROM_ACT: Final = _reading(
    "sponsorship-act",
    "The act that starts the eight months",
    {"act": "the act of Art. 53; what Art. 55(2) cites is a list, no act"},
    "act",
    "COM(2020) 610, Art. 55(2)",
    "Art. 55(2) names Art. 49(2) as an implementing act; it is a list.",
)
MECHANISM_YEAR: Final = _reading(
    "mechanism-year",
    "One year of the mechanism",
    {"same-date": "it ends on the same date of the next year, unless extended"},
    "same-date",
    "Report on Migration and Asylum 2022, section 4",
    "The report says June 2022 and one year; no day is given.",
)
KEPT_BY: Final = _reading(
    "commitments-kept",
    "What keeps a pledge",
    {"recorded": "relocations and payments recorded as kept, whatever pledge they belong to"},
    "recorded",
    "Report on Migration and Asylum 2022, section 4",
    "The report counts relocations against the pledges of a state as a whole.",
)

LATE_PRESSURE_PLAN: Final = _reading(
    LATE_PLAN.name,
    LATE_PLAN.title,
    {"no-plan": "a first plan after the time limit is no plan; a revision counts up to the forum's end"},
    "no-plan",
    "COM(2020) 610, Art. 52(3), 52(4), 53(2)",
    "Art. 53(2) speaks of states that have handed in no plan; it does not say what a late one is.",
)
UNDATED_PRESSURE_PLAN: Final = _reading(
    UNDATED_PLAN.name,
    UNDATED_PLAN.title,
    dict(UNDATED_PLAN.choices),
    UNDATED_PLAN.default,
    "COM(2020) 610, Art. 52(3) and Annex II",
    UNDATED_PLAN.why,
)
PRESSURE_REVISIONS: Final = _reading(
    REVISIONS.name,
    REVISIONS.title,
    dict(REVISIONS.choices),
    REVISIONS.default,
    "COM(2020) 610, Annex II, footnote 2",
    REVISIONS.why,
)
ELIGIBLE_UNKNOWN: Final = _reading(
    "eligible-unknown",
    "Who is eligible where averages are missing",
    {"no-plan": "not known; not eligible who handed in no plan in time, since only a plan can ask"},
    "no-plan",
    "COM(2020) 610, Art. 52(5)",
    "Without five years of every participating state there is no average; what that means for one is not said.",
)

FIXED_MIGRATORY_PRESSURE: Final = (
    KEY_TO_THE_SUM,
    PART_COVERED,
    PROPORTION,
    ADJUSTMENT_ONCE,
    PRESSURE_HALF,
    WHOLE_SHARE,
    RECIPIENTS,
    UNION_OF,
    FIVE_LATEST,
    ELIGIBLE_UNKNOWN,
    LATE_PRESSURE_PLAN,
    UNDATED_PRESSURE_PLAN,
    PRESSURE_REVISIONS,
    PRESSURE_ACT_DUE,
    MINORS_UNIT,
    SPONSORSHIP_FROM_ACT,
    REFUSED_PERSONS,
)
"""Unclear texts of Art. 50 to 58 that this program reads in one way only."""
FIXED_VOLUNTARY: Final = (MECHANISM_YEAR, KEPT_BY, REFUSED_PERSONS)
"""Unclear texts of the voluntary mechanism and Art. 56 that this program reads in one way only."""

_READINGS: Final = {
    Procedure.ANNUAL_POOL: ANNUAL_POOL,
    Procedure.SEARCH_AND_RESCUE: SEARCH_AND_RESCUE,
    Procedure.MIGRATORY_PRESSURE: MIGRATORY_PRESSURE,
    Procedure.VOLUNTARY: VOLUNTARY,
}
_FIXED: Final = {
    Procedure.ANNUAL_POOL: FIXED,
    Procedure.SEARCH_AND_RESCUE: FIXED_SEARCH_AND_RESCUE,
    Procedure.MIGRATORY_PRESSURE: FIXED_MIGRATORY_PRESSURE,
    Procedure.VOLUNTARY: FIXED_VOLUNTARY,
}


def readings_of(procedure: Procedure) -> tuple[Reading, ...]:
    """Return the readings that touch a procedure, in the order in which they are listed."""
    return _READINGS[procedure]


def fixed_readings_of(procedure: Procedure) -> tuple[Reading, ...]:
    """Return the unclear texts of a procedure that this program reads in one way only."""
    return _FIXED[procedure]


def in_force(known: Iterable[Reading], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return every reading with its value in force: the forum's choice, else the default."""
    return {reading.name: chosen.get(reading.name, reading.default) for reading in known}
