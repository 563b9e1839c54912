"""Folders that a program synchronises with other computers: told by their names and by the marks that it leaves.

Such a program copies the file while it is written, holds it, and puts a second one beside it after a conflict.
"""

import fnmatch
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from desktop_app.calc.sentences import say
from desktop_app.models.ground.verdicts import Verdict, remedy, sound

SYNCHRONISED: Final = say("Synchronised folder")


@dataclass(frozen=True, slots=True)
class Service:
    """How the folders of one service are told.

    Attributes:
        name: of the service.
        folders: names of its folders, in small letters; ``*`` stands for anything.
        marks: names of what it leaves in its folder or beside it, likewise.
        variables: of the environment, which name its folder.
    """

    name: str
    folders: tuple[str, ...]
    marks: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()


# A mark that also lies in the person's own folder, such as .dropbox, would call everything there synchronised.
SERVICES: Final = (
    Service(
        "OneDrive",
        ("onedrive", "onedrive - *", "onedrive-*"),
        (".849c9593-d756-4e56-8d6e-42412f2a707b",),
        ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"),
    ),
    Service("Dropbox", ("dropbox", "dropbox (*)", "dropbox-*"), (".dropbox.cache",)),
    Service(
        "Google Drive",
        ("google drive", "googledrive", "googledrive-*", "my drive"),
        (".tmp.drivedownload", ".tmp.driveupload"),
    ),
    Service("iCloud Drive", ("icloud drive", "iclouddrive", "mobile documents", "com~apple~clouddocs")),
    Service("Nextcloud", ("nextcloud", "nextcloud-*"), (".nextcloudsync.log", ".sync_*.db", "._sync_*.db")),
    Service("ownCloud", ("owncloud", "owncloud-*"), (".owncloudsync.log",)),
    Service("Syncthing", ("syncthing",), (".stfolder", ".stversions", ".stignore")),
    Service("Box", ("box", "box sync", "box-box")),
    Service("pCloud", ("pclouddrive", "pcloud drive")),
    Service("MEGA", ("mega", "megasync"), (".megaignore",)),
    Service("Seafile", ("seafile", "seadrive")),
    Service("Resilio Sync", ("resilio sync",)),
)


def synchronised_by(
    path: PurePath, listed: Callable[[PurePath], Collection[str]], environment: Mapping[str, str]
) -> str | None:
    """Return the service that synchronises the folder of a file, or ``None``.

    Args:
        path: the file, of the system's own kind of paths.
        listed: names in a folder; nothing where it cannot be looked into.
        environment: variables of the process.
    """
    above = tuple(path.parents)
    names = [folder.name.lower() for folder in above]
    for service in SERVICES:
        if any(fnmatch.fnmatchcase(name, pattern) for name in names for pattern in service.folders):
            return service.name
        named = [environment.get(variable) for variable in service.variables]
        if any(type(path)(folder) in above for folder in named if folder):
            return service.name
    marks = [name.lower() for folder in above for name in listed(folder)]
    for service in SERVICES:
        if any(fnmatch.filter(marks, pattern) for pattern in service.marks):
            return service.name
    return None


def judge_synchronised(service: str | None) -> Verdict:
    """Return whether another program touches the file."""
    if service is None:
        return sound(SYNCHRONISED, say("None that is known."))
    return remedy(
        SYNCHRONISED,
        say(
            "{service} synchronises the folder of the forum: it may hold the file, and make two of it.",
            service=service,
        ),
        say("Keep the forum in a folder of this computer alone (File ▸ Save a copy), and put copies here."),
    )
