"""The window: what a person sees and touches. Nothing here computes a figure or writes a row."""
