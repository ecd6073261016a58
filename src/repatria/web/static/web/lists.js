// A file can be dropped; one that is too large is not sent at all.
const drop = document.querySelector("[data-drop]");
if (drop) {
  const input = drop.querySelector("input[type=file]");
  const refused = drop.querySelector("[data-too-large]");
  const check = () => {
    const large = [...input.files].some((file) => file.size > Number(input.dataset.most));
    refused.hidden = !large;
    refused.textContent = large ? refused.dataset.tooLarge : "";
    if (large) input.value = "";
  };
  input.addEventListener("change", check);
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; check(); }
  });
}
