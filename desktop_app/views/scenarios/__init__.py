"""Scenarios: branches beside the record, made, compared, opened, put away, adopted in one step."""

from desktop_app.views.scenarios.commands import ScenarioCommands

__all__ = ["ScenarioCommands"]
