// The keys of the page, as the help shows them; what they do stands where they are heard.

import { byId, make } from "./dom.js";
import { LABELS } from "./labels.js";

const HELP = [
  ["Anywhere", [
    ["Ctrl+Enter", "accept, and on to the next report"],
    ["Alt+S", "skip this report"],
    ["Alt+N", "next report, this one undecided"],
    ["Ctrl+Z", "undo"],
    ["Ctrl+Shift+Z", "redo"],
    ["F6", "from text to grid and back"],
    ["?", "this help"],
  ]],
  ["In the text", [
    ["← →", "word before, word after"],
    ["↑ ↓", "mention before, mention after"],
    ["Shift+← →", "move the end of the selection by a word"],
    ["Alt+Shift+← →", "move the start of the selection by a word"],
    ["Enter", "give the mention the bounds selected"],
    ["Delete", "remove the mention"],
    ["=", "choose who the mention names"],
    ["Escape", "select nothing"],
  ]],
  ["Labels, in the text", Object.values(LABELS).map(({ key, name }) => [key.toUpperCase(), name])],
  ["In the grid", [
    ["← ↑ → ↓", "move from cell to cell"],
    ["Enter", "edit; or begin to type"],
    ["Delete", "empty the cell"],
    ["Space", "take a mention from the text; ↑ ↓ choose, Enter takes, Escape leaves"],
    ["Ctrl+Delete", "give the cell back to the extractor"],
    ["Alt+R", "add a row"],
    ["Alt+X", "remove the row"],
  ]],
];

export function drawHelp() {
  byId("help-keys").replaceChildren(...HELP.map(([heading, keys]) => make("section", {},
    make("h3", {}, heading),
    make("dl", {}, ...keys.map(([key, told]) => make("div", {},
      make("dt", {}, ...key.split(" ").flatMap((one, number) => [
        ...(number > 0 ? [" "] : []), make("kbd", {}, one)])),
      make("dd", {}, told)))))));
}

/** Whether a key is typed into a field rather than meant as a command. */
export function isTyping(event) {
  return event.target instanceof Element
    && event.target.closest("input, textarea, select, dialog") !== null;
}
