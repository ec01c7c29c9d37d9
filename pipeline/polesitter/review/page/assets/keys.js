"use strict";
// Single keys; never while someone types, and never with Ctrl, Alt or Meta.
const help = document.getElementById("help");
const keys = new Map([["?", openHelp], ["d", nextTheme]]);

function openHelp() {
  help.showModal();
}

document.getElementById("help-button")?.addEventListener("click", openHelp);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
  if (event.target.closest("input, select, textarea")) return;
  const act = keys.get(event.key);
  if (act === undefined) return;
  if (act(event) !== false) event.preventDefault();
});
