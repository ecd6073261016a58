"""What the report is about: its own day, the conflict, which exchange a sentence speaks of, and who is speaking."""
