// The review server: whole reports, and steps that are sent one after another.

export class Stale extends Error {}
export class Refused extends Error {}

export class Server {
  constructor(key) {
    this.address = `/api/report/${key}`;
    this.revision = 0;
    this.last = Promise.resolve();
  }

  /** The whole report as it stands. */
  async read() {
    const answer = await fetch(this.address, { headers: { accept: "application/json" } });
    const view = await answer.json();
    if (!answer.ok) throw new Refused(view.error);
    this.revision = view.revision;
    return view;
  }

  /** Take a step once those before it are through; the answer holds what has changed. */
  step(step) {
    const sent = this.last.then(() => this.send(step));
    this.last = sent.catch(() => undefined);
    return sent;
  }

  async send(step) {
    const answer = await fetch(`${this.address}/step`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ revision: this.revision, step }),
    });
    const isJson = (answer.headers.get("content-type") ?? "").startsWith("application/json");
    const view = isJson ? await answer.json() : { error: await answer.text() };
    if (answer.status === 409) throw new Stale(view.error);
    if (!answer.ok) throw new Refused(view.error);
    this.revision = view.revision;
    return view;
  }
}
