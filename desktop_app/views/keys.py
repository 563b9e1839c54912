"""What keys are called."""

from PySide6.QtGui import QKeySequence


def native(keys: str) -> str:
    """Return keys, such as ``"Ctrl+Shift+N"``, as the system and the language that is spoken name them.

    Args:
        keys: in Qt's portable names; what is none of them stays as it is.
    """
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
