"""Which states an editor of the mechanism offers, and why one is refused."""

from typing import Final

from desktop_app.calc.member_states import ASSOCIATED_NAMES, PROTOCOL_ORDER, name_of
from desktop_app.calc.voluntary import ASSOCIATED_SIGNATORIES

OPEN_TO: Final = (*PROTOCOL_ORDER, *(code for code in ASSOCIATED_NAMES if code in ASSOCIATED_SIGNATORIES))
"""The states to which the declaration is open, in their order."""
MEMBERS: Final = tuple((code, f"{name_of(code)} ({code})") for code in PROTOCOL_ORDER)
"""Member States to choose from: they alone are helped."""
SIGNATORIES: Final = (*MEMBERS, *((code, f"{name} ({code}), associated") for code, name in ASSOCIATED_NAMES.items()))
"""States to choose from; the one that the declaration is not open to is refused."""


def not_open_to(code: str) -> str:
    """Say why a state cannot sign; empty for one that can."""
    if code in OPEN_TO:
        return ""
    return (
        f"The declaration is open to Member States, Norway, Liechtenstein and Switzerland: {name_of(code)} cannot sign "
        "(Report on Migration and Asylum 2022, section 4)."
    )
