// The page of one report: what is shown follows from the server's answers, and nothing else.

import { byId } from "./dom.js";
import { Decisions } from "./decisions.js";
import { Grid } from "./grid.js";
import { inspectCell } from "./inspector.js";
import { drawHelp, isTyping } from "./keys.js";
import { light, reveal } from "./light.js";
import { Picking } from "./picking.js";
import { Server } from "./server.js";
import { Session } from "./session.js";
import { TextPane } from "./text.js";
import { Selecting } from "./selecting.js";

const setup = JSON.parse(document.body.dataset.setup);
const server = new Server(setup.key);
const pane = new TextPane(byId("text"));
const decisions = new Decisions(server, setup.key, show, renew);
const send = (step) => decisions.send(step);
const grid = new Grid(byId("table"), setup.fields, {
  active: enterCell,
  set: (row, field, text) => send({ kind: "cell", row, field, text }),
  drop: () => takeMention(selecting.mention),
}, offered);
const session = new Session(byId("session"), setup.session, {
  active: enterFact,
  set: (field, text) => send({ kind: "session", field, text }),
}, offered);
const selecting = new Selecting(pane, send, {
  changed: (span, scroll) => {
    // A mention shows by itself that it is selected.
    const plain = span !== null && selecting.mention === null;
    light(pane, "selected", plain ? [span] : []);
    if (scroll && span !== null) reveal(pane, span);
    grid.light(span);
  },
});
const picking = new Picking(pane, selecting);

function show(view) {
  if (view.parts.length > 0) pane.show(view.parts);
  session.show(view.session);
  grid.show(view.rows);
  decisions.show(view);
  if (view.parts.length > 0) selecting.refresh();
  if (byId("table").contains(document.activeElement)) enterCell();
}

async function renew() {
  const view = await server.read();
  show(view);
  return view;
}

/** Values to offer for a column: what the mentions of its label say, and fixed words. */
function offered(field) {
  if (field.name === "status") return setup.statuses;
  if (field.name === "grid") return ["rear"];
  if (field.label === "" || field.label === "POSITION") return [];
  const own = pane.mentions.filter((one) => one.label === field.label)
    .map((one) => (field.label === "DRIVER" || one.value === null
      ? pane.slice(one.start, one.end) : one.value));
  return [...new Set(field.name === "gap_to" ? ["leader", ...own] : own)].slice(0, 200);
}

function spansOf(cell) {
  return (cell?.spans ?? []).map(([start, end]) => ({ start, end }));
}

function enterCell() {
  const cell = grid.activeCell;
  if (cell === null) return;
  light(pane, "evidence", spansOf(cell), { scroll: true });
  const names = ["driver", "team", "number"].map((name) =>
    grid.activeRow.cells[setup.fields.findIndex((field) => field.name === name)].text);
  inspectCell(byId("cell-inspector"), {
    heading: grid.field.heading,
    owner: names.find((name) => name !== "") ?? "",
    cell,
    canPick: grid.field.label !== "",
  }, { pick, release, drop });
}

function enterFact(field, fact) {
  light(pane, "evidence", spansOf(fact), { scroll: true });
}

/** Put a mention into the active cell. */
function takeMention(mention) {
  if (mention === null || grid.active.row === null) return;
  const { row, column } = grid.active;
  const span = [mention.start, mention.end];
  send({ kind: "cell", row, field: setup.fields[column].name, span });
}

async function pick() {
  const { field, active } = grid;
  if (field.label === "") return;
  const near = spansOf(grid.activeCell)[0] ?? spansOf(grid.activeRow.cells.find(
    (cell) => cell.spans !== undefined))[0];
  const back = { ...active };
  const mention = await picking.choose(field.label, near?.start ?? 0);
  grid.go(back.row, back.column);
  takeMention(mention);
}

function release() {
  send({ kind: "release", row: grid.active.row, field: grid.field.name });
}

function drop() {
  if (grid.active.row !== null) send({ kind: "drop", row: grid.active.row });
}

async function add() {
  const taken = grid.rows.map((row) => Number(/^n(\d+)$/.exec(row.id)?.[1] ?? 0));
  const row = `n${Math.max(0, ...taken, decisions.steps) + 1}`;
  if (await send({ kind: "add", row })) {
    grid.go(row, setup.fields.findIndex((field) => field.name === "position"));
  }
}

function swap() {
  if (byId("text").contains(document.activeElement)) grid.focus();
  else byId("text").focus();
}

/** Commands that hold everywhere on the page. */
function command(event) {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.code === "Enter") return () => decisions.accept();
  if (event.altKey && event.code === "KeyS") return () => decisions.skip();
  if (event.altKey && event.code === "KeyN") return () => decisions.next();
  if (event.altKey && event.code === "KeyR") return add;
  if (event.altKey && event.code === "KeyX") return drop;
  if (event.key === "F6") return swap;
  if (isTyping(event)) return null;
  if (control && event.key.toLowerCase() === "z") {
    return () => send({ kind: event.shiftKey ? "redo" : "undo" });
  }
  if (control && event.key.toLowerCase() === "y") return () => send({ kind: "redo" });
  if (event.key === "?") return () => byId("help").showModal();
  const inGrid = byId("table").contains(event.target);
  if (inGrid && event.key === " ") return pick;
  if (inGrid && control && ["Delete", "Backspace"].includes(event.key)) return release;
  return null;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || byId("help").open) return;
  const act = command(event);
  if (act === null) return;
  event.preventDefault();
  act();
});
byId("add").addEventListener("click", add);
byId("help-open").addEventListener("click", () => byId("help").showModal());
byId("table").addEventListener("mouseover", (event) => {
  const cell = grid.cellOf(event.target);
  const row = cell && grid.rows.find((one) => one.id === cell.dataset.row);
  light(pane, "hovered", spansOf(row?.cells[Number(cell.dataset.column)]));
});
byId("table").addEventListener("mouseleave", () => light(pane, "hovered", []));
document.addEventListener("visibilitychange", async () => {
  // Another tab may have been at work meanwhile.
  if (document.visibilityState === "visible") await decisions.idle(renew);
});

drawHelp();
await decisions.idle(renew);
byId("text").focus({ preventScroll: true });
document.body.dataset.ready = "yes";
