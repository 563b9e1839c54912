"""Taking a draw out of a pool's record."""

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import SetUse
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.wording import counted_persons, day
from desktop_app.views.consequences import summary_text
from desktop_app.views.language import counted, marked, state_name, tr
from desktop_app.views.theme import legible


def removal_of(assessment: SearchAndRescueAssessment, place: int) -> tuple[SetUse, str]:
    """Return the change that takes a draw out, and what it would do in words.

    Args:
        assessment: the figures as they are.
        place: number of the draw in the forum's list.
    """
    recorded = assessment.forum.search_and_rescue
    use = recorded.use[place]
    when = tr("without a date") if use.date is None else tr("of {day}", day=day(use.date))
    what = marked(
        "{state}: draw of {persons} removed", state=name_of(use.benefitting), persons=counted_persons(use.persons)
    )
    change = SetUse(recorded.calls, (*recorded.use[:place], *recorded.use[place + 1 :]), what)
    after = assess(change.apply_to(assessment.forum), assessment)
    said = summary_text(assessment, after)
    return change, legible(
        tr(
            "{state}: {counted}, {when}.\n{said}\nUndo brings it back.",
            state=state_name(use.benefitting),
            counted=counted(use.persons),
            when=when,
            said=said,
        )
    )
