"""Why a figure of a pool cannot be known: a sentence, or nothing where it does not apply."""

from desktop_app.calc.explain.response_subject import ResponsePool
from desktop_app.calc.sentences import say


def empty_pool(pool: ResponsePool) -> str:
    """The pool holds nobody."""
    return say("The pool holds nobody: there is nothing of which a part could be used.") if pool.pool.pool == 0 else ""
