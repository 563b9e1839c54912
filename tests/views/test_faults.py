"""A fault of the program is told and never hidden."""

import pytest

from desktop_app.views.dialogs.messages import Message
from desktop_app.views.faults import Faults


def test_a_fault_is_written_and_told_once_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[type[BaseException]] = []
    faults = Faults(lambda kind, _error, _trace: written.append(kind))
    told: list[str] = []

    def show(_parent: object, title: str, text: str) -> None:
        told.append(f"{title}: {text}")
        # A second fault while the first is on screen.
        faults(KeyError, KeyError("second"), None)

    monkeypatch.setattr(Message, "show", show)
    faults(ValueError, ValueError("first"), None)
    assert written == [ValueError, KeyError]
    assert len(told) == 1
    assert "ValueError" in told[0]
    faults(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(told) == 1
