// Cards are carried by mouse, finger and keyboard; without this file each card's link leads to a page with the same moves.
const board = () => document.querySelector("[data-moving]");
let carried;

const say = (text) => (document.getElementById("moving-status").textContent = text);
const cellOf = (node) => node.closest?.("[data-cell]");

async function pick(card) {
  if (carried) letGo();
  carried = { id: card.dataset.session, title: card.dataset.title };
  board().dataset.carrying = carried.id;
  card.classList.add("is-carried");
  offer();
  say(board().dataset.picked.replace("{title}", carried.title));
  const answer = await fetch(`${board().dataset.insight}${carried.id}/insight`, { credentials: "same-origin" });
  if (answer.ok && carried) for (const cell of await answer.json()) explain(cell);
}

// Every cell becomes a place to drop: a button that says what would happen.
function offer() {
  for (const cell of board().querySelectorAll("[data-cell]:not([data-closed])")) {
    if (cell.querySelector(".is-carried")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "drop";
    button.dataset.drop = "";
    button.innerHTML = "<b><span></span><span class=\"hidden-text\"></span></b><small></small>";
    button.querySelector("span").textContent = board().dataset.here;
    button.querySelector(".hidden-text").textContent = `: ${cell.dataset.words}`;
    cell.append(button);
  }
}

function explain({ cell, text, kind }) {
  const drop = board().querySelector(`[data-cell="${cell}"] > .drop`);
  if (!drop) return;
  drop.dataset.kind = kind;
  drop.lastChild.textContent = text;
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
  const wasPlaced = document.querySelector(`td [data-session="${id}"]`);
  const kind = cell.dataset.cell === "park" ? "park" : there && wasPlaced ? "swap" : "place";
  Object.entries({ kind, session: id, cell: cell.dataset.cell, other: there ?? "" })
    .forEach(([name, value]) => (form.elements[name].value = value));
  form.requestSubmit();
}

// From cell to cell by arrow keys, as on paper: left, right, up and down of where the focus is.
function step(from, key) {
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const here = cellOf(from)?.getBoundingClientRect();
  if (!here) return;
  const away = ({ left, top, width, height }) => {
    const dx = left + width / 2 - here.left - here.width / 2, dy = top + height / 2 - here.top - here.height / 2;
    const along = dx * x + dy * y, across = Math.abs(dx * y) + Math.abs(dy * x);
    return along > 4 ? along + 3 * across : Infinity;
  };
  const targets = [...board().querySelectorAll("[data-cell]")].map((cell) => ({ cell, far: away(cell.getBoundingClientRect()) }))
    .filter(({ far, cell }) => far < Infinity && cell.querySelector("[data-drop], [data-pick]"));
  targets.sort((one, other) => one.far - other.far)[0]?.cell.querySelector("[data-drop], [data-pick]").focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-pick]");
  if (link && board()) return event.preventDefault(), pick(link.closest("[data-session]")).then(() => {}), focusFirst();
  if (event.target.closest?.("[data-drop]")) drop(cellOf(event.target));
});
const focusFirst = () => board().querySelector("[data-drop]")?.focus();

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

document.addEventListener("dragstart", (event) => event.target.matches?.("[data-session]") && setTimeout(() => pick(event.target)));
document.addEventListener("dragover", (event) => carried && cellOf(event.target) && event.preventDefault());
document.addEventListener("drop", (event) => carried && cellOf(event.target) && (event.preventDefault(), drop(cellOf(event.target))));
document.addEventListener("dragend", () => carried && setTimeout(() => carried && letGo()));
document.addEventListener("fragment", () => (letGo(), document.querySelector("[data-refusal]")?.focus()));
