// How a line, a party and an outcome are called, wherever they stand on the page.

import { state } from "./tablet.js";
import { code, h, iso, t } from "./words.js";

export const partyName = (at) => state.pack?.parties.find((one) => one.code === at)?.name || at;

export function who(event) {
  return event.party ? `${iso(partyName(event.party))} ${t(event.role)}` : t(event.role);
}

export const everyLine = () => [...state.pack.lines, ...state.pack.reserve];
export const lineOf = (subject) => everyLine().find((line) => line.code === subject);

export function nameOf(subject) {
  const line = lineOf(subject);
  return line ? [h("bdi", {}, line.names[0] || ""), " ", code(line.code)] : [t("extra", { id: shortOf(subject) })];
}

// Short enough to shout; the table takes it where it is the end of one id only.
export const shortOf = (extra) => extra.slice(extra.indexOf("/") - 4);

export function outcomeChip(outcome) {
  return h("span", { class: `chip ${outcome}` }, t(outcome));
}
