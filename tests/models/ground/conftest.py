"""What the ground check finds is watched: it must be said in every language of the window."""

from tests.models.told import every_word_is_told

__all__ = ["every_word_is_told"]
