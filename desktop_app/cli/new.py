"""``new``: makes a forum file."""

from argparse import Namespace
from pathlib import Path

from desktop_app.calc.forum import Forum
from desktop_app.cli import inputs, status, streams
from desktop_app.models.errors import BadInput


def run(chosen: Namespace) -> int:
    """Make the forum file ``chosen.file`` of ``chosen.source``."""
    target: Path = chosen.file
    if target.suffix.lower() != inputs.FORUM_ENDING:
        raise BadInput(str(target), "a forum file ends in .forum", f"name it {target.stem or 'pool'}.forum")
    if target.exists() or target.is_symlink():
        raise BadInput(str(target), "a file of that name exists", "choose another name")
    forum = _forum(chosen.source)
    from desktop_app.models.forum_file import ForumFile

    ForumFile.create(target, forum, chosen.operator or _operator()).close()
    streams.write(f"Made {target}.")
    return status.FINE


def _forum(source: str) -> Forum:
    return inputs.sample() if source == inputs.SAMPLE else inputs.read_any_forum(Path(source))


def _operator() -> str:
    """Return who sits at the desk: the name given to the window once, else the name of the login."""
    from desktop_app.views.settings import Settings, places_of_user

    return Settings.load(places_of_user().settings).operator or _login()


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "unknown"
