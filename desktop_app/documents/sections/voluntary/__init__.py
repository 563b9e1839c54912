"""Sections on the voluntary mechanism: no key, no obligation; pledges against needs, what was kept against pledges."""
