"""Which claims of a story speak of the same fact: candidate pairs, evidence, clusters."""
