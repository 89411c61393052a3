// The plan as one stop of the tab key: arrows lead to the nearest stand that way, Home and End to the first and last.
const Ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const standsOf = (plan) => [...plan.querySelectorAll("[data-stand]")];

const middle = (stand) => {
  const { x, y, width, height } = stand.querySelector("rect").getBBox();
  return [x + width / 2, y + height / 2];
};

// Straight ahead counts once, sideways twice: A2 is right of A1 even where B1 is a little nearer.
function nearest(from, stands, [right, down]) {
  const [x, y] = middle(from);
  let [best, least] = [null, Infinity];
  for (const stand of stands) {
    if (stand === from) continue;
    const [dx, dy] = [middle(stand)[0] - x, middle(stand)[1] - y];
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (ahead <= 0.01 || ahead + 2 * aside >= least) continue;
    [best, least] = [stand, ahead + 2 * aside];
  }
  return best;
}

function stop(plan, at) {
  for (const stand of standsOf(plan)) stand.setAttribute("tabindex", stand === at ? "0" : "-1");
}

function walk(event) {
  const stand = event.target.closest?.("[data-stand]");
  const plan = stand?.closest("[data-plan]");
  if (!plan || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const stands = standsOf(plan);
  const next = Ways[event.key] ? nearest(stand, stands, Ways[event.key])
    : event.key === "Home" ? stands[0] : event.key === "End" ? stands.at(-1) : null;
  if (!next && !Ways[event.key]) return;
  event.preventDefault();
  if (!next) return;
  stop(plan, next);
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function begin() {
  for (const plan of document.querySelectorAll("[data-plan]")) {
    const stands = standsOf(plan);
    stop(plan, stands.find((stand) => stand.hasAttribute("aria-current")) ?? stands.find((stand) => stand.hasAttribute("href")) ?? stands[0]);
  }
  // The stand that the page is about is in sight at once.
  document.querySelector("[data-plan] .is-here")?.scrollIntoView({ block: "nearest", inline: "center" });
}

document.addEventListener("keydown", walk);
document.addEventListener("focusin", ({ target }) => {
  const stand = target.closest?.("[data-stand]");
  if (stand) stop(stand.closest("[data-plan]"), stand);
});
document.addEventListener("fragment", begin);
begin();
