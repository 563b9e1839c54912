"""Which notes stand beside a figure of migratory pressure and of voluntary solidarity."""

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.migratory_pressure import Credit, MigratoryPressure
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.voluntary import Commitment, Need, Voluntary, VoluntaryPledge
from desktop_app.views.why.notes import notes_on


def test_notes_on_a_plan_and_on_what_was_given_before() -> None:
    recorded = MigratoryPressure(
        plans=(PressurePlan("FR", note="the first"), PressurePlan("FR", revision=1, note=" by letter ")),
        credits=(Credit("FR", note="after the fire"), Credit("SE", note="of Sweden")),
    )
    forum = Forum(procedure=Procedure.MIGRATORY_PRESSURE, migratory_pressure=recorded)
    assert notes_on(forum, "covered", "FR") == ("by letter",)
    assert notes_on(forum, "credited", "FR") == ("by letter", "after the fire")
    assert notes_on(forum, "exact_key", "FR") == ()
    assert notes_on(forum, "credited", None) == ()


def test_notes_on_pledges_needs_and_commitments_kept() -> None:
    recorded = Voluntary(
        needs=(Need("EL", 100, note="the islands first"),),
        pledges=(VoluntaryPledge("NO", note="in autumn"), VoluntaryPledge("NO", note="and in spring")),
        kept=(Commitment("NO", note="by air"), Commitment("BE", note="of Belgium")),
    )
    forum = Forum(procedure=Procedure.VOLUNTARY, voluntary=recorded)
    assert notes_on(forum, "relocations", "NO") == ("in autumn", "and in spring")
    assert notes_on(forum, "kept_relocations", "NO") == ("in autumn", "and in spring", "by air")
    assert notes_on(forum, "needed_relocations", "EL") == ("the islands first",)
