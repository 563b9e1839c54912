"""From a table as typed to the forum's values, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.forum import Applications, Forum, Key, KeyState
from desktop_app.calc.key import KeyFigures
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.validity import SHARE_TOLERANCE
from desktop_app.calc.wording import persons
from desktop_app.views.fields import decimal_entry, persons_entry, read_persons
from desktop_app.views.key.columns import (
    NO,
    YES,
    GridColumn,
    count_column,
    flags_entry,
    gdp_entry,
    gdp_text,
    read_flags_entry,
    read_gdp,
    read_remark,
    read_share,
    read_yes_or_no,
    share_text,
)
from desktop_app.views.key.grid_model import GridModel, Place
from desktop_app.views.language import exact, marked, tr

PARTICIPATES: Final = "participates"
POPULATION: Final = "population"
POPULATION_FLAGS: Final = "population_flags"
GDP: Final = "gdp"
GDP_FLAGS: Final = "gdp_flags"
COMPUTED: Final = "computed"
ADOPTED: Final = "adopted"
REMARK: Final = "remark"

_DATA: Final = (PARTICIPATES, POPULATION, POPULATION_FLAGS, GDP, GDP_FLAGS, REMARK)
"""Columns of a state's data: the names of :class:`KeyState`, too."""
_LETTERS: Final = marked(
    "Eurostat's letters: p provisional, e estimated, b break in series, d definition differs, u unreliable"
)
KEY_COLUMNS: Final = (
    GridColumn(
        PARTICIPATES,
        marked("In the\nkey"),
        marked("Whether the state takes part in the key (Space). Denmark is not bound."),
        read_yes_or_no,
        lambda value: YES if value else NO,
        "",
        right=False,
        ticked=True,
    ),
    count_column(
        POPULATION,
        marked("Population,\npersons"),
        marked("Persons on 1 January, by the latest available Eurostat data"),
    ),
    GridColumn(
        POPULATION_FLAGS, marked("\nFlags"), _LETTERS, read_flags_entry, flags_entry, marked("p e b"), right=False
    ),
    GridColumn(
        GDP,
        marked("GDP,\nmillion EUR"),
        marked("Gross domestic product at current prices, at most two decimals"),
        read_gdp,
        gdp_text,
        "4 000 000.00",
    ),
    GridColumn(GDP_FLAGS, marked("\nFlags"), _LETTERS, read_flags_entry, flags_entry, marked("p e b"), right=False),
    GridColumn(
        COMPUTED,
        marked("Computed\nshare, %"),
        marked("Half the part of the population and half the part of the GDP (Art. 66, Annex I)"),
        None,
        sample="00.0000",
    ),
    GridColumn(
        ADOPTED,
        marked("Adopted\nshare, %"),
        marked("As printed in the act; it replaces the computed share, and nothing is rescaled"),
        read_share,
        share_text,
        "00.0000",
    ),
    GridColumn(
        REMARK,
        marked("\nRemark"),
        marked("Free text, such as which territory the figures cover"),
        read_remark,
        right=False,
    ),
)
"""The columns of the key, beside the name of the state."""


def key_raw(forum: Forum) -> dict[Place, str]:
    """Return the key of a forum as one would type it."""
    adopted = dict(forum.key.adopted_shares)
    raw: dict[Place, str] = {}
    for state in forum.key.states:
        cells = {
            PARTICIPATES: YES if state.participates else NO,
            POPULATION: persons_entry(state.population),
            POPULATION_FLAGS: flags_entry(state.population_flags),
            GDP: gdp_entry(state.gdp),
            GDP_FLAGS: flags_entry(state.gdp_flags),
            REMARK: state.remark or "",
        }
        raw.update({(state.code, name): text for name, text in cells.items()})
    raw.update({(code, ADOPTED): decimal_entry(percent) for code, percent in adopted.items()})
    return raw


