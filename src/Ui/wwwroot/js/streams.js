// Regions with data-live="/url" and an id: kept up to date by server-sent events, else by asking every ten seconds.
import { refresh } from "./fragments.js";
import { morphAll } from "./morph.js";

const Jitter = 1000;
const Poll = 10_000;
const Failures = 3;

// Many signals, one fetch: while one is planned or under way, the next is only remembered.
class Region {
  #state = "idle";

  constructor(element) {
    this.id = element.id;
    this.url = element.dataset.source;
  }

  later(within = Jitter) {
    if (this.#state !== "idle") return void (this.#state = this.#state === "running" ? "again" : this.#state);
    this.#state = "planned";
    setTimeout(() => this.now(), Math.random() * within);
  }

  async now() {
    this.#state = "running";
    await refresh(this.id, this.url || location.href).catch(() => false);
    const again = this.#state === "again";
    this.#state = "idle";
    if (again) this.later();
  }
}

class Stream {
  #failed = 0;
  #poll;

  constructor(url, regions) {
    Object.assign(this, { url, regions });
    this.open();
  }

  open() {
    this.source = new EventSource(this.url);
    this.source.addEventListener("open", () => this.#opened());
    this.source.addEventListener("changed", () => this.changed());
    this.source.addEventListener("replace", (event) => morphAll(event.data));
    this.source.addEventListener("error", () => this.#lost());
  }

  changed(within) {
    if (!document.hidden) for (const region of this.regions) region.later(within);
  }

  close() {
    this.source.close();
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  #opened() {
    this.#failed = 0;
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  #lost() {
    const gone = this.source.readyState === EventSource.CLOSED;
    if (++this.#failed < Failures && !gone) return;
    this.source.close();
    this.#poll ??= setInterval(() => this.changed(), Poll);
    setTimeout(() => this.open(), 6 * Poll);
  }
}

/** Opens one stream for each address that regions of this page name. */
export function openStreams() {
  const regions = Map.groupBy(document.querySelectorAll("[data-live][id]"), (element) => element.dataset.live);
  const streams = [...regions].map(([url, elements]) => new Stream(url, elements.map((element) => new Region(element))));
  // A hidden page rests; when it is looked at again, it catches up at once.
  document.addEventListener("visibilitychange", () => streams.forEach((stream) => stream.changed(0)));
  window.addEventListener("pagehide", () => streams.forEach((stream) => stream.close()));
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
}
