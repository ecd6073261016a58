"""Finds claims, one type a file: patterns over tagged words, each finding with its span and its judgement."""
