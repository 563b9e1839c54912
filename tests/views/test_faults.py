"""A fault of the program is told and never hidden."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli import faults as reports
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.faults import Faults, to_standard_error


def test_a_fault_is_written_and_told_once_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[type[BaseException]] = []

    def report(error: BaseException) -> str:
        written.append(type(error))
        return "internal error; see the report"

    faults = Faults(report)
    told: list[str] = []

    def show(_parent: object, title: str, text: str) -> None:
        told.append(f"{title}: {text}")
        # A second fault while the first is on screen.
        faults(KeyError, KeyError("second"), None)

    monkeypatch.setattr(Message, "show", show)
    faults(ValueError, ValueError("first"), None)
    assert written == [ValueError, KeyError]
    assert len(told) == 1
    assert "Internal error; see the report." in told[0]
    faults(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(told) == 1


def test_without_a_report_the_details_go_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert to_standard_error(ValueError("seven")) == "internal error (ValueError); the details stand in the terminal"
    assert "ValueError: seven" in capsys.readouterr().err


def test_what_the_report_says_is_told_in_the_language_of_the_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, speak: Callable[[str], None]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Message, "show", lambda _parent, _title, text: told.append(text))
    monkeypatch.setattr(reports, "reports_folder", lambda: tmp_path)
    speak("de")
    Faults(reports.report)(ValueError, ValueError("first"), None)
    assert told[0].startswith(
        f"Interner Fehler (ValueError); bitte senden Sie den Bericht {tmp_path / 'faults.log'} ein"
    )
