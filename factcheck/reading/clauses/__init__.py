"""What stands around a figure or a date in its clause: nouns, verbs, and the words that weaken or deny."""
