"""Changes: what a person can do to a forum, each a pure function from forum to forum.

A change knows its kind (views refresh by it), its name (the undo menu and the journal show it) and how
to make the new forum. The forum file's one door applies it; nothing else does.
"""

from desktop_app.calc.changes.acknowledgements import Acknowledge, WithdrawAcknowledgement
from desktop_app.calc.changes.base import CannotChangeError, Change, ChangeKind
from desktop_app.calc.changes.key import SetApplications, SetKey
from desktop_app.calc.changes.migratory_pressure import (
    RecordPressurePlan,
    RemovePressurePlan,
    SetCredits,
    SetPressureReport,
    SetPressureResponseAct,
    SetSituation,
    SetTypeRounds,
)
from desktop_app.calc.changes.pledges import (
    PledgeColumn,
    RecordMeasures,
    RecordPledge,
    RecordPledgeDetails,
    RecordPledges,
    RecordSaid,
)
from desktop_app.calc.changes.search_and_rescue import (
    RecordPlan,
    RemovePlan,
    SetDisembarkationAct,
    SetPressureAct,
    SetRaises,
    SetReport,
    SetRounds,
    SetTopUp,
    SetUse,
)
from desktop_app.calc.changes.solidarity import SetSolidarity, SetVoluntary
from desktop_app.calc.changes.states import RecordDeductions, RecordStatus
from desktop_app.calc.changes.vote import SetVote
from desktop_app.calc.changes.whole_forum import (
    ChooseReading,
    Describe,
    ReplaceForum,
    SetActs,
    SetAssociated,
    SetDayOfCheck,
    SetHolidays,
    SetMeetings,
    SetPool,
    TakeOver,
)

__all__ = [
    "Acknowledge",
    "CannotChangeError",
    "Change",
    "ChangeKind",
    "ChooseReading",
    "Describe",
    "PledgeColumn",
    "RecordDeductions",
    "RecordMeasures",
    "RecordPlan",
    "RecordPledge",
    "RecordPledgeDetails",
    "RecordPledges",
    "RecordPressurePlan",
    "RecordSaid",
    "RecordStatus",
    "RemovePlan",
    "RemovePressurePlan",
    "ReplaceForum",
    "SetActs",
    "SetApplications",
    "SetAssociated",
    "SetCredits",
    "SetDayOfCheck",
    "SetDisembarkationAct",
    "SetHolidays",
    "SetKey",
    "SetMeetings",
    "SetPool",
    "SetPressureAct",
    "SetPressureReport",
    "SetPressureResponseAct",
    "SetRaises",
    "SetReport",
    "SetRounds",
    "SetSituation",
    "SetSolidarity",
    "SetTopUp",
    "SetTypeRounds",
    "SetUse",
    "SetVoluntary",
    "SetVote",
    "TakeOver",
    "WithdrawAcknowledgement",
]
