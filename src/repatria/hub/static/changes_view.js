// What fell away and who steps in, as people read it: on a line, in the count, and what the table decides.

import { lineOf, nameOf } from "./lines.js";
import { say, state } from "./tablet.js";
import { field, h, t } from "./words.js";

// Under a line: who steps in for him, or for whom he does.
export function changeNote(subject) {
  const { byCode, replaces } = state.ledger.changes();
  const change = byCode.get(subject);
  const place = replaces.get(subject);
  return [
    place && h("p", { class: "change" }, t("in_place_of", { code: place })),
    change && h("p", { class: "change" }, change.instead ? t("steps_in", { code: change.instead }) : t("nobody_steps_in")),
  ];
}

// The line as it travels now: a substitute sits where the one sat whom he replaces.
export const asItTravels = (line) => (line && state.ledger.changes().now.get(line.code)) || line;

export function pausedBanners() {
  return (state.ledger?.changes().paused() || []).map((one) =>
    h("p", { class: "paused", role: "alert" }, `${t("paused", { n: one.stage })}: `, ...nameOf(one.code)));
}

export function changesView(board) {
  return [
    ...board.balance.map((bound) => h("p", { class: "after" },
      t("balance_after", { numbers: bound.after.map(signed).join(", ") }))),
    board.changes.length ? h("h2", {}, t("changes")) : null,
    h("ul", { id: "changes" }, board.changes.map((one) => h("li", {}, ...nameOf(one.code), `: ${t(one.cause)}. `,
      one.instead ? [t("steps_in", { code: one.instead }), ": ", ...nameOf(one.instead)] : t("nobody_steps_in")))),
  ];
}

// At the table: a stage that waits goes on by the word of a named person.
export function pausedAtTheTable() {
  return state.ledger.changes().paused().map((one) => {
    const about = state.ledger.standing(one.code).positions.map((position) => position.event);
    return h("article", { class: "dispute", "data-paused": one.code }, h("h2", {}, t("paused", { n: one.stage })),
      h("p", {}, ...nameOf(one.code), `: ${t(one.cause)}`),
      named(`go-${one.code}`, "go_on", (said_by) => say("go_on", { about, said_by })));
  });
}

// At the table: both sides agree that somebody is replaced.
export function replacedForm(subject) {
  if (state.me.role !== "mediator" || !lineOf(subject)) return null;
  return named(`replaced-${subject}`, "replaced", (said_by) => say("replaced", { subject, said_by }));
}

// A decision needs the name of who decides.
export function named(id, word, decide) {
  const [label, name] = field(t("said_by"), { id, class: "said-by", maxlength: "120" });
  const problem = h("p", { class: "problem" });
  const work = () => {
    if (name.value.trim()) decide(name.value.trim());
    else problem.textContent = t("say_name");
  };
  return h("div", { class: "row" }, label, h("button", { class: `decide ${word}`, onclick: work }, t(word)), problem);
}

export const signed = (n) => (n > 0 ? `+${n}` : String(n));
