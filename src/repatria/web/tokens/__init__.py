"""Tokens with which a person's own programs ask in his place, with less than he may and for a limited time."""
