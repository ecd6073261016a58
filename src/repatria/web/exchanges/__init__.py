"""Parties, the processes they take part in, and the exchanges of each process."""
