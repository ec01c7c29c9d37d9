// The grid of results: one cell is active, arrow keys move, Enter edits.

import { make } from "./dom.js";
import { edit } from "./editor.js";

const UNSURE = 0.8;

export class Grid {
  /**
   * `fields`: the columns; `on`: what happens on `active` (a cell was entered), `set` (a new
   * text for a cell), `drop` (a mention was dropped on one); `options`: values to offer.
   */
  constructor(root, fields, on, options) {
    this.root = root;
    this.fields = fields;
    this.on = on;
    this.options = options;
    this.rows = [];
    /** Row id -> its element, and what it was drawn from. */
    this.drawn = new Map();
    this.body = null;
    this.head = null;
    this.active = { row: null, column: 1 };
    this.root.addEventListener("focusin", (event) => this.entered(event));
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("dblclick", (event) => {
      if (this.cellOf(event.target) !== null) this.edit();
    });
    this.listenToDrops();
  }

  show(rows) {
    const hadFocus = this.root.contains(document.activeElement);
    const place = this.rows.findIndex((row) => row.id === this.active.row);
    this.rows = rows;
    if (!rows.some((row) => row.id === this.active.row)) {
      this.active.row = rows[Math.min(Math.max(place, 0), rows.length - 1)]?.id ?? null;
    }
    this.draw();
    this.mark();
    if (hadFocus) this.focus();
  }

  /** Draw the rows, those that have not changed left as they are. */
  draw() {
    if (this.rows.length === 0) {
      this.drawn.clear();
      this.root.replaceChildren(empty());
      return;
    }
    if (this.body === null || !this.root.contains(this.body)) {
      this.body = make("tbody", { role: "rowgroup" });
      this.head = make("thead", { role: "rowgroup" });
      this.root.replaceChildren(make("table", { role: "grid", "aria-label": "Results" },
        this.head, this.body));
    }
    this.head.replaceChildren(this.heading());
    const drawn = new Map();
    this.rows.forEach((row, place) => {
      const told = JSON.stringify(row);
      const old = this.drawn.get(row.id);
      const line = old?.told === told ? old.line : this.row(row);
      drawn.set(row.id, { told, line });
      const there = this.body.children[place] ?? null;
      if (there !== line) this.body.insertBefore(line, there);
    });
    while (this.body.children.length > this.rows.length) this.body.lastChild.remove();
    this.drawn = drawn;
  }

  heading() {
    const filled = this.fields.map((_, column) => this.rows.some((row) => row.cells[column].text));
    const heads = this.fields.map((field, column) =>
      make("th", { scope: "col", class: filled[column] ? field.name : `${field.name} empty` },
        make("span", {}, field.heading)));
    heads.push(make("th", { scope: "col", class: "sure" }, make("abbr",
      { title: "The estimated chance that all of a row is right" }, "Sure")));
    for (const cell of heads) cell.setAttribute("role", "columnheader");
    return make("tr", { role: "row" }, ...heads);
  }

  row(row) {
    const cells = row.cells.map((cell, column) => make("td", {
      role: "gridcell",
      tabindex: "-1",
      class: classOf(cell, this.fields[column].name),
      dir: "auto",
      "data-row": row.id,
      "data-column": column,
      title: titleOf(cell),
    }, cell.text));
    const sure = row.confidence === null ? "–" : `${Math.round(row.confidence * 100)}%`;
    cells.push(make("td", {
      role: "gridcell",
      "aria-readonly": "true",
      class: `sure${row.confidence !== null && row.confidence < 0.5 ? " low" : ""}`,
      title: row.flags.join(", ") || null,
    }, row.flags.length > 0 ? `${sure} ⚑` : sure));
    return make("tr", { role: "row" }, ...cells);
  }

  get activeRow() {
    return this.rows.find((row) => row.id === this.active.row) ?? null;
  }

  get activeCell() {
    return this.activeRow?.cells[this.active.column] ?? null;
  }

  get field() {
    return this.fields[this.active.column];
  }

  element(row = this.active.row, column = this.active.column) {
    return this.root.querySelector(`td[data-row="${row}"][data-column="${column}"]`);
  }

