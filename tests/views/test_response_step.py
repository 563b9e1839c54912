"""Where a step through the changes of a forum on search and rescue leads."""

from dataclasses import replace

import pytest

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.response_plans import Cover, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Disembarkation,
    DisembarkationAct,
    ManagementReport,
    PoolUse,
    Raise,
    Round,
    SearchAndRescue,
    TopUp,
)
from desktop_app.views.response_step import changed_place

FRANCE = ResponsePlan("FR", "FR-SAR-1", relocations=100)
RECORDED = SearchAndRescue(
    report=ManagementReport(benefitting=(Disembarkation("EL", 2000),)),
    plans=(FRANCE,),
    use=(PoolUse("EL", persons=10),),
)


def forum(recorded: SearchAndRescue) -> Forum:
    return Forum(procedure=Procedure.SEARCH_AND_RESCUE, search_and_rescue=recorded)


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"plans": (replace(FRANCE, relocations=101),)}, ("FR", "relocations")),
        ({"plans": (replace(FRANCE, vulnerable=1),)}, ("FR", "vulnerable")),
        ({"plans": (replace(FRANCE, cover=Cover(1)),)}, ("FR", "cover")),
        ({"plans": (replace(FRANCE, note="by letter"),)}, ("FR", "plan")),
        ({"plans": ()}, ("FR", "relocations")),
        ({"plans": (FRANCE, ResponsePlan("SE", "SE-SAR-1"))}, ("SE", "relocations")),
        ({"use": ()}, ("EL", "pools")),
        ({"use": (PoolUse("EL", persons=10), PoolUse("MT", persons=1))}, ("MT", "pools")),
        ({"raises": (Raise("FR", "EL", 5),)}, ("FR", "raises")),
        ({"top_up": TopUp("EL", 3000)}, ("EL", "top_up")),
        ({"report": ManagementReport()}, (None, "report")),
        ({"rounds": (Round("f1"),)}, (None, "rounds")),
        ({"act": DisembarkationAct(ActPath.STILL_SHORT)}, (None, "act")),
        ({}, None),
    ],
)
def test_the_first_place_that_differs(changed: dict[str, object], place: tuple[str | None, str] | None) -> None:
    after = replace(RECORDED, **changed)  # type: ignore[arg-type]  # each value is of its field's kind
    assert changed_place(forum(RECORDED), forum(after)) == place
    assert (changed_place(forum(after), forum(RECORDED)) is None) == (place is None)
