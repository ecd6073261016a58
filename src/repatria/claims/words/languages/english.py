"""English."""

from repatria.claims.words.languages import (
    aiding,
    feasts,
    kinds,
    localities,
    moving,
    offices,
    people,
    public_figures,
    saying,
    states,
)
from repatria.claims.words.languages.language import Language, keyed, numbered, phrases, valued, words

_UNITS = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine"
_TEENS = """ten\neleven\ntwelve\nthirteen\nfourteen\nfifteen\nsixteen\nseventeen\neighteen\nnineteen"""
_TENS = "twenty\nthirty\nforty\nfifty\nsixty\nseventy\neighty\nninety"
_ORDINALS = """first 1st
second 2nd
third 3rd
fourth
fifth
sixth
seventh
eighth
ninth
tenth
eleventh
twelfth
thirteenth
fourteenth
fifteenth
sixteenth
seventeenth
eighteenth
nineteenth"""
_TENTHS = "twentieth\nthirtieth\nfortieth\nfiftieth\nsixtieth\nseventieth\neightieth\nninetieth\nhundredth"

LISTS = {
    # "aid" marks what may tell that a third state brought an exchange about.
    "_": f"""
in return, called off, call off, came down, come down, in one last
{aiding.ENGLISH}
""",
    "p": f"""
captured people, captured civilians and soldiers
group of, group, batch of, people, persons, person, prisoners, prisoner, prisoners of war, prisoner of war, pows
pow, captives, captive, detainees, detainee, hostages, hostage, individuals, human beings, men and women
nationals, citizens, compatriots, inmates, families, residents, resident, inhabitants, returnees, war prisoners
internees, war captives, of ours, ours
members of the group, member of the group, members of the party
{people.ENGLISH}
""",
    "m": """
wear uniform, wore uniform, wear a uniform, served in the army, serve in the army
captured soldiers, captured servicemen, captured fighters, captured troops, captured service personnel
captured men
captured service members, captured defenders, captured personnel
uniformed captives, uniformed prisoners, uniformed people, uniformed men, captives in uniform
servicemen, serviceman, service members, servicemembers, service personnel, soldiers, soldier, troops, military
military personnel, fighters, defenders, combatants, servicemen and women, servicemen and servicewomen
men in uniform, warriors, uniformed personnel, men of the armed forces, from the forces
from the armed forces, members of the armed forces, member of the armed forces, in uniform, regulars, recruits
national servicemen
""",
    "c": """
were never in uniform, not soldiers, not servicemen, no soldiers, not military, not from the military
civilians, civilian, non - combatants, noncombatants, never wore a uniform, not in uniform, out of uniform
without uniform, non - military
""",
    "k": f"""
wounded: serious wounds, severe wounds, have wounds, had wounds, serious injuries, severe injuries
under_25: under the age of 25, below the age of 25, younger than 25, aged under 25, under 25 years, below 25
under_25: below the age of twenty - five, under the age of twenty - five, not yet 25, yet to turn 25
missing_before: listed as missing, considered missing, reported missing, missing in action, thought missing
missing_before: missing, lists of the missing, list of the missing, on the lists of the missing
missing_before: listed among the missing, presumed missing
life_terms: sentenced to life, jailed for life, serving life, life sentences, life terms, life sentence
women: women, woman, servicewomen, military women, female*, all - women, all - female
men: male*, man, men
officers: officers, officer
other_ranks: privates, privates and sergeants, sergeants, rank and file, other ranks, enlisted
azovstal: azovstal, azovstal works, azovstal steelworks, azovstal plant, azov steel, steel works, steelworks
azovstal: azov, azov brigade, azov regiment
mariupol: mariupol garrison, mariupol, defenders of mariupol, port of mariupol, fall of mariupol
national_guard: national guard, national guardsmen, guardsmen
navy: navy
army: army, ground forces
border_guard: border guards, border guard
territorial_defence: territorial defence, territorial defense
police: police, police officer, police officers, policemen, policeman
rescuers: rescuers, rescuer, rescue worker
sailors: sailors, seamen, merchant sailors, mariners, seafarers
wounded: wounded, badly wounded, seriously wounded, gravely wounded, injured, severely wounded
wounded: seriously injured
ill: sick, ill, gravely ill, seriously ill
conscripts: conscripts, conscript
children: children, minors, child
foreigners: foreigners, foreign nationals, foreign citizens
medics: medics, medic
clergy: priests, priest
pilots: pilots, airmen
commanders: commanders, commander, garrison commanders
under_25: under - 25s, under 25
snake_island: snake island
split: breakdown of prisoners, breakdown
same_exchange: part of the same exchange, part of the same operation, part of the same swap
same_exchange: part of the same deal, the same exchange was extended, the same exchange continued
foreigners: thais, thai workers, thai nationals, thai citizens, thai hostages, thai farmers
deputy_mayor: deputy mayor, first deputy mayor, vice - mayor
stayed: chosen to stay, chose to stay, refused to return, stayed behind
bakhmut: bakhmut
navy: sailors of the navy
marines: marines, marine infantry, naval infantry
paratroopers: paratroopers
air_force: air force, air force servicemen, airmen
{kinds.ENGLISH}
""",
    "b": f"bodies, the bodies, remains, corpses, the dead, body, fallen, {kinds.ENGLISH_DEAD}",
    "q": """
RUS: russian captivity, russian camps, russian prisons, russian detention, russian custody
UKR: ukrainian captivity, ukrainian custody, ukrainian camps
captivity, prison, prisons, behind bars, in detention, jail, custody, russian jails, russian jail, russian cells
ukrainian prisons
""",
    "x": """
the one of, the one on, the one in, the one held on, the ones of, those of the
exchange before the new year, swap before the new year, exchange before christmas, exchange before easter
swap before christmas, swap before easter, exchange before the holidays, swap before the holidays
exchange before new year
release of hostages, release of captives, release of detainees, freeing of hostages, freeing of captives
prisoner exchange operation, prisoner trade
exchange, exchanges, swap, swaps, prisoner swap, prisoner swaps, prisoner exchange, prisoner exchanges
exchange of prisoners, exchange of captives, swap of prisoners, exchange of prisoners of war, handover
handovers, transfer of prisoners, prisoner - of - war exchange, trade of prisoners, pow swap, pow exchange
stage, stages, operation, round of the exchange, release of prisoners, mission, missions, success
hostage exchange, hostage deal, hostage release, prisoner release, release operation, exchange operation
trade of captives, swap of captives, prisoner - swap, swap operation, exchange round, prisoners exchange
repatriation, repatriations, homecoming
""",
    "X": """
exchanged, swapped, traded, exchange prisoners, swap prisoners, had been traded, been exchanged, swapping
exchanging, exchanged prisoners, swapped prisoners, traded prisoners, carried out an exchange
conducted an exchange, carried out a swap, conducted a swap, carried out a prisoner exchange
completed an exchange, held an exchange, trading, trade prisoners, traded a single prisoner, swapped captives
exchanged captives, traded captives, exchange captives, swap captives, carried out their
conducted another exchange, did a swap
""",
    "w": """
onslaught, russian invasion, russia 's onslaught, russia 's attack on ukraine, assault on ukraine
war, invasion, full - scale invasion, full - scale war, conflict, fighting, hostilities
full - scale russian invasion, all - out war, large - scale war, outbreak of the war, russia 's invasion
moscow 's invasion, aggression, full - scale aggression, invasion of ukraine, russia invaded, moscow invaded
russia invaded ukraine, all - out fighting, big war, the big war, great war, full - blown war, russia 's war
russia 's full - scale invasion, moscow 's war, all - out invasion
tanks rolled in, the tanks rolled in, tanks came, the tanks came, tanks crossed the border
troops crossed the border
russian army crossed the border, army crossed the border, first shots, russian troops crossed the border
""",
    "l": """
agreement, agreements, deal, programme, accord, understanding, arrangement, joint statement, terms, pact
bargain, package
formula agreed
""",
    "t": """
talks, negotiations, consultations, round of talks, meeting not far from, meeting in, meeting near
round, three - way talks, direct talks, trilateral talks
negotiating table
""",
    "e": """
taken place, took place, take place, was held, happened, carried out, completed, was completed, concluded
occurred, went ahead, is complete, was over, was carried out, has been fulfilled, is over, went through
was the turn, was the turn of, came off, was conducted, was made, came about, began, had begun, has begun
is behind them, is done
ran its course, is over and done
""",
    "S": f"""
UKR: ukraine, kyiv, kiev, the ukrainian side, ukrainian side, ukraine 's authorities, ukrainian authorities
UKR: yermak 's office
RUS: russia, moscow, the russian side, russian side, the kremlin, kremlin, russian federation
RUS: russian authorities
ARE: united arab emirates, uae, the emirates, emirates, u.a.e., abu dhabi, emirati capital, emirati diplomats
ARE: emirati diplomacy, emirati officials
USA: united states, us, u.s., usa, america, washington, americans
TUR: turkey, turkiye, türkiye, ankara, turkish intelligence, the turkish intelligence service
TUR: turkish intelligence service, mit, turkish side
SAU: saudi arabia, riyadh
QAT: qatar, doha, qatari
VAT: holy see, vatican, pope
UN: united nations, un, u.n.
ICRC: international committee of the red cross, icrc, red cross
BLR: belarus, minsk, belarusian soil, belarusian territory, belarus 's territory
ARM: armenia, yerevan
AZE: azerbaijan, baku
DEU: germany, berlin
CHE: switzerland, swiss capital
ISR: israel
PSE: hamas, gaza
HOUTHI: houthis, houthi authorities, houthi side, ansar allah
YEM-GOV: government of yemen, yemeni government, yemen 's government, the government side, government side
{states.ENGLISH}
""",
    "A": """
UKR: ukrainian, ukrainians
RUS: russian, russians, kursk residents, of kursk region, from kursk region, of the kursk region
RUS: from the kursk region, from russia 's kursk region, of russia 's kursk region
ARM: armenian, armenians
AZE: azerbaijani, azerbaijanis
ISR: israeli, israelis
PSE: palestinian, palestinians
USA: american
DEU: german, germans
SAU: saudi, saudis
SDN: sudanese
HOUTHI: of their men, houthi
ARE: emirati
TUR: turkish
""",
    "L": localities.ENGLISH,
    "K": f"""
RUS|Russian defence ministry|person: moscow the defence ministry, moscow the defense ministry
RUS|Russian defence ministry|person: moscow the ministry of defence
RUS|Russian defence ministry|person: moscow 's defence ministry, moscow 's defense ministry
RUS|Russian defence ministry|person: defence ministry in moscow
UKR|Interior Ministry|person: ukraine 's interior ministry, interior ministry of ukraine
UKR|Interior Ministry|person: the interior ministry in kyiv, interior ministry in kyiv
UKR|Interior Ministry|person: ukrainian interior ministry
UKR|Zelensky|person: zelensky, zelenskyy, zelenskiy, president zelensky, president volodymyr zelensky
UKR|Zelensky|person: volodymyr zelensky, president zelenskyy, president volodymyr zelenskyy, volodymyr zelenskyy
UKR|Zelensky|person: ukrainian president volodymyr zelenskiy, ukraine 's president, the ukrainian president
UKR|Zelensky|person: ukrainian president
UKR|Yermak|person: yermak, andriy yermak
UKR|Vereshchuk|person: vereshchuk, iryna vereshchuk
UKR|Lubinets|person: lubinets, dmytro lubinets, ukraine 's ombudsman, ukrainian ombudsman
UKR|Lubinets|person: human rights commissioner dmytro lubinets, ombudsman dmytro lubinets
UKR|Lubinets|person: ukraine 's human rights commissioner, parliament commissioner dmytro lubinets
UKR|Budanov|person: budanov, kyrylo budanov
UKR|Usov|person: usov, andriy yusov, yusov
UKR|Coordination Headquarters|counter: coordination headquarters, ukraine 's coordination headquarters
UKR|Coordination Headquarters|counter: kyiv 's coordination headquarters, the headquarters, kyiv 's headquarters
UKR|Coordination Headquarters|counter: ukraine 's headquarters, ukrainian headquarters
UKR|Coordination Headquarters|counter: ukraine 's coordination staff
UKR|military intelligence|counter: kyiv 's military intelligence, ukraine 's military intelligence
UKR|military intelligence|counter: ukrainian military intelligence, military intelligence
RUS|Russian defence ministry|person: russian defence ministry, russian defense ministry
RUS|Russian defence ministry|person: defence ministry in moscow, defense ministry in moscow
RUS|Russian defence ministry|person: russia 's defence ministry, russia 's defense ministry
RUS|Russian defence ministry|person: moscow 's defence ministry, moscow 's defense ministry, russian ministry
RUS|Russian defence ministry|person: ministry in moscow, russian ministry of defence
RUS|Russian defence ministry|person: russian ministry of defense, russian military, russia 's military
RUS|Russian defence ministry|person: the russian military
RUS|Putin|person: putin, president putin, vladimir putin, president vladimir putin
RUS|Peskov|person: peskov, dmitry peskov
RUS|Medinsky|person: medinsky, vladimir medinsky
RUS|Moskalkova|person: moskalkova, tatyana moskalkova, russian ombudsman, russia 's ombudsman
DNR|Pushilin|person: pushilin, denis pushilin
USA|Witkoff|person: witkoff, steve witkoff, us envoy steve witkoff, u.s. special envoy steve witkoff
USA|Witkoff|person: the us envoy steve witkoff, american envoy steve witkoff, special envoy steve witkoff
USA|Witkoff|person: us special envoy steve witkoff
USA|Witkoff|person: us envoy, us special envoy, american envoy, washington 's envoy, trump 's envoy
UKR|presidential office|person: the president 's office, president 's office, presidential office
USA|White House|person: white house
USA|Trump|person: trump, donald trump, president trump
TUR|Erdogan|person: erdogan, recep tayyip erdogan
ARE|Emirati foreign ministry|counter: emirati foreign ministry, uae foreign ministry, uae 's foreign ministry
ARE|Emirati foreign ministry|counter: foreign ministry in abu dhabi, emirati ministry of foreign affairs
ARE|Emirati foreign ministry|counter: ministry of foreign affairs in abu dhabi
ARM|Pashinyan|person: pashinyan, nikol pashinyan, prime minister nikol pashinyan
AZE|state commission|person: commission for prisoners in baku, azerbaijani state commission
AZE|state commission|person: state commission in baku
AZE|Aliyev|person: aliyev, ilham aliyev
UN|Grundberg|person: grundberg, hans grundberg
?|unnamed source|person: ukrainian official, russian official, an official in kyiv, an official in moscow
?|unnamed source|person: senior official, campaigners, rights groups, human rights groups, activists, spokesman
?|unnamed source|person: spokeswoman, spokesperson, an official
?|unnamed source|person: presidential aide, a presidential aide, civil society organizations, aid workers
?|unnamed source|person: civil society organisations, military bloggers, relatives' groups, families' associations
?|unnamed source|person: diplomats, a diplomat, lawyers, a lawyer, ombudsman
BOTH|both sides|person: both capitals, both governments, neither government, neither side, neither capital
BOTH|both sides|person: neither country, neither of the sides, neither party
?|unnamed source|person: a source, sources, defence minister, adviser, aide, commissioner, coordinator
?|volunteers|person: volunteers
?|officials|person: ukrainian officials, russian officials, officials
{offices.ENGLISH}
{public_figures.ENGLISH}
""",
    "y": f"""
said, says, say, added, adds, stated, states, told, declared, confirmed, reported, reports, maintained
maintains, insisted, insists, claimed, claims, noted, specified, put the number, puts the number, put the figure
spoke of, speaks of, spoke, wrote, put it at, counts, counted, reported that, explained, clarified, called it
called this, called, described, listed, lists, numbered, numbers, treats, acknowledged, recalled, gave, gives
posted, tweeted, writes, argued, conceded, admitted, informed, recalls, remarked, put at, announced that, notes
reminded, wrote that, tally now stands at, tally stands at, count stands at, count now stands at, announces that
announcing that, estimates, estimated, estimate, reckons, reckoned, credited, credits, stresses, stressed
indicated, indicates, highlighted, underlined, underscored, emphasised, emphasized, relayed, observed, asserted
asserts, disclosed that, revealed that, told reporters, told journalists, tells, puts it at, puts at, pegged
tallied, tallies, answers, answered, mentioned, mentions, mentioning, treating, promised, promises, labels
labelled
ledger now stands at, ledger stands at, won't comment, would not comment, wouldn't comment, declined to comment
refused to comment, has not commented, confirms, confirm, is to be believed, are to be believed, acknowledges
quoted as giving, been quoted as giving, quoted as saying, been quoted as saying, has been quoted as giving
has been quoted as saying, was quoted as saying, has informed, replied, replies, admits, suggests, suggested
communicated, published, gave notice, told me, told us, told agencies, assures, assured, volunteered, vouches
{saying.ENGLISH}
""",
    "a": """
according to, by the account of, in the words of, by its count, by kyiv 's count, by the count of
by their count, as counted by, by its own count, on kyiv 's count, in kyiv 's count, by ukraine 's count
by ukraine 's reckoning, by kyiv 's reckoning, figures from, by kyiv 's tally, by kyiv 's numbering
in kyiv 's numbering, in kyiv 's reckoning, in the numbering of, by the reckoning of, in the count of
in ukraine 's count, in ukraine 's numbering, by the emirates ' count, by the uae 's count, in the uae 's count
by abu dhabi 's count, by emirati count, by the emirati count, per, as per, by official count, if you trust
if you believe, if one believes, if one trusts, by the estimate of, by estimates of, on the word of
in the view of, citing, quoting, with reference to, as stated by, as told by, as confirmed by, as claimed by
in the account of, in the telling of, in the version of, by the telling of, by the word of, as given by
by the estimates of, going by, to believe, if we are to believe, as reported by, as announced by, as quoted by
""",
    "v": f"""
set free, walked free, walk free, were let out, let out, regained their freedom
come: came back, come back, coming back, came home, come home, coming home, go home, went home, going home
come: gone home, go free, walked free, went free, returned, return, returning, returned home, been freed
come: were freed, been released, were released, are free, be freed, are back, were back, is back, were home
come: are home, crossed, crossed back, crossed over, back home, repatriated, flown to, were flown, flew home
come: gone the other way, gone, went the other way, changed hands, have changed hands, set free
come: boarded, home to, arrived, reached home, carried, flown, flew, transported, slept at home, freed
come: regained their freedom, regained freedom, left captivity, back on ukrainian soil, travelled home
come: made it home, headed home, landed, landed in, flew to, have crossed back, were freed and came, is home
come: have come home, has come home, have returned, has returned, home, brought, were moved, was moved
come: came across, crossed the line, were brought back, back with their families, now back, reunited
come: been reunited, were reunited, walked out, came, left israeli jails, left jail, left prison, left prisons
come: stepped off, step off, stepped onto, set foot, on home soil, on native soil, on ukrainian soil, at liberty
come: at large again, safe home, crossed the border, walked across the border, walked across
come: made their way home, made the journey home, out of captivity, brought out, were returned, was returned
come: been returned, regain their freedom, regained their liberty, regained liberty, travelled the opposite way
come: travelled the other way, were sent the other way, moved the other way, moved in the opposite direction
come: went in the opposite direction, headed the other way, is free, are free again
get: brought back, brought home, bring home, bringing home, get back, got back, gets back, received, receive
get: receives, recovered, recover, welcomed back, welcomed, took back, won back, secured the release of
get: secured the return of, had back, welcomed home, took in, collected, got, took home, has got back
get: have got back, brought back home, repatriated from, regained, get, to get, bring back, brings home
get: brings back, retrieved, reclaimed, recovers, got back home, secured the freedom of, won the release of
get: takes back
give: free, frees, released, release, releases, freeing, let go, sent home, sent back, releasing, set free
give: let out, set at liberty, let go of, letting go, sends home, send home, sends back, sent over, liberated
give: liberates, discharged
come: came over, come over, came through, made it back, got home, get home, got out, get out, came out alive
come: been recovered, been brought back, been brought home, were brought home, was brought home, been sent home
come: were sent home, rode home, travelled back, traveled home, headed back, changed sides, changed places
come: changed sides, opened its prison gates to, opened the gates to, opened the prison gates, came out
come: are reunited, coming over, crossing back, crossing over, in freedom, back in ukraine, back in russia
come: back among us, let out of, been let go, were let go, was let go, see freedom again, saw freedom again
get: getting back, getting, receiving, bringing back, wins back, regains, recovering, retrieving, repatriated its
get: reclaims, welcoming, takes home, taking back, took delivery of, retrieve, reclaim, regain, win back, fetched
get: fetched home, fetch home
give: let, lets, letting, gave up its, freeing, gave freedom to, gave their freedom to, restored to freedom
give: sending home, sending back, liberating, discharging, opened its prison gates
get: taken back, given back, won back, had welcomed, welcomed home, been given back, received back
come: in the opposite direction, in the other direction, the opposite way, the other way, in the reverse direction
come: flown back, flew back, were flown back, walked home, drove home, be released, be reunited
come: land, returned safely
come: been let out, walk out, walks free, come free, came free, comes home, comes back, gets home, escaped captivity
get: rescue, rescued, extract, extracted, freed its
give: to free, to release, to let go
{moving.ENGLISH}
""",
    "W": """
taken to, were taken to, been taken to, taken first to, brought to, driven to, flown first to, received in
were received in, transferred to, moved to, bused to, sent to, now in, are now in, are in, taken across to
received at, handed over at, handed over in, handed over on, handed over near, met in, met at
on the territory of
off a plane in, stepped off a plane in, flights connected, sent to, were sent to, was sent to
""",
    "g": """
handed over, hand over, gave up, gave back, give up, gave, turned over, surrendered, delivered, returning
handing over, given up, were handed over, was handed over, been handed over, were handed, handed to, was handed
hands over, handing back, handed back, gave away, yielded, passed over, passed to, relinquished
giving up, giving back, turning over, handing back, hand back, hands back, gives back, gives up, cede, ceded
parted with, part with, parting with, surrendering
""",
    "h": """
were held, held, still held, hold, holds, remain in captivity, remains in captivity, remain, in captivity
still in captivity, are held, being held, still being held, still in russian captivity, remained, languish
are waiting, still waiting, still in russian hands, still in ukrainian hands, in russian hands
in ukrainian hands, holding, be holding, are prisoners in, were prisoners in, are prisoners of war in
still captive, remain prisoners, remain in russian captivity
remain behind bars, in enemy hands, behind barbed wire, are believed to remain, still prisoners, left behind
are left, left in captivity, still behind bars, yet to return, have yet to return
locked up, imprisoned, jailed, incarcerated, interned, kept prisoner, kept captive, in confinement
sit in, sits in, await exchange, await release, awaiting exchange, awaiting release, waiting for an exchange
waiting to be exchanged, still to be exchanged, still to be freed, yet to be freed, yet to be exchanged
yet to be released, yet to come home, yet to return, not yet home, still missing from home
""",
    "j": """
seized, captured, taken prisoner, taken captive, were taken, had been taken, abducted, been captured, arrested
detained, were captured, fell into captivity, fell into russian hands, was captured, taken when, been taken
surrendered in, surrendered at, had surrendered, who surrendered, laid down their arms
were seized
""",
    "M": """
led the negotiations, led the talks, conducted the negotiations, ran the negotiations, chaired the talks
hosted the talks, hosted the negotiations, hosts the talks, hosting the talks, host of the talks
hosted the delegations, was the host, were the hosts
hosted the round, arranging, for making the exchange possible, made the exchange possible, made the swap possible
helped bring about, helped bring it about, who helped arrange, for its help, for their help, for its role
for their role, for its part in
brokered, broker, brokering, mediated, mediate, mediations, mediation, mediating, mediator, mediators, brokers
third country, third state, good offices, go - between, go - betweens, arranged the deal, arranged the exchange
arranged the swap, arranged
helped arrange, intermediary, intermediaries, third party, third parties, brought the parties together
brought the two sides together, brought the sides together, facilitated, ran the whole, as mediators, middleman
middlemen, negotiated by, helped broker, helped close the deal, helped seal the deal, helped close, helped seal
coordinated, coordinated by, oversaw, with the mediation of, with the participation of, with the help of
through the as go - between, acted as go - between, acted as intermediary, played mediator, mediating role
mediation efforts, helped mediate, rounds of mediation, helped to broker, helped to arrange, helped to mediate
efforts of
go - between role, ran the operation, ran the exchange, organised the exchange, organized the exchange
under its auspices, under the auspices of, had negotiated the pause, negotiated the truce
negotiated the ceasefire, negotiated the pause, thanks to, stood in the middle, middle - man, honest broker
matchmaker, peacemaker, mediating part, worked on the bargain, worked on the deal, helped as well, helped too
shuttle diplomacy, diplomatic help of, with help from
with the assistance of, with assistance from, through the efforts of, credit for the deal goes to, facilitators
facilitator, facilitation, facilitating, good - offices, through the offices of, shepherding the negotiations
shepherded, shepherding, stood between, took part as mediators, brought about by, shuttled between, shuttled
""",
    "Z": """
agreed, agreed on, reached, struck, signed, negotiated, concluded in, settled, hammered out, worked out
agreed upon, concluded, was reached, devised, drawn up, drew up, drafted, forged, had been agreed, was agreed
was struck, were agreed, clinched, sealed
brokered in, finalised, finalized, thrashed out, ironed out, arranged in, was concluded, was clinched
shook hands on, shook hands, closed
""",
    "z": """
announced, announces, unveiled, revealed, made public, disclosed, announcement, publicised, made known
publicly announced, was announced, had been announced, has been announced, came to light, became known
broke the news, was made public, were made public, went public, was disclosed
""",
    "E": """
for every, each, each side, on each side, to each side, from each side, for each side, apiece, either side
on either side, to either side, for either side, in each direction, each way, both ways, every side, per side
in either direction, by each side, a side, on both sides, each of them, per country, on both the sides
one side and the other, both countries, each country, each party, to each, from each, either country
warring countries, both warring countries, each of the two, on one side, on the other side
""",
    "T": """
the nine stages together, over the whole series, in the whole series, across the series, over all the stages
all the stages together, over the entire series, across all stages, throughout the series, over the two days
the two sides together, both sides together, in all, in total, a total of, total of, altogether, all told
between them, sum of, adding up to, combined, taken together, in sum, overall, the total, both combined
in both directions together, put together, all in all, sum total, in aggregate, both together
counting both directions, both directions together
add them up, added up, added together, both countries together, both sides taken together, as a whole
both countries taken together, the two countries together, summed up, adds up to, add up to, comes to a total of
""",
    "O": """
includes
among, of them, of whom, among them, of these, of those, of the freed, of the released, including, include
included, among the freed, of the returnees, of which, among the returnees, among those freed
among those returned, counting, of the, in their number, amongst them, amongst the freed, amongst those freed
""",
    "C": """
in the course of which, in which altogether, in all of them, over all of them
so far, to date, have now been, has now, have now, had now, since march 2022, since the start
since the beginning, running total, running count, cumulative, up to now, over the whole war
in all its missions, in all its mediations, through its good offices, through its mediation, since the war began
since the invasion began, since the invasion, since the full - scale invasion, since the outbreak
all its mediations, under its mediation, by its mediation, its efforts, by then, up to this day, by now
grand total, grand total at, running tally, bringing the total, brings the total, bringing to
bringing the number, brings the number, total number
overall number, since the start of mediation, to this day, are now free, now free
""",
    "P": """
had to go back to, have to go back to, has to go back to, must go back to, one must go back
preceded, precedes, was preceded, came before it, before it came, before it was, before this came, before them came
penultimate, foregoing, antecedent, precursor
its predecessor, predecessor
previous, preceding, prior, last, most recent, latest, earlier one, previous one, one before, last one
previous time, the one before, exchange before, swap before, previous round, preceding one, one before this
earlier exchange, last time, it followed, it follows, it comes after, it came after, before that, before this
last before this one, last before this, before this series, before this week, ahead of this series
previously exchanged, previous occasion, one before it, the time before
been another, was another, look back, to look back, has to look back
""",
    "s": """
to follow the, to follow that, to come after, coming after
since the start of, since the beginning of, since early, since late, since mid
since, since the, taken place after, took place after, been held after, happened after, occurred after
""",
    "G": """
the most people, the most prisoners, the most captives, the most soldiers, the most servicemen, the most detainees
most massive, busiest, hugest, broadest, most sweeping, most sizeable, highest number of, largest number of
biggest number of, greatest number of, the most prisoners of war, the most men and women, record - breaking
largest, biggest, most numerous, largest single, biggest single, greatest, record, largest - ever
biggest - ever, largest ever, most extensive
""",
    "U": "one of the largest, one of the biggest, among the largest, among the biggest",
    "I": """
stalemate, freeze, suspension, hold, moratorium, impasse, stall
silence, pause, lull, break, hiatus, gap, standstill, interval, wait, intermission, respite, silence of
dry spell, drought, stoppage, spell without, deadlock, quiet spell
""",
    "Y": """
year: of the year, this year, of this year, in the year, of the current year, so far this year
year: since the start of the year, since the beginning of the year, since new year, since the new year
year: since the start of january
war: of the war, of the full - scale war, since the full - scale invasion, since the invasion began
war: since the war began, of the conflict, since the start of the war, since the full - scale war began
war: since february 2022, of the invasion, since the start of the full - scale invasion
war: since the fighting began, so far in the war, of the war so far, since 24 february 2022
war: since the first day of the war, since the start of the invasion, since the beginning of the invasion
war: since the invasion started, counting from the invasion, since the fighting broke out
war: since the war broke out, since fighting began, since the all - out invasion, since the big war began
war: since it all began
last: last year, the past year, over the past year, the year just ended
year: the year 's, this year 's, in the course of the year, over the year
""",
    "R": """
rare, scarce, infrequent, few and far between, unusual, frequent, regular, common, few remaining, seldom
""",
    "N": """
no, not, without, never, nobody, neither, none, no one, did not, without any, left out of, nothing
nothing of the kind, nothing of the sort, nothing like it, nothing similar, nobody was, not a single, cannot
""",
    "B": """
the same number, same number, as many, an equal number, equal number, equal numbers, the same figure
just as many, a like number, like number, an identical number, the identical number, exactly as many
equally many, as many again, the same amount, matching number, a matching number, an equal count, same again
in equal measure, exactly the same number, in equal numbers, of equal size, a matching group, matching group
""",
    "r": """
it, he, she, they, the ministry, the president, the headquarters, the envoy, the same ministry, the same office
the same source, the same statement, the agency, the same agency, the organisation, the organization
the humanitarian organisation, the humanitarian organization, the aid organisation, the directorate, the committee
the commission, the same commission, the department, the spokesman, the spokeswoman, the ombudsman, the leader
defence ministry: its defence ministry, its defense ministry, its ministry of defence, its ministry of defense
defence ministry: its military, the country 's defence ministry, its army
foreign ministry: the foreign ministry, the ministry of foreign affairs, ministry of foreign affairs
defence ministry: the ministry of defence, the ministry of defense, the defence ministry, the defense ministry
foreign ministry: its foreign ministry, its ministry of foreign affairs, the country 's foreign ministry
commission: its state commission, its commission
president: its president, its leader, its head of state
""",
    "Q": "its own, its, his, their, our",
    "V": """
mediator role, analysts suggest, analysts say, analysts, experts, expert, observers, hope, hoped, hopes
momentum, goodwill, gesture, gestures, no immediate comment, channels of, channel of direct, breakthrough
glimmer, hard work, political space, thaw, relations, fear, mood, joy, tears, propaganda, miracle, confidence
thanked, praised, comment, step towards peace, optimism, sincere, motive, motives
""",
    "H": """
numbered, under number, as no ., nos .
number, no ., nr, swap no ., exchange no ., as number
#
""",
    "&": """
and, but, while, whereas, together with, along with, alongside, jointly with, in tandem with, hand in hand with
in partnership with, in cooperation with, in concert with, in coordination with, working with, teaming up with
as well as
""",
    "?": "which, who, whom, when, where, that, whose, after which, so that",
    "D": """
bigger, larger, so many people, so many captives, so many prisoners, so many, more than on any other
bigger than any, larger than any, more numerous, more than on any other date, surpassed, surpassed it, exceeded it
more than on any other day, outdone it, outsized
""",
}

