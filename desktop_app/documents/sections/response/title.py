"""Title block of an act's annex, and the acts and meetings that it rests on."""

from datetime import date

from desktop_app.calc.moments import as_of
from desktop_app.calc.search_and_rescue import ActPath, Judgement, Round, RoundKind
from desktop_app.documents.blocks import Align, Block, Paragraph
from desktop_app.documents.sections.acts_of_2020 import act_row, acts_table, block_of_2020, dated_row, days_words
from desktop_app.documents.sections.source import ResponseSource, Section
from desktop_app.documents.styles import BODY_BOLD
from desktop_app.documents.tables import Row, row

_KINDS = {RoundKind.SHORTFALL: "shortfall", RoundKind.POOL_USED: "pool-used"}


def path_key(source: ResponseSource) -> str:
    """Return what ends the keys of words that differ by the path of the act: 48-1, 48-2 or not judged."""
    path = source.forum.search_and_rescue.act.path
    return {ActPath.SUFFICIENT: "48-1", ActPath.STILL_SHORT: "48-2", None: "unjudged"}[path]


def title_block(source: ResponseSource) -> list[Block]:
    """Return what stands above the first section."""
    terms, path = source.terms, path_key(source)
    above = (terms("title.annex"), terms(f"response.to-{path}"), f"({terms(f'response.basis-{path}')})")
    return [*block_of_2020(source, above, _dates(source)), *_marks(source)]


def _dates(source: ResponseSource) -> str:
    terms, recorded = source.terms, source.forum.search_and_rescue
    adopted = terms("title.not-adopted")
    if recorded.act.adopted is not None:
        adopted = terms("title.adopted", day=terms.day(recorded.act.adopted))
    parts = [adopted]
    if source.assessment.totals.relocations_before_top_up is not None and recorded.top_up is not None:
        parts.append(terms("response.amended", day=terms.day(recorded.top_up.adopted)))
    return "  ·  ".join([*parts, terms("title.as-of", day=terms.day(as_of(source.forum)))])


def _marks(source: ResponseSource) -> list[Block]:
    """Return what must be known before a figure is read: nobody has judged the plans."""
    if source.forum.search_and_rescue.act.path is not None:
        return []
    return [Paragraph(source.terms("response.as-pledged"), BODY_BOLD, Align.CENTRE, space_before=3)]


def acts_section(source: ResponseSource) -> Section:
    """Return report, requests, forum, judgement and acts with their dates (Art. 46 to 49)."""
    terms, recorded = source.terms, source.forum.search_and_rescue
    rows = [
        _act(source, "report", recorded.report.reference, recorded.report.adopted),
        _dated(source, "requests", "", recorded.requested),
        *(_round(source, each) for each in recorded.rounds),
    ]
    if recorded.forum_ended is not None:
        rows.append(_dated(source, "forum-ended", "", recorded.forum_ended))
    path, judgement = path_key(source), recorded.act.judgement or Judgement()
    rows.append(_dated(source, "judgement", _judged(source, judgement), judgement.on))
    rows.append(_act(source, f"act-{path}", recorded.act.reference, recorded.act.adopted))
    if recorded.top_up is not None:
        rows.append(_act(source, "amended-act", recorded.top_up.reference, recorded.top_up.adopted))
    pressure = recorded.pressure_act
    if pressure is not None:
        state = terms("common.dash") if pressure.benefitting is None else terms.state(pressure.benefitting)
        rows.append(_dated(source, "pressure-report", state, pressure.reported))
        rows.append(_dated(source, "pressure-act", state, pressure.adopted))
    return Section(terms("response.acts"), (acts_table(source, rows),))


def _act(source: ResponseSource, name: str, reference: str | None, day: date | None) -> Row:
    return act_row(source, source.terms(f"response.{name}"), reference, day)


def _dated(source: ResponseSource, name: str, text: str, day: date | None) -> Row:
    return dated_row(source, source.terms(f"response.{name}"), text, day)


def _judged(source: ResponseSource, judgement: Judgement) -> str:
    """Return the judgement; who made it and why in a draft only."""
    terms = source.terms
    lines = [terms(f"response.judged-{path_key(source)}")]
    if source.draft and judgement.by:
        lines.append(terms("response.judged-by", by=judgement.by))
    if source.draft and judgement.reason:
        lines.append(judgement.reason)
    return "\n".join(lines)


def _round(source: ResponseSource, held: Round) -> Row:
    terms = source.terms
    lines = [terms(f"response.round-{_KINDS[held.kind]}")] if held.kind else []
    if held.benefitting:
        lines.append(terms("response.round-pool", state=terms.state(held.benefitting)))
    if held.reason:
        lines.append(held.reason)
    dates = days_words(source, held.opened, held.ended)
    return row([terms("response.round"), "\n".join(lines) or terms("common.dash"), dates])
