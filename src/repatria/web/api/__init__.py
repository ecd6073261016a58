"""The interface for programs: the same gate, the same policy, the same notes of what was read."""
