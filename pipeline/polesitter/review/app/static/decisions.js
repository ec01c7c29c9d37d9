// Steps on their way to the server, and the decisions on the report as a whole.

import { byId } from "./dom.js";
import { Stale } from "./server.js";

export class Decisions {
  /** `show` draws a server's answer, `renew` asks for the whole report and draws it. */
  constructor(server, key, show, renew) {
    this.server = server;
    this.key = key;
    this.draw = show;
    this.renew = renew;
    this.pending = 0;
    this.following = null;
    this.steps = 0;
    this.status = "";
    for (const kind of ["undo", "redo"]) {
      byId(kind).addEventListener("click", () => this.send({ kind }));
    }
    byId("skip").addEventListener("click", () => this.skip());
    byId("accept").addEventListener("click", () => this.accept());
    window.addEventListener("beforeunload", (event) => {
      if (this.pending > 0) event.preventDefault();
    });
  }

  show({ revision, status, steps, redo, next, counts }) {
    document.body.dataset.revision = revision;
    this.following = next;
    this.status = status;
    this.steps = steps;
    byId("undo").disabled = steps === 0;
    byId("redo").disabled = redo === 0;
    byId("state").textContent = status;
    byId("state").className = `state ${status}`;
    byId("counts").textContent =
      `${counts.accepted} of ${counts.total} accepted · ${counts.session} this session`;
  }

  /** Take a step; true once the server has it on disk. */
  async send(step) {
    this.pending += 1;
    byId("saved").textContent = "saving…";
    try {
      const view = await this.server.step(step);
      this.tell(null);
      this.draw(view);
      return true;
    } catch (error) {
      await this.failed(error);
      return false;
    } finally {
      this.pending -= 1;
      if (this.pending === 0) byId("saved").textContent = byId("notice").hidden ? "saved" : "";
    }
  }

  async failed(error) {
    if (error instanceof TypeError) {
      this.tell("The server does not answer. Everything up to here is saved; start it again.");
      return;
    }
    this.tell(error.message);
    if (error instanceof Stale) await this.renew();
  }

  tell(message) {
    byId("notice").hidden = message === null;
    byId("notice").textContent = message ?? "";
  }

  /** Do something unless steps are under way. */
  async idle(act) {
    if (this.pending > 0) return;
    try {
      await act();
    } catch (error) {
      await this.failed(error);
    }
  }

  async accept() {
    // What is being typed belongs to the report that is accepted.
    document.activeElement?.blur();
    if (await this.send({ kind: "accept" })) this.next();
  }

  async skip() {
    if (await this.send({ kind: "skip" })) this.next();
  }

  next() {
    window.location.assign(this.following === null ? "/" : `/report/${this.following}`);
  }
}
