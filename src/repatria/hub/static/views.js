// The views of a tablet: letting in, lock, finding a line, answering, counting, stopping.

import { enrolAgain, lock, render, say, state, talk } from "./app.js";
import { asItTravels, changeNote, pausedBanners, replacedForm } from "./changes_view.js";
import { find } from "./find.js";
import { ANSWERS, idOf, isExtra } from "./fold.js";
import { scanView } from "./scan.js";
import { boardView, disputedView, tabletsView } from "./table.js";
import { MustWait, WrongPin } from "./vault.js";
import { LANGUAGES, code, field, h, iso, speak, t } from "./words.js";

const MAY_SAY = {
  holder: ["present", "absent", "someone_else", "deceased", "received"],
  receiver: ["received", "absent", "someone_else"],
  icrc: ["present", "absent", "someone_else", "does_not_travel", "not_fit", "received"],
  mediator: [],
};
const REASONS = ["security", "medical", "count", "identity", "balance", "order", "other"];

const languages = () => h("select", {
  id: "language", "aria-label": t("language"), autocomplete: "off", onchange: async (event) => { await speak(event.target.value); render(); },
}, Object.entries(LANGUAGES).map(([at, name]) =>
  h("option", { value: at, selected: at === document.documentElement.lang }, name)));

const head = (...more) => h("header", {}, h("h1", {}, t("title")), ...more, languages());

// --- letting in, and the lock

function oneAtATime(button, problem, work) {
  return async () => {
    button.disabled = true;
    problem.textContent = "";
    try {
      await work();
    } catch (fault) {
      problem.textContent = fault instanceof WrongPin ? t("pin_wrong")
        : fault instanceof MustWait ? t("pin_wait", { n: fault.seconds }) : fault.message || t("hub_away");
    }
    button.disabled = false;
  };
}

const onEnter = (work) => (event) => event.key === "Enter" && work();

export function enrolView(enrol) {
  const [codeLabel, given] = field(t("enrol_code"), { id: "code", class: "code", dir: "ltr", value: location.hash.slice(1) });
  const [pinLabel, pin] = field(t("enrol_pin"), { id: "pin", type: "password", inputmode: "numeric", dir: "ltr" });
  const [againLabel, again] = field(t("enrol_again"), { id: "again", type: "password", inputmode: "numeric", dir: "ltr" });
  const problem = h("p", { class: "problem", role: "alert" });
  const button = h("button", { id: "enrol", class: "main" }, t("enrol_do"));
  const work = oneAtATime(button, problem, async () => {
    if (pin.value.length < 6) throw new Error(t("pin_short"));
    if (pin.value !== again.value) throw new Error(t("pin_differs"));
    await enrol(given.value, pin.value);
  });
  button.addEventListener("click", work);
  again.addEventListener("keydown", onEnter(work));
  return [head(), h("section", { class: "narrow" }, h("h2", {}, t("enrol_title")), codeLabel, pinLabel, againLabel, problem, button)];
}

export function lockView(unlock) {
  const [label, pin] = field(t("pin"), { id: "pin", type: "password", inputmode: "numeric", dir: "ltr" });
  const problem = h("p", { id: "problem", class: "problem", role: "alert" });
  const button = h("button", { id: "unlock", class: "main" }, t("unlock"));
  const work = oneAtATime(button, problem, async () => {
    const given = pin.value;
    pin.value = "";
    await unlock(given);
  });
  button.addEventListener("click", work);
  pin.addEventListener("keydown", onEnter(work));
  return [head(), h("section", { class: "narrow" }, h("h2", {}, t("pin_title")), label, problem, button)];
}

// --- the frame

export function status() {
  const waiting = state.unsent.size;
  const kind = waiting ? "waiting" : "sent";
  return h("div", { id: "status", class: `status ${kind}`, role: "status" },
    h("strong", { id: "waiting" }, waiting ? t("not_sent", { n: waiting }) : t("all_sent")),
    state.hub === false && h("span", {}, t("hub_away")),
    state.trouble && h("span", { class: "problem" }, state.trouble),
    Math.abs(state.offset) > 300000 && h("span", {}, t("clock_off", { n: Math.round(state.offset / 60000) })),
    state.refused.map((one) => h("span", { class: "problem" }, t("refused", { n: one.sequence, why: one.why }))),
  );
}

// What everybody must see at once, also who is in the middle of typing or scanning.
export function alarms() {
  const stops = (state.ledger?.stops() || []).map((one) =>
    h("p", { class: "stopped", role: "alert" }, t("stopped_by", { who: who(one), why: t(one.reason) })));
  return h("div", { id: "alarms" }, stops, pausedBanners());
}

function banners() {
  const ended = state.ended && endedView();
  return [ended, !state.pack && state.expires && h("p", { class: "notice" }, t("expired"))];
}

