"""Judges a claim by the history, one question a file: a verdict, a reason in words, the rows it rests on."""
