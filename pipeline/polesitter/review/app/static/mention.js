// A mention as the server tells it: a list, to be short on the wire.

export function mentionOf([start, end, label, entity, framing, rule, score, value]) {
  return { start, end, label, entity, framing, rule, score, value };
}

export function isAside(mention) {
  return mention.framing !== null && mention.framing !== "outcome";
}

/** Whether two spans are the same words. */
export function isSame(one, other) {
  return one !== null && other !== null && one.start === other.start && one.end === other.end;
}