def key_states(cells: GridModel, before: Key) -> tuple[KeyState, ...]:
    """Return the states as typed. One that was not listed, and of which nothing is typed, is not listed."""
    listed = {state.code for state in before.states}
    recorded = {state.code: state for state in before.states}
    made = []
    for code in PROTOCOL_ORDER:
        state = KeyState(
            code,
            cells.value(code, POPULATION),
            cells.value(code, GDP),
            bool(cells.value(code, PARTICIPATES)),
            cells.value(code, POPULATION_FLAGS) or (),
            cells.value(code, GDP_FLAGS) or (),
            cells.value(code, REMARK),
        )
        # A cell nobody has changed stands for what is recorded, to the letter.
        kept = {name: getattr(recorded[code], name) for name in _DATA if code in listed and cells.is_kept(code, name)}
        made.append(replace(state, **kept))
    return tuple(state for state in made if state.code in listed or state != KeyState(state.code, participates=False))


def adopted_shares(cells: GridModel) -> tuple[tuple[str, Fraction], ...]:
    """Return the adopted shares as typed."""
    shares = ((code, cells.value(code, ADOPTED)) for code in PROTOCOL_ORDER)
    return tuple((code, share) for code, share in shares if share is not None)


def sums_text(figures: KeyFigures) -> tuple[str, str]:
    """Say what the participating states add up to, and how the adopted shares stand to 100 % (AMMR-66).

    Returns:
        The words and their colour token.
    """
    count = len(figures.participants)
    if not count:
        return tr("No state takes part in the key: AMMR-66 blocks"), "block"
    population = tr("not known") if figures.population_total is None else persons(figures.population_total)
    gdp = tr("not known") if figures.gdp_total is None else tr("{gdp} million EUR", gdp=gdp_text(figures.gdp_total))
    said = tr(
        "{count} states take part · population {population} · GDP {gdp}", count=count, population=population, gdp=gdp
    )
    if not figures.adopted:
        return tr("{said} · no adopted shares: every share is computed", said=said), "text"
    total = 100 * sum(figures.adopted.values(), Fraction(0))
    shares = tr(
        "adopted shares of {adopted} of {states} states: Σ = {total} %",
        adopted=len(figures.adopted),
        states=count,
        total=exact(total, 4),
    )
    if len(figures.adopted) < count:
        return tr("{said} · {shares}; the others are computed, nothing is rescaled", said=said, shares=shares), "text"
    tolerance = len(figures.adopted) * SHARE_TOLERANCE
    allowed = tr("100 % ± {fixed} by rounding", fixed=exact(tolerance, 4))
    if abs(total - 100) > tolerance:
        return tr(
            "{said} · {shares}, not within {allowed}: AMMR-66 blocks", said=said, shares=shares, allowed=allowed
        ), "block"
    return tr("{said} · {shares}, within {allowed}", said=said, shares=shares, allowed=allowed), "ok"


def applications_column(year: int) -> str:
    """Return the name of the column of a year's applications."""
    return f"applications.{year}"


def population_column(year: int) -> str:
    """Return the name of the column of a year's own population."""
    return f"population.{year}"


def applications_raw(forum: Forum) -> dict[Place, str]:
    """Return the applications of a forum as one would type them."""
    raw: dict[Place, str] = {}
    for entry in forum.applications:
        raw.update({(entry.code, applications_column(year)): persons_entry(count) for year, count in entry.years})
        raw.update({(entry.code, population_column(year)): persons_entry(count) for year, count in entry.population})
    return raw


def applications(raw: Mapping[Place, str], before: Iterable[Applications]) -> tuple[Applications, ...]:
    """Return the applications as typed, years out of sight included.

    Args:
        raw: what stands in the cells.
        before: what is recorded: a state that was listed stays listed.
    """
    listed = {entry.code for entry in before}
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for (code, name), text in raw.items():
        kind, year = name.split(".")
        count = read_persons(text).value
        if count is not None:
            found.setdefault(code, {}).setdefault(kind, []).append((int(year), count))
    return tuple(
        Applications(
            code,
            tuple(sorted(found.get(code, {}).get("applications", []))),
            tuple(sorted(found.get(code, {}).get("population", []))),
        )
        for code in PROTOCOL_ORDER
        if code in listed or code in found
    )


def unread_applications(raw: Mapping[Place, str]) -> tuple[Place, str] | None:
    """Return the first cell that is no number of persons, years out of sight included, with what is wrong."""
    for place, text in raw.items():
        problem = read_persons(text).problem
        if problem:
            return place, problem
    return None
