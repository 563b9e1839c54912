"""Dialogs: each class has a class method that shows it and returns the answer, so that a test can put one in."""
