// The words of the text, for moving through it by keyboard.

import { codePoints } from "./offsets.js";

const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,:'’\-/][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu;

/** Bounds of the words of a part, in code points of the report. */
export function wordsOf(part) {
  if (part.words === undefined) {
    const text = part.cutter.slice(0, part.cutter.length);
    part.words = [];
    let unit = 0;
    let point = part.start;
    for (const match of text.matchAll(WORD)) {
      point += codePoints(text.slice(unit, match.index));
      const start = point;
      point += codePoints(match[0]);
      unit = match.index + match[0].length;
      part.words.push({ start, end: point });
    }
  }
  return part.words;
}

/** The first word that starts at or after an offset; null at the end of the text. */
export function wordFrom(parts, offset) {
  for (const part of parts) {
    const found = wordsOf(part).find((word) => word.start >= offset);
    if (found !== undefined) return found;
  }
  return null;
}

/** The last word that ends at or before an offset; null at the start of the text. */
export function wordBefore(parts, offset) {
  for (const part of [...parts].reverse()) {
    if (part.start >= offset) continue;
    const found = wordsOf(part).findLast((word) => word.end <= offset);
    if (found !== undefined) return found;
  }
  return null;
}
