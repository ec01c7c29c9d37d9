"use strict";
// Relations as arcs over the text: all that count, or those of what is lit.
const SVG = "http://www.w3.org/2000/svg";
const CHOICES = ["none", "used", "all"];
const overlay = document.getElementById("arcs");
let choice = "none";

function nextRelations() {
  choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
  document.getElementById("relations-shown").textContent = choice;
  document.getElementById("relations").setAttribute("aria-pressed", String(choice !== "none"));
  drawArcs();
}

function drawArcs() {
  overlay.replaceChildren();
  if (choice === "none") return;
  const around = shown === null ? null : new Set(isMark(shown) ? [Number(shown.dataset.s)] : spansOf(shown));
  const chosen = data.arcs.filter((arc) => choice === "all" || arc.used);
  const near = around === null ? [] : chosen.filter((arc) => around.has(arc.from) || around.has(arc.to));
  for (const arc of near.length ? near : chosen) drawArc(arc, near.length > 0);
}

function drawArc(arc, strong) {
  const head = parts.get(arc.from)?.[0], tail = parts.get(arc.to)?.[0];
  if (head === undefined || tail === undefined) return;
  const frame = prose.getBoundingClientRect();
  const a = topOf(head, frame), b = topOf(tail, frame);
  const rise = Math.min(46, 16 + Math.abs(a.x - b.x) * 0.09);
  const group = overlay.appendChild(document.createElementNS(SVG, "g"));
  group.dataset.label = tail.dataset.label;
  group.setAttribute("class", `${strong ? "strong" : ""} ${arc.used ? "" : "unused"}`);
  add(group, "path", { d: `M${a.x} ${a.y} C${a.x} ${a.y - rise} ${b.x} ${b.y - rise} ${b.x} ${b.y}` });
  add(group, "path", { class: "end", d: `M${b.x - 4} ${b.y - 6} L${b.x + 4} ${b.y - 6} L${b.x} ${b.y + 1} Z` });
  if (strong) {
    const label = add(group, "text", { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 - rise * 0.75 - 5 });
    label.textContent = arc.used ? arc.kind : `${arc.kind}? ${percent(arc.score)}`;
  }
}

function topOf(mark, frame) {
  const box = mark.getClientRects()[0];
  return { x: Math.round(box.left + box.width / 2 - frame.left), y: Math.round(box.top - frame.top + 2) };
}

function add(parent, name, attributes) {
  const element = parent.appendChild(document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

document.getElementById("relations").addEventListener("click", nextRelations);
document.addEventListener("lit", drawArcs);
window.addEventListener("resize", drawArcs);
