// Says whether the network is there, and how many people are here by now.
const main = document.querySelector("[data-scanner]");
const at = (name) => document.querySelector(`[${name}]`);
const number = new Intl.NumberFormat(document.documentElement.lang);
const Again = 3000;
let there = true;

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

function listen() {
  const stream = new EventSource(main.dataset.stream);
  stream.addEventListener("open", () => networkIs(true));
  stream.addEventListener("arrivals", count);
  stream.addEventListener("error", () => {
    networkIs(false);
    if (stream.readyState !== EventSource.CLOSED) return; // it tries again by itself
    setTimeout(listen, Again);
  });
  window.addEventListener("pagehide", () => stream.close(), { once: true });
}

/** Follows the live count; its stream tells about the network, too. */
export function watchNetwork() {
  if (!at("data-present")) return;
  window.addEventListener("offline", () => networkIs(false));
  listen();
}
