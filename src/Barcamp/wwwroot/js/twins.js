// While a title is typed, shows the ideas that resemble it. Without this they stand on the proposal's page.
import { refresh } from "/ui/js/fragments.js";

const Pause = 350;
let waiting;

document.addEventListener("input", ({ target }) => {
  if (!target.dataset?.twins) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const url = new URL(target.dataset.twins, location.href);
    url.searchParams.set("title", target.value);
    refresh("twins", url.href).catch(() => {});
  }, Pause);
});
