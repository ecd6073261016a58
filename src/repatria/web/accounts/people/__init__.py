"""Inviting people, closing their accounts, and the parties they belong to."""
