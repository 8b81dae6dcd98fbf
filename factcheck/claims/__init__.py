"""Claims of every kind."""
