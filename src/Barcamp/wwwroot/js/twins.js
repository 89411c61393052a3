// While a title is typed, shows the ideas that resemble it. Without this they stand on the proposal's page.
import { refresh } from "/ui/js/fragments.js";

const Pause = 350;
let waiting;

function look(field) {
  if (!field?.dataset?.twins) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const url = new URL(field.dataset.twins, location.href);
    url.searchParams.set("title", field.value);
    refresh("twins", url.href).catch(() => {});
  }, Pause);
}

document.addEventListener("input", ({ target }) => look(target));
// The page around it was drawn anew, without what is being typed.
document.addEventListener("fragment", ({ detail }) => detail.id !== "twins" && look(document.querySelector("[data-twins]")));
