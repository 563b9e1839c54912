"""What comes in from other programs, shown before anything of it is taken: pasted blocks and imported files."""
