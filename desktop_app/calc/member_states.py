"""Member States and associated states: codes, protocol order, English names, who is bound.

Codes are the European Union's (``EL`` for Greece). Protocol order is the order of the names in the
states' own languages, as in the Interinstitutional Style Guide, section 7.1.
"""

from types import MappingProxyType
from typing import Final

NAMES: Final = MappingProxyType(
    {
        "BE": "Belgium",
        "BG": "Bulgaria",
        "CZ": "Czechia",
        "DK": "Denmark",
        "DE": "Germany",
        "EE": "Estonia",
        "IE": "Ireland",
        "EL": "Greece",
        "ES": "Spain",
        "FR": "France",
        "HR": "Croatia",
        "IT": "Italy",
        "CY": "Cyprus",
        "LV": "Latvia",
        "LT": "Lithuania",
        "LU": "Luxembourg",
        "HU": "Hungary",
        "MT": "Malta",
        "NL": "Netherlands",
        "AT": "Austria",
        "PL": "Poland",
        "PT": "Portugal",
        "RO": "Romania",
        "SI": "Slovenia",
        "SK": "Slovakia",
        "FI": "Finland",
        "SE": "Sweden",
    }
)
"""English short name by code, in protocol order."""

PROTOCOL_ORDER: Final = tuple(NAMES)
"""The 27 Member States in protocol order."""

POSITION: Final = MappingProxyType({code: index for index, code in enumerate(PROTOCOL_ORDER)})
"""Place of a Member State in protocol order, from 0."""

NOT_BOUND: Final = "DK"
"""Denmark takes no part (Protocol No 22; Regulation (EU) 2024/1351, recital 90)."""

BOUND: Final = tuple(code for code in PROTOCOL_ORDER if code != NOT_BOUND)
"""The 26 Member States that share the key (recitals 90 and 91; Ireland opted in, 31 July 2024)."""

ASSOCIATED_NAMES: Final = MappingProxyType(
    {"IS": "Iceland", "LI": "Liechtenstein", "NO": "Norway", "CH": "Switzerland"}
)
"""Associated states, which may contribute ad hoc (Art. 13(1), 14(3)); in protocol order."""


def name_of(code: str) -> str:
    """Return the English short name of a Member State or associated state.

    Args:
        code: a Union code such as ``"EL"``.

    Raises:
        KeyError: the code is neither a Member State's nor an associated state's.
    """
    return NAMES[code] if code in NAMES else ASSOCIATED_NAMES[code]
