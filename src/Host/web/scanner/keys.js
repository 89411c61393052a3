// A scanner at a cable types the code and presses Enter; people press keys as well. What is typed belongs into the field for
// codes, never to a button that happens to have the focus.
import { focusCode, hasKeys } from "./screen.js";

const isField = (node) => node.matches?.("input, textarea, select");

function pressed(event) {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  if (event.key === " ") return;
  focusCode(); // before the letter arrives: it goes where the cursor now is
}

/** Sends typed letters to the field, and keeps it in hand where there is a keyboard. */
export function listenToKeys() {
  document.addEventListener("keydown", pressed);
  if (hasKeys() && document.body.classList.contains("door-ready")) focusCode();
}
