// Moves stands by mouse, finger and arrow keys; whatever moved is sent by the form with data-move, which works without this file.
const Step = 0.1;
const Leap = 1;
const Pause = 700;
const Ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

let pulled = null; // { stand, from, by, moved }
let waiting;

const snapped = (metres) => Math.round(metres / Step) * Step;

const inEdit = (target) => target.closest?.('[data-plan="edit"] [data-stand]');

const place = (stand) => {
  const rect = stand.querySelector("rect");
  return [Number(rect.getAttribute("x")), Number(rect.getAttribute("y"))];
};

function point(event, stand) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(stand.ownerSVGElement.getScreenCTM().inverse());
  return [at.x, at.y];
}

// The corner of a stand stays a whole step away from the upper left one of the floor, and never beyond it.
function shift(stand, [right, down]) {
  const [x, y] = place(stand);
  const by = [Math.max(snapped(x + right), 0) - x, Math.max(snapped(y + down), 0) - y];
  stand.setAttribute("transform", `translate(${by[0]} ${by[1]})`);
  stand.classList.add("is-moving");
  return by;
}

function send(stand, by) {
  clearTimeout(waiting);
  const form = document.querySelector("[data-move]");
  const [x, y] = place(stand);
  form.elements.stand.value = stand.dataset.stand;
  form.elements.x.value = (x + by[0]).toFixed(2);
  form.elements.y.value = (y + by[1]).toFixed(2);
  form.requestSubmit();
}

document.addEventListener("pointerdown", (event) => {
  const stand = inEdit(event.target);
  if (!stand || event.button) return;
  event.preventDefault();
  pulled = { stand, from: point(event, stand), by: [0, 0], moved: false };
  stand.setPointerCapture(event.pointerId);
  stand.focus();
});

document.addEventListener("pointermove", (event) => {
  if (!pulled) return;
  const [x, y] = point(event, pulled.stand);
  const way = [x - pulled.from[0], y - pulled.from[1]];
  if (!pulled.moved && Math.hypot(...way) < Step) return;
  pulled.moved = true;
  pulled.by = shift(pulled.stand, way);
});

document.addEventListener("pointerup", () => {
  if (pulled?.moved) send(pulled.stand, pulled.by);
  // The click that follows a pull must not open the stand.
  setTimeout(() => (pulled = null));
});

document.addEventListener("click", (event) => pulled?.moved && event.preventDefault(), true);
document.addEventListener("dragstart", (event) => inEdit(event.target) && event.preventDefault());

document.addEventListener("keydown", (event) => {
  const stand = inEdit(event.target);
  if (!stand || !Ways[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const step = event.shiftKey ? Leap : Step;
  const done = (stand.getAttribute("transform") ?? "translate(0 0)").match(/-?\d[\d.e-]*/g).map(Number);
  const by = shift(stand, done.map((so, at) => so + Ways[event.key][at] * step));
  clearTimeout(waiting);
  waiting = setTimeout(() => send(stand, by), Pause);
});

// Answered: the drawing stands where the server says.
document.addEventListener("fragment", () => {
  for (const stand of document.querySelectorAll('[data-plan="edit"] [transform]')) stand.removeAttribute("transform");
});
