// Says whether the network is there, and how many people are here by now.
import { showTemplate } from "./screen.js";

const main = document.querySelector("[data-scanner]");
const at = (name) => document.querySelector(`[${name}]`);
const number = new Intl.NumberFormat(document.documentElement.lang);
const Again = 3000;
const Doubt = 5000; // a stream that was only renewed is back by then
let there = true;
let doubt;

/** Shows the state of the network; without it nobody is admitted, and the page says so. */
export function networkIs(now) {
  if (now === there) return;
  there = now;
  at("data-online").hidden = !there;
  at("data-offline").hidden = there;
  at("data-away").hidden = there;
}

function count({ data }) {
  at("data-present").textContent = number.format(JSON.parse(data).present);
}

// The stream says only that it ended: an ordinary request tells whether this device may still look.
async function ended() {
  const answer = await fetch(location.pathname, { cache: "no-store", headers: { "X-Fragment": "main" } }).catch(() => null);
  if (answer?.status >= 401 && answer.status <= 404) return showTemplate("data-over");
  setTimeout(listen, Again);
}

function listen() {
  const stream = new EventSource(main.dataset.stream);
  stream.addEventListener("open", () => {
    doubt = clearTimeout(doubt);
    networkIs(true);
  });
  stream.addEventListener("arrivals", count);
  stream.addEventListener("error", () => {
    doubt ??= setTimeout(() => networkIs(false), Doubt);
    if (stream.readyState === EventSource.CLOSED) ended(); // else it tries again by itself
  });
  window.addEventListener("pagehide", () => stream.close(), { once: true });
}

/** Follows the live count; its stream tells about the network, too. */
export function watchNetwork() {
  if (!at("data-present")) return;
  window.addEventListener("offline", () => networkIs(false));
  listen();
}
