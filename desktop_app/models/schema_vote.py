"""The tables of the Council's vote on the act of an annual pool, as SQLAlchemy describes them."""

from typing import Final

from sqlalchemy import CheckConstraint

from desktop_app.calc.vote import Vote
from desktop_app.models.schema_parts import METADATA, code, day, one_of, only_row, persons, reference, table

VOTE: Final = table(
    "vote", only_row(), day("dated"), reference("reference"), reference("population_source"), day("population_dated")
)
VOTE_LINE: Final = table(
    "vote_line",
    code(),
    one_of("vote", Vote, null=True),
    persons("population"),
    CheckConstraint("vote IS NOT NULL OR population IS NOT NULL"),
)

VOTE_TABLES: Final = {each.name: METADATA.tables[each.name] for each in (VOTE, VOTE_LINE)}
"""The tables of a vote, by name."""
