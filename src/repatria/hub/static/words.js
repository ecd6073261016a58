// The page's words, in the language its reader chose. Which language that is, is no secret: it is kept in the clear.

export const LANGUAGES = { en: "English", uk: "Українська", ru: "Русский", ar: "العربية", fr: "Français" };
let spoken = {};

export const iso = (code) => `\u2066${code}\u2069`;

export async function speak(code) {
  const chosen = code || localStorage.getItem("language") || navigator.language.slice(0, 2);
  const language = chosen in LANGUAGES ? chosen : "en";
  localStorage.setItem("language", language);
  const found = await (await fetch(`/words-${language}.json`)).json();
  spoken = found.words;
  document.documentElement.lang = language;
  document.documentElement.dir = found.direction;
  document.title = t("title");
}

export function t(key, values = {}) {
  return (spoken[key] ?? key).replace(/\{(\w+)\}/g, (_all, name) => iso(values[name] ?? ""));
}

// Elements without any HTML text: nothing that a person or a hub wrote is ever read as markup.
export function h(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((one) => one !== null && one !== undefined && one !== false));
  return made;
}

export const code = (written) => h("bdi", { dir: "ltr", class: "code" }, written);

// `autocomplete=off` on every field: what is typed here must not reach the browser's own memory of forms.
export function field(label, attributes = {}) {
  const input = h("input", { autocomplete: "off", autocapitalize: "off", spellcheck: "false", dir: "auto", ...attributes });
  return [h("label", {}, h("span", {}, label), input), input];
}
