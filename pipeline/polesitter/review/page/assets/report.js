"use strict";
// What a report's page does besides: the filter of labels, and moving about by keyboard.
const chips = [...document.querySelectorAll(".chip[data-label]")];
const showAll = document.getElementById("all-labels");

function filter() {
  const hidden = new Set(chips.filter((chip) => !isOn(chip)).map((chip) => chip.dataset.label));
  for (const mark of marks) mark.classList.toggle("off", hidden.has(mark.dataset.label));
  if (showAll !== null) showAll.hidden = hidden.size === 0;
}

function isOn(chip) {
  return chip.getAttribute("aria-pressed") === "true";
}

for (const chip of chips) {
  chip.addEventListener("click", (event) => {
    if (event.shiftKey) for (const one of chips) one.setAttribute("aria-pressed", String(one === chip));
    else chip.setAttribute("aria-pressed", String(!isOn(chip)));
    filter();
  });
}
showAll?.addEventListener("click", () => {
  for (const chip of chips) chip.setAttribute("aria-pressed", "true");
  filter();
  chips[0].focus();
});

function toggleTags() {
  const on = prose.classList.toggle("tagged");
  document.getElementById("tags").setAttribute("aria-pressed", String(on));
  drawArcs();
}
document.getElementById("tags").addEventListener("click", toggleTags);

// Mentions are walked by key and are no stops for Tab: there are hundreds of them.
function step(by) {
  const stops = marks.filter((mark) => mark.matches("[data-first]:not(.off)"));
  if (!stops.length) return;
  const from = document.activeElement?.closest("mark") ?? (shown !== null && isMark(shown) ? shown : null);
  const at = from === null ? (by > 0 ? -1 : 0) : stops.indexOf(from);
  stops[(at + by + stops.length) % stops.length].focus();
}

function toGrid() {
  document.querySelector("[role=grid] [tabindex='0']")?.focus();
}

function move(event) {
  const mark = event.target.closest("mark");
  if (mark !== null) return void step(["ArrowRight", "ArrowDown"].includes(event.key) ? 1 : -1);
  const cell = event.target.closest("td[data-cell]");
  if (cell === null) return false;
  const row = cell.parentElement;
  const column = [...row.children].indexOf(cell);
  const rows = [...document.querySelectorAll("[role=grid] tbody tr")];
  const next = {
    ArrowLeft: () => cell.previousElementSibling,
    ArrowRight: () => cell.nextElementSibling,
    ArrowUp: () => rows[rows.indexOf(row) - 1]?.children[column],
    ArrowDown: () => rows[rows.indexOf(row) + 1]?.children[column],
    Home: () => row.firstElementChild,
    End: () => [...row.querySelectorAll("[data-cell]")].at(-1),
  }[event.key]();
  if (next?.matches("[data-cell]")) {
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}

function holdFocused(event) {
  const target = event.target.closest("mark, [data-cell]");
  if (target === null) return false;
  hold(target);
}

function follow(id) {
  const link = document.getElementById(id);
  if (link !== null) location.href = link.href;
}

for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]) keys.set(key, move);
keys.set("Enter", holdFocused);
keys.set(" ", holdFocused);
keys.set("Escape", letGo);
keys.set("g", toGrid);
keys.set("t", () => step(1));
keys.set("n", () => step(1));
keys.set("p", () => step(-1));
keys.set("f", () => chips[0]?.focus());
keys.set("l", toggleTags);
keys.set("r", nextRelations);
keys.set("[", () => follow("to-before"));
keys.set("]", () => follow("to-after"));
keys.set("i", () => follow("to-index"));
