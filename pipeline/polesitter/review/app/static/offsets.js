// Offsets: the server counts code points, the browser counts UTF-16 units.

/** The number of code points in a string. */
export function codePoints(text) {
  let count = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    const code = text.charCodeAt(unit);
    // The second half of a surrogate pair is no code point of its own.
    if (code < 0xdc00 || code > 0xdfff || !isHigh(text.charCodeAt(unit - 1))) count += 1;
  }
  return count;
}

/** The UTF-16 offset of a code point offset. */
export function toUnits(text, points) {
  let unit = 0;
  for (let left = points; left > 0 && unit < text.length; left -= 1) {
    unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
  }
  return unit;
}

/** Cuts a string at code point offsets without walking it again from the start each time. */
export class Cutter {
  constructor(text) {
    this.text = text;
    // Most reports hold no surrogate pair; then both ways of counting agree.
    this.plain = codePoints(text) === text.length;
    this.points = this.plain ? null : Array.from(text);
  }

  get length() {
    return this.plain ? this.text.length : this.points.length;
  }

  slice(start, end) {
    return this.plain ? this.text.slice(start, end) : this.points.slice(start, end).join("");
  }
}

function isHigh(code) {
  return code >= 0xd800 && code <= 0xdbff;
}
