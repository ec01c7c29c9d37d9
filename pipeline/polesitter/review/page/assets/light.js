"use strict";
// Cells light the words that prove them, and words the cells they prove.
const data = JSON.parse(document.getElementById("data").textContent);
const prose = document.getElementById("prose");
const inspector = document.getElementById("inspector");
const hint = inspector.firstElementChild;
const marks = [...prose.querySelectorAll("mark")];
const cells = [...document.querySelectorAll("[data-cell]")];
const parts = new Map();   // span number -> its marks, in text order
const proved = new Map();  // span number -> the cells it proves
const kin = new Map();     // entity -> the span numbers of its mentions
let held = null;           // the mark or cell whose light stays on
let shown = null;

for (const mark of marks) push(parts, Number(mark.dataset.s), mark);
for (const cell of cells) for (const number of spansOf(cell)) push(proved, number, cell);
data.spans.forEach((span, number) => { if (span.entity) push(kin, span.entity, number); });

function push(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

function spansOf(cell) {
  return cell.dataset.spans ? cell.dataset.spans.split(" ").map(Number) : [];
}

function isMark(element) {
  return element.tagName === "MARK";
}

function lightUp(element) {
  for (const lit of document.querySelectorAll(".lit, .kin")) lit.classList.remove("lit", "kin");
  shown = element;
  prose.classList.toggle("dimmed", element !== null && (isMark(element) || spansOf(element).length > 0));
  if (element === null) {
    inspector.replaceChildren(hint);
  } else if (isMark(element)) {
    const number = Number(element.dataset.s);
    const span = data.spans[number];
    for (const part of parts.get(number)) part.classList.add("lit");
    for (const cell of proved.get(number) ?? []) cell.classList.add("lit");
    for (const other of kin.get(span.entity) ?? []) {
      for (const part of parts.get(other) ?? []) if (other !== number) part.classList.add("kin");
    }
    inspector.replaceChildren(...aboutSpan(span, proved.get(number) ?? []));
  } else {
    element.classList.add("lit");
    for (const number of spansOf(element)) {
      for (const part of parts.get(number) ?? []) part.classList.add("lit");
    }
    inspector.replaceChildren(...aboutCell(element));
  }
  document.dispatchEvent(new CustomEvent("lit", { detail: element }));
}

function hold(element) {
  held?.classList.remove("held");
  held = element === held ? null : element;
  held?.classList.add("held");
  lightUp(held ?? element);
}

function letGo() {
  held?.classList.remove("held");
  held = null;
  lightUp(null);
}

function bringIntoView(element) {
  const targets = isMark(element)
    ? proved.get(Number(element.dataset.s)) ?? []
    : spansOf(element).flatMap((number) => parts.get(number) ?? []);
  targets[0]?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function aboutSpan(span, cellsOfIt) {
  const framing = span.framing && span.framing !== "outcome" ? `, told of ${span.framing.replaceAll("_", " ")}` : "";
  const proves = cellsOfIt.map(nameOf);
  return [
    line("words", [span.text]),
    line("", [kindOf(span.label), span.value ? ` ${span.value}${framing}` : framing]),
    line("how", [proves.length ? `Proves: ${[...new Set(proves)].join("; ")}. ` : "Proves no value. ",
      span.rule ? `Found by ${span.rule}, ${percent(span.score)}.` : ""]),
  ];
}

function aboutCell(cell) {
  const words = [...new Set(spansOf(cell).map((number) => `“${data.spans[number].text}”`))];
  const value = cell.querySelector("bdi").textContent;
  const lines = [line("words", [value === "–" || value === "" ? "not stated" : value])];
  lines.push(line("", [nameOf(cell)]));
  if (words.length) lines.push(line("how", [`Proved by ${words.join(" and ")} (${cell.dataset.why}).`]));
  else if (cell.dataset.why) lines.push(line("how", [`Why: ${cell.dataset.why}.`]));
  return lines;
}

function nameOf(cell) {
  return cell.dataset.who ? `${cell.dataset.name} of ${cell.dataset.who}` : cell.dataset.name;
}

function kindOf(label) {
  const kind = document.createElement("span");
  kind.className = "kind";
  kind.dataset.label = label;
  kind.textContent = data.names[label] ?? label;
  return kind;
}

function line(name, children) {
  const paragraph = document.createElement("p");
  paragraph.className = name;
  paragraph.append(...children);
  return paragraph;
}

function percent(score) {
  return score >= 1 ? "100%" : `${Math.min(99, Math.round(score * 100))}%`;
}

function targetOf(event) {
  return event.target instanceof Element ? event.target.closest("mark:not(.off), [data-cell]") : null;
}

document.addEventListener("pointerover", (event) => {
  const target = targetOf(event);
  if (held === null && target !== shown) {
    const focused = document.activeElement?.closest("mark, [data-cell]") ?? null;
    lightUp(target ?? focused);
  }
});
document.addEventListener("click", (event) => {
  const target = targetOf(event);
  if (target !== null) hold(target);
});
document.addEventListener("focusin", (event) => {
  const target = event.target.closest("mark, [data-cell]");
  if (target !== null && held === null && target !== shown) {
    lightUp(target);
    bringIntoView(target);
  }
});
document.addEventListener("focusout", (event) => {
  if (held === null && event.relatedTarget === null) lightUp(null);
});
