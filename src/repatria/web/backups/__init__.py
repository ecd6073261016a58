"""Backups of the site, put back only when two administrators want it."""
