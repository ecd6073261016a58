"""Numbers of people: which number counts whom, on which side, in which sense (sum, side, part, still held)."""
