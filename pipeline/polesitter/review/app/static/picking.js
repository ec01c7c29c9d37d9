// Taking a mention from the text into a cell, by keyboard or with a click.

import { byId } from "./dom.js";

export class Picking {
  constructor(pane, selecting) {
    this.pane = pane;
    this.selecting = selecting;
  }

  /** Let a person choose among the mentions of a label; null where they leave it. */
  choose(label, near) {
    const choices = this.pane.mentions.filter((one) => one.label === label);
    if (choices.length === 0) {
      byId("said").textContent = "No such mention is in the text.";
      return Promise.resolve(null);
    }
    let at = choices.findIndex((one) => one.start >= near);
    at = at < 0 ? choices.length - 1 : at;
    const root = this.pane.root;
    root.classList.add("picking");
    root.dataset.picking = label;
    root.focus({ preventScroll: true });
    this.selecting.select(choices[at], { scroll: true });
    return new Promise((resolve) => {
      const stop = new AbortController();
      const end = (mention) => {
        stop.abort();
        root.classList.remove("picking");
        delete root.dataset.picking;
        resolve(mention);
      };
      const go = (by) => {
        at = (at + by + choices.length) % choices.length;
        this.selecting.select(choices[at], { scroll: true });
      };
      // Before the keys of the text pane, which mean other things.
      root.addEventListener("keydown", (event) => {
        const acts = {
          ArrowDown: () => go(1),
          ArrowRight: () => go(1),
          ArrowUp: () => go(-1),
          ArrowLeft: () => go(-1),
          Enter: () => end(choices[at]),
          " ": () => end(choices[at]),
          Escape: () => end(null),
        };
        event.stopPropagation();
        if (acts[event.key] === undefined) return;
        event.preventDefault();
        acts[event.key]();
      }, { capture: true, signal: stop.signal });
      root.addEventListener("click", (event) => {
        const mark = event.target.closest("mark");
        const start = Number(mark?.dataset.start);
        end(choices.find((one) => one.start === start) ?? null);
      }, { signal: stop.signal });
      root.addEventListener("blur", () => end(null), { signal: stop.signal });
    });
  }
}
