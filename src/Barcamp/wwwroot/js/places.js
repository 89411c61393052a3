// The places of the moderators' board: what each says while a card is carried, and the way from one to the next.
export const board = () => document.querySelector("[data-moving]");
export const cellOf = (node) => node.closest?.("[data-cell]");

// Every cell becomes a place to drop: a button that says what would happen.
export function offer() {
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

export function explain({ cell, text, kind }) {
  const drop = board().querySelector(`[data-cell="${cell}"] > .drop`);
  if (!drop) return;
  drop.dataset.kind = kind;
  drop.lastChild.textContent = text;
}

const middle = (node) => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

// While a card is carried only places count, else only cards.
function closest(from, distance) {
  const [left, top] = middle(from);
  const wanted = board().dataset.carrying ? ":scope > [data-drop]" : "[data-pick]";
  return [...board().querySelectorAll("[data-cell]")].map((cell) => ({ cell, target: cell.querySelector(wanted) }))
    .filter(({ cell, target }) => target && cell !== from)
    .map(({ cell, target }) => [target, distance(middle(cell)[0] - left, middle(cell)[1] - top)])
    .filter(([, far]) => far < Infinity).sort(([, one], [, other]) => one - other)[0]?.[0];
}

/** From cell to cell by arrow keys, as on paper: left, right, up and down of where the focus is. */
export function step(from, key) {
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
  closest(cellOf(from), (dx, dy) => dx * x + dy * y > 4 ? dx * x + dy * y + 3 * (Math.abs(dx * y) + Math.abs(dy * x)) : Infinity)?.focus();
}

/** The place beside the card that was just picked up. */
export const beside = (card) => closest(cellOf(card), Math.hypot)?.focus();
