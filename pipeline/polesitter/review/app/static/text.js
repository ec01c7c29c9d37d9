// The text of the report: drawn by part, selected in code points.

import { make } from "./dom.js";
import { LABELS } from "./labels.js";
import { isAside, mentionOf } from "./mention.js";
import { Cutter, codePoints, toUnits } from "./offsets.js";

/** The start of each text node, in code points of the report. */
const starts = new WeakMap();

export class TextPane {
  constructor(root) {
    this.root = root;
    this.parts = [];
    this.marks = new Map();
  }

  /** All mentions in text order. */
  get mentions() {
    return this.parts.flatMap((part) => part.mentions);
  }

  /** Take parts as the server tells them: with their text the first time, then mentions alone. */
  show(parts) {
    for (const { number, start, text, mentions } of parts) {
      const known = this.parts[number];
      const cutter = text === undefined ? known.cutter : new Cutter(text);
      const part = { start, cutter, mentions: mentions.map(mentionOf) };
      part.section = this.draw(part);
      for (const old of known?.mentions ?? []) this.marks.delete(keyOf(old));
      this.parts[number] = part;
      if (known) known.section.replaceWith(part.section);
      else this.root.append(part.section);
      for (const mark of part.section.querySelectorAll("mark")) {
        this.marks.set(`${mark.dataset.start}:${mark.dataset.end}`, mark);
      }
    }
  }

  draw(part) {
    const section = make("div", { class: "part" });
    for (const [from, to] of blocks(part)) {
      const block = make("p", { dir: "auto" });
      block.start = from + part.start;
      block.end = to + part.start;
      fill(block, part, from, to);
      section.append(block);
    }
    return section;
  }

  /** The words of the report in [start, end). */
  slice(start, end) {
    const part = this.partOf(start);
    return part.cutter.slice(start - part.start, end - part.start);
  }

  partOf(offset) {
    let found = this.parts[0];
    for (const part of this.parts) if (part.start <= offset) found = part;
    return found;
  }

  mentionAt(start, end) {
    const part = this.partOf(start);
    return part.mentions.find((one) => one.start === start && one.end === end) ?? null;
  }

  /** The first mention that shares words with [start, end). */
  mentionIn(start, end) {
    const part = this.partOf(start);
    return part.mentions.find((one) => one.start < end && one.end > start) ?? null;
  }

  markOf(span) {
    return this.marks.get(keyOf(span)) ?? null;
  }

  /** A DOM range for [start, end); null where the words are not drawn. */
  rangeOf(start, end) {
    const first = this.place(start, false);
    const last = this.place(end, true);
    if (first === null || last === null) return null;
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(...last);
    return range;
  }

  /** The text node and UTF-16 offset of a code point; at a border the node before if `before`. */
  place(offset, before) {
    const part = this.partOf(before ? offset - 1 : offset);
    for (const block of part.section.children) {
      if (offset < block.start || offset > block.end) continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      let best = null;
      while (node !== null && starts.get(node) + (before ? 1 : 0) <= offset) {
        best = node;
        node = walker.nextNode();
      }
      if (best !== null) return [best, toUnits(best.data, offset - starts.get(best))];
    }
    return null;
  }

  /** The words that are selected with the mouse, spaces at the edges left out; null if none. */
  selected() {
    const selection = document.getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    if (!this.root.contains(range.commonAncestorContainer)) return null;
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : this.trimmed(start, end);
  }

  trimmed(start, end) {
    if (this.partOf(start) !== this.partOf(end - 1)) return null;
    const words = this.slice(start, end);
    const before = codePoints(words) - codePoints(words.trimStart());
    const after = codePoints(words) - codePoints(words.trimEnd());
    return start + before < end - after ? { start: start + before, end: end - after } : null;
  }
}

function keyOf({ start, end }) {
  return `${start}:${end}`;
}

/** Lines of a part, blank ones left out; a mention that runs over a line end is not cut. */
function* blocks(part) {
  const text = part.cutter.slice(0, part.cutter.length);
  const within = new Set();
  for (const { start, end } of part.mentions) {
    for (let at = start; at < end; at += 1) within.add(at - part.start);
  }
  let from = 0;
  let at = 0;
  let blank = true;
  for (const point of text) {
    if (point === "\n" && !within.has(at)) {
      if (!blank) yield [from, at];
      from = at + 1;
      blank = true;
    } else if (blank && point.trim() !== "") {
      blank = false;
    }
    at += 1;
  }
  if (!blank) yield [from, at];
}

function fill(block, part, from, to) {
  let at = from;
  const put = (parent, start, end) => {
    if (start >= end) return;
    const node = document.createTextNode(part.cutter.slice(start, end));
    starts.set(node, start + part.start);
    parent.append(node);
  };
  for (const mention of mentionsWithin(part, from, to)) {
    const start = mention.start - part.start;
    const end = mention.end - part.start;
    put(block, at, start);
    const mark = make("mark", {
      class: `m ${mention.label}${isAside(mention) ? " aside" : ""}`,
      "data-start": mention.start,
      "data-end": mention.end,
      "data-tag": LABELS[mention.label].key,
      title: titleOf(mention),
    });
    put(mark, start, end);
    block.append(mark);
    at = end;
  }
  put(block, at, to);
}

function mentionsWithin(part, from, to) {
  const all = part.mentions;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].start - part.start < from) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < all.length && all[last].start - part.start < to) last += 1;
  return all.slice(low, last);
}

function titleOf(mention) {
  const framing = isAside(mention) ? `, told of ${mention.framing.replace("_", " ")}` : "";
  return `${LABELS[mention.label].name}${framing}`;
}

function offsetOf(container, offset) {
  if (starts.has(container)) {
    return starts.get(container) + codePoints(container.data.slice(0, offset));
  }
  // A whole element is selected: take the nearest text node at or after the place.
  const child = container.childNodes[offset] ?? null;
  const node = child === null ? lastText(container) : firstText(child);
  if (node === null) return null;
  return starts.get(node) + (child === null ? codePoints(node.data) : 0);
}

function firstText(node) {
  if (starts.has(node)) return node;
  return document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
}

function lastText(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let last = null;
  while (walker.nextNode() !== null) last = walker.currentNode;
  return last;
}
