"""Talks: rounds, terms, plans, packages, secret acceptance, and one text that both sides and the mediator sign."""
