"use strict";
// The index of a site: sorting, finding, and moving by keyboard.
const table = document.getElementById("reports");
const body = table?.tBodies[0];
const rows = body ? [...body.rows] : [];
const titles = [...document.querySelectorAll("th[data-key]")];
const find = document.getElementById("find");
const told = document.getElementById("told");
const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const FIRST = { flags: "descending", rows: "descending", classes: "descending", day: "descending" };

function sortBy(key, direction) {
  const column = titles.findIndex((title) => title.dataset.key === key);
  const title = titles[column];
  const first = FIRST[key] ?? "ascending";
  const turned = title.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
  const wanted = direction ?? (title.getAttribute("aria-sort") === "none" ? first : turned);
  for (const one of titles) one.setAttribute("aria-sort", one === title ? wanted : "none");
  const sign = wanted === "ascending" ? 1 : -1;
  const keyed = rows.map((row, number) => ({ row, number, value: row.cells[column].dataset.value }));
  keyed.sort((a, b) => blankLast(a.value, b.value) || sign * order.compare(a.value, b.value) || a.number - b.number);
  body.append(...keyed.map((one) => one.row));
  told.textContent = `Sorted by ${title.textContent.trim()}, ${wanted}`;
}

function blankLast(a, b) {
  const blank = (value) => value === "" || value === "-1";
  return Number(blank(a)) - Number(blank(b));
}

function show() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
    count += Number(!row.hidden);
  }
  document.getElementById("nothing").hidden = count > 0;
  told.textContent = `${count} of ${rows.length} reports`;
}

function step(by) {
  const links = [...document.querySelectorAll("tbody tr:not([hidden]) a")];
  if (!links.length) return;
  const at = links.indexOf(document.activeElement);
  links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.max(0, Math.min(links.length - 1, at + by))].focus();
}

if (table !== null) {
  for (const title of titles) title.firstElementChild.addEventListener("click", () => sortBy(title.dataset.key));
  find.addEventListener("input", show);
  keys.set("c", () => sortBy("confidence", "ascending"));
  keys.set("s", () => sortBy("series", "ascending"));
  keys.set("x", () => sortBy("flags", "descending"));
}
keys.set("/", () => find.focus());
keys.set("j", () => step(1));
keys.set("k", () => step(-1));
find.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { find.value = ""; if (table !== null) show(); find.blur(); }
  if (event.key === "Enter") step(1);
});
