// Reads badges from the camera, on and on. A code that stays in the picture counts once.
import { read } from "./reader.js";

const Widest = 900; // pixels: a badge at arm's length is readable, and a cheap phone keeps up
const Pause = 90; // ms between two looks
const Same = 3000; // ms that a code must be out of sight before it counts again
const main = document.querySelector("[data-scanner]");
const seen = { code: "", at: 0 };
let text = "starting";

const tell = () => {
  const line = document.querySelector("[data-finder-text]");
  if (line) line.textContent = main.dataset[text];
};

function say(state) {
  text = state;
  tell();
}

/** Starts the camera and hands on every new code. */
export async function openCamera(found) {
  document.addEventListener("said", tell);
  say("starting");
  if (!navigator.mediaDevices?.getUserMedia) return say("none");
  try {
    const video = await open();
    say("ready");
    keepAwake();
    await look(video, found);
  } catch (fault) {
    say(fault.name === "NotAllowedError" ? "denied" : "none");
  }
}

async function open() {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false, video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const video = document.createElement("video");
  Object.assign(video, { muted: true, playsInline: true, srcObject: stream });
  video.setAttribute("aria-hidden", "true");
  document.querySelector("[data-finder]").prepend(video);
  await video.play();
  // A phone that slept or another app may have taken the camera: start over.
  stream.getVideoTracks()[0].addEventListener("ended", () => location.reload());
  return video;
}

async function look(video, found) {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  for (;;) {
    await new Promise((next) => setTimeout(next, Pause));
    if (document.hidden || video.readyState < video.HAVE_CURRENT_DATA) continue;
    const scale = Math.min(1, Widest / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const code = await read(context.getImageData(0, 0, canvas.width, canvas.height));
    if (code && isNew(code)) found(code);
  }
}

function isNew(code) {
  const now = performance.now();
  const same = code === seen.code && now - seen.at < Same;
  Object.assign(seen, { code, at: now });
  return !same;
}

async function keepAwake() {
  const ask = () => navigator.wakeLock?.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  await ask();
}
