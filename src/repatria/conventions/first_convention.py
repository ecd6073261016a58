"""The First Convention as rows: the wounded and the dead of the field, medics and chaplains (GC I 16 to 32)."""

from repatria.conventions.audience import FATE, IDENTITY, MOVEMENT
from repatria.conventions.deferred import _
from repatria.conventions.kinds import Kind
from repatria.conventions.rules import On, Rule, Soft, Standing, on
from repatria.conventions.vocabulary import ANYBODY, RETAINED, About, Actor

K = Kind
_DP, _ORIGIN, _PERSON, _NIB = Actor.DETAINING_POWER, Actor.POWER_OF_ORIGIN, Actor.PERSON, Actor.NIB

MEDICS_AND_THE_DEAD: tuple[Rule, ...] = (
    Rule(
        id="I-16-record", article="GC I 16", about=About.PERSON, owes=_DP, to=(_ORIGIN,),
        text=_("Particulars that may help to identify the wounded, sick or dead are recorded."),
        starts=on(K.REMAINS_RECOVERED), clock=Soft("as soon as possible"), met_by=on(K.PARTICULARS_RECORDED),
        applies_to=ANYBODY, seen_by=FATE,
        reading=_("For those who live, article 17 of the Third Convention and its bureau carry the same duty."),
    ),
    Rule(
        id="I-16-bureau", article="GC I 16", about=About.PERSON, owes=_DP, to=(_NIB,),
        text=_("The particulars are forwarded to the information bureau."),
        starts=on(K.PARTICULARS_RECORDED), given=On(K.REMAINS_RECOVERED), clock=Soft("as soon as possible"),
        met_by=on(K.INFORMATION_SENT_NIB), applies_to=ANYBODY, seen_by=FATE,
    ),
    Rule(
        id="I-16-disc", article="GC I 16", about=About.PERSON, owes=_DP, to=(_NIB, _ORIGIN),
        text=_("Half of the identity disc, the will and valuables of the dead are sent in sealed packets."),
        starts=on(K.REMAINS_RECOVERED), clock=Soft("shall likewise collect and forward"),
        met_by=on(K.DISC_AND_PAPERS_SENT), applies_to=ANYBODY, seen_by=FATE,
    ),
    Rule(
        id="I-28-not-pow", article="GC I 28", about=About.PERSON, owes=_DP, to=(_PERSON, _ORIGIN),
        text=_("Retained medics and chaplains are not deemed prisoners of war, and are not counted as such."),
        starts=on(K.COUNTED_AS_POW), clock=Standing(), met_by=on(K.COUNT_CORRECTED),
        applies_to=RETAINED, seen_by=IDENTITY, outside_ratio=True,
    ),
    Rule(
        id="I-30-return", article="GC I 30", about=About.PERSON, owes=_DP, to=(_PERSON, _ORIGIN),
        text=_("Medics and chaplains who are no longer needed go back to their own side."),
        starts=on(K.NO_LONGER_NEEDED), clock=Soft("as soon as a road is open for their return"),
        met_by=on(K.REPATRIATION, K.RECEIVED, K.RELEASE), ends=on(K.ESCAPE, K.DEATH),
        applies_to=RETAINED, seen_by=IDENTITY, outside_ratio=True,
    ),
    Rule(
        id="I-31-order", article="GC I 31", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Medics go back without distinction, preferably by order of capture and by their state of health."),
        starts=on(K.ORDER_OF_RETURN_BROKEN), clock=Standing(), applies_to=RETAINED, seen_by=MOVEMENT,
        outside_ratio=True,
    ),
    Rule(
        id="I-30-ratio", article="GC I 30", about=About.PERSON, owes=Actor.EACH_PARTY, to=(_PERSON,),
        text=_("The return of medics and chaplains is not counted inside a ratio."),
        starts=on(K.COUNTED_IN_RATIO), clock=Standing(), met_by=on(K.TAKEN_OUT_OF_RATIO),
        applies_to=RETAINED, seen_by=MOVEMENT, outside_ratio=True,
    ),
    Rule(
        id="I-32-aid", article="GC I 32", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Staff of a neutral country's aid society are not detained."),
        starts=on(K.AID_STAFF_DETAINED), clock=Standing(), met_by=on(K.RELEASE, K.REPATRIATION, K.RECEIVED),
        applies_to=ANYBODY, seen_by=IDENTITY, outside_ratio=True,
    ),
)  # fmt: skip
