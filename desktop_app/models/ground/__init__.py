"""The ground that a forum file stands on: disk, folder, SQLite, libraries, fonts, clock.

:func:`ground_check` looks and judges. Looking (:mod:`probes`) and judging are apart, so that every verdict can be
tried on any machine.
"""

from desktop_app.models.ground.checking import ground_check
from desktop_app.models.ground.verdicts import Ground, Standing, Verdict

__all__ = ["Ground", "Standing", "Verdict", "ground_check"]
