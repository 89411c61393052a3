// A screen nobody touches: turns its pages of rooms, keeps the clock, looks again every ten seconds, says when the data is old.
import { refresh } from "/ui/js/fragments.js";

const Look = 10_000;
const Old = 30_000;

const main = document.querySelector("[data-screen]");
const clock = main?.querySelector("[data-clock]");
const turn = Number(main?.dataset.screen) * 1000;
const time = (seconds) => new Intl.DateTimeFormat(document.documentElement.lang === "de" ? "de-DE" : "en-GB", {
  hour: "numeric", minute: "2-digit", second: seconds ? "2-digit" : undefined, timeZone: clock.dataset.clock,
});

let shown = 0;
let last = Date.now();

function show() {
  const pages = [...main.querySelectorAll("[data-page]")];
  for (const [number, page] of pages.entries()) page.hidden = number !== shown % pages.length;
}

function tick() {
  clock.textContent = time(false).format(new Date());
  const fresh = main.querySelector("[data-fresh]");
  const old = Date.now() - last > Old;
  const text = (old ? fresh.dataset.stale : fresh.dataset.liveText).replace("{0}", time(!old).format(new Date(last)));
  fresh.classList.toggle("is-stale", old);
  if (fresh.textContent !== text) fresh.textContent = text;
}

async function look() {
  const answered = await refresh("screen").catch(() => false);
  if (document.getElementById("screen-news")) await refresh("screen-news").catch(() => false);
  if (answered) last = Date.now();
  show();
  tick();
}

if (main && clock) {
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
