"""Exact numbers: rounding, apportionment, and how an exact number is written.

Persons are ``int``, money is ``int`` cents, everything derived is a ``Fraction``. Nothing here or
above ever turns into a float.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Final, TypeVar

Key = TypeVar("Key", bound=Hashable)

CENTS: Final = 100
"""Cents in one EUR."""
PER_CENT: Final = 100


def round_up(value: Fraction | int) -> int:
    """Return the smallest integer not below ``value``."""
    return -((-value.numerator) // value.denominator)


def round_half_up(value: Fraction | int) -> int:
    """Return the nearest integer; a half goes up (away from zero for positive figures)."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def fixed(value: Fraction | int, decimals: int) -> str:
    """Write an exact number with a fixed number of decimals, half up.

    Args:
        value: the exact number.
        decimals: how many decimals, 0 or more.

    Returns:
        Digits with a decimal point, such as ``"99.26"``; a minus sign when negative.
    """
    if not decimals and value.denominator == 1:
        return str(value.numerator)
    scaled = round_half_up(abs(value) * 10**decimals)
    sign = "-" if value < 0 and scaled else ""
    whole, part = divmod(scaled, 10**decimals)
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"


def telling_apart(value: Fraction | int, other: Fraction | int) -> int:
    """Return how many decimals, two to ten, it takes to write two different numbers differently."""
    return next((places for places in range(2, 10) if fixed(value, places) != fixed(other, places)), 10)


def exact_text(value: Fraction | int) -> str:
    """Write an integer or a reduced fraction: ``"645"``, ``"1299/2"``."""
    return f"{value.numerator}" if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def money_text(cents: int) -> str:
    """Write integer cents as EUR with two decimals: ``"8440000.00"``."""
    sign = "-" if cents < 0 else ""
    whole, part = divmod(abs(cents), CENTS)
    return f"{sign}{whole}.{part:02d}"


def decimal_text(value: Fraction) -> str:
    """Write a terminating decimal in full, without trailing zeros: ``"21.689"``.

    Raises:
        ValueError: the value has no finite decimal form.
    """
    denominator, places = value.denominator, 0
    while denominator % 10 == 0:
        denominator, places = denominator // 10, places + 1
    while denominator % 5 == 0:
        denominator, places = denominator // 5, places + 1
    while denominator % 2 == 0:
        denominator, places = denominator // 2, places + 1
    if denominator != 1:
        message = f"{value} has no finite decimal form"
        raise ValueError(message)
    # `places` counts each factor 2 and 5 apart, so it is enough and perhaps more: trim.
    text = fixed(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals_of(value: Fraction) -> int:
    """Return how many decimals :func:`decimal_text` writes.

    Raises:
        ValueError: the value has no finite decimal form.
    """
    return len(decimal_text(value).partition(".")[2])


def total_of(values: Iterable[Fraction | int]) -> Fraction:
    """Return the sum of exact numbers; over one denominator, which is several times faster than one by one."""
    found = [value for value in values if value]
    common = lcm(*(value.denominator for value in found))
    return Fraction(sum(value.numerator * (common // value.denominator) for value in found), common)


def sum_if_known(values: Iterable[int | None]) -> int | None:
    """Return the sum of whole numbers, 0 of none; ``None`` as soon as one of them is not known."""
    found = list(values)
    known = [value for value in found if value is not None]
    return sum(known) if len(known) == len(found) else None


def total_if_known(values: Iterable[Fraction | None]) -> Fraction | None:
    """Return the sum of exact numbers, 0 of none; ``None`` as soon as one of them is not known."""
    found = list(values)
    known = [value for value in found if value is not None]
    return total_of(known) if len(known) == len(found) else None


def largest_remainder(quotas: Mapping[Key, Fraction], total: int, tie_order: Sequence[Key]) -> dict[Key, int]:
    """Hand out a whole number over exact quotas so that the parts add up to it.

    Every part gets the whole units of its quota; what is left goes one by one to the largest
    remainders, ties by ``tie_order``.

    Args:
        quotas: exact quota by key, each 0 or more.
        total: the whole number to hand out: the sum of the quotas, or close to it.
        tie_order: every key of ``quotas``, the one that is served first first.

    Returns:
        Integer by key, adding up to ``total``, none more than one unit from its quota.

    Raises:
        ValueError: ``total`` cannot be handed out so.
    """
    # Over one denominator, remainders are whole numbers: they are compared in a tenth of the time.
    common = lcm(*(quota.denominator for quota in quotas.values()))
    wholes = {key: quota.numerator * (common // quota.denominator) for key, quota in quotas.items()}
    parts = {key: whole // common for key, whole in wholes.items()}
    left = total - sum(parts.values())
    if not 0 <= left <= len(parts):
        raise ValueError(f"{total} is too far from the sum of the quotas")
    rank = {key: place for place, key in enumerate(tie_order)}
    for key in sorted(quotas, key=lambda key: (-(wholes[key] % common), rank[key]))[:left]:
        parts[key] += 1
    return parts
