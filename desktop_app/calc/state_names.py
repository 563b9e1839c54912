"""The English names of the Member States, in protocol order, and of the associated states.

Codes are the European Union's (``EL`` for Greece). Protocol order is the order of the names in the states' own
languages, as in the Interinstitutional Style Guide, section 7.1.
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

ASSOCIATED_NAMES: Final = MappingProxyType(
    {"IS": "Iceland", "LI": "Liechtenstein", "NO": "Norway", "CH": "Switzerland"}
)
"""Associated states, which may contribute ad hoc (Art. 13(1), 14(3)); in protocol order."""
