// What a tablet is and does: who it is, what is on it, saving a check-in, talking to the hub. What is drawn, the views say.

import { Folding } from "./find.js";
import { Ledger } from "./fold.js";
import { Away, Ended, Refused, ask, exchange } from "./sync.js";
import { t } from "./words.js";

const page = document.getElementById("page");

export const state = {
  vault: null, me: null, pack: null, ledger: null, folding: null, own: new Map(), unsent: new Set(), sequence: 0,
  after: 0, refused: [], hub: null, ended: "", offset: 0, lastHub: "", view: "find", chosen: null, typed: "",
  trouble: "", busy: false, devices: null, shown: null, newRole: "",
};

let saving = Promise.resolve();
let shown = { page: () => [], parts: {} };

// The views: the whole page, and those parts of it, by id, that are drawn anew while somebody is typing.
export function show(views) {
  shown = views;
}

export function render() {
  const held = document.activeElement?.id;
  const caret = document.activeElement?.selectionStart;
  page.replaceChildren(...shown.page());
  const again = held && document.getElementById(held);
  if (again && again !== document.activeElement) {
    again.focus();
    if (caret !== null && caret !== undefined && again.setSelectionRange) again.setSelectionRange(caret, caret);
  }
}

// A check-in is saved on the tablet before anything on the page says so.
export function say(kind, more = {}) {
  saving = saving.then(() => save(kind, more)).catch(() => { state.trouble = t("cannot_save"); });
  return saving.then(() => { render(); talk(); });
}

async function save(kind, more) {
  const { device, role, party, manifest } = state.me;
  const sequence = state.sequence + 1;
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const event = { device, sequence, manifest, role, ...(party ? { party } : {}), kind, at, ...more };
  await state.vault.addOwn(sequence, event);
  state.sequence = sequence;
  state.own.set(sequence, event);
  state.unsent.add(sequence);
  state.ledger?.add(event);
  state.trouble = "";
}

export async function talk() {
  if (state.busy || !state.me || !state.vault.isOpen) return;
  state.busy = true;
  try {
    if (!state.pack && !isOver()) await fetchPack();
    while (await exchange(state)) news();
    state.hub = true;
    state.ended = "";
  } catch (fault) {
    state.hub = fault instanceof Ended || fault instanceof Refused;
    if (fault instanceof Ended) state.ended = fault.message || t("enrolment_ended");
    else if (!(fault instanceof Away)) console.error(fault.name);
  } finally {
    state.busy = false;
  }
  forgetWhenOver();
  news();
}

export function news() {
  if (!isTyping()) render(); else renderStatus();
}

// News from the hub must not wipe out what somebody is in the middle of writing, choosing or scanning.
export function isTyping() {
  const at = document.activeElement;
  const begun = [...page.querySelectorAll("input:not(#search)")].some((one) => one.value !== one.defaultValue);
  const chosen = [...page.querySelectorAll("select:not(#language)")].some(
    (one) => one.selectedIndex !== Math.max(0, [...one.options].findIndex((option) => option.defaultSelected)),
  );
  return state.scanning || begun || chosen || (at && ["INPUT", "SELECT"].includes(at.tagName));
}

function renderStatus() {
  for (const [id, draw] of Object.entries(shown.parts)) document.getElementById(id)?.replaceWith(draw());
}

async function fetchPack() {
  const pack = await ask("/api/pack", {}, state.me.token);
  await state.vault.putHead("pack", pack);
  await state.vault.putHead("expires", pack.expires);
  state.expires = pack.expires;
  takePack(pack);
}

function takePack(pack) {
  state.pack = pack;
  state.folding = new Folding(pack.folding);
  state.ledger = new Ledger(pack);
}

const isOver = () => Boolean(state.expires) && Date.now() + state.offset > Date.parse(state.expires);

// When the day is over names leave the tablet. What it has not sent yet stays: it names nobody but by line.
async function forgetWhenOver() {
  if (!state.pack || !isOver()) return;
  await state.vault.dropHead("pack");
  state.pack = state.ledger = state.folding = state.chosen = null;
  render();
}

export async function enrol(code, pin) {
  const random = crypto.getRandomValues(new Uint8Array(8));
  const device = state.me?.device || [...random].map((one) => one.toString(16).padStart(2, "0")).join("");
  const found = await ask("/api/enrol", { code, device });
  if (!state.vault.isMade) await state.vault.make(pin);
  state.me = { device, ...found };
  state.ended = "";
  await state.vault.putHead("me", state.me);
  navigator.storage?.persist?.();
  history.replaceState(null, "", "/");
  await talk();
  render();
}

export const enrolAgain = (code) => enrol(code, "");

export async function unlock(pin) {
  await state.vault.unlock(pin);
  await load();
  render();
  talk();
}

async function load() {
  const { vault } = state;
  state.me = await vault.getHead("me");
  state.refused = (await vault.getHead("refused")) || [];
  state.expires = await vault.getHead("expires");
  const pack = await vault.getHead("pack");
  if (pack) takePack(pack);
  const [own, heard] = await Promise.all([vault.all("own"), vault.all("heard")]);
  for (const { place, sent, value } of own) {
    state.own.set(place, value);
    state.sequence = Math.max(state.sequence, place);
    if (!sent) state.unsent.add(place);
    state.ledger?.add(value);
  }
  for (const { place, value } of heard) {
    state.after = Math.max(state.after, place);
    state.ledger?.add(JSON.parse(value));
  }
  await forgetWhenOver();
}

export function lock() {
  state.vault.close();
  location.reload();  // nothing that was decrypted stays in memory
}

export function choose(subject) {
  state.chosen = subject;
  if (!subject) state.typed = "";
  render();
}
