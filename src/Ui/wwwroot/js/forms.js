// Forms and links with data-fragment="id": the answer replaces that element only.
import { follow, send } from "./fragments.js";
import { focusErrors } from "./focus.js";

const Pause = 250;
const address = () => location.pathname + location.search;
let waiting;
let shown = address();

function show(url, way) {
  // A form that leads back to its own page adds no step to go back to.
  const stays = new URL(url, location.href).href === location.href;
  history[stays ? "replaceState" : way](null, "", url);
  shown = address();
}

const searchUrl = (form, button) => {
  const url = new URL(form.getAttribute("action") || location.pathname, location.href);
  url.search = new URLSearchParams([...new FormData(form, button)].filter(([, value]) => value !== "")).toString();
  return url.href;
};

async function search(form, button) {
  clearTimeout(waiting);
  const url = searchUrl(form, button);
  try {
    if (await follow(form.dataset.fragment, url)) show(url, "replaceState");
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(url);
  }
}

function typing({ target }) {
  const form = target.form;
  if (!form?.dataset.fragment || form.method !== "get") return;
  clearTimeout(waiting);
  waiting = setTimeout(() => search(form), Pause);
}

async function submitting(event) {
  const form = event.target;
  if (!form.dataset.fragment || event.defaultPrevented) return;
  event.preventDefault();
  if (form.method === "get") return search(form, event.submitter);
  const id = form.dataset.fragment;
  try {
    const led = await send(form, id, event.submitter);
    if (led) show(led, "pushState");
    focusErrors(document.getElementById(id) ?? document);
  } catch {
    // The key in the form makes it safe to send again, this time as a plain page.
    delete form.dataset.fragment;
    form.requestSubmit(event.submitter);
  }
}

async function clicking(event) {
  const link = event.target.closest?.("a[data-fragment]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    if (await follow(link.dataset.fragment, link.href)) show(link.href, "pushState");
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(link.href);
  }
}

/** Listens on the document, so that what is swapped in later needs no binding. */
export function listenToForms() {
  document.addEventListener("input", typing);
  document.addEventListener("submit", submitting);
  document.addEventListener("click", clicking);
  // An address that was only pushed holds no page of its own to go back to; a jump within the page is none of this.
  window.addEventListener("popstate", () => address() !== shown && location.reload());
}
