"""Runs a mediated exchange of captives, from the first list to the public account of who came home."""

__version__ = "0.1.0"
