// One sound and one vibration for each verdict, so that nobody has to look. Made here, no files; silent if staff say so.
const Sounds = {
  good: { notes: [[660, 0, 0.12], [990, 0.12, 0.22]], wave: "sine", shake: [80] },
  again: { notes: [[440, 0, 0.14], [440, 0.22, 0.14]], wave: "triangle", shake: [80, 80, 80] },
  stop: { notes: [[160, 0, 0.5]], wave: "square", shake: [400] },
};
const Key = "scanner-sound";
let air;

const isOn = () => localStorage.getItem(Key) !== "off";

// Browsers keep silent until the page was touched once.
function wake() {
  air ??= new AudioContext();
  air.resume();
}

function play({ notes, wave }) {
  if (!air || air.state !== "running") return;
  for (const [pitch, from, length] of notes) {
    const [tone, volume] = [air.createOscillator(), air.createGain()];
    const start = air.currentTime + from;
    Object.assign(tone, { type: wave });
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.25, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + length);
    tone.connect(volume).connect(air.destination);
    tone.start(start);
    tone.stop(start + length);
  }
}

function said({ detail: tone }) {
  const sound = Sounds[tone];
  if (!sound) return;
  navigator.vibrate?.(sound.shake);
  if (isOn()) play(sound);
}

/** Listens for verdicts, and offers the switch. */
export function wireSound() {
  const offer = document.querySelector("[data-sound]");
  if (offer) {
    const box = offer.querySelector("input");
    offer.hidden = false;
    box.checked = isOn();
    box.addEventListener("change", () => localStorage.setItem(Key, box.checked ? "on" : "off"));
  }
  for (const touch of ["pointerdown", "keydown"]) document.addEventListener(touch, wake, { once: true });
  wake();
  document.addEventListener("said", said);
}
