// Counting, disagreements, and what only the mediator's table does: deciding, and letting tablets in.

import { changesView, named, pausedAtTheTable, signed } from "./changes_view.js";
import { idOf } from "./fold.js";
import { lineOf, nameOf, outcomeChip, partyName, shortOf, who } from "./lines.js";
import { ask } from "./sync.js";
import { choose, news, render, say, state } from "./tablet.js";
import { code, field, h, t } from "./words.js";

const ORDER = ["received", "pending", "present", "expected", "does_not_travel", "not_fit", "deceased", "replaced", "absent", "someone_else", "repeat", "disputed"];
const DECISIONS = ["received", "present", "absent", "someone_else", "does_not_travel", "not_fit", "deceased", "replaced"];

// --- the board

export function boardView() {
  const board = state.ledger.board();
  return [h("section", { id: "board" },
    h("div", { class: "lanes" }, board.counts.map(lane)),
    ...board.leads.map((lead) => h("p", { class: Math.abs(lead.pending) > lead.most ? "lead problem" : "lead" },
      t("lead", { id: lead.id, n: signed(lead.now), most: lead.most }),
      lead.pending !== lead.now && ` · ${t("lead_pending", { n: signed(lead.pending) })}`)),
    ...changesView(board),
    h("p", {}, `${t("extras")}: ${board.extras} · ${t("disagreements")}: ${board.disputed}`),
    h("p", { class: "small" }, state.lastHub ? t("not_all_heard", { time: state.lastHub.slice(11, 16) }) : t("never_heard")),
    h("h2", {}, t("open_lines")),
    h("div", { class: "list" }, openLines()),
  )];
}

function lane(count) {
  const received = count.by.received || 0;
  return h("article", { class: "lane", "data-lane": `${count.holder}-${count.stage}` },
    h("h2", {}, t("lane", { from: partyName(count.holder), to: partyName(count.receiver), n: count.stage })),
    h("p", { class: "big" }, h("bdi", { dir: "ltr" }, `${received} / ${count.all}`)),
    h("p", { class: "small" }, t("returned")),
    h("meter", { min: "0", max: String(count.all || 1), value: String(received) }),
    h("ul", {}, ORDER.filter((one) => one !== "received" && count.by[one]).map((one) =>
      h("li", {}, outcomeChip(one), ` ${count.by[one]}`))));
}

function openLines() {
  const { now, byCode } = state.ledger.changes();
  const steppedIn = [...now.keys()].filter((code) => !state.ledger.listed.has(code)).map((code) => state.ledger.standing(code));
  const everybody = [...new Set([...state.ledger.everybody(), ...steppedIn])];
  return everybody
    .filter((one) => ["expected", "present", "pending", "disputed"].includes(one.outcome))
    .filter((one) => one.outcome !== "expected" || !byCode.has(one.subject))
    .slice(0, 60)
    .map((one) => h("button", { class: "line", onclick: () => { state.view = "find"; choose(one.subject); } },
      ...nameOf(one.subject), outcomeChip(one.outcome)));
}

// --- disagreements

export function disputedView() {
  const some = state.ledger.disagreements();
  const mediator = state.me.role === "mediator";
  return [h("section", { id: "disputed" },
    mediator && pausedAtTheTable(),
    some.length ? some.map((one) => dispute(one, mediator)) : h("p", {}, t("nothing_disputed")),
    mediator ? sameView() : h("p", { class: "small" }, t("only_table")))];
}

function dispute(standing, mediator) {
  const events = new Map(state.ledger.about(standing.subject).map((event) => [idOf(event), event]));
  const said = standing.positions.map((one) => {
    const event = events.get(one.event);
    return h("li", {}, `${event ? who(event) : ""}: ${t(one.says)} `, event?.said_by ? `(${event.said_by}) ` : "", code(event?.at.slice(11, 16) || ""));
  });
  return h("article", { class: "dispute", "data-dispute": standing.subject },
    h("h2", {}, ...nameOf(standing.subject)), h("ul", {}, said), mediator && decision(standing));
}

function decision(standing) {
  const about = standing.positions.map((one) => one.event);
  const choice = h("select", { "aria-label": t("resolve"), autocomplete: "off", class: "decision" }, DECISIONS.map((one) => h("option", { value: one }, t(one))));
  const decide = (said_by) => say("resolved", { subject: standing.subject, outcome: choice.value, about, said_by });
  return h("div", { class: "row" }, choice, named(`by-${standing.subject}`, "resolve", decide));
}

