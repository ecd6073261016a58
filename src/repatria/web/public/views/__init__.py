"""Pages of the public rooms, one subject a file."""
