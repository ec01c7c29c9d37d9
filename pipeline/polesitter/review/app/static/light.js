// Highlights over the text that change no element: evidence of a cell, the words selected.

const SUPPORTED = typeof Highlight !== "undefined" && CSS.highlights !== undefined;

/** Light spans of the text under a name of the style sheet; scroll to the first if asked. */
export function light(pane, name, spans, { scroll = false } = {}) {
  const ranges = spans.map(({ start, end }) => pane.rangeOf(start, end)).filter(Boolean);
  if (SUPPORTED) CSS.highlights.set(name, new Highlight(...ranges));
  if (scroll && ranges.length > 0) bringIntoView(pane, ranges[0]);
}

/** Scroll a span of the text into view. */
export function reveal(pane, { start, end }) {
  const range = pane.rangeOf(start, end);
  if (range !== null) bringIntoView(pane, range);
}

function bringIntoView(pane, range) {
  const box = range.getBoundingClientRect();
  const frame = pane.root.getBoundingClientRect();
  if (pane.root.scrollHeight <= pane.root.clientHeight) {
    if (box.top >= 0 && box.bottom <= window.innerHeight) return;
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    return;
  }
  const margin = Math.min(60, frame.height / 4);
  if (box.top < frame.top + margin || box.bottom > frame.bottom - margin) {
    pane.root.scrollBy({ top: box.top - frame.top - frame.height / 3 });
  }
}
