// What is known of the words or the cell that is selected, and what can be done with it.

import { make } from "./dom.js";
import { LABELS, NAMES } from "./labels.js";
import { isAside } from "./mention.js";

const OWN = "own";

/** Show the selected words; `mention` is theirs, or null. `act` are the things to do. */
export function inspectWords(root, pane, current, mention, act) {
  if (current === null) {
    root.replaceChildren(make("p", { class: "quiet" },
      "Select words, then a label above. Or click a mention."));
    return;
  }
  const words = make("bdi", { class: "words" }, shortened(pane.slice(current.start, current.end)));
  if (mention === null) {
    root.replaceChildren(make("p", {}, words, " ", make("span", { class: "quiet" }, "no mention")));
    return;
  }
  const deeds = NAMES.has(mention.label) ? [sameAs(pane, mention, act)] : [];
  deeds.push(
    make("div", { class: "edges", role: "group", "aria-label": "Bounds" },
      make("span", { "aria-hidden": "true" }, "start"),
      nudge("Start", "one character earlier", "◂", () => act.move(-1, 0)),
      nudge("Start", "one character later", "▸", () => act.move(1, 0)),
      make("span", { "aria-hidden": "true" }, "end"),
      nudge("End", "one character earlier", "◂", () => act.move(0, -1)),
      nudge("End", "one character later", "▸", () => act.move(0, 1))),
    make("button", { type: "button", title: "Remove the mention (Delete)", onclick: act.remove },
      "Remove"),
  );
  root.replaceChildren(
    make("p", {}, words, " ", make("span", { class: "quiet" }, told(mention))),
    make("div", { class: "deeds" }, ...deeds),
  );
}

/** Show the active cell: whose it is, what it rests on, and what can be done. */
export function inspectCell(root, { heading, owner, cell, canPick }, act) {
  const state = cell.pinned ? "set by you"
    : cell.chance !== undefined ? `${Math.round(cell.chance * 100)}% sure`
      : cell.text ? "" : "empty";
  root.replaceChildren(
    make("p", {}, make("strong", {}, heading), owner ? " of " : "",
      make("bdi", {}, shortened(owner)), " ", make("span", { class: "quiet" }, state)),
    make("button", { type: "button", title: "Take a mention from the text (Space)",
      disabled: !canPick, onclick: act.pick }, "From text"),
    make("button", { type: "button", title: "Give the cell back to the extractor (Ctrl+Delete)",
      disabled: !cell.pinned, onclick: act.release }, "Give back"),
    make("button", { type: "button", title: "Remove the row (Alt+X)", onclick: act.drop },
      "Remove row"),
  );
}

function told(mention) {
  const by = mention.rule === "reviewer" ? "marked by you"
    : mention.rule === "learned.names" ? `learned, ${Math.round(mention.score * 100)}% sure`
      : "by rule";
  const framing = isAside(mention) ? ` · told of ${mention.framing.replace("_", " ")}` : "";
  const value = mention.value !== null ? ` · ${mention.value}` : "";
  return `${LABELS[mention.label].name}${value} · ${by}${framing}`;
}

/** A choice of the entity that a mention names. */
function sameAs(pane, mention, act) {
  const entities = new Map();
  for (const one of pane.mentions) {
    if (one.label !== mention.label || one.entity === null) continue;
    const words = pane.slice(one.start, one.end);
    const known = entities.get(one.entity);
    if (known === undefined) entities.set(one.entity, { words, span: one, count: 1 });
    else {
      known.count += 1;
      if (words.length > known.words.length) Object.assign(known, { words, span: one });
    }
  }
  const options = [...entities].map(([entity, { words, count }]) => make("option", {
    value: entity,
    selected: entity === mention.entity,
  }, count > 1 ? `${shortened(words)} (${count})` : shortened(words)));
  if (entities.get(mention.entity)?.count > 1) {
    options.push(make("option", { value: OWN }, "somebody else"));
  }
  const select = make("select", {
    id: "same-as",
    title: "Who or what this names (=, then Enter)",
  }, ...options);
  const choose = () => {
    if (select.value === mention.entity) act.stay();
    else act.link(select.value === OWN ? null : entities.get(select.value).span);
  };
  // Each arrow key changes the value: by keyboard, only Enter chooses.
  let typed = false;
  select.addEventListener("pointerdown", () => { typed = false; });
  select.addEventListener("keydown", (event) => {
    typed = true;
    if (event.key === "Enter") choose();
    else if (event.key === "Escape") act.stay();
    else return;
    event.preventDefault();
  });
  select.addEventListener("change", () => {
    if (!typed) choose();
  });
  return make("label", { class: "same" }, "is ", select);
}

function nudge(edge, way, sign, onclick) {
  return make("button", { type: "button", title: `${edge} ${way}`, "aria-label": `${edge} ${way}`,
    onclick }, sign);
}

function shortened(words) {
  return words.length > 60 ? `${words.slice(0, 58)}…` : words;
}
