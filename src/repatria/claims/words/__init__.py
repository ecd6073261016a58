"""From plain text to tagged words: tokens, numbers, dates and lengths of time, in four languages by one grammar.

The grammar of `find` is matched against these tags. Leans on nothing else of this room.
"""
