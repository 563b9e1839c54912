"""Migratory pressure: assessment, report, rounds, act, 30 % test, 10 % reduction, credits (COM(2020) 610, Art. 50)."""

from desktop_app.views.pressure.commands import PressureCommands

__all__ = ["PressureCommands"]
