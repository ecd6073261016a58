// The day's page of a tablet: its frame, finding a line, and stopping. The other views have files of their own.

import { pausedBanners } from "./changes_view.js";
import { find } from "./find.js";
import { idOf } from "./fold.js";
import { head, oneAtATime } from "./letting_in.js";
import { everyLine, nameOf, outcomeChip, who } from "./lines.js";
import { personView } from "./person_view.js";
import { scanView } from "./scan.js";
import { boardView, disputedView, tabletsView } from "./table.js";
import { choose, enrolAgain, lock, render, say, state } from "./tablet.js";
import { field, h, t } from "./words.js";

const REASONS = ["security", "medical", "count", "identity", "balance", "order", "other"];

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

// --- finding somebody

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
