// A passkey that was cancelled or not found is said on the page, not only in the console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const trouble = document.getElementById("passkey-trouble");
  trouble.hidden = false;
  trouble.tabIndex = -1;
  trouble.focus();
});