ENGLISH = Language(
    code="en",
    lists=LISTS,
    cardinals={
        **numbered(_UNITS, 1),
        **numbered(_TEENS, 10),
        **numbered(_TENS, 20, 10),
        "couple": 2,
        "pair": 2,
    },
    multipliers={"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000},
    ordinals={**numbered(_ORDINALS, 1), **numbered(_TENTHS, 20, 10), "opening": 1},
    ordinal_endings=words("st nd rd th"),
    joiners=words("and"),
    months=numbered(
        "january jan\nfebruary feb\nmarch mar\napril apr\nmay\njune jun\njuly jul\naugust aug\n"
        "september sept sep\noctober oct\nnovember nov\ndecember dec",
        1,
    ),
    weekdays=numbered("monday mon\ntuesday tue\nwednesday wed\nthursday thu\nfriday fri\nsaturday sat\nsunday sun"),
    units=keyed("day: day, days\nweek: week, weeks\nmonth: month, months\nyear: year, years"),
    dual_units={"fortnight": (2, "week")},
    holidays=feasts.ENGLISH,
    days_by_name=valued(
        "0: today, this morning, this afternoon, this evening, tonight, earlier today\n"
        "-1: yesterday, last night\n-2: the day before yesterday"
    ),
    ago=phrases("ago"),
    earlier=phrases("earlier, before, previously"),
    last=words("last"),
    this=words("this"),
    for_words=words("for to against"),
    on_words=words("on in at from"),
    about=phrases("about, around, roughly, some, approximately, nearly about, circa"),
    over=phrases(
        "just over, a little over, slightly over, slightly more than, a little more than, well over, in excess of, "
        "more than, over, upwards of, at least, no fewer than"
    ),
    nearly=phrases("almost, nearly, close to, just under, up to, not quite, fewer than, less than"),
    halves=(("and", "a", "half"),),
    and_more=(("-", "odd"), ("odd",), ("-", "plus"), ("or", "more")),
    vague=words("thousands hundreds dozens scores"),
    range_words=(words("from between"), words("to and")),
)
