"""The reference key: 50 % population, 50 % gross domestic product (Art. 66 and Annex I).

``share = ½ · population / Σ population + ½ · GDP / Σ GDP`` over the participating states, benefitting ones
included. An adopted share, as printed in an act, replaces the computed one; nothing is rescaled.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from desktop_app.calc.exact import largest_remainder, round_half_up, round_up
from desktop_app.calc.forum import Key, KeyState
from desktop_app.calc.member_states import NOT_BOUND, POSITION


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The key worked out.

    Attributes:
        participants: participating states by code, in protocol order; never Denmark.
        adopted: adopted shares of participating states, 1 = the whole.
        shares: exact share of each participating state, or ``None`` where data are missing.
        population_total: Σ population, or ``None`` while a state's is missing.
        gdp_total: Σ GDP in units of EUR 10 000, or ``None`` while a state's is missing.
    """

    participants: Mapping[str, KeyState]
    adopted: Mapping[str, Fraction]
    shares: Mapping[str, Fraction | None]
    population_total: int | None
    gdp_total: int | None


def work_out(key: Key) -> KeyFigures:
    """Work out the shares of ``key``.

    While the population or the GDP of one participating state is missing or 0, no share can be computed,
    since every share rests on the sums; adopted shares stand.
    """
    participants = {
        state.code: state
        for state in sorted(key.states, key=lambda each: POSITION[each.code])
        if state.participates and state.code != NOT_BOUND
    }
    adopted = {code: percent / 100 for code, percent in key.adopted_shares if code in participants}
    # Missing reads as 0 here, since a 0 breaks the key just as much.
    populations = [state.population or 0 for state in participants.values()]
    products = [state.gdp or 0 for state in participants.values()]
    population_total = sum(populations) if all(populations) else None
    gdp_total = sum(products) if all(products) else None
    shares: dict[str, Fraction | None] = {}
    for code, state in participants.items():
        if code in adopted:
            shares[code] = adopted[code]
        elif population_total and gdp_total and state.population and state.gdp:
            both = state.population * gdp_total + state.gdp * population_total
            shares[code] = Fraction(both, 2 * population_total * gdp_total)
        else:
            shares[code] = None
    return KeyFigures(
        MappingProxyType(participants),
        MappingProxyType(adopted),
        MappingProxyType(shares),
        population_total,
        gdp_total,
    )


def rounded(quotas: Mapping[str, Fraction | None], total: int, key: KeyFigures, rounding: str) -> dict[str, int | None]:
    """Round exact quotas to whole persons under the reading ``rounding``.

    Args:
        quotas: share × total by participating state; ``None`` where the share is not known.
        total: the reference number, which largest remainders hand out.
        key: for the ties of largest remainders: larger population first, then alphabetical code.
        rounding: ``"up"``, ``"nearest"`` or ``"largest-remainder"``.

    Returns:
        Persons by state; ``None`` where it cannot be known (for largest remainders: everywhere, as soon as
        one share is not known).
    """
    if rounding != "largest-remainder":
        rounder = round_up if rounding == "up" else round_half_up
        return {code: None if quota is None else rounder(quota) for code, quota in quotas.items()}
    known = {code: quota for code, quota in quotas.items() if quota is not None}
    if len(known) < len(quotas):
        return dict.fromkeys(quotas)
    order = sorted(known, key=lambda code: (-(key.participants[code].population or 0), code))
    # Adopted shares need not add up to 1: the reference number is handed out as far as nobody is moved by a whole one.
    least = sum(quota.numerator // quota.denominator for quota in known.values())
    most = least + sum(quota.denominator != 1 for quota in known.values())
    return {**largest_remainder(known, min(max(total, least), most), order)}
