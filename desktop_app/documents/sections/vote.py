"""The vote on the act: verdict, what was needed and what was said, who could turn it, one line a Member State."""

from dataclasses import dataclass

from desktop_app.calc.majority import Standing, standing_of
from desktop_app.calc.readings import FURTHER_ANNUAL_POOL, Reading
from desktop_app.calc.vote import Vote
from desktop_app.calc.vote_words import turning_words, verdict_words
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.flow import Framed
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.source import AnnualSource, Section, nothing_recorded
from desktop_app.documents.styles import BODY, BODY_BOLD, CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Table, figures, head, row

_SHARE_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class VoteSource(AnnualSource):
    """What the sections on vote and offsets are written from: the readings on offsets touch them, and no others."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings on offsets."""
        return FURTHER_ANNUAL_POOL


def vote_sections(source: VoteSource) -> list[Section]:
    """Return the sections on the vote."""
    standing = standing_of(source.forum)
    return [_outcome(source, standing), _states(source, standing)]


def _outcome(source: VoteSource, standing: Standing) -> Section:
    terms = source.terms
    verdict = Paragraph(terms.said(verdict_words(standing)), BODY_BOLD)
    blocks: list[Block] = [Framed((verdict,), space_before=6)]
    if standing.members:
        blocks.append(_figures(source, standing))
    blocks += [Paragraph(terms.said(turning_words(standing, each)), BODY, space_before=4) for each in standing.turning]
    blocks.append(Paragraph(_particulars(source, standing), NOTE, space_before=4))
    return Section(terms("vote.outcome"), tuple(blocks))


def _figures(source: VoteSource, standing: Standing) -> Table:
    terms = source.terms
    yes, opposed = standing.of(Vote.YES), standing.not_yes
    heads = (head(["", terms("vote.now"), terms("vote.population"), terms("vote.needed")]),)
    blocking = standing.blocking
    rows = [
        row(
            [
                terms("vote.yes-states"),
                source.number(len(yes)),
                known(source, source.percent(standing.yes_share, _SHARE_DECIMALS)),
                terms("vote.needed-states", needed=standing.needed, members=standing.members),
            ]
        ),
        row(
            [
                terms("vote.other-states"),
                source.number(len(opposed)),
                known(source, source.percent(standing.share(opposed), _SHARE_DECIMALS)),
                terms("common.not-known") if blocking is None else terms("vote.needed-block", needed=blocking),
            ]
        ),
    ]
    return Table((Column(150), figures(60), figures(80), Column(197)), heads, tuple(rows))


def _particulars(source: VoteSource, standing: Standing) -> str:
    terms, ballot, key = source.terms, standing.ballot, source.forum.key
    act = ballot.reference or terms("vote.no-reference")
    own = standing.own_populations
    said = (ballot.population_source if own else key.population_source) or terms("common.not-given")
    day = ballot.population_date if own else key.population_date
    return terms(
        "vote.particulars-council" if own else "vote.particulars-key",
        act=act,
        day=terms.day(ballot.date),
        source=said,
        dated=terms.day(day),
    )


def _states(source: VoteSource, standing: Standing) -> Section:
    terms = source.terms
    if not standing.votes:
        return Section(terms("vote.states"), nothing_recorded(source))
    heads = (head([terms("pledges.state"), terms("vote.vote"), terms("vote.persons"), terms("vote.share")]),)
    rows = [
        row(
            [
                terms.state(code),
                Cell(terms(f"vote.{'not-yet' if vote is None else vote.value}"), CELL_BOLD if vote else None),
                known(source, source.number(standing.populations[code])),
                known(source, source.percent(standing.share([code]), _SHARE_DECIMALS)),
            ]
        )
        for code, vote in standing.votes.items()
    ]
    columns = (Column(180), Column(127), figures(100), figures(80))
    return Section(terms("vote.states"), (Table(columns, heads, tuple(rows)),))
