"""Duties: the Geneva Conventions as clocks over the registers of the site, for each role what it may know of."""
