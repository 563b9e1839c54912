"""Member States and associated states: codes, protocol order, names, who is bound."""

from types import MappingProxyType
from typing import Final

from desktop_app.calc.sentences import Sentence, State, say
from desktop_app.calc.state_names import ASSOCIATED_NAMES, NAMES

__all__ = ("ASSOCIATED_NAMES", "BOUND", "NAMES", "NOT_BOUND", "POSITION", "PROTOCOL_ORDER", "name_of")

PROTOCOL_ORDER: Final = tuple(NAMES)
"""The 27 Member States in protocol order."""

POSITION: Final = MappingProxyType({code: index for index, code in enumerate(PROTOCOL_ORDER)})
"""Place of a Member State in protocol order, from 0."""

NOT_BOUND: Final = "DK"
"""Denmark takes no part (Protocol No 22; Regulation (EU) 2024/1351, recital 90)."""

BOUND: Final = tuple(code for code in PROTOCOL_ORDER if code != NOT_BOUND)
"""The 26 Member States that share the key (recitals 90 and 91; Ireland opted in, 31 July 2024)."""

_NAMES_SAID: Final = MappingProxyType({code: say("{state}", state=State(code)) for code in (*NAMES, *ASSOCIATED_NAMES)})


def name_of(code: str) -> Sentence:
    """Return the short name of a Member State or associated state, English until it is told in another language.

    Args:
        code: a Union code such as ``"EL"``.

    Raises:
        KeyError: the code is neither a Member State's nor an associated state's.
    """
    return _NAMES_SAID[code]
