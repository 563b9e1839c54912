"""Rulebooks: one package or module per procedure."""
