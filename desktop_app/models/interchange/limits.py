"""How long, how many and how deep: the limits of the interchange format.

The JSON Schema in ``resources/schema`` says the same; a test compares the two.
"""

from typing import Final

DOCUMENT_BYTES: Final = 20_000_000
"""A document of all 27 states with long notes has some hundred thousand bytes."""
NESTING: Final = 32
VALUES: Final = 500_000
"""Of any kind, in one document: a few bytes each in a file, fifty times as many in memory."""

TITLE: Final = 500
NOTE: Final = 5_000
DESCRIPTION: Final = 2_000
ACT_NUMBER: Final = 20
REFERENCE: Final = 500
MEETING_NAME: Final = 100
RULE: Final = 100

MEETINGS: Final = 1_000
NAMED_MEASURES: Final = 100
MEASURES: Final = 1_000
DEDUCTIONS: Final = 100
ASSOCIATED: Final = 100
YEARS: Final = 200
HOLIDAYS: Final = 1_000
ACKNOWLEDGEMENTS: Final = 2_000

PLANS: Final = 1_000
"""Revisions of all plans together."""
RESPONSE_MEASURES: Final = 50
"""Of one plan."""
ROUNDS: Final = 1_000
CALLS: Final = 1_000
DRAWS: Final = 10_000
RAISES: Final = 1_000
NATIONALITY: Final = 100

INDICATORS: Final = 11
SOURCES: Final = 200
NATIONALITIES: Final = 300
CREDITS: Final = 1_000
REQUESTS: Final = 1_000
SUPPORT_PLANS: Final = 1_000
SUPPORT_LINES: Final = 5
"""Of one support plan: those of Annex IV."""
DELIVERIES: Final = 100
"""Of one line of a support plan."""
GROUPS: Final = 5_000
"""Under return sponsorship, and as many under relocation."""
INCENTIVES: Final = 100
LOG: Final = 5_000
VOLUNTARY_PLEDGES: Final = 1_000
COMMITMENTS: Final = 10_000
CHAIRS: Final = 10
