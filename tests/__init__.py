"""Forum Desk's tests; the folders mirror those of ``desktop_app`` and ``build``."""
