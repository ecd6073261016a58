// What falls away on the day and who steps in: the same rules as repatria.handover.on_the_day and .changes. A test
// holds the two against each other on random days.

const CAUSES = new Set(["does_not_travel", "not_fit", "deceased", "absent", "replaced"]);

export class Changes {
  constructor(pack, ledger) {
    this.pack = pack;
    this.ledger = ledger;
    this.lines = new Map([...pack.lines, ...pack.reserve].map((line) => [line.code, line]));
    this.log = [...pack.changes];
    this.lifted = new Set(this.goneOn());
    this.fallen = this.allFallen();
    this.applyRules();
    this.now = this.travelling();
    this.byCode = new Map(this.log.map((change) => [change.code, change]));
    this.replaces = new Map(this.log.filter((one) => one.instead).map((one) => [one.instead, one.code]));
  }

  goneOn() {
    return [...this.ledger.events()]
      .filter((event) => event.kind === "go_on" && event.role === "mediator" && !this.ledger.withdrawn.has(event.id))
      .flatMap((event) => event.about);
  }

  allFallen() {
    const known = new Set(this.log.map((change) => change.code));
    const found = new Map();
    for (const code of this.lines.keys()) {
      const cause = known.has(code) ? null : this.cause(code);
      if (cause) found.set(code, cause);
    }
    return found;
  }

  // A line falls away on the word of whom the agreement names, or by a named person's decision.
  cause(code) {
    const { outcome, positions } = this.ledger.standing(code);
    const roles = this.pack.falls_by[outcome] || [];
    const named = positions.some((one) => one.says === outcome && (one.decided || roles.includes(one.role)));
    return CAUSES.has(outcome) && named ? outcome : null;
  }

  applyRules() {
    const listed = new Set(this.pack.lines.map((line) => line.code));
    this.passedOver = new Set([...this.fallen.keys()].filter((code) => !listed.has(code)));
    const before = [...this.travelling().values()].sort((a, b) => a.stage - b.stage || a.number - b.number);
    for (const line of before) if (this.fallen.has(line.code)) this.log.push(this.change(line, this.fallen.get(line.code)));
  }

  change(line, cause) {
    const agreed = this.pack.on_loss[cause] || "pause";
    const rule = agreed === "substitute" && line.counted !== "formula" ? "shrink" : agreed;
    const instead = rule === "substitute" ? this.nextInReserve(line) : "";
    const made = { code: line.code, cause, instead, pauses: false };
    const lost = rule === "pause" || (rule === "substitute" && !instead) || !this.holds([...this.log, made]);
    made.pauses = lost && !this.ledger.standing(line.code).positions.every((one) => this.lifted.has(one.event));
    return made;
  }

  nextInReserve(line) {
    const used = new Set([...this.log.flatMap((one) => [one.instead, one.code]), ...this.passedOver]);
    const way = (one) => JSON.stringify([one.holder, one.receiver, one.counted, one.counts]);
    return this.pack.reserve.find((one) => !used.has(one.code) && way(one) === way(line))?.code || "";
  }

  // Who travels after the changes, a substitute in the seat of whom he replaces.
  travelling(log = this.log) {
    const now = new Map(this.pack.lines.map((line) => [line.code, line]));
    for (const { code, instead } of log) {
      const gone = now.get(code);
      now.delete(code);
      if (gone && instead) now.set(instead, { ...this.lines.get(instead), stage: gone.stage, bus: gone.bus, seat: gone.seat });
    }
    return now;
  }

  // How far ahead one side is after each stage, if all who now travel arrive.
  balance(log = this.log) {
    const lines = [...this.travelling(log).values()];
    return this.pack.bounds.map((bound, at) => ({
      ...bound,
      after: this.pack.days.map((_day, stage) =>
        lines.filter((line) => line.stage <= stage + 1).reduce((sum, line) => sum + line.counts[at], 0)),
    }));
  }

  holds(log) {
    return this.balance(log).every((bound) => bound.after.every((lead) => Math.abs(lead) <= bound.most));
  }

  paused() {
    const stages = new Map(this.pack.lines.map((line) => [line.code, line.stage]));
    for (const { code, instead } of this.log) if (instead) stages.set(instead, stages.get(code));
    return this.log.filter((change) => change.pauses).map((change) => ({ ...change, stage: stages.get(change.code) }));
  }
}
