"""Unclear texts of migratory pressure that are read in one way only (COM(2020) 610, Art. 50 to 58)."""

from typing import Final

from desktop_app.calc.readings.proposal_2020 import ARRIVAL_DAY, ASSOCIATED_TRANSFER, COUNTED_ONCE, REFUSED_PERSONS
from desktop_app.calc.readings.reading import reading
from desktop_app.calc.readings.search_and_rescue import LATE_PLAN, REVISIONS, UNDATED_PLAN

KEY_TO_THE_SUM: Final = reading(
    "key-to-the-sum",
    "What the key is applied to",
    {"sum": "relocation and sponsorship together; the state splits its number by type"},
    "sum",
    "COM(2020) 610, Art. 53(3), Annex II",
    "The text does not say whether the key is applied to each total separately; the form asks for shares of one.",
)

PART_COVERED: Final = reading(
    "part-covered",
    "Part of a share covered by measures",
    {"persons": "a number of persons that the plan names, beside the shares that total 100 %"},
    "persons",
    "COM(2020) 610, Annex II",
    "The form has no field for the split between its two tables.",
)

PROPORTION: Final = reading(
    "proportion",
    "Measures in proportion",
    {"part-covered": "measures stand for the part of the share that they cover, up or down from what was claimed"},
    "part-covered",
    "COM(2020) 610, Art. 53(2), recital 29",
    "The Commission adjusts measures that are out of proportion; no unit and no rate is given.",
)

RECIPIENTS: Final = reading(
    "recipients",
    "Who delivers persons",
    {"by-plan": "by the types in the plan that counts; without a plan, by those that the Commission sets"},
    "by-plan",
    "COM(2020) 610, Art. 53(3), recital 28",
    "Whether a state with measures only that must cover half of its share takes part in the spread is not said.",
)

UNION_OF: Final = reading(
    "union-of",
    "The Union of the average",
    {"participating": "all participating Member States, the state itself included"},
    "participating",
    "COM(2020) 610, Art. 52(5)",
    "The text does not say whether the average includes the state itself and those that do not take part.",
)

FIVE_LATEST: Final = reading(
    "five-latest",
    "The preceding five years",
    {"latest": "the latest year with applications and the four before"},
    "latest",
    "COM(2020) 610, Art. 52(5), Annex II",
    "The form asks for the latest full years of Eurostat.",
)

WHOLE_SHARE: Final = reading(
    "whole-share",
    "What ten per cent are of",
    {"whole-share": "of the whole share by the key, also of a plan with measures; no more than its persons"},
    "whole-share",
    "COM(2020) 610, Art. 52(5)",
    "Whether a plan with measures is reduced on its persons only is not said.",
)

PRESSURE_HALF: Final = reading(
    "half",
    "Half of the share",
    {"of-the-exact-share": "of the unreduced exact share, rounded up to whole persons, no more than the share"},
    "of-the-exact-share",
    "COM(2020) 610, Art. 53(2)",
    "The proposal says 50 % of the share by the key; how half of an odd number is rounded is not said.",
)

PRESSURE_ACT_DUE: Final = reading(
    "act-without-forum",
    "The act where there is no forum",
    {"last-day-for-plans": "two weeks after the last day for plans"},
    "last-day-for-plans",
    "COM(2020) 610, Art. 53(1)",
    "The two weeks run from the submission of the plans; which plan, where they come on several days, is not said.",
)

MINORS_UNIT: Final = reading(
    "minors-unit",
    "Unaccompanied minors on the form",
    {"persons": "in persons, at most those of their line"},
    "persons",
    "COM(2020) 610, Annex II",
    "The form does not say whether the field is a share or a number.",
)

ADJUSTMENT_ONCE: Final = reading(
    "test-once",
    "The 30 % test after the half",
    {"once": "applied once; the result may still exceed 30 %"},
    "once",
    "COM(2020) 610, Art. 52(2), 53(2)",
    "Whether the test is held again after states cover half of their shares is not said.",
)

SPONSORSHIP_FROM_ACT: Final = reading(
    "sponsorship-act",
    "The act that starts the eight months",
    {"act": "the act of Art. 53; what Art. 55(2) cites is a list, no act"},
    "act",
    "COM(2020) 610, Art. 55(2)",
    "Art. 55(2) names Art. 49(2) as an implementing act; it is a list.",
)

