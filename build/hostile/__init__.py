"""Hostile input: mutated files of every kind that the program reads, fed to every reader, each in a process of its own.

``python -m build.hostile --count 10000`` tells what was refused, what was taken, and what should not have happened: a
traceback, more than three lines, another status than promised, a file written beside, 500 MB of memory, ten seconds.
Failing inputs are kept. The suite runs a few hundred with a fixed seed. POSIX only.
"""
