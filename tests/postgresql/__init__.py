"""A real PostgreSQL for tests: started here, in a folder of its own, and gone afterwards."""
