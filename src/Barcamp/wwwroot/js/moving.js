// Cards are carried by mouse, finger and keyboard; without this file each card's link leads to a page with the same moves.
import { beside, board, cellOf, explain, offer, step } from "./places.js";

let carried, moved;

const say = (text) => (document.getElementById("moving-status").textContent = text);

async function pick(card) {
  if (carried) letGo();
  carried = { id: card.dataset.session, title: card.dataset.title, from: cellOf(card).dataset.cell };
  board().dataset.carrying = carried.id;
  card.classList.add("is-carried");
  offer();
  say(board().dataset.picked.replace("{title}", carried.title));
  const { id } = carried;
  const answer = await fetch(`${board().dataset.insight}${id}/insight`, { credentials: "same-origin" });
  if (answer.ok && carried?.id === id) for (const cell of await answer.json()) explain(cell);
}

function letGo() {
  board()?.querySelectorAll(".drop").forEach((button) => button.remove());
  board()?.querySelector(".is-carried")?.classList.remove("is-carried");
  delete board()?.dataset.carrying;
  carried = undefined;
}

function drop(cell) {
  const form = document.getElementById("move");
  const there = cell.querySelector("[data-session]")?.dataset.session;
  const { id } = carried;
  letGo();
  if (there === id) return;
  moved = id;
  const wasPlaced = document.querySelector(`td [data-session="${id}"]`);
  const kind = cell.dataset.cell === "park" ? "park" : there && wasPlaced ? "swap" : "place";
  Object.entries({ kind, session: id, cell: cell.dataset.cell, other: there ?? "" })
    .forEach(([name, value]) => (form.elements[name].value = value));
  form.requestSubmit();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-pick]");
  if (link && board()) return event.preventDefault(), pick(link.closest("[data-session]")), beside(link);
  if (event.target.closest?.("[data-drop]")) drop(cellOf(event.target));
});

document.addEventListener("keydown", (event) => {
  if (!board()) return;
  if (event.key === "Escape" && carried) {
    const back = board().querySelector(".is-carried [data-pick]");
    letGo();
    back?.focus();
    return say(board().dataset.dropped);
  }
  if (event.key.startsWith("Arrow") && event.target.matches?.("[data-drop], [data-pick]")) event.preventDefault(), step(event.target, event.key);
});

document.addEventListener("dragstart", (event) => {
  if (!event.target.matches?.("[data-session]")) return;
  event.dataTransfer.setData("text/plain", event.target.dataset.title); // without it Firefox drags nothing
  setTimeout(() => pick(event.target));
});
document.addEventListener("dragover", (event) => carried && cellOf(event.target) && event.preventDefault());
document.addEventListener("drop", (event) => carried && cellOf(event.target) && (event.preventDefault(), drop(cellOf(event.target))));
document.addEventListener("dragend", () => carried && setTimeout(() => carried && letGo()));
document.addEventListener("focusin", ({ target }) => carried && target.matches("[data-drop]") && (carried.at = cellOf(target).dataset.cell));

// Others changed the board: what is carried stays in hand, unless it is what they moved.
function carryOn() {
  const { id, title, from, at } = carried;
  const card = board().querySelector(`[data-session="${id}"]`);
  letGo();
  if (!card || cellOf(card).dataset.cell !== from) return say(board().dataset.gone.replace("{title}", title));
  pick(card);
  if (document.activeElement === document.body) board().querySelector(`[data-cell="${at}"] > .drop`)?.focus();
  carried.at = at;
}

document.addEventListener("fragment", ({ detail }) => {
  if (detail.id !== "moderation") return carried && carryOn();
  letGo();
  (document.querySelector("[data-refusal]") ?? document.getElementById(`pick-${moved}`))?.focus();
  moved = undefined;
});
