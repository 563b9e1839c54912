"""Which cell a step through the changes touched."""

from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.entry import recorded_value
from desktop_app.calc.forum import Forum


def changed_cell(before: Forum, after: Forum) -> tuple[str, PledgeColumn] | None:
    """Return code and column of the first pledge that differs; ``None`` where no pledge does."""
    known = {record.code: record for record in before.states}
    for record in after.states:
        former = known.get(record.code)
        if former is record:
            continue
        for column in PledgeColumn:
            was = before.state(record.code).pledge
            if recorded_value(was, column) != recorded_value(record.pledge, column):
                return record.code, column
    return None
