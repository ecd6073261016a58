"""Personal data at rest: sealed with a key per party, bound to its row and column."""
