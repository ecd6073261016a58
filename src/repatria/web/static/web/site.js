// Trusted Types: htmx writes fragments that our own server sent; nothing else may make HTML from text.
if (window.trustedTypes && trustedTypes.createPolicy) {
  trustedTypes.createPolicy("default", { createHTML: (text) => text });
}

// What is typed into a form marked data-keep stays in this tab until it has been sent, so that a session that
// ends, or a line that drops, loses nothing. Passwords and files are never kept.
// A form that was sent is forgotten when the next page has come, unless that page was reached by signing in again, by
// going back, or by loading anew: then the form may not have arrived.
const KEPT = "kept:" + location.pathname;
const SENT = "sent:";
const arrived =
  performance.getEntriesByType("navigation")[0]?.type === "navigate" && document.referrer && !/\/account\//.test(document.referrer);
for (const name of Object.keys(sessionStorage).filter((one) => one.startsWith(SENT))) {
  if (arrived) sessionStorage.removeItem(name.slice(SENT.length));
  sessionStorage.removeItem(name);
}
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form || !("keep" in form.dataset)) return;
  const values = {};
  for (const field of form.elements) {
    if (!field.name || ["password", "file", "hidden", "submit"].includes(field.type)) continue;
    if (["checkbox", "radio"].includes(field.type)) { if (field.checked) values[field.name] = field.value; }
    else values[field.name] = field.value;
  }
  sessionStorage.setItem(KEPT + "#" + form.id, JSON.stringify(values));
});
for (const form of document.querySelectorAll("form[data-keep]")) {
  const kept = sessionStorage.getItem(KEPT + "#" + form.id);
  if (kept) {
    const values = JSON.parse(kept);
    for (const field of form.elements) {
      if (!(field.name in values) || ["password", "file", "hidden", "submit"].includes(field.type)) continue;
      if (["checkbox", "radio"].includes(field.type)) field.checked = values[field.name] === field.value;
      else if (field.type === "select-one" || field.value === field.defaultValue) field.value = values[field.name];
    }
  }
  form.addEventListener("submit", () => sessionStorage.setItem(SENT + KEPT + "#" + form.id, "yes"));
}

// A double click sends a form once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === "post") form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000);
});
