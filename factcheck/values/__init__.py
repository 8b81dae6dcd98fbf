"""The algebra of values: intervals, units, dates, wording; no article text in sight."""
