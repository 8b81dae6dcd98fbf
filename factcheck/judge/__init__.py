"""Rule files to rulings: load them, evaluate them on measurements, run their examples."""
