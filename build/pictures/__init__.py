"""Pictures of the program's windows, for people who look at them."""
