// What is selected in the text, by mouse or keyboard, and the edits of mentions that follow.

import { byId, make } from "./dom.js";
import { inspectWords } from "./inspector.js";
import { BY_KEY, LABELS } from "./labels.js";
import { isSame } from "./mention.js";
import { wordBefore, wordFrom } from "./words.js";

export class Selecting {
  /** `send` takes a step; `on.changed` is told the span selected, or null. */
  constructor(pane, send, on) {
    this.pane = pane;
    this.send = send;
    this.on = on;
    /** The span selected, and the mention it began from: Enter gives the one to the other. */
    this.current = null;
    this.origin = null;
    this.drawPalette();
    this.listen();
  }

  get mention() {
    return this.current === null ? null
      : this.pane.mentionAt(this.current.start, this.current.end);
  }

  drawPalette() {
    byId("palette").replaceChildren(...Object.entries(LABELS).map(([label, { name, key }]) =>
      make("button", {
        type: "button",
        class: `label ${label}`,
        "data-label": label,
        "aria-pressed": "false",
        "aria-keyshortcuts": key,
        onclick: () => this.label(label),
      }, make("kbd", {}, key), " ", make("span", {}, name))));
  }

  listen() {
    const root = this.pane.root;
    root.addEventListener("mouseup", () => {
      const span = this.pane.selected();
      if (span !== null) this.select(span);
    });
    root.addEventListener("click", (event) => {
      if (!document.getSelection().isCollapsed) return;
      const mark = event.target.closest("mark");
      this.select(mark === null ? null
        : { start: Number(mark.dataset.start), end: Number(mark.dataset.end) });
    });
    root.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/plain", event.target.textContent);
      event.dataTransfer.effectAllowed = "copy";
    });
    root.addEventListener("keydown", (event) => this.key(event));
  }

  /** Select a span, as the start of a new selection; null selects nothing. */
  select(span, { scroll = false } = {}) {
    this.current = span;
    this.origin = this.mention;
    this.draw(scroll);
    if (span !== null) this.say();
  }

  /** Keep the origin while the bounds of the selection move. */
  stretch(span) {
    if (span === null || span.start >= span.end) return;
    this.current = span;
    document.getSelection().removeAllRanges();
    this.draw(true);
    this.say();
  }

  /** Draw again after the mentions have changed. */
  refresh() {
    this.origin = this.mention;
    this.draw(false);
  }

  draw(scroll) {
    for (const old of this.pane.root.querySelectorAll("mark.current")) {
      old.classList.remove("current");
      old.removeAttribute("draggable");
    }
    const mention = this.mention;
    if (mention !== null) {
      const mark = this.pane.markOf(mention);
      mark?.classList.add("current");
      mark?.setAttribute("draggable", "true");
    }
    for (const button of byId("palette").children) {
      button.setAttribute("aria-pressed", String(button.dataset.label === mention?.label));
      button.disabled = this.current === null;
    }
    inspectWords(byId("inspector"), this.pane, this.current, mention, {
      move: (start, end) => this.nudge(start, end),
      remove: () => this.remove(),
      link: (to) => this.link(to),
      stay: () => {
        this.draw(false);
        this.pane.root.focus({ preventScroll: true });
      },
    });
    this.on.changed(this.current, scroll);
  }

  say() {
    const { start, end } = this.current;
    const mention = this.mention;
    byId("said").textContent = `${this.pane.slice(start, end)}${
      mention === null ? "" : `, ${LABELS[mention.label].name}`}`;
  }

  label(label) {
    if (this.current === null) return;
    const { start, end } = this.current;
    const mention = this.mention;
    if (mention?.label === label) return;
    document.getSelection().removeAllRanges();
    this.send({ kind: mention === null ? "mark" : "label", start, end, label });
    this.pane.root.focus({ preventScroll: true });
  }

  /** Give the mention that the selection began from the bounds selected. */
  apply() {
    const { origin, current } = this;
    if (current === null || origin === null || isSame(origin, current)) return;
    this.send({ kind: "move", start: origin.start, end: origin.end,
      to: [current.start, current.end] });
  }

  async nudge(first, last) {
    const mention = this.mention;
    if (mention === null) return;
    const title = document.activeElement?.title;
    const to = [mention.start + first, mention.end + last];
    this.current = { start: to[0], end: to[1] };
    const taken = await this.send({ kind: "move", start: mention.start, end: mention.end, to });
    if (!taken) this.select(mention);
    // The buttons are drawn anew; whoever pressed one wants to press it again.
    if (title) byId("inspector").querySelector(`[title="${title}"]`)?.focus();
  }

  remove() {
    const mention = this.mention;
    if (mention !== null) this.send({ kind: "unmark", start: mention.start, end: mention.end });
    this.pane.root.focus({ preventScroll: true });
  }

  link(to) {
    const mention = this.mention;
    const span = to === null ? null : [to.start, to.end];
    this.send({ kind: "link", start: mention.start, end: mention.end, to: span });
    this.pane.root.focus({ preventScroll: true });
  }

  /** The first words on the screen, where moving by keyboard begins. */
  get from() {
    if (this.current !== null) return this.current;
    const start = this.pane.parts[0]?.start ?? 0;
    return { start, end: start };
  }

  nextMention(down) {
    const { start } = this.from;
    const began = this.current === null;
    const all = this.pane.mentions;
    return down ? all.find((one) => one.start > start || (began && one.start === start))
      : all.findLast((one) => one.start < start);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey) return;
    const act = this.command(event);
    if (act === null) return;
    event.preventDefault();
    act();
  }

  command(event) {
    const { pane, from } = this;
    const { parts } = pane;
    const go = (span) => () => {
      document.getSelection().removeAllRanges();
      if (span) this.select({ start: span.start, end: span.end }, { scroll: true });
    };
    if (event.shiftKey && event.altKey) {
      const word = event.key === "ArrowLeft" ? wordBefore(parts, from.start)
        : event.key === "ArrowRight" ? wordFrom(parts, from.start + 1) : null;
      return word && (() => this.stretch({ start: word.start, end: from.end }));
    }
    if (event.altKey) return null;
    if (event.shiftKey) {
      if (event.key === "ArrowRight") {
        const word = wordFrom(parts, from.end);
        return word && (() => this.stretch({ start: from.start, end: word.end }));
      }
      if (event.key === "ArrowLeft") {
        const word = wordBefore(parts, from.end - 1);
        return word && (() => this.stretch({ start: from.start, end: word.end }));
      }
      return null;
    }
    switch (event.key) {
      case "ArrowRight": return go(wordFrom(parts, from.end));
      case "ArrowLeft": return go(wordBefore(parts, from.start));
      case "ArrowDown": return go(this.nextMention(true));
      case "ArrowUp": return go(this.nextMention(false));
      case "Enter": return () => this.apply();
      case "Escape": return () => this.select(null);
      case "Delete":
      case "Backspace": return () => this.remove();
      case "=": return () => byId("same-as")?.focus();
      default: {
        const label = BY_KEY[event.key.toLowerCase()];
        return label === undefined ? null : () => this.label(label);
      }
    }
  }
}
