"use strict";
// The page of an explanation: finding, moving from row to row, showing the signs.
const cards = [...document.querySelectorAll(".card")];
const find = document.getElementById("find");
const signs = document.getElementById("signs");

function show() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const card of cards) {
    const text = card.textContent.toLowerCase();
    card.hidden = !words.every((word) => text.includes(word));
    document.querySelector(`.list a[href="#${card.id}"]`).parentElement.hidden = card.hidden;
    count += Number(!card.hidden);
  }
  document.getElementById("nothing").hidden = count > 0;
  document.getElementById("told").textContent = `${count} of ${cards.length} shown`;
}

function step(by) {
  const visible = cards.filter((card) => !card.hidden);
  if (!visible.length) return;
  const at = visible.indexOf(document.activeElement?.closest(".card"));
  const next = visible[Math.max(0, Math.min(visible.length - 1, at + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

function toggleSigns() {
  const on = document.body.classList.toggle("with-signs");
  signs.setAttribute("aria-pressed", String(on));
}

signs.addEventListener("click", toggleSigns);
find.addEventListener("input", show);
find.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { find.value = ""; show(); find.blur(); }
  if (event.key === "Enter") step(1);
});
keys.set("/", () => find.focus());
keys.set("j", () => step(1));
keys.set("k", () => step(-1));
keys.set("w", toggleSigns);
