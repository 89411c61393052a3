// Sends readings, one at a time. A reading that gets no answer is shown as such and kept by nobody: it can be sent again by
// hand, under the same nonce, so that it counts once even if only the answer was lost.
import { showPage, showTemplate } from "./screen.js";
import { networkIs } from "./network.js";

const Patience = 6000;
const Tries = 2;
let busy = false;
let last;

async function ask(url, options) {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(url, {
        cache: "no-store", credentials: "same-origin", headers: { "X-Fragment": "main" },
        signal: AbortSignal.timeout(Patience), ...options,
      });
      if (answer.status < 500 || attempt === Tries) return answer;
    } catch (fault) {
      if (attempt === Tries) throw fault;
    }
  }
}

async function tell(url, options) {
  if (busy) return;
  busy = true;
  document.body.setAttribute("aria-busy", "true");
  try {
    const answer = await ask(url, options);
    networkIs(true);
    if (answer.ok && showPage(await answer.text())) return;
    if (answer.status === 400) return location.reload(); // the form is of another sign-in
    showTemplate(answer.status >= 401 && answer.status <= 404 ? "data-over" : "data-lost");
  } catch {
    networkIs(false);
    showTemplate("data-lost");
  } finally {
    busy = false;
    document.body.removeAttribute("aria-busy");
  }
}

/** Sends a form of the page and shows the answer. Each time is a reading of its own. */
export const submit = (form) => post(form.action, fresh(new FormData(form)));

/** Sends what the camera read. */
export function scan(code) {
  const form = document.querySelector("form[data-scan]");
  if (!form) return;
  const body = new FormData(form);
  body.set("code", code);
  post(form.action, fresh(body));
}

/** Sends the last reading again, under its own nonce. */
export function retry() {
  if (last) tell(...last);
}

/** Opens another screen of the scanner. */
export const visit = (url) => tell(url, {});

function post(url, body) {
  if (busy) return;
  last = [url, { method: "POST", body }];
  tell(...last);
}

function fresh(body) {
  body.set("nonce", newNonce());
  return body;
}

// crypto.randomUUID is missing where a test installation is reached by plain http.
function newNonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
