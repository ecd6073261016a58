// The tablet's page starts here: one window, the language, the lock, and which view is shown.

import { enrolView, lockView } from "./letting_in.js";
import { enrol, lock, render, show, state, talk, unlock } from "./tablet.js";
import { Vault } from "./vault.js";
import { alarms, mainView, status } from "./views.js";
import { h, speak, t } from "./words.js";

const EVERY = 3000;
const IDLE = 10 * 60 * 1000;

let touched = Date.now();

function pageNow() {
  if (!state.vault.isMade) return enrolView(enrol);
  if (!state.vault.isOpen) return lockView(unlock);
  return mainView();
}

function start() {
  show({ page: pageNow, parts: { status, alarms } });
  setInterval(talk, EVERY);
  for (const one of ["pointerdown", "keydown"]) addEventListener(one, () => { touched = Date.now(); });
  setInterval(() => state.vault.isOpen && Date.now() - touched > IDLE && lock(), 5000);
  render();
}

async function main() {
  await speak();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/worker.js").catch(() => {});
  // Two windows would use one counter: the second one waits outside.
  await navigator.locks.request("repatria", { ifAvailable: true }, async (held) => {
    if (!held) {
      document.getElementById("page").replaceChildren(h("p", { class: "notice" }, t("other_window")));
      return undefined;
    }
    state.vault = await Vault.open();
    start();
    return new Promise(() => {});
  });
}

main();
