"""The sections of a delegation sheet: share and why, pledge, its history, what is open."""
