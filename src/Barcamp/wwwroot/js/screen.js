// A screen nobody touches: turns its pages of rooms, keeps the clock, looks again every ten seconds, says when the data is old.
import { refresh } from "/ui/js/fragments.js";

const Look = 10_000;
const Old = 30_000;

const main = document.querySelector("[data-screen]");
const clock = main?.querySelector("[data-clock]");
const turn = Number(main?.dataset.screen) * 1000;
const german = document.documentElement.lang === "de";
const clockOf = (moment, seconds = false) => new Intl.DateTimeFormat(german ? "de-DE" : "en-GB", {
  hour: "numeric", minute: "2-digit", second: seconds ? "2-digit" : undefined, hour12: !german, timeZone: clock.dataset.clock,
}).format(moment);

let shown = 0;
let last = Date.now();

function show() {
  const pages = [...main.querySelectorAll("[data-page]")];
  for (const [number, page] of pages.entries()) page.hidden = number !== shown % pages.length;
}

function tick() {
  clock.textContent = clockOf(Date.now());
  const fresh = main.querySelector("[data-fresh]");
  const old = Date.now() - last > Old;
  const text = (old ? fresh.dataset.stale : fresh.dataset.liveText).replace("{0}", `${clockOf(last, true)}${german ? " Uhr" : ""}`);
  fresh.classList.toggle("is-stale", old);
  if (fresh.lastElementChild.textContent !== text) fresh.lastElementChild.textContent = text;
}

async function look() {
  const answered = await refresh("screen").catch(() => false);
  if (document.getElementById("screen-news")) await refresh("screen-news").catch(() => false);
  if (answered) last = Date.now();
  show();
  tick();
}

if (main && clock) {
  tick();
  setInterval(tick, 1000);
  setInterval(look, Look);
  setInterval(() => {
    shown++;
    show();
  }, turn);
  // What a stream brings is as fresh as what was asked for, and comes with all pages but the first hidden.
  document.addEventListener("fragment", () => {
    last = Date.now();
    show();
  });
}
