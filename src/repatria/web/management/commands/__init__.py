"""Commands of the site for its keeper."""