function endedView() {
  const [label, given] = field(t("enrol_code"), { id: "code", class: "code", dir: "ltr" });
  const problem = h("p", { class: "problem" });
  const button = h("button", { id: "enrol" }, t("enrol_do"));
  button.addEventListener("click", oneAtATime(button, problem, () => enrolAgain(given.value)));
  return h("section", { class: "notice" }, h("p", {}, t("enrolment_ended")), label, problem, button);
}

export function mainView() {
  const mediator = state.me?.role === "mediator";
  const views = { find: findView, board: boardView, disagreements: disputedView, stop: stopView, ...(mediator ? { tablets: tabletsView } : {}) };
  const tabs = Object.keys(views).map((name) => {
    const count = name === "disagreements" && state.ledger ? state.ledger.disagreements().length + state.ledger.changes().paused().length : 0;
    return h("button", {
      id: `tab-${name}`, "aria-pressed": String(state.view === name), class: name === "stop" ? "tab red" : "tab",
      onclick: () => { state.view = name; state.chosen = state.shown = null; state.scanning = false; render(); },
    }, t(name), count ? h("b", {}, ` ${count}`) : "");
  });
  const me = state.me && h("span", { class: "role" }, who(state.me));
  return [
    status(),
    head(me, h("button", { id: "lock", onclick: lock }, t("lock"))),
    h("nav", {}, tabs),
    alarms(),
    ...banners().filter(Boolean),
    ...(state.ledger ? views[state.view]() : []),
  ];
}

export const partyName = (at) => state.pack?.parties.find((one) => one.code === at)?.name || at;

export function who(event) {
  return event.party ? `${iso(partyName(event.party))} ${t(event.role)}` : t(event.role);
}

// --- finding somebody

const everyLine = () => [...state.pack.lines, ...state.pack.reserve];
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

export function choose(subject) {
  state.chosen = subject;
  if (!subject) state.typed = "";
  render();
}

function findView() {
  if (state.chosen) return personView(state.chosen);
  if (state.scanning) return scanView(scanned, () => { state.scanning = false; render(); });
  const results = h("div", { id: "results" });
  const show = () => results.replaceChildren(...found());
  const [label, input] = field(t("search"), {
    id: "search", type: "text", value: state.typed, oninput: (event) => { state.typed = event.target.value; show(); },
  });
  show();
  return [h("section", {},
    h("div", { class: "row" }, label, h("button", { id: "scan", onclick: () => { state.scanning = true; render(); } }, t("scan"))),
    state.notice && h("p", { class: "problem" }, state.notice),
    results,
    state.me.role !== "mediator" && h("button", { id: "not_on_list", onclick: notOnList }, t("not_on_list")),
    extras(),
  )];
}

function found() {
  const typed = state.typed.trim();
  if (!typed) return [];
  const lines = find(typed, everyLine(), state.folding);
  return lines.length ? lines.map((line) => lineButton(line.code)) : [h("p", {}, t("nobody"))];
}

function lineButton(subject) {
  const { outcome } = state.ledger.standing(subject);
  return h("button", { class: "line", "data-line": subject, onclick: () => choose(subject) }, ...nameOf(subject), outcomeChip(outcome));
}

const extras = () => state.ledger.extras().map(lineButton);

function scanned(read) {
  state.scanning = false;
  const lines = find(read, everyLine(), state.folding);
  state.notice = lines.length === 1 ? "" : t("bad_code");
  state.chosen = lines.length === 1 ? lines[0].code : null;
  render();
}

async function notOnList() {
  const sequence = state.sequence + 1;
  await say("not_on_list");
  if (state.own.has(sequence)) choose(`${state.me.device}/${sequence}`);
}

// --- one person

function mayAnswer(line) {
  const { role, party } = state.me;
  if (role === "icrc") return MAY_SAY.icrc;
  if (!line) return MAY_SAY[role];
  return (role === "holder" ? line.holder : line.receiver) === party ? MAY_SAY[role] : [];
}

const label = (kind) => (kind === "received" ? t(`received_by_${state.me.role}`) : t(kind));

function personView(subject) {
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

// --- stop

function stopView() {
  const reasons = h("select", { id: "reason", "aria-label": t("reason"), autocomplete: "off" }, REASONS.map((one) => h("option", { value: one }, t(one))));
  const stops = state.ledger.stops().map((one) => h("p", { class: "row" }, t("stopped_by", { who: who(one), why: t(one.reason) }),
    own(one) && h("button", { id: "go-on", onclick: () => say("go_on", { about: [idOf(one)] }) }, t("go_on"))));
  return [h("section", { class: "narrow" },
    h("h2", {}, t("stop_title")), reasons,
    h("button", { id: "call-stop", class: "red main", onclick: () => say("stop", { reason: reasons.value }) }, t("stop_do")),
    ...(stops.length ? stops : [h("p", {}, t("no_stop"))]),
    h("p", { class: "small" }, t("only_own")))];
}

const own = (event) => event.role === state.me.role && (event.party || "") === (state.me.party || "");

export { isExtra, talk };
