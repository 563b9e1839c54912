"""What the strip above the table of a pressure response says of the figures."""

from collections.abc import Iterable

from desktop_app.calc import wording
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureTotals, TypeMatch
from desktop_app.calc.sponsorship_clock import SponsorshipStanding
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.pressure_table.totals import difference_words, left_open, names_types

_TYPES = {"relocations": marked("relocation"), "sponsorship": marked("sponsorship")}
Said = tuple[str, str, str]
"""Words, colour token, name of an icon."""


def report_words(totals: PressureTotals) -> str:
    """Return ``"800 relocation + 300 sponsorship"``: how the total falls into types."""
    if totals.total is None or totals.relocations is None or totals.sponsorship is None:
        return tr("not known")
    return tr(
        "{relocations} relocation + {sponsorship} sponsorship",
        relocations=wording.persons(totals.relocations),
        sponsorship=wording.persons(totals.sponsorship),
    )


def blueprint_words(assessment: PressureAssessment) -> str:
    """Say that stage 2 of the Blueprint is on; empty where it is not."""
    blueprint = assessment.forum.migratory_pressure.situation.blueprint
    return tr("Blueprint stage 2") if blueprint.is_in_stage_two else ""


def about_blueprint(assessment: PressureAssessment) -> str:
    """Say since when, and what follows of it."""
    blueprint = assessment.forum.migratory_pressure.situation.blueprint
    since = "" if blueprint.since is None else tr(" since {day}", day=wording.day(blueprint.since))
    return tr(
        "Stage 2 (crisis management) of the Migration Preparedness and Crisis Blueprint is on{since}. "
        "The assessment holds its particulars (Ctrl+Shift+M).",
        since=since,
    )


def report_caption(assessment: PressureAssessment) -> str:
    """Say whom the report finds under pressure, how many plans are open, and whose types the Commission has set."""
    report = assessment.forum.migratory_pressure.report
    if not report.under_pressure:
        return tr("Report: no pressure (Art. 51(2))")
    said = (
        tr("Report")
        if report.benefitting is None
        else tr("Report: {state} under pressure", state=state_name(report.benefitting))
    )
    if assessment.totals.total is None:
        return said
    waiting, were_set = left_open(assessment)
    parts = (
        [tr("1 plan open") if len(waiting) == 1 else tr("{count} plans open", count=len(waiting))] if waiting else []
    )
    parts += [tr("{count} set by the Commission", count=len(were_set))] if were_set else []
    return " · ".join((shown(said), *parts))


def match_said(match: TypeMatch, assessment: PressureAssessment) -> Said:
    """Say by how much a type is given too much or too little."""
    name = shown(_TYPES[match.name])
    if match.difference is None:
        return tr("{name} not known", name=name), "muted", ""
    if not names_types(assessment):
        return tr("{name}: no plan yet", name=name), "muted", ""
    if not match.is_mismatch:
        return tr("{name} matches", name=name), "ok", "ok"
    if _is_settled(assessment):
        return f"{name} {shown(difference_words(match.difference))}", "text", ""
    return f"{name} {shown(difference_words(match.difference))}", "warn", "warn"


def match_caption(assessment: PressureAssessment) -> str:
    """Say what follows where types do not match; once the act is adopted, nothing does (Art. 52(4))."""
    differences = [match.difference for match in assessment.totals.matches]
    if None in differences or not names_types(assessment):
        return tr("Types against the report")
    if _is_settled(assessment):
        return tr("Types, as the act was adopted")
    asked = [row for row in assessment.rows if row.is_asked]
    so_far = "" if all(row.has_types for row in asked) else tr(" so far")
    if any(match.is_mismatch for match in assessment.totals.matches):
        return tr("Types do not match{so_far}: forum, Art. 52(4)", so_far=so_far)
    return tr("Types match the report{so_far}", so_far=so_far)


def _is_settled(assessment: PressureAssessment) -> bool:
    """Tell whether the act is adopted, after which no forum changes types."""
    return assessment.forum.migratory_pressure.act.adopted is not None


def sponsorship_said(groups: Iterable[SponsorshipStanding]) -> Said:
    """Say which groups under return sponsorship need something done: those over first, then those that end soon."""
    found = list(groups)
    if not found:
        return tr("no group yet"), "muted", ""
    to_relocate = sum(each.to_relocate for each in found)
    if to_relocate:
        return tr("{persons} to take over", persons=wording.persons(to_relocate)), "block", "warn"
    near = [each for each in found if each.is_near]
    if near:
        days = min(each.days_left or 0 for each in near)
        some = tr("in 1 day") if days == 1 else tr("in {days} days", days=days)
        soonest = some if days else tr("today")
        if len(near) == 1:
            return tr("1 group ends {soonest}", soonest=soonest), "warn", "calendar"
        return tr("{count} groups end, the first {soonest}", count=len(near), soonest=soonest), "warn", "calendar"
    left = sum(each.group.left for each in found)
    return tr("{groups}, {persons} persons left", groups=_groups(len(found)), persons=wording.persons(left)), "text", ""


def sponsorship_caption(groups: Iterable[SponsorshipStanding]) -> str:
    """Say what the alarm is about, and how many sponsors are still to be told (Art. 57(4))."""
    found = list(groups)
    untold = sum(each.is_untold for each in found)
    if untold:
        return tr("Eight months over · {untold} not told", untold=untold)
    return tr("Eight months over") if any(each.to_relocate for each in found) else tr("Return sponsorship")


def about_sponsorship(groups: Iterable[SponsorshipStanding]) -> str:
    """List the groups with their last day."""
    return "\n".join(
        tr(
            "{state}, {id}: {persons} left, {part}",
            state=state_name(each.group.sponsor),
            id=each.group.id,
            persons=wording.persons(each.group.left),
            part=tr("the clock has not started") if each.due is None else tr("eight months end on {day}", day=each.due),
        )
        for each in groups
    )


def _groups(count: int) -> str:
    return tr("1 group") if count == 1 else tr("{count} groups", count=count)
