"""Editors of the forum as a whole: numbers, acts, meetings, holidays, associated states, title; its deadlines."""
