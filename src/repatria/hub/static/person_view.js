// One person: who he is, what has been said of him, and what this tablet may say.

import { asItTravels, changeNote, replacedForm } from "./changes_view.js";
import { ANSWERS, idOf } from "./fold.js";
import { lineOf, nameOf, outcomeChip, partyName, who } from "./lines.js";
import { choose, say, state } from "./tablet.js";
import { code, field, h, iso, t } from "./words.js";

const MAY_SAY = {
  holder: ["present", "absent", "someone_else", "deceased", "received"],
  receiver: ["received", "absent", "someone_else"],
  icrc: ["present", "absent", "someone_else", "does_not_travel", "not_fit", "received"],
  mediator: [],
};

function mayAnswer(line) {
  const { role, party } = state.me;
  if (role === "icrc") return MAY_SAY.icrc;
  if (!line) return MAY_SAY[role];
  return (role === "holder" ? line.holder : line.receiver) === party ? MAY_SAY[role] : [];
}

const label = (kind) => (kind === "received" ? t(`received_by_${state.me.role}`) : t(kind));

export function personView(subject) {
  const line = lineOf(subject);
  const standing = state.ledger.standing(subject);
  const last = lastWord(subject);
  const mine = lastWord(subject, (event) => event.subject === subject && ANSWERS.has(event.kind));
  const answers = mayAnswer(line).map((kind) =>
    h("button", { class: `answer ${kind}`, "data-answer": kind, "aria-pressed": String(mine?.kind === kind), onclick: () => say(kind, { subject }) }, label(kind)));
  return [h("section", { id: "person", "data-subject": subject },
    h("button", { id: "back", onclick: () => choose(null) }, t("back")),
    h("h2", {}, ...nameOf(subject)),
    line && h("p", {}, ...facts(asItTravels(line))),
    outcomeChip(standing.outcome),
    ...changeNote(subject),
    h("div", { class: "answers" }, answers),
    last && h("button", { id: "take-back", onclick: () => say("withdrawn", { about: [idOf(last)] }) }, t("take_back")),
    replacedForm(subject),
    answers.length ? more(subject, line) : null,
    history(subject),
  )];
}

function facts(line) {
  const parts = [
    ...line.names.slice(1),
    line.born && t("born", { date: line.born }),
    `${iso(partyName(line.holder))} → ${iso(partyName(line.receiver))}`,
    line.bus ? t("bus_seat", { bus: line.bus, seat: line.seat }) : t("reserve"),
    t("stage", { n: line.stage }),
    line.counted !== "formula" && t(line.counted),
  ].filter(Boolean);
  return parts.flatMap((part, at) => [at ? " · " : "", h("bdi", {}, part)]);
}

function more(subject, line) {
  const [effectsLabel, effects] = field(t("effects"), { id: "effects", value: (line?.effects || []).join(" "), dir: "ltr" });
  const [noteLabel, note] = field(t("note"), { id: "note", maxlength: "500" });
  const numbers = () => effects.value.split(/[\s,;]+/).filter(Boolean).slice(0, 50).map((one) => one.slice(0, 40));
  return h("div", { class: "more" },
    effectsLabel,
    h("button", { id: "save-effects", onclick: () => numbers().length && say("effects", { subject, effects: numbers() }) }, t("effects_do")),
    noteLabel,
    h("button", { id: "save-note", onclick: () => note.value.trim() && say("note", { subject, note: note.value.trim() }) }, t("note_do")));
}

function lastWord(subject, wanted = () => true) {
  return state.ledger.about(subject).filter((event) => event.device === state.me.device
    && !state.ledger.withdrawn.has(idOf(event)) && wanted(event)).at(-1);
}

function history(subject) {
  const said = state.ledger.about(subject);
  return said.length ? h("div", { class: "history" }, h("h3", {}, t("said")), h("ul", {}, said.map(saidItem))) : null;
}

function saidItem(event) {
  const mine = event.device === state.me.device ? `${t("you")}: ` : "";
  const taken = state.ledger.withdrawn.has(idOf(event));
  const what = [event.kind === "resolved" ? `${t("resolve")}: ${t(event.outcome)}, ${event.said_by}`
    : event.kind === "same_person" ? t("same_do") : t(event.kind), ...(event.effects || []).map(iso), event.note];
  const written = `${mine}${who(event)}: ${what.filter(Boolean).join(" ")}`;
  return h("li", {}, taken ? h("s", {}, written) : written, taken ? ` (${t("withdrawn")})` : "", " ", code(event.at.slice(11, 16)));
}
