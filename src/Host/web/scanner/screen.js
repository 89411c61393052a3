// Changes what the screen says: the answer, what can be done now, and the colour of it all.
import { morph } from "/ui/js/morph.js";

const Parts = ["said", "foot"];
const main = document.querySelector("[data-scanner]");
const readyTitle = document.title;

/** The ready screen as it was served; null if this page began with an answer. */
export const remember = () => (main.dataset.tone === "ready" ? main.cloneNode(true) : null);

/** Shows the parts of another main, and tells the page its tone. */
export function show(fresh, title = readyTitle) {
  const typing = document.activeElement?.id === "code" && hasKeys();
  for (const id of Parts) {
    const part = document.createElement("div");
    Object.assign(part, { id, className: document.getElementById(id).className });
    part.append(...fresh.querySelector(`#${id}`).childNodes);
    if (id === "said") part.setAttribute("role", "status");
    morph(document.getElementById(id), part, { keep: false });
  }
  main.dataset.tone = fresh.dataset.tone;
  document.body.className = `door door-${fresh.dataset.tone}`;
  document.title = title;
  document.querySelector("[data-type]")?.removeAttribute("open");
  if (typing) focusCode();
  document.getElementById("name")?.focus();
  scrollTo(0, 0); // the answer, not the field, is what has to be seen
  document.dispatchEvent(new CustomEvent("said", { detail: fresh.dataset.tone }));
}

/** Shows a whole page that the server wrote. Tells whether it is one of ours. */
export function showPage(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.querySelector("main[data-tone]");
  if (fresh) show(fresh, page.title);
  return fresh !== null;
}

/** Shows one of the answers that the page brought along. */
export const showTemplate = (name) =>
  show(document.querySelector(`template[${name}]`).content.querySelector("main").cloneNode(true));

/** Whether a keyboard or a scanner that types is the usual way in. */
export const hasKeys = () => matchMedia("(pointer: fine)").matches;

/** Opens the field for codes and puts the cursor there. */
export function focusCode() {
  const field = document.getElementById("code");
  if (!field) return;
  field.closest("details").open = true;
  field.focus();
}
