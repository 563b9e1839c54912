"""The commands of the Forum menu for mechanism, needs and commitments kept of a forum on voluntary solidarity."""

from collections.abc import Callable

from desktop_app.calc.forum import Procedure
from desktop_app.views.forum_editors.of_procedure import ProcedureCommands


class VoluntaryCommands(ProcedureCommands):
    """Mechanism and signatories, needs, commitments kept, for one main window."""

    procedure = Procedure.VOLUNTARY

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"mechanism": self.mechanism, "needs": self.needs, "kept": self.kept}

    def mechanism(self) -> None:
        """Edit declaration, platform, duration and signatories."""
        from desktop_app.views.voluntary.mechanism import MechanismEditor

        self.edit(MechanismEditor)

    def needs(self) -> None:
        """Edit what the benefitting Member States need."""
        from desktop_app.views.voluntary.needs import NeedsEditor

        self.edit(NeedsEditor)

    def kept(self) -> None:
        """Edit what was relocated and paid."""
        from desktop_app.views.voluntary.kept import KeptEditor

        self.edit(KeptEditor)