LATE_PRESSURE_PLAN: Final = reading(
    LATE_PLAN.name,
    LATE_PLAN.title,
    {"no-plan": "a first plan after the time limit is no plan; a revision counts up to the forum's end"},
    "no-plan",
    "COM(2020) 610, Art. 52(3), 52(4), 53(2)",
    "Art. 53(2) speaks of states that have handed in no plan; it does not say what a late one is.",
)

UNDATED_PRESSURE_PLAN: Final = reading(
    UNDATED_PLAN.name,
    UNDATED_PLAN.title,
    dict(UNDATED_PLAN.choices),
    UNDATED_PLAN.default,
    "COM(2020) 610, Art. 52(3) and Annex II",
    UNDATED_PLAN.why,
)

PRESSURE_REVISIONS: Final = reading(
    REVISIONS.name,
    REVISIONS.title,
    dict(REVISIONS.choices),
    REVISIONS.default,
    "COM(2020) 610, Annex II, footnote 2",
    REVISIONS.why,
)

ELIGIBLE_UNKNOWN: Final = reading(
    "eligible-unknown",
    "Who is eligible where averages are missing",
    {"no-plan": "not known; not eligible who handed in no plan in time, since only a plan can ask"},
    "no-plan",
    "COM(2020) 610, Art. 52(5)",
    "Without five years of every participating state there is no average; what that means for one is not said.",
)

APPLICATIONS_COUNT: Final = reading(
    "applications-count",
    "Which applications count",
    {
        "lodged": "applications lodged, as the source of the applications counts them",
    },
    "lodged",
    "COM(2020) 610, Art. 52(5), 53(3), Annex II",
    "Art. 52(5) says examined, Art. 53(3) responsible for, Annex II only applications.",
)

POPULATION_OF_A_YEAR: Final = reading(
    "population-of-a-year",
    "Inhabitants of a year",
    {
        "own-or-key": "of the year itself, or those of the key where the year's are not recorded",
    },
    "own-or-key",
    "COM(2020) 610, Art. 52(5), Annex II",
    "The average is per head; of which day the heads are counted is not said.",
)

DELIVERED_ONLY: Final = reading(
    "delivered-only",
    "What is credited",
    {
        "delivered": "what was delivered, of all types, measures in whole persons",
    },
    "delivered",
    "COM(2020) 610, Art. 53(4), recital 32",
    "The article says delivered; recital 32 speaks of relocation and sponsorship only.",
)

MEASURES_IN_FORUM: Final = reading(
    "measures-in-the-forum",
    "Measures changed in the forum",
    {
        "counts": "a changed part covered by measures counts, with a warning",
    },
    "counts",
    "COM(2020) 610, Art. 52(4)",
    "Only types may change in the forum; whether the part covered by measures may is not said.",
)

PRESSURE_OFFERS: Final = reading(
    "benefitting-offers",
    "Plans of states that benefit",
    {
        "outside": "they are kept, but count nowhere",
    },
    "outside",
    "COM(2020) 610, Art. 52(1)",
    "States that benefit themselves are not asked; what follows if one offers all the same is not said.",
)

OTHERS_UNCOVERED: Final = reading(
    "part-of-the-benefitting",
    "The part of states that benefit",
    {
        "uncovered": "their part of the key stays uncovered; nobody takes it over",
    },
    "uncovered",
    "COM(2020) 610, Art. 53(3), 54",
    "The key contains the benefitting states; who gives their part is not said.",
)

EQUAL_REMAINDERS: Final = reading(
    "equal-remainders",
    "Equal remainders in the last rounding",
    {
        "contributors-first": "contributing states first, then the larger population, then the code; where nothing "
        "was changed, as the key",
    },
    "contributors-first",
    "COM(2020) 610, Art. 53(3)",
    "The proposal does not say how figures are rounded.",
)

EUROPEAN_FRANCE: Final = reading(
    "french-territory",
    "France's population and GDP",
    {
        "as-published": "as Eurostat publishes them, overseas departments included",
    },
    "as-published",
    "COM(2020) 610, Art. 66, Annex III",
    "The proposal applies to European France only; whether the key's data must leave the rest out is not said.",
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
    APPLICATIONS_COUNT,
    POPULATION_OF_A_YEAR,
    DELIVERED_ONLY,
    MEASURES_IN_FORUM,
    PRESSURE_OFFERS,
    OTHERS_UNCOVERED,
    EQUAL_REMAINDERS,
    EUROPEAN_FRANCE,
    COUNTED_ONCE,
    ARRIVAL_DAY,
    ASSOCIATED_TRANSFER,
)
"""Unclear texts of Art. 50 to 58 that this program reads in one way only."""
