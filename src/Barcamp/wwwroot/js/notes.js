// Saves a note as it is typed and takes in what others wrote meanwhile. Without this file the form has its button.
const Pause = 700;
const form = document.querySelector("[data-note]");
const text = form?.elements.body;
const said = form?.querySelector("[data-note-said]");
let waiting;
let saving = false;
let kept = text?.value;

/** The one stretch in which two texts differ: from, to in the old one, and what stands there now. */
function change(old, now) {
  let from = 0;
  const shorter = Math.min(old.length, now.length);
  while (from < shorter && old[from] === now[from]) from++;
  let end = 0;
  while (end < shorter - from && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  return { from, to: old.length - end, put: now.slice(from, now.length - end) };
}

/** Where a place of the old text is after the change. */
const follow = (place, { from, to, put }) =>
  place <= from ? place : place >= to ? place + put.length - (to - from) : Math.min(place, from + put.length);

/** What was typed while the answer was on its way, done again in the text that came back. */
function again(typed, theirs, merged) {
  const [from, to] = [follow(typed.from, theirs), follow(typed.to, theirs)];
  const apart = typed.to <= theirs.from || typed.from >= theirs.to;
  // Where both touched the same place nothing is taken away: two texts stand side by side.
  return merged.slice(0, from) + typed.put + merged.slice(apart ? to : from);
}

function show(sent, merged) {
  if (merged === sent) return;
  const theirs = change(sent, merged);
  const now = text.value;
  const [start, end, top] = [text.selectionStart, text.selectionEnd, text.scrollTop];
  text.value = now === sent ? merged : again(change(sent, now), theirs, merged);
  text.setSelectionRange(follow(start, theirs), follow(end, theirs));
  text.scrollTop = top;
}

async function save() {
  clearTimeout(waiting);
  if (saving) return later();
  saving = true;
  const sent = text.value;
  const links = form.elements.links.value;
  try {
    const answer = await fetch(form.action, {
      method: "POST", body: new FormData(form), credentials: "same-origin", headers: { "X-Save": "1" },
    });
    if (!answer.ok) throw new Error(answer.status);
    const { version, body, said: words } = await answer.json();
    form.elements.version.value = version;
    form.elements["links-before"].value = links;
    show(sent, body);
    kept = body;
    said.textContent = words;
    if (text.value !== kept) later();
  } catch {
    // Typed words stay where they are; the next try carries them.
    later(5000);
  } finally {
    saving = false;
  }
}

const later = (pause = Pause) => {
  clearTimeout(waiting);
  waiting = setTimeout(save, pause);
};

if (form) {
  form.addEventListener("input", () => later());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  // Others wrote: their words come into the text, too.
  document.addEventListener("fragment", ({ detail }) => detail.id === "read" && text.value === kept && save());
  window.addEventListener("pagehide", () => text.value !== kept && navigator.sendBeacon?.(form.action, new FormData(form)));
}
