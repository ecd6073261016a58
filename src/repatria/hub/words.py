"""What the tablets' page says, in the reader's language."""

from repatria.i18n import _, language


def words(code: str) -> dict[str, str]:
    """Give every sentence of the page in one language, by its key."""
    with language(code):
        parts = (_frame, _enrolment, _answers, _board, _changes, _table, _reasons)
        return {key: sentence for part in parts for key, sentence in part().items()}


def _frame() -> dict[str, str]:
    return {
        "title": _("Handover"),
        "language": _("Language"),
        "all_sent": _("Everything is sent"),
        "not_sent": _("Saved here, not sent yet ({n})"),
        "hub_away": _("The hub cannot be reached. Go on: everything is saved here."),
        "hub_there": _("The hub answers"),
        "enrolment_ended": _(
            "This tablet's enrolment has ended. Nothing is lost: ask for a new code at the table, and what is "
            "saved here will be sent."
        ),
        "refused": _("The hub did not accept {n}: {why}"),
        "lock": _("Lock"),
        "back": _("Back"),
        "find": _("Find"),
        "board": _("Count"),
        "disagreements": _("Disagreements"),
        "stop": _("Stop"),
        "tablets": _("Tablets"),
        "other_window": _("This page is open in another window of this tablet. Close that one first."),
        "clock_off": _("This tablet's clock is off by {n} minutes. Nothing depends on it."),
        "stopped_by": _("STOP: {who}. {why}"),
        "expired": _("The day is over: names have left this tablet. What is not sent yet is still here."),
        "cannot_save": _("This could not be saved on the tablet. Write it down on paper, and tell the table."),
    }


def _enrolment() -> dict[str, str]:
    return {
        "enrol_title": _("Let this tablet in"),
        "enrol_code": _("The code shown at the table"),
        "enrol_pin": _("Choose a PIN of at least six digits; it protects what is on this tablet"),
        "enrol_again": _("The PIN once more"),
        "enrol_do": _("Let in"),
        "pin_short": _("A PIN needs at least six digits."),
        "pin_differs": _("The two PINs are not the same."),
        "pin_title": _("Locked"),
        "pin": _("PIN"),
        "unlock": _("Unlock"),
        "pin_wrong": _("Wrong PIN. What is saved here stays."),
        "pin_wait": _("Too many wrong PINs. Wait {n} seconds. What is saved here stays."),
    }


def _answers() -> dict[str, str]:
    return {
        "search": _("Number, or name in any script"),
        "scan": _("Scan"),
        "scan_stop": _("Close the camera"),
        "no_camera": _("This tablet cannot scan here; type the number."),
        "nobody": _("Nobody on the list is found."),
        "bad_code": _("This code is not of this list, or a digit is wrong."),
        "present": _("Present"),
        "absent": _("Absent"),
        "someone_else": _("Someone else"),
        "does_not_travel": _("Does not travel"),
        "not_fit": _("Not fit to travel"),
        "deceased": _("Deceased"),
        "received_by_holder": _("Handed over"),
        "received_by_receiver": _("Received"),
        "received_by_icrc": _("Seen handed over"),
        "received": _("Received"),
        "not_on_list": _("Somebody is not on the list"),
        "extra": _("Not on the list: {id}"),
        "effects": _("Effects handed: numbers of the receipts"),
        "effects_do": _("Save effects"),
        "note": _("Note (no names, no health)"),
        "note_do": _("Save note"),
        "take_back": _("Take back my last word on this person"),
        "born": _("born {date}"),
        "bus_seat": _("bus {bus}, seat {seat}"),
        "stage": _("stage {n}"),
        "said": _("What was said"),
        "you": _("this tablet"),
        "owed": _("outside the ratio"),
        "separate": _("on a separate line"),
        "reserve": _("reserve"),
        "holder": _("hands over"),
        "receiver": _("receives"),
        "icrc": _("ICRC"),
        "mediator": _("mediator"),
        "withdrawn": _("taken back"),
    }


def _board() -> dict[str, str]:
    return {
        "expected": _("Expected"),
        "pending": _("Half received"),
        "disputed": _("Disputed"),
        "repeat": _("On two lines"),
        "lead": _("Balance {id}: {n} (limit {most})"),
        "lead_pending": _("{n} if every half receipt completes"),
        "extras": _("Not on the list"),
        "lane": _("{from} to {to}, stage {n}"),
        "open_lines": _("Still open"),
        "returned": _("Crossed, with all receipts"),
        "not_all_heard": _("This count knows what this tablet has heard; last from the hub: {time}"),
        "never_heard": _("This count knows only this tablet; it has not heard the hub yet."),
    }


def _changes() -> dict[str, str]:
    return {
        "replaced": _("Replaced by agreement"),
        "changes": _("Changes"),
        "steps_in": _("{code} steps in"),
        "nobody_steps_in": _("Nobody steps in"),
        "in_place_of": _("In the place of {code}"),
        "paused": _("Stage {n} waits for people to decide"),
        "balance_after": _("If all who now travel arrive, stage by stage: {numbers}"),
    }


def _table() -> dict[str, str]:
    return {
        "nothing_disputed": _("Nobody is disputed."),
        "resolve": _("Decide"),
        "said_by": _("Name of the person who decides"),
        "say_name": _("Write the name of the person who decides."),
        "same_person": _("Is the same person as (number, or id of somebody not on the list)"),
        "same_do": _("They are one person"),
        "new_tablet": _("Let a tablet in as"),
        "make_code": _("Show a code"),
        "code_valid": _("Valid for ten minutes, for one tablet"),
        "last_heard": _("last heard {time}, made {n}"),
        "missing": _("missing: {from} to {to}"),
        "end": _("End"),
        "ended": _("ended"),
        "only_table": _("The mediator's table decides."),
    }


def _reasons() -> dict[str, str]:
    return {
        "stop_title": _("Stop the handover"),
        "stop_do": _("STOP"),
        "go_on": _("Go on"),
        "no_stop": _("No stop is in force."),
        "only_own": _("Only the side that called a stop lifts it."),
        "reason": _("Reason"),
        "security": _("Security"),
        "medical": _("Medical"),
        "count": _("The numbers do not agree"),
        "identity": _("Who somebody is"),
        "balance": _("One side is too far ahead"),
        "order": _("Told to by our authority"),
        "other": _("Another reason"),
    }
