// The board without network: a service worker keeps a copy; stars given meanwhile wait in this browser until they can be sent.
import { refresh } from "/ui/js/fragments.js";
import { add, all, remove } from "./star-queue.js";

const worker = document.querySelector('meta[name="board-worker"]');

// The first time, all was loaded before the worker could see it: it is told what to keep.
async function keep(first) {
  await navigator.serviceWorker.register(worker.content);
  const { active } = await navigator.serviceWorker.ready;
  const links = [...document.links].map((link) => link.href.split("#")[0]);
  if (first) active.postMessage([location.href, ...new Set(links), ...performance.getEntriesByType("resource").map(({ name }) => name)]);
}

if (worker && "serviceWorker" in navigator) keep(!navigator.serviceWorker.controller).catch(() => {});

const mark = (button, mine) => {
  button.setAttribute("aria-pressed", mine ? "true" : "false");
  button.name = mine ? "take" : "give";
};

// Before forms.js sees it: without network there is nobody to send it to. What forms.js gave up on comes here again, as a plain
// form: the network may be one by name only.
async function submitting(event) {
  const [form, button] = [event.target, event.submitter];
  if (!form.matches("[data-offline-stars]") || !button || (navigator.onLine && form.dataset.fragment)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await fetch(form.action, { method: "HEAD" }).catch(() => false)) return plainly(form, button);
  form.dataset.fragment = form.closest("[data-live]").id;
  const give = button.name === "give";
  await add({ proposal: button.value, give, action: form.action });
  mark(button, give);
  document.documentElement.toggleAttribute("data-offline", true);
}

function plainly(form, { name, value }) {
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  form.submit();
}

// The last wish for each proposal counts, and one tab at a time sends; sent twice it would still be one star.
const alone = (act) => navigator.locks ? navigator.locks.request("eventops-stars", act) : act();

async function flush() {
  const form = document.querySelector("[data-offline-stars]");
  if (!form || !navigator.onLine) return;
  const wishes = await all();
  for (const wish of wishes) {
    const body = new FormData(form);
    body.set(wish.give ? "give" : "take", wish.proposal);
    const answer = await fetch(wish.action, { method: "POST", body, credentials: "same-origin" }).catch(() => undefined);
    // 400: this page is too old to send anything; the next one does.
    if (!answer || answer.status >= 500 || answer.status === 400 || answer.status === 429) return;
    await remove(wish.proposal);
  }
  if (wishes.length > 0) await refresh(form.closest("[data-live]").id);
}

async function showWaiting() {
  for (const wish of await all()) {
    const button = document.querySelector(`button.star[value="${CSS.escape(wish.proposal)}"]`);
    if (button) mark(button, wish.give);
  }
}

document.addEventListener("submit", submitting, true);
window.addEventListener("offline", () => document.documentElement.toggleAttribute("data-offline", true));
window.addEventListener("online", async () => {
  await alone(flush).catch(() => {});
  const answered = await refresh(document.querySelector("[data-live]")?.id).catch(() => false);
  if (answered) document.documentElement.removeAttribute("data-offline");
});
// The page was drawn anew: the network is back, whether or not the browser had noticed that it was gone.
document.addEventListener("fragment", () => {
  if (!document.documentElement.hasAttribute("data-offline")) return;
  document.documentElement.removeAttribute("data-offline");
  alone(flush).catch(() => {});
});
await showWaiting().catch(() => {});
await alone(flush).catch(() => {});
