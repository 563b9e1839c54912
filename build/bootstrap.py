#!/usr/bin/env python3
"""The one command to start or check Forum Desk on a machine that has only Python.

    python3 build/bootstrap.py run [ARGS...]    open the desk, or run one of its commands
    python3 build/bootstrap.py test [ARGS...]   run every check; with ARGS only pytest ARGS
    python3 build/bootstrap.py setup            make the development environment, nothing more
    python3 build/bootstrap.py lock [--upgrade] write the hash-pinned locks anew

This file keeps to the grammar of Python 3.7, so that an old Python says in one line what is wrong instead of showing
a syntax error; what does the work stands in ``commands.py`` and is imported only after the check.
"""

import os
import sys

MINIMUM = (3, 11)
SETUP_FAILED = 3  # not a status of the program's own commands, which end with 0, 1 or 2


def main(arguments: "list[str]") -> int:
    """Check the Python that runs this and hand the arguments on; return the exit status."""
    if sys.version_info < MINIMUM:
        needed, found = "%d.%d" % MINIMUM, "%d.%d" % sys.version_info[:2]
        sys.stderr.write("Forum Desk needs Python %s or newer, this is %s: " % (needed, found))
        sys.stderr.write("start build/bootstrap.py with a newer one, for example python%s.\n" % needed)
        return SETUP_FAILED
    here = os.path.dirname(os.path.abspath(__file__))
    # A script's own folder comes first on the path; its neighbours are to be found as build.NAME only.
    sys.path[:] = [os.path.dirname(here)] + [entry for entry in sys.path if os.path.abspath(entry or ".") != here]
    from build import commands

    return commands.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
