"""The time bar: a slider over the whole negotiation."""

from desktop_app.views.time_bar.bar import TimeBar

__all__ = ["TimeBar"]
