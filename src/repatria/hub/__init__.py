"""The hub of handover day: a laptop that tablets speak to, with no network beyond its own."""
