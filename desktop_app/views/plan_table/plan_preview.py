"""What an entry into a table of plans would do, whatever the annex."""

from collections.abc import Callable

from desktop_app.calc.changes import Change
from desktop_app.calc.entry import plain_text
from desktop_app.calc.forum import Forum
from desktop_app.views.language import shown, tr
from desktop_app.views.plan_form.annex import ADOPTED, Plan, plans_of
from desktop_app.views.typed_table.preview import Preview, tried


def plan_preview(
    forum: Forum,
    former: Plan,
    plan: Plan,
    change: Change,
    said: tuple[str, str],
    outcome: Callable[[Forum], tuple[str, str]],
) -> Preview:
    """Say what an entry would do.

    Args:
        forum: as it stands.
        former: the latest revision, or a first plan without content.
        plan: the same with what was typed.
        change: what records it.
        said: the text as typed, and what was understood of it.
        outcome: says what it does to the figures of the forum after it, and what is doubtful of it.
    """
    refusal, changed = tried(forum, change)
    if changed is None:
        return Preview(refusal)
    is_first = not plans_of(forum).revisions(plan.code)
    typed, words = said
    if is_first and not plain_text(typed):
        return Preview(tr("= no plan"), tr("Nothing is recorded."), change)
    words = words if "=" in words else f"= {words}"
    if is_first:
        words += tr(": a first plan, its date still missing")
    elif plan.revision:
        words += tr(", in (Rev) {revision}", revision=plan.revision)
    is_new = is_first or plan != former
    does, warning = outcome(changed)
    if is_new and plans_of(forum).act.adopted is not None:
        warning = " ".join(filter(None, (shown(ADOPTED), shown(warning))))
    return Preview(words, does, change, is_new=is_new, warning=warning)