  focus() {
    (this.element() ?? this.root).focus();
  }

  /** Make a cell the active one and put the focus there. */
  go(row, column) {
    this.active = { row, column };
    this.mark();
    this.focus();
  }

  mark() {
    for (const cell of this.root.querySelectorAll('td[tabindex="0"]')) {
      cell.setAttribute("tabindex", "-1");
    }
    this.element()?.setAttribute("tabindex", "0");
  }

  cellOf(target) {
    return target instanceof Element ? target.closest("td[data-row]") : null;
  }

  entered(event) {
    const cell = this.cellOf(event.target);
    if (cell === null) return;
    this.active = { row: cell.dataset.row, column: Number(cell.dataset.column) };
    this.mark();
    this.on.active();
  }

  /** Edit the active cell; `typed` takes the place of what it holds. */
  edit(typed) {
    const cell = this.element();
    const field = this.field;
    if (cell === null || cell.classList.contains("editing")) return;
    const { row, column } = this.active;
    const told = { text: this.activeCell.text, typed, label: field.heading, wanted: field.wanted,
      options: this.options(field) };
    edit(cell, told, (text, way) => {
      if (way !== "blur") this.move(...WAYS[way]);
      if (text !== null) this.on.set(row, this.fields[column].name, text);
    });
  }

  move(down, right) {
    const place = this.rows.findIndex((row) => row.id === this.active.row);
    const next = Math.min(Math.max(place + down, 0), this.rows.length - 1);
    const column = Math.min(Math.max(this.active.column + right, 0), this.fields.length - 1);
    if (next >= 0) this.go(this.rows[next].id, column);
  }

  key(event) {
    if (this.cellOf(event.target) === null || event.altKey || event.isComposing) return;
    const control = event.ctrlKey || event.metaKey;
    const moves = control ? FAR : NEAR;
    if (moves[event.key] !== undefined) this.move(...moves[event.key]);
    else if (control) return;
    else if (event.key === "Enter" || event.key === "F2") this.edit();
    else if (event.key === "Delete" || event.key === "Backspace") {
      if (this.activeCell.text) this.on.set(this.active.row, this.field.name, "");
    } else if (event.key.length === 1 && event.key !== " " && event.key !== "?") {
      this.edit(event.key);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  listenToDrops() {
    const over = (event) => {
      const cell = this.cellOf(event.target);
      for (const old of this.root.querySelectorAll(".over")) old.classList.remove("over");
      if (cell === null || event.type === "dragleave") return;
      event.preventDefault();
      cell.classList.add("over");
    };
    this.root.addEventListener("dragover", over);
    this.root.addEventListener("dragleave", over);
    this.root.addEventListener("drop", (event) => {
      const cell = this.cellOf(event.target);
      if (cell === null) return;
      event.preventDefault();
      cell.classList.remove("over");
      this.go(cell.dataset.row, Number(cell.dataset.column));
      this.on.drop();
    });
  }

  /** Light the cells that rest on some words; those of `span`, or none. */
  light(span) {
    for (const cell of this.root.querySelectorAll(".lit")) cell.classList.remove("lit");
    if (span === null) return;
    for (const row of this.rows) {
      row.cells.forEach((cell, column) => {
        const rests = (cell.spans ?? []).some(([a, b]) => a < span.end && b > span.start);
        if (rests) this.element(row.id, column)?.classList.add("lit");
      });
    }
  }
}

const NEAR = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
  Home: [0, -99], End: [0, 99] };
const FAR = { Home: [-9999, -99], End: [9999, 99] };
const WAYS = { down: [1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] };

function classOf(cell, name) {
  const classes = [name];
  if (cell.pinned) classes.push("pinned");
  if (cell.chance !== undefined && cell.chance < UNSURE) classes.push("unsure");
  return classes.join(" ");
}

function titleOf(cell) {
  if (cell.pinned) return "Set by you";
  return cell.chance === undefined ? null : `${Math.round(cell.chance * 100)}% sure`;
}

function empty() {
  return make("p", { class: "nothing" }, "No results were found here. Add a row, or accept it so.");
}
