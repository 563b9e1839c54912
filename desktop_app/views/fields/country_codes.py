"""The codes of countries, ISO 3166-1 alpha-2, with EL for Greece; and XK, which the Union uses for Kosovo."""

from typing import Final

from desktop_app.views.language import marked

_BY_LETTER: Final = (
    marked("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ"),
    marked("BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ"),
    marked("CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ"),
    marked("DE DJ DK DM DO DZ"),
    marked("EC EE EG EH EL ER ES ET"),
    marked("FI FJ FK FM FO FR"),
    marked("GA GB GD GE GF GG GH GI GL GM GN GP GQ GS GT GU GW GY"),
    marked("HK HM HN HR HT HU"),
    marked("ID IE IL IM IN IO IQ IR IS IT"),
    marked("JE JM JO JP"),
    marked("KE KG KH KI KM KN KP KR KW KY KZ"),
    marked("LA LB LC LI LK LR LS LT LU LV LY"),
    marked("MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ"),
    marked("NA NC NE NF NG NI NL NO NP NR NU NZ"),
    "OM",
    marked("PA PE PF PG PH PK PL PM PN PR PS PT PW PY"),
    "QA",
    marked("RE RO RS RU RW"),
    marked("SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ"),
    marked("TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ"),
    marked("UA UG UM US UY UZ"),
    marked("VA VC VE VG VI VN VU"),
    marked("WF WS"),
    marked("YE YT"),
    marked("ZA ZM ZW"),
    "XK",
)
COUNTRY_CODES: Final = frozenset(code for line in _BY_LETTER for code in line.split())
"""249 countries, and XK."""
