"""Patterns of tags for "the first since" and "the previous one was on"; wider ones stand in `gaps.py`."""

# What may stand between "the first" and "since": the exchange, and what is said of it.
FIRST = (
    r"(?<first>o)(?:S&S|[^.;,&dounNKys]){0,8}s_{0,2}(?<since>d)",
    # the first since a plane came down on 24 January
    r"(?<first>o)[^.;,&dounNKysS]{0,6}(?<event>s)[^.;,Kydu]{1,14}(?<since>d)",
    r"(?<first>o)[_xpXQevM]{0,6}\??[s_][_P]{0,2}(?<length>u)",
    # in four months this is the first exchange
    r"(?<=_)(?<length>u)[_r]{1,3}(?<first>o)_?[xv]",
    r"(?<length>u)[_s]{0,2}(?<pause>I)",
    r"(?<pause>I)[_sxe,?]{0,5}(?<length>u)",
    # no prisoner has come back since October
    r"N_{0,2}[xp][_sYveX]{0,6}s_{0,2}(?<since>d)",
    r"N_?s_{0,2}(?<since>d)(?=[^.;]*[xXpv])",
    # no exchange for four months
    r"xN[_e]{0,2}(?<length>u)",
    # the pause has lasted since August; such an exchange there had not been since April
    r"(?<pause>I)[_exp]{0,5}s_{0,2}(?<since>d)",
    # since that day no other exchanges have been held
    r"s_?(?<then>i)_?xN[_e]?",
    # the one before was on 2 October, so only four months have passed
    r"(?<=P[^;.]*d[,_?\-]{0,4})[Ne&]_?e?_{0,3}(?<length>u)",
    # there had been none since 31 January; від 24 серпня обмінів не було
    r"(?<none>N)_{0,2}s_{0,2}(?<since>d)",
)
# What may stand between "the previous one" and its day.
_TO_ITS_DAY = r"(?:S&S|sq|ex|[_,?ioSAeYvgXFnpmErchzPkBHaQ\x22\-])"
PREVIOUS = (
    # The last exchange, in October, ...; the previous swap took place on ...; آخر تبادل جرى في ...
    rf"(?<prev>P)[_xSAi]{{0,5}}(,?ox?|x)?{_TO_ITS_DAY}{{0,12}}(?<since>d)",
    # the latest exchange before Thursday's was on 2 October; before Friday the last one was that of 24 August
    rf"(?<prev>P)[_x]{{0,3}}[P_s]d{_TO_ITS_DAY}{{0,6}}(?<since>d)",
    # The previous deal of this kind: 2 October
    r"(?<prev>P)[_xli]{0,4};_{0,2}(?<since>d)",
    # only 17 days have passed since the previous exchange (in the order of the other languages)
    r"x?(?<prev>P)_?x?[_eTN]{0,4}(?<length>u)(?!_?I)(?:[_s]{1,3}x[_eX]{0,3}(?<since>d))?",
    r"(?<prev>P)x?[_eTNQr]{0,5}(?<length>i)(?=_?[.,;]|$)",
    # one month to the day after the previous one
    r"(?<length>u)[_uidserQ]{0,5}x?(?<prev>P)",
    # the 71st had taken place a month earlier, on 5 February; the 70th was on 2 October
    r"(?<prev>o)x?[_ve]{1,3}[,_]{0,2}(?<since>d)(,_{0,2}d)?(?!_?x)",
    # exactly a month earlier, on 19 March, the previous swap; on 13 October, in the one before it
    r"(?<since>d),?[_eX]{0,3}x?(?<prev>P)(?=_?[xreQ,.;]|$)",
    # the exchange of 2 October was the last
    r"x_?(?<since>d)[_r]{0,3}(?<prev>P)",
    r"(?<since>d)x[_r]{0,3}(?<prev>P)",
    # number seventy-one had come on 5 February
    r"H(?<prev>n)[_ve]{1,3}(?<since>d)(?!_?x)",
    # that is, about four months ago
    r"(?<=[Ps][^.;]*d[,_?\-]{0,5})(?<ago>d)",
)
