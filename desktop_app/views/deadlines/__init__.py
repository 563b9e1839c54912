"""What is due when, of every procedure: done, due next, late, and which date started it (Art. 75; Art. 65 of 2020)."""
