// Reads what changed on the board to those who listen: merged, at most once in five seconds, and only while they want it.
const Between = 5_000;
const Kept = "eventops-quiet-board";

const speaker = document.querySelector("[data-announced]");
let waiting = [];
let timer;
let heard = news();

function news() {
  return document.getElementById("board-news")?.textContent.trim().replace(/\s+/g, " ") ?? "";
}

const quiet = () => localStorage.getItem(Kept) === "1";

function speak() {
  timer = undefined;
  if (waiting.length === 0) return;
  if (!quiet()) speaker.textContent = waiting.join(" ");
  waiting = [];
  timer = setTimeout(speak, Between);
}

function changed() {
  const now = news();
  if (now === heard || now === "") return;
  heard = now;
  waiting.push(now);
  timer ??= setTimeout(speak, 100);
}

// The button may be drawn anew with the region around it: its state is put right each time.
function dress() {
  const button = document.querySelector("[data-announce]");
  if (!button) return;
  button.dataset.stop ??= button.textContent;
  const text = quiet() ? button.dataset.announce : button.dataset.stop;
  if (button.textContent !== text) button.textContent = text;
  if (button.hidden) button.hidden = false;
}

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-announce]")) return;
  localStorage.setItem(Kept, quiet() ? "0" : "1");
  dress();
});

if (speaker) {
  const region = document.getElementById("board");
  new MutationObserver(() => {
    changed();
    dress();
  }).observe(region, { childList: true, subtree: true, characterData: true });
  dress();
}
