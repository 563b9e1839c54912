"""The strip above the table of a pressure response."""

from desktop_app.views.pressure_header.strip import PressureHeader

__all__ = ["PressureHeader"]
