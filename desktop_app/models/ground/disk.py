"""The disk that a folder lies on: a local one that stays, or one that is shared, taken out, full."""

from dataclasses import dataclass
from typing import Final

from desktop_app.calc.sentences import say
from desktop_app.models.ground.verdicts import Verdict, note, remedy, sound

DISK: Final = say("Disk")
ROOM: Final = say("Free space")

LEAST_FREE: Final = 100_000_000
"""Bytes: enough for every entry, export and backup of a week; with less, saving may fail in the middle of a meeting."""

_SHARED: Final = {
    **dict.fromkeys(("nfs", "nfs3", "nfs4"), say("an NFS share")),
    **dict.fromkeys(("cifs", "smb", "smb2", "smb3", "smbfs"), say("a Windows (SMB) share")),
    **dict.fromkeys(("afpfs", "afp"), say("an AFP share")),
    **dict.fromkeys(("afs", "openafs", "auristorfs", "coda", "ncpfs"), say("a network file system")),
    **dict.fromkeys(("sshfs", "fuse.sshfs"), say("another computer over SSH (sshfs)")),
    **dict.fromkeys(("webdav", "davfs", "fuse.davfs", "fuse.davfs2"), say("a WebDAV share")),
    **dict.fromkeys(("fuse.gvfsd-fuse", "fuse.kio-fuse"), say("a network place of the desktop")),
    **dict.fromkeys(
        ("fuse.rclone", "fuse.s3fs", "fuse.google-drive-ocamlfuse", "fuse.onedriver"), say("a cloud drive")
    ),
    **dict.fromkeys(
        ("ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs", "lustre", "gpfs", "beegfs"), say("a cluster disk")
    ),
    **dict.fromkeys(("ocfs2", "gfs2"), say("a disk that several computers share")),
    **dict.fromkeys(("9p", "vboxsf", "virtiofs", "prl_fs", "vmhgfs", "fuse.vmhgfs-fuse"), say("a folder of the host")),
}
"""What a file system is, in words, where several computers may reach it: SQLite's locks cannot be relied on there."""

_IN_MEMORY: Final = {"tmpfs", "ramfs"}
_READ_ONLY_KINDS: Final = {"iso9660", "udf", "squashfs", "cd9660"}


@dataclass(frozen=True, slots=True)
class Disk:
    """What the system says of the disk that a folder lies on.

    Attributes:
        kind: name of its file system, in small letters; empty where it is not known.
        root: where it begins.
        is_shared: whether the system calls it a network drive; ``None`` where it does not say.
        is_removable: whether it can be taken out; ``None`` where the system does not say.
        is_read_only: whether it can only be read.
        free: bytes that the person may still use; ``None`` where it is not known.
    """

    kind: str = ""
    root: str = ""
    is_shared: bool | None = None
    is_removable: bool | None = None
    is_read_only: bool = False
    free: int | None = None


def shared_as(path: str, disk: Disk) -> str | None:
    r"""Return what the network place of a path is, in words; ``None`` for a disk of this computer.

    Args:
        path: as the system writes it; ``\\server\share`` is one on every Windows.
        disk: that it lies on.
    """
    if _is_unc(path):
        return say("a network share")
    if disk.kind in _SHARED:
        return _SHARED[disk.kind]
    return say("a network drive") if disk.is_shared else None


def _is_unc(path: str) -> bool:
    r"""Whether it begins with ``\\server`` or ``\\?\UNC\server``; ``\\?\C:`` and ``\\.\`` name this computer."""
    start = path[:8].replace("/", "\\").upper()
    return start.startswith("\\\\?\\UNC\\") or (start.startswith("\\\\") and start[2:4] not in {"?\\", ".\\"})


def judge_disk(path: str, disk: Disk) -> Verdict:
    """Return whether a forum file is safe on a disk."""
    shared = shared_as(path, disk)
    if shared is not None:
        return remedy(
            DISK,
            say(
                "The forum lies on {shared}, where two desks may write at once and a lost connection can damage it.",
                shared=shared,
            ),
            say("Keep it on this computer's own disk (File ▸ Save a copy), and hand out copies."),
        )
    if disk.is_read_only or disk.kind in _READ_ONLY_KINDS:
        return remedy(
            DISK,
            say("The forum lies on a disk that can only be read."),
            say("Save a copy on this computer's own disk."),
        )
    if disk.is_removable:
        return remedy(
            DISK,
            say("The forum lies on a removable disk; what is being saved is lost if it is pulled out."),
            say("Work on this computer's own disk and put a copy on the stick (File ▸ Save a copy)."),
        )
    if disk.kind in _IN_MEMORY:
        return remedy(
            DISK,
            say("The forum lies in memory only, and is gone when the computer is switched off."),
            say("Save a copy on this computer's own disk."),
        )
    if not disk.kind:
        return note(DISK, say("The system does not say what kind of disk the forum lies on."))
    return sound(DISK, say("A disk of this computer ({kind}, {root}).", kind=disk.kind, root=disk.root))


def judge_room(disk: Disk, size: int) -> Verdict:
    """Return whether there is room for what a meeting adds.

    Args:
        disk: that the forum file lies on.
        size: of the forum file, bytes; each backup is as large.
    """
    if disk.free is None:
        return note(ROOM, say("The system does not say how much room is left."))
    if disk.free < max(LEAST_FREE, 5 * size):
        return remedy(
            ROOM,
            say("Only {room} are left on the disk of the forum.", room=_megabytes(disk.free)),
            say("Free some space on it."),
        )
    return sound(ROOM, say("{room} are left.", room=_megabytes(disk.free)))


def _megabytes(count: int) -> str:
    return f"{count // 1_000_000} MB" if count < 10_000_000_000 else f"{count // 1_000_000_000} GB"
