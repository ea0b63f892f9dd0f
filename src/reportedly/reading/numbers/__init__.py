"""How numbers are read: numerals, what they are numbers of, how they bound it, and what is no quantity at all."""
