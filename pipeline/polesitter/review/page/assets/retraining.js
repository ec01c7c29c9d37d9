"use strict";
// The report of a retraining: finding among the cells gained and lost.
const find = document.getElementById("find");
const cells = [...document.querySelectorAll(".change")];

function show() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const cell of cells) {
    const text = cell.textContent.toLowerCase();
    cell.hidden = !words.every((word) => text.includes(word));
    count += Number(!cell.hidden);
  }
  document.getElementById("told").textContent = `${count} of ${cells.length} cells`;
}

find?.addEventListener("input", show);
keys.set("/", () => find?.focus());
