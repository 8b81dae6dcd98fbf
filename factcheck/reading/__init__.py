"""What a sentence holds before any kind claims it: numerals, units, modifiers, subjects, predicates."""
