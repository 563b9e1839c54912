"""The annex on screen: the very bytes that are written and printed."""
