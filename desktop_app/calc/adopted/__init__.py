"""Checking a forum against an adopted act: the annex that was printed, cell by cell beside the figures of the forum."""
