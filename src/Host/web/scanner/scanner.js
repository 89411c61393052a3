// The scanner's page. Everything works as forms and links without this; with it the camera runs, answers come in place, and
// badge follows badge without a touch.
import { openCamera } from "./camera.js";
import { remember, show } from "./screen.js";
import { retry, scan, submit, visit } from "./sending.js";
import { listenToKeys } from "./keys.js";
import { watchNetwork } from "./network.js";
import { wireSound } from "./sounds.js";

const ready = remember();

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-door]")) return;
  event.preventDefault();
  submit(event.target);
});

document.addEventListener("click", (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-next], a[data-door], [data-retry]");
  if (!link) return;
  if (link.matches("[data-retry]")) return void retry();
  // The first screen is kept, so that the next person needs no network.
  if (link.matches("[data-next]") && ready) show(ready.cloneNode(true));
  else if (link.matches("[data-door]")) visit(link.href);
  else return;
  event.preventDefault();
});

wireSound();
listenToKeys();
watchNetwork();
openCamera(scan);
