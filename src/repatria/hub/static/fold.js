// How everybody stands, by all check-ins this tablet knows. The same rules as repatria.handover.standing and .ledger,
// so that a tablet counts with the hub switched off; a test holds the two against each other on random days.

import { Changes } from "./changes.js";

export const ANSWERS = new Set(["present", "absent", "someone_else", "does_not_travel", "not_fit", "deceased", "replaced", "received"]);
const STRONGEST = ["received", "deceased", "does_not_travel", "not_fit", "replaced", "absent", "someone_else", "present"];
const AGAINST_PRESENT = new Set(["absent", "someone_else", "deceased"]);

export const isExtra = (subject) => subject.includes("/");
export const idOf = (event) => `${event.device}/${event.sequence}`;

function contradict(a, b) {
  if (a === b) return false;
  if (a === "received") return b !== "present";
  if (b === "received") return a !== "present";
  return (a === "present" && AGAINST_PRESENT.has(b)) || (b === "present" && AGAINST_PRESENT.has(a));
}

export function agree(kinds) {
  if (kinds.some((a) => kinds.some((b) => contradict(a, b)))) return null;
  return STRONGEST.find((kind) => kinds.includes(kind));
}

const number = (code) => Number(code.split("-")[1]);
const linesFirst = (a, b) =>
  isExtra(a) - isExtra(b) || (isExtra(a) ? (a < b ? -1 : 1) : number(a) - number(b) || (a < b ? -1 : 1));

export class Ledger {
  constructor(pack) {
    this.pack = pack;
    this.required = new Set(pack.required);
    this.known = new Map();
    this.bySubject = new Map();
    this.codes = [...pack.lines, ...pack.reserve].map((line) => line.code);
    this.listed = new Set(pack.lines.map((line) => line.code));
    this.fresh = false;
  }

  add(event) {
    const id = idOf(event);
    const body = JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
    const same = this.known.get(id) || [];
    if (same.some((one) => one.body === body)) return false;
    const kept = { ...event, id, body };
    this.known.set(id, [...same, kept]);
    const subjects = [event.subject, event.other, event.kind === "not_on_list" ? id : ""];
    for (const subject of new Set(subjects.filter(Boolean))) {
      if (!this.bySubject.has(subject)) this.bySubject.set(subject, []);
      this.bySubject.get(subject).push(kept);
    }
    this.fresh = false;
    return true;
  }

  *events() {
    for (const same of this.known.values()) yield* same;
  }

  work() {
    if (this.fresh) return;
    const withdrawals = [...this.events()].filter((e) => e.kind === "withdrawn").sort((a, b) => b.sequence - a.sequence);
    this.withdrawn = new Set();
    for (const event of withdrawals) {
      if (!this.withdrawn.has(event.id)) event.about.forEach((one) => this.withdrawn.add(one));
    }
    this.link();
    this.standings = new Map();
    this.fallenAway = null;
    this.fresh = true;
  }

  changes() {
    this.work();
    this.fallenAway ??= new Changes(this.pack, this);
    return this.fallenAway;
  }

  link() {
    const above = new Map();
    const top = (subject) => {
      if (!above.has(subject)) above.set(subject, subject);
      while (above.get(subject) !== subject) subject = above.get(subject);
      return subject;
    };
    for (const event of this.events()) {
      if (event.kind === "same_person" && !this.withdrawn.has(event.id)) above.set(top(event.subject), top(event.other));
    }
    const members = new Map();
    for (const subject of [...above.keys()]) {
      const root = top(subject);
      members.set(root, [...(members.get(root) || []), subject]);
    }
    this.members = new Map();
    for (const some of members.values()) {
      some.sort(linesFirst);
      some.forEach((subject) => this.members.set(subject, some));
    }
  }

  of(subject) {
    return this.members.get(subject) || [subject];
  }

  about(subject) {
    this.work();
    const found = new Set();
    for (const one of this.of(subject)) (this.bySubject.get(one) || []).forEach((event) => found.add(event));
    return [...found].sort((a, b) => (a.device === b.device ? a.sequence - b.sequence : a.device < b.device ? -1 : 1));
  }

  standing(subject) {
    this.work();
    if (!this.standings.has(subject)) this.standings.set(subject, this.workOut(subject));
    return this.standings.get(subject);
  }

  workOut(subject) {
    const members = this.of(subject);
    if (!isExtra(subject) && subject !== members[0]) {
      return { subject, also: members, outcome: "repeat", positions: [], receipts: [], effects: [] };
    }
    const events = this.about(subject).filter((event) => !this.withdrawn.has(event.id));
    const settled = new Set(events.filter((e) => e.kind === "resolved").flatMap((e) => e.about));
    const positions = this.positions(events, settled);
    const [outcome, receipts] = this.outcome(events, positions, members.some(isExtra));
    const effects = [...new Set(events.filter((e) => e.kind === "effects").flatMap((e) => e.effects))].sort();
    return { subject: members[0], also: members.slice(1), outcome, positions, receipts: receipts.sort(), effects };
  }

