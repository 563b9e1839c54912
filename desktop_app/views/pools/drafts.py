"""What the editors of the pools share: a pool to choose, words about it, and titles of changes."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from desktop_app.calc.member_states import POSITION
from desktop_app.calc.response_assessment import PoolFigures, SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import SearchAndRescue
from desktop_app.calc.wording import persons
from desktop_app.views.fields import ChoiceField
from desktop_app.views.forum_editors.base import ForumEditor
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.pools.words import persons_or_open

if TYPE_CHECKING:
    from desktop_app.views.fields import Field

NOT_SAID: Final = marked("not said")
HELP_PAGE: Final = "search-and-rescue"
HELP_HEADING: Final = marked("Pools in use")
"""Where the manual tells of the pools."""


class PoolEditor(ForumEditor):
    """An editor of something about the pools of a forum on search and rescue."""

    help_page = HELP_PAGE
    help_heading = HELP_HEADING

    @property
    def figures(self) -> SearchAndRescueAssessment:
        """The figures as they are."""
        return SearchAndRescueAssessment.of(self.now)

    @property
    def recorded(self) -> SearchAndRescue:
        """What the forum records of the procedure."""
        return self.forum.search_and_rescue

    @property
    def wrong(self) -> dict[str, str]:
        """What cannot be read, by name of the field."""
        held: list[tuple[str, Field]] = list(self.fields.items())
        return {name: field.problem for name, field in held if field.problem}

    def pool_field(self, label: str = marked("Pool of")) -> ChoiceField:
        """Make a field to choose a pool with."""
        return ChoiceField(label, pool_choices(self.figures.totals.pools))


def pool_choices(pools: Sequence[PoolFigures]) -> list[tuple[str | None, str]]:
    """Return the pools with what is used of them; one of nobody where there is none."""
    return [(pool.benefitting, _pool_words(pool)) for pool in pools] or [(None, tr("no pool yet"))]


def _pool_words(pool: PoolFigures) -> str:
    alarm = tr(", 80 % reached") if pool.alarm else ""
    return tr(
        "{state}: {persons} of {persons_or_open} used{alarm}",
        state=state_name(pool.benefitting),
        persons=persons(pool.used),
        persons_or_open=persons_or_open(pool.pool),
        alarm=alarm,
    )


def state_choices(codes: Iterable[str], *recorded: str | None) -> list[tuple[str, str]]:
    """Return Member States to choose from, in protocol order, with those that are recorded though not among them."""
    offered = {*codes, *(code for code in recorded if code is not None)}
    return [(code, state_name(code)) for code in sorted(offered, key=POSITION.__getitem__)]
