"""Readings of the proposal of 2020 that more than one procedure uses (COM(2020) 610)."""

from typing import Final

from desktop_app.calc.readings.reading import reading

TWICE: Final = reading(
    "twice",
    "Twice the Union average",
    {"at-least": "exactly twice is enough", "more-than": "must be more than twice"},
    "at-least",
    "COM(2020) 610, Art. 52(5), 53(3)",
    "The articles say twice; the explanatory memorandum reads as more than twice.",
)

UNION_AVERAGE: Final = reading(
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

FIVE_YEARS: Final = reading(
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

KEY_ROUNDING: Final = reading(
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

SHORTFALL: Final = reading(
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

COVER: Final = reading(
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

POSTPONEMENT: Final = reading(
    "postponement",
    "How long a postponed security check may take",
    {"two-weeks": "two weeks in all", "three-weeks": "two weeks more than the first, three in all"},
    "two-weeks",
    "COM(2020) 610, Art. 57(7)",
    "The Dutch text can be read either way; its fourth subparagraph speaks of a time limit of two weeks.",
)

REFUSED_PERSONS: Final = reading(
    "refused-persons",
    "Persons refused as a risk",
    {"still-owed": "they leave the group; what the act fixed for the state stays"},
    "still-owed",
    "COM(2020) 610, Art. 57(2), 57(7)",
    "Whether a person who is refused counts as a contribution is not said.",
)

COUNTED_ONCE: Final = reading(
    "counted-once",
    "Persons in several records",
    {
        "added-up": "records are added up; where they stand in records of several kinds, the desk warns",
    },
    "added-up",
    "COM(2020) 610, Art. 72",
    "Incentives are for persons relocated, once each; counts without names cannot be matched.",
)

ARRIVAL_DAY: Final = reading(
    "arrival-day",
    "The rate of an incentive",
    {
        "arrival": "that of the day of arrival; without a day, as proposed",
    },
    "arrival",
    "COM(2020) 610, Art. 72",
    "The Commission may adapt the amounts; from which day a person counts under the new ones is not said.",
)

ASSOCIATED_TRANSFER: Final = reading(
    "associated-transfer",
    "Transfers to associated states",
    {
        "none": "no incentive, neither for them nor for the state that transfers",
    },
    "none",
    "COM(2020) 610, Art. 2(u), 72",
    "Relocation is between Member States; the voluntary mechanism knows associated states, too.",
)
