// S, D, U decide and Z undoes, by the place of the key too, so that they work on any keyboard. The next pair takes the focus.
const KEYS = { KeyS: "s", KeyD: "d", KeyU: "u", KeyZ: "z" };
let busy = false;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || busy) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : KEYS[event.code];
  const button = key && document.querySelector(`#pair [data-key="${key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});
document.addEventListener("htmx:beforeRequest", (event) => { if (event.target.closest("#pair")) busy = true; });
document.addEventListener("htmx:afterRequest", (event) => {
  busy = false;
  if (event.detail.failed) location.reload();
});
document.addEventListener("htmx:afterSettle", () => {
  document.querySelector("#pair [data-focus]")?.focus({ preventScroll: true });
});
