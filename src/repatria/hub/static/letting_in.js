// Before the day's page: a tablet is let in with a code, and opened with its PIN.

import { MustWait, WrongPin } from "./vault.js";
import { render } from "./tablet.js";
import { LANGUAGES, field, h, speak, t } from "./words.js";

const languages = () => h("select", {
  id: "language", "aria-label": t("language"), autocomplete: "off", onchange: async (event) => { await speak(event.target.value); render(); },
}, Object.entries(LANGUAGES).map(([at, name]) =>
  h("option", { value: at, selected: at === document.documentElement.lang }, name)));

export const head = (...more) => h("header", {}, h("h1", {}, t("title")), ...more, languages());

export function oneAtATime(button, problem, work) {
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
