"""Who read which person: kept, countable, and readable by whoever owns the person."""
