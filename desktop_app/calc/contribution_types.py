"""Types of solidarity contributions of the proposal of 2020 (COM(2020) 610, Art. 45), and activities of sponsorship."""

from enum import Enum, StrEnum
from typing import Final

from desktop_app.calc.sentences import say


class ContributionType(StrEnum):
    """The types of Art. 45(1) and (2); the value is the name in documents.

    They are text, too, since they are the keys of many small tables: text is looked up in a tenth of the time.
    """

    APPLICANTS = "applicants"
    SPONSORSHIP = "sponsorship"
    BENEFICIARIES = "beneficiaries"
    MEASURES = "measures"
    BORDER_PROCEDURE = "border-procedure"
    ILLEGALLY_STAYING = "illegally-staying"

    @property
    def article(self) -> str:
        """The point of Art. 45, such as ``"45(1)(a)"``."""
        return _ARTICLES[self]

    @property
    def words(self) -> str:
        """What is contributed, in a few words."""
        return _WORDS[self]


_ARTICLES: Final = {
    ContributionType.APPLICANTS: "45(1)(a)",
    ContributionType.SPONSORSHIP: "45(1)(b)",
    ContributionType.BENEFICIARIES: "45(1)(c)",
    ContributionType.MEASURES: "45(1)(d)",
    ContributionType.BORDER_PROCEDURE: "45(2)(a)",
    ContributionType.ILLEGALLY_STAYING: "45(2)(b)",
}
_WORDS: Final = {
    ContributionType.APPLICANTS: say("relocation of applicants"),
    ContributionType.SPONSORSHIP: say("return sponsorship"),
    ContributionType.BENEFICIARIES: say("relocation of beneficiaries of protection"),
    ContributionType.MEASURES: say("measures"),
    ContributionType.BORDER_PROCEDURE: say("relocation of applicants in the border procedure"),
    ContributionType.ILLEGALLY_STAYING: say("relocation of illegally staying persons"),
}

PLAN_TYPES: Final = (ContributionType.APPLICANTS, ContributionType.SPONSORSHIP, ContributionType.BENEFICIARIES)
"""Types of persons in a pressure response, in the order of ties (Art. 52(1); interchange format, section 6)."""

SUPPORT_TYPES: Final = (
    ContributionType.APPLICANTS,
    ContributionType.BENEFICIARIES,
    ContributionType.BORDER_PROCEDURE,
    ContributionType.ILLEGALLY_STAYING,
    ContributionType.SPONSORSHIP,
)
"""Types of persons in a support plan, in the order of the lines of Annex IV (Art. 56)."""

WITH_NATIONALITIES: Final = frozenset({ContributionType.ILLEGALLY_STAYING, ContributionType.SPONSORSHIP})
"""The lines of Annex IV that ask for nationalities."""

WITHOUT_MINORS: Final = frozenset({ContributionType.BORDER_PROCEDURE})
"""The line of Annex IV that has no field for unaccompanied minors."""


class SponsorshipActivity(Enum):
    """What a sponsoring Member State does (Art. 55(4)(a) to (e)); the value is the point."""

    COUNSELLING = "a"
    VOLUNTARY_RETURN = "b"
    POLICY_DIALOGUE = "c"
    TRAVEL_DOCUMENT = "d"
    PRACTICAL_ARRANGEMENTS = "e"

    @property
    def words(self) -> str:
        """The activity in a few words."""
        return _ACTIVITIES[self]


_ACTIVITIES: Final = {
    SponsorshipActivity.COUNSELLING: say("counselling on return and reintegration"),
    SponsorshipActivity.VOLUNTARY_RETURN: say("logistical, financial or material help to those who leave voluntarily"),
    SponsorshipActivity.POLICY_DIALOGUE: say("leading or supporting the policy dialogue with third countries"),
    SponsorshipActivity.TRAVEL_DOCUMENT: say("contacts for identification and a travel document"),
    SponsorshipActivity.PRACTICAL_ARRANGEMENTS: say("practical arrangements for the return"),
}
