// Typing into a cell: an input takes its place until Enter, Tab, Escape or a click elsewhere.

import { make } from "./dom.js";

let count = 0;

/**
 * Let a person edit the text of a cell.
 *
 * `done` is told the new text and how the edit ended: "down" (Enter), "right" (Tab), "left"
 * (Shift+Tab) or "stay"; the text is null where nothing is to change.
 */
export function edit(cell, { text, typed, label, wanted, options }, done) {
  count += 1;
  const list = `values-${count}`;
  const input = make("input", {
    class: "edit",
    type: "text",
    value: typed ?? text,
    "aria-label": label,
    title: wanted,
    list: options.length > 0 ? list : null,
    autocomplete: "off",
    spellcheck: "false",
  });
  const choices = make("datalist", { id: list }, ...options.map((value) => make("option", { value })));
  cell.replaceChildren(input, choices);
  cell.classList.add("editing");
  let over = false;
  const end = (value, way) => {
    if (over) return;
    over = true;
    cell.classList.remove("editing");
    cell.replaceChildren(document.createTextNode(text));
    done(value === null || value === text ? null : value, way);
  };
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") end(null, "stay");
    else if (event.key === "Enter") end(input.value, event.ctrlKey ? "stay" : "down");
    else if (event.key === "Tab") end(input.value, event.shiftKey ? "left" : "right");
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => end(input.value, "blur"));
  input.focus();
  if (typed === undefined) input.select();
  else input.setSelectionRange(typed.length, typed.length);
}
