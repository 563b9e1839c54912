"""Which states an editor of the mechanism offers, and why one is refused."""

from typing import Final

from desktop_app.calc.member_states import ASSOCIATED_NAMES, PROTOCOL_ORDER
from desktop_app.calc.sentences import State
from desktop_app.calc.voluntary import ASSOCIATED_SIGNATORIES
from desktop_app.views.fields import UNCHOSEN
from desktop_app.views.language import marked, state_name, state_with_code, tr

OPEN_TO: Final = (*PROTOCOL_ORDER, *(code for code in ASSOCIATED_NAMES if code in ASSOCIATED_SIGNATORIES))
"""The states to which the declaration is open, in their order."""
MEMBERS: Final = tuple((code, state_with_code(code)) for code in PROTOCOL_ORDER)
"""Member States to choose from: they alone are helped."""
SIGNATORIES: Final = (
    *MEMBERS,
    *((code, marked("{state} ({code}), associated", state=State(code), code=code)) for code in ASSOCIATED_NAMES),
)
"""States to choose from; the one that the declaration is not open to is refused."""


def state_words(code: str) -> str:
    """Return the name of a state; what stands there while none is chosen."""
    return state_name(code) if code else tr("no state chosen")


def not_open_to(code: str) -> str:
    """Say why a state cannot sign; empty for one that can, and while none is chosen."""
    if code in OPEN_TO or code == UNCHOSEN:
        return ""
    return tr(
        "The declaration is open to Member States, Norway, Liechtenstein and Switzerland: {state} "
        "cannot sign (Report on Migration and Asylum 2022, section 4).",
        state=state_name(code),
    )
