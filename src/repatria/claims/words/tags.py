"""The alphabet of the grammar: one letter for each kind of word or phrase a report is made of.

A sentence becomes a string of these letters, and the patterns of ``find_*.py`` are regular expressions over it.

=====  =====================================================  =====  ==========================================
``n``  number                                                 ``o``  ordinal number
``F``  "75 for 75"                                            ``d``  date
``u``  length of time ("four months")                         ``i``  day, week, month, year, not counted
``p``  people                                                 ``m``  military people
``c``  civilians                                              ``k``  people of another kind (women, wounded)
``b``  bodies                                                 ``q``  captivity
``x``  exchange, the noun                                     ``X``  to exchange
``w``  war                                                    ``l``  agreement
``t``  talks                                                  ``e``  to take place
``S``  a state or side                                        ``A``  of a nation
``L``  a place                                                ``K``  somebody who speaks
``y``  to say                                                 ``a``  according to
``v``  to come back, to get back                              ``g``  to hand over
``h``  to be held, to remain                                  ``j``  to be captured
``M``  to mediate, mediator                                   ``Z``  agreed
``z``  announced                                              ``E``  each side
``T``  in all                                                 ``O``  of them
``C``  up to now                                              ``P``  previous
``s``  since                                                  ``G``  largest
``I``  pause                                                  ``Y``  of the year
``R``  rare                                                   ``N``  not
``B``  the same number                                        ``r``  he, she, it, they
``Q``  somebody's own count                                   ``V``  what cannot be checked
``D``  larger, so many
``U``  largest, but only one of them                          ``W``  to be taken to    ``H``  "number", before one
``,``  comma, bracket                                         ``;``  semicolon, colon
``.``  end                                                    ``-``  dash
``"``  quotation mark                                         ``&``  and, but, while
``?``  which, who, when, that                                 ``_``  any other word
=====  =====================================================  =====  ==========================================
"""

from dataclasses import dataclass

Value = object


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or phrase with its tag; `start` and `end` are offsets in the plain text."""

    tag: str
    value: Value
    text: str
    start: int
    end: int
