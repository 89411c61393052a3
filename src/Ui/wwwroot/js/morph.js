// Changes an element into its new version and keeps what a person does in it.
import { Idiomorph } from "./vendor/idiomorph.js";

const typed = (field) =>
  field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
  : field.tagName === "SELECT" ? [...field.options].some((option) => option.selected !== option.defaultSelected)
  : field.value !== field.defaultValue;

const isField = (node) => node instanceof HTMLElement && node.matches("input:not([type=hidden]), textarea, select");

// An opened disclosure or dialog is the person's doing, not the server's.
const keepsOpen = (name, node) => name !== "open" || !node.matches("details, dialog");

/** Morphs `old` into `fresh`. With `keep`, a field that was typed in stays as it is. */
export function morph(old, fresh, { keep = true } = {}) {
  Idiomorph.morph(old, fresh, {
    morphStyle: "outerHTML",
    ignoreActiveValue: keep,
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (node) => !(keep && isField(node) && typed(node)),
      beforeNodeRemoved: (node) => !(keep && node === document.activeElement && isField(node)),
      beforeAttributeUpdated: keepsOpen,
    },
  });
}

/** Reads HTML and gives the element with this id, or null. */
export const pick = (html, id) => new DOMParser().parseFromString(html, "text/html").getElementById(id);

/** Morphs every element of the page whose new version is in this HTML. */
export function morphAll(html) {
  for (const fresh of new DOMParser().parseFromString(html, "text/html").body.children) {
    const old = fresh.id && document.getElementById(fresh.id);
    if (old) morph(old, fresh);
  }
}
