"""Starts the program: ``python -m desktop_app``, or the command ``forum-desk``."""

import sys

from desktop_app.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
