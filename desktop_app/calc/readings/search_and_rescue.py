"""Readings of search and rescue (COM(2020) 610, Art. 47 to 49)."""

from typing import Final

from desktop_app.calc.readings.proposal_2020 import COVER, KEY_ROUNDING, SHORTFALL
from desktop_app.calc.readings.reading import reading

SEARCH_AND_RESCUE: Final = (KEY_ROUNDING, SHORTFALL, COVER)
"""The readings that touch search and rescue, in the order in which they are listed."""

POOL_SPLIT: Final = reading(
    "pool-split",
    "How contributions fill several pools",
    {"by-part": "by each state of disembarkation's part of the report's total, largest remainders"},
    "by-part",
    "COM(2020) 610, Art. 48(1)",
    "The proposal wants one pool for each state of disembarkation and does not say how a contribution is split.",
)

LATE_PLAN: Final = reading(
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

MEASURES_FIXED: Final = reading(
    "measures-fixed",
    "Measures in proportion",
    {"what-is-left": "measures stand for what is left of the key number, whatever was claimed"},
    "what-is-left",
    "COM(2020) 610, Art. 48(2)",
    "Measures must be in proportion to the relocations by the key; no unit and no rate is given.",
)

HALF: Final = reading(
    "half",
    "Half of the share",
    {"of-the-exact-share": "of the exact share of the report's total, rounded up to whole persons"},
    "of-the-exact-share",
    "COM(2020) 610, Art. 48(2)",
    "The proposal says 50 % of the share by the key; how half of an odd number is rounded is not said.",
)

TOP_UP_SCALE: Final = reading(
    "top-up-scale",
    "What a top-up raises",
    {"all-alike": "relocations, sponsorship and measures alike, by the new total over the old"},
    "all-alike",
    "COM(2020) 610, Art. 48(2) last subparagraph, recital 23",
    "The total rises by at most 50 %, sponsorship by 50 %; where the total rises by less, nothing is said.",
)

REVISIONS: Final = reading(
    "revisions",
    "Revisions of a plan",
    {"counted": "numbered 1, 2 and so on under one reference; the highest that came in time counts"},
    "counted",
    "COM(2020) 610, Annex I, footnote 1",
    "The form has a mark for a revised plan and does not say how several are told apart.",
)

BENEFITTING_OFFERS: Final = reading(
    "benefitting-offers",
    "Plans of benefitting states",
    {"outside": "they are kept, but count in no pool and no test"},
    "outside",
    "COM(2020) 610, Art. 47(3), recital 28",
    "Nobody asks a state of disembarkation for a contribution; what follows if it offers one is not said.",
)

AFTER_PRESSURE_ACT: Final = reading(
    "after-pressure-act",
    "Draws after an act on migratory pressure",
    {"none": "nothing more is drawn for that state, on its own pool or another's"},
    "none",
    "COM(2020) 610, Art. 49(3)",
    "The rest of a pool may be used until the act of Art. 53; whether ordinary disembarkations go on is not said.",
)

UNDATED_PLAN: Final = reading(
    "undated-plan",
    "Plans without a date",
    {"counts": "a plan without a date of submission counts until it has one"},
    "counts",
    "COM(2020) 610, Art. 47(4) and Annex I",
    "The form asks for the date; what a plan without one is, is not said.",
)

ACT_WITHOUT_FORUM: Final = reading(
    "act-without-forum",
    "The act where there is no forum",
    {"last-day-for-plans": "two weeks after the last day for plans"},
    "last-day-for-plans",
    "COM(2020) 610, Art. 48(1)",
    "The two weeks run from the submission of the plans; which plan, where they come on several days, is not said.",
)

TOP_UP_CAP: Final = reading(
    "top-up-cap",
    "How far a top-up may go",
    {"per-pool": "each pool by at most half of the report's number for it"},
    "per-pool",
    "COM(2020) 610, Art. 48(2) last subparagraph",
    "The total rises by at most 50 %; whether of one pool or of all together is not said.",
)

LAST_DRAW: Final = reading(
    "last-draw",
    "The last day of the bridge",
    {"day-of-the-act": "a pool may still be drawn on on the day on which the act of Art. 53 is adopted"},
    "day-of-the-act",
    "COM(2020) 610, Art. 49(3)",
    "The rest may be used until the act is adopted; whether that day is one of them is not said.",
)

SPONSORSHIP_CLOCK: Final = reading(
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
