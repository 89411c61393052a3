// The board without network: a service worker keeps a copy; stars given meanwhile wait in this browser until they can be sent.
import { add, all, remove } from "./star-queue.js";

const worker = document.querySelector('meta[name="board-worker"]');
if (worker && "serviceWorker" in navigator) navigator.serviceWorker.register(worker.content).catch(() => {});

const mark = (button, mine) => {
  button.setAttribute("aria-pressed", mine ? "true" : "false");
  button.name = mine ? "take" : "give";
};

// Before forms.js sees it: without network there is nobody to send it to.
async function submitting(event) {
  const [form, button] = [event.target, event.submitter];
  if (!form.matches("[data-offline-stars]") || !button || navigator.onLine) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const give = button.name === "give";
  await add({ proposal: button.value, give, action: form.action });
  mark(button, give);
}

// The last wish for each proposal counts; sent twice it is still one star.
async function flush() {
  const form = document.querySelector("[data-offline-stars]");
  if (!form || !navigator.onLine) return;
  for (const wish of await all()) {
    const body = new FormData(form);
    body.set(wish.give ? "give" : "take", wish.proposal);
    const answer = await fetch(wish.action, { method: "POST", body, credentials: "same-origin" }).catch(() => undefined);
    if (!answer || answer.status >= 500) return;
    await remove(wish.proposal);
  }
}

async function showWaiting() {
  for (const wish of await all()) {
    const button = document.querySelector(`button.star[value="${CSS.escape(wish.proposal)}"]`);
    if (button) mark(button, wish.give);
  }
}

document.addEventListener("submit", submitting, true);
window.addEventListener("online", () => flush());
window.addEventListener("offline", () => document.documentElement.toggleAttribute("data-offline", true));
window.addEventListener("online", () => document.documentElement.toggleAttribute("data-offline", false));
await showWaiting().catch(() => {});
await flush().catch(() => {});