function sameView() {
  const extras = state.ledger.extras();
  return extras.map((extra) => {
    const [label, other] = field(t("same_person"), { id: `same-${extra}`, class: "same", dir: "ltr" });
    const [byLabel, by] = field(t("said_by"), { id: `same-by-${extra}`, class: "said-by", maxlength: "120" });
    const problem = h("p", { class: "problem" });
    const join = () => {
      const subject = subjectOf(other.value.trim());
      if (!subject || subject === extra) { problem.textContent = t("bad_code"); return; }
      if (!by.value.trim()) { problem.textContent = t("say_name"); return; }
      say("same_person", { subject: extra, other: subject, said_by: by.value.trim() });
    };
    return h("article", { class: "dispute" }, h("h2", {}, t("extra", { id: shortOf(extra) })), outcomeChip(state.ledger.standing(extra).outcome),
      h("div", { class: "row" }, label, byLabel, h("button", { class: "join", onclick: join }, t("same_do")), problem));
  });
}

function subjectOf(typed) {
  if (/^\d{1,5}$/.test(typed)) {
    return [...state.pack.lines, ...state.pack.reserve].find((line) => line.number === Number(typed))?.code;
  }
  const meant = typed.length > 3 ? state.ledger.extras().filter((one) => one.endsWith(typed.toLowerCase())) : [];
  return meant.length === 1 ? meant[0] : lineOf(typed.toUpperCase())?.code;
}

// --- tablets

const roles = () => [
  ...state.pack.parties.flatMap((party) => [["holder", party.code], ["receiver", party.code]]), ["icrc", ""], ["mediator", ""],
];

export function tabletsView() {
  const choice = h("select", { id: "new-role", "aria-label": t("new_tablet"), autocomplete: "off" }, roles().map(([role, party]) =>
    h("option", { value: `${role} ${party}`, selected: state.newRole === `${role} ${party}` }, `${party ? `${partyName(party)} ` : ""}${t(role)}`)));
  const problem = h("p", { class: "problem" });
  const make = async () => {
    state.newRole = choice.value;
    const [role, party] = choice.value.split(" ");
    try {
      state.shown = await ask("/api/codes", { role, party }, state.me.token);
      state.shown.role = choice.selectedOptions[0].textContent;
      render();
    } catch (fault) {
      problem.textContent = fault.message || t("hub_away");
    }
  };
  if (!state.devices) refresh();
  return [h("section", { id: "tablets" },
    h("div", { class: "row" }, h("label", {}, h("span", {}, t("new_tablet")), choice), h("button", { id: "make-code", class: "main", onclick: make }, t("make_code"))),
    problem, state.shown && shown(state.shown), h("div", { class: "list" }, (state.devices?.devices || []).map(tablet)))];
}

function shown({ code: given, qr, address, role }) {
  return h("article", { class: "shown" },
    h("img", { src: `data:image/svg+xml,${encodeURIComponent(qr)}`, alt: "", width: "260", height: "260" }),
    h("div", {}, h("p", {}, role), h("p", { id: "shown-code", class: "big code", dir: "ltr" }, given), h("p", {}, code(address)), h("p", { class: "small" }, t("code_valid"))));
}

async function refresh() {
  try {
    state.devices = await ask("/api/devices", {}, state.me.token);
    if (state.view === "tablets") news();
    setTimeout(() => { state.devices = null; if (state.view === "tablets") refresh(); }, 5000);
  } catch { state.devices = { devices: [], gaps: [] }; setTimeout(() => { state.devices = null; }, 5000); }
}

function tablet(one) {
  const gaps = state.devices.gaps.filter((gap) => gap.device === one.device);
  return h("article", { class: "row tablet" },
    h("span", {}, `${who(one)} `, code(one.device)),
    h("span", { class: "small" }, t("last_heard", { time: one.heard_at.slice(11, 16), n: one.made })),
    gaps.map((gap) => h("span", { class: "problem" }, t("missing", { from: gap.first, to: gap.last }))),
    one.ended ? h("span", {}, t("ended"))
      : one.device !== state.me.device && h("button", { onclick: async () => { await ask("/api/end", { device: one.device }, state.me.token); refresh(); } }, t("end")));
}