  positions(events, settled) {
    const byDevice = new Map();
    const found = [];
    for (const event of events) {
      if (ANSWERS.has(event.kind)) byDevice.set(event.device, [...(byDevice.get(event.device) || []), event]);
      else if (event.kind === "resolved" && !settled.has(event.id)) {
        found.push({ event: event.id, role: event.role, party: event.party || "", says: event.outcome, decided: true });
      }
    }
    for (const said of byDevice.values()) {
      const last = Math.max(...said.map((event) => event.sequence));
      const received = Math.max(0, ...said.filter((e) => e.kind === "received").map((e) => e.sequence));
      for (const event of said) {
        if ((event.sequence === last || event.sequence === received) && !settled.has(event.id)) {
          found.push({ event: event.id, role: event.role, party: event.party || "", says: event.kind, decided: false });
        }
      }
    }
    return found;
  }

  outcome(events, positions, extra) {
    const said = [...new Set(positions.map((one) => one.says))];
    const receipts = [...new Set(positions.filter((one) => one.says === "received").map((one) => one.role))];
    if (!said.length) {
      const covered = events.some((event) => event.kind === "resolved");
      return [covered ? "disputed" : extra ? "present" : "expected", []];
    }
    const agreed = agree(said);
    if (agreed === null) return ["disputed", receipts];
    if (agreed !== "received") return [agreed, []];
    if (positions.some((one) => one.decided && one.says === "received")) {
      const given = events.some((event) => event.kind === "received" && event.role === "receiver");
      return given ? ["received", [...this.required]] : ["disputed", receipts];
    }
    const complete = [...this.required].every((role) => receipts.includes(role));
    return [complete ? "received" : "pending", receipts];
  }

  extras() {
    this.work();
    const named = [...this.bySubject.keys()].filter(
      (one) => isExtra(one) && this.bySubject.get(one).some((event) => !this.withdrawn.has(event.id)),
    );
    return [...new Set(named.map((one) => this.of(one)[0]).filter(isExtra))].sort();
  }

  everybody() {
    const lines = this.codes
      .map((code) => this.standing(code))
      .filter((one, at) => this.listed.has(this.codes[at]) || one.outcome !== "expected");
    return [...lines, ...this.extras().map((one) => this.standing(one))];
  }

  disagreements() {
    return this.everybody().filter((one) => one.outcome === "disputed");
  }

  stops() {
    this.work();
    const valid = [...this.events()].filter((event) => !this.withdrawn.has(event.id));
    const key = (id, event) => `${id} ${event.role} ${event.party || ""}`;
    const lifted = new Set(valid.filter((e) => e.kind === "go_on").flatMap((e) => e.about.map((id) => key(id, e))));
    return valid.filter((event) => event.kind === "stop" && !lifted.has(key(event.id, event)));
  }

  board() {
    const changes = this.changes();
    const spokenOf = [...changes.lines.values()].filter((line) => changes.now.has(line.code) || this.outcomeOf(line) !== "expected");
    const counts = new Map();
    for (const line of spokenOf.map((one) => changes.now.get(one.code) || one)) {
      const place = `${line.stage} ${line.holder} ${line.receiver}`;
      if (!counts.has(place)) counts.set(place, { stage: line.stage, holder: line.holder, receiver: line.receiver, all: 0, by: {} });
      const count = counts.get(place);
      count.all += changes.now.has(line.code);
      count.by[this.outcomeOf(line)] = (count.by[this.outcomeOf(line)] || 0) + 1;
    }
    const lead = (at, outcomes) =>
      spokenOf.filter((line) => outcomes.includes(this.outcomeOf(line))).reduce((sum, line) => sum + line.counts[at], 0);
    return {
      counts: [...counts.values()].sort((a, b) => a.stage - b.stage || (a.holder < b.holder ? -1 : a.holder > b.holder) || (a.receiver < b.receiver ? -1 : 1)),
      leads: this.pack.bounds.map((bound, at) => ({
        ...bound, now: lead(at, ["received"]), pending: lead(at, ["received", "pending"]),
      })),
      balance: changes.balance(),
      changes: changes.log,
      paused: changes.paused(),
      extras: this.extras().length,
      disputed: this.disagreements().length,
    };
  }

  outcomeOf(line) {
    return this.standing(line.code).outcome;
  }
}
