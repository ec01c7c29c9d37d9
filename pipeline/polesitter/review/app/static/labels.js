// The labels of mentions: how they are called, and the key that gives them.

export const LABELS = {
  DRIVER: { name: "Driver", key: "d" },
  TEAM: { name: "Team", key: "t" },
  CAR: { name: "Car", key: "c" },
  NUMBER: { name: "Number", key: "n" },
  POSITION: { name: "Position", key: "p" },
  LAPTIME: { name: "Lap time", key: "l" },
  SPEED: { name: "Speed", key: "s" },
  GAP: { name: "Gap", key: "g" },
  SEGMENT: { name: "Segment", key: "q" },
  CLASS: { name: "Class", key: "k" },
  SERIES: { name: "Series", key: "r" },
  EVENT: { name: "Event", key: "e" },
  TRACK: { name: "Track", key: "v" },
  DATE: { name: "Date", key: "y" },
};

export const BY_KEY = Object.fromEntries(
  Object.entries(LABELS).map(([label, { key }]) => [key, label]),
);

/** Labels whose mentions name somebody or something, and can name the same. */
export const NAMES = new Set(["DRIVER", "TEAM", "CAR", "SERIES", "EVENT", "TRACK", "CLASS"]);
