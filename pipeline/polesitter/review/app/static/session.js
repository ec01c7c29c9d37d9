// The facts of the session above the grid: series, event, track, date.

import { make } from "./dom.js";
import { edit } from "./editor.js";

export class Session {
  constructor(root, fields, on, options) {
    this.root = root;
    this.fields = fields;
    this.on = on;
    this.options = options;
    this.facts = [];
  }

  show(facts) {
    const held = [...this.root.querySelectorAll("button")].indexOf(document.activeElement);
    this.facts = facts;
    this.root.replaceChildren(...this.fields.map((field, number) => this.draw(field, number)));
    if (held >= 0) this.root.querySelectorAll("button")[held].focus();
  }

  draw(field, number) {
    const fact = this.facts[number];
    const value = make("dd", { dir: "auto" });
    const name = `session-${field.name}`;
    const button = make("button", {
      type: "button",
      class: fact.pinned ? "fact pinned" : "fact",
      "aria-labelledby": `${name} ${name}-value`,
      id: `${name}-value`,
      title: fact.pinned ? "Set by you" : "Edit",
      onclick: () => this.edit(value, field, fact),
      onfocus: () => this.on.active(field, fact),
    }, fact.text || "–");
    value.append(button);
    return make("div", {}, make("dt", { id: name }, field.heading), value);
  }

  edit(value, field, fact) {
    const told = { text: fact.text, label: field.heading, wanted: field.wanted,
      options: this.options(field) };
    edit(value, told, (text) => {
      this.show(this.facts);
      document.getElementById(`session-${field.name}-value`).focus();
      if (text !== null) this.on.set(field.name, text);
    });
  }
}
