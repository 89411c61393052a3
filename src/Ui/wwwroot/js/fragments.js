// Asks for a page, takes one element of it.
import { morph, pick } from "./morph.js";

const etags = new Map();

const ask = (url, id, options = {}) =>
  fetch(url, { cache: "no-store", credentials: "same-origin", ...options, headers: { "X-Fragment": id, ...options.headers } });

/** Fetches the element again and morphs it. Tells whether the server answered. */
export async function refresh(id, url = location.href) {
  const key = `${id} ${url}`;
  const known = etags.get(key);
  const answer = await ask(url, id, known ? { headers: { "If-None-Match": known } } : {});
  if (answer.status === 304) return true;
  if (!answer.ok) return false;
  const [fresh, old] = [pick(await answer.text(), id), document.getElementById(id)];
  if (!fresh || !old) return false;
  morph(old, fresh);
  etags.set(key, answer.headers.get("ETag") ?? "");
  document.dispatchEvent(new CustomEvent("fragment", { detail: { id } }));
  return true;
}

/** Follows a link or a search: newest request wins. Returns the final address, or null if a newer one is on its way. */
let running;
export async function follow(id, url) {
  running?.abort();
  const mine = (running = new AbortController());
  const answer = await ask(url, id, { signal: mine.signal });
  const fresh = pick(await answer.text(), id);
  if (mine !== running) return null;
  if (!fresh || !document.getElementById(id)) return void location.assign(url);
  morph(document.getElementById(id), fresh);
  document.dispatchEvent(new CustomEvent("fragment", { detail: { id } }));
  return answer.url;
}

/** Sends a form that changes something. Returns the address that the server leads to, or null if the form came back. */
export async function send(form, id, button) {
  const url = form.getAttribute("action") || location.href;
  const answer = await ask(url, id, { method: "POST", body: new FormData(form, button) });
  const fresh = pick(await answer.text(), id);
  if (!fresh && answer.redirected) return void location.assign(answer.url);
  if (!fresh) throw new Error(`The answer of ${url} holds no ${id}.`);
  morph(document.getElementById(id), fresh, { keep: false });
  document.dispatchEvent(new CustomEvent("fragment", { detail: { id } }));
  return answer.redirected ? answer.url : null;
}
