// Keeps the board, the proposals and the own plan readable without network; what it shows then says so.
const Cache = "board-1";
const pages = /\/(board(\/agenda)?|proposals)$/;
const parts = /^\/(ui|barcamp)\//;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && pages.test(url.pathname)) event.respondWith(page(event.request));
  else if (parts.test(url.pathname)) event.respondWith(part(event.request));
});

self.addEventListener("message", (event) => event.waitUntil(keep(event.data.map((url) => new URL(url)))));

// What a page says that it needs, and the pages it leads to.
async function keep(urls) {
  const cache = await caches.open(Cache);
  const ours = urls.filter(({ origin, pathname, search }) =>
    origin === location.origin && (parts.test(pathname) || (pages.test(pathname) && search === "")));
  await Promise.all(ours.map((url) => fetch(url).then((answer) => answer.ok && !answer.redirected && cache.put(url.href, answer)).catch(() => {})));
}

// Fresh if it can be had; else the last copy, marked, so that the page says how old it is.
async function page(request) {
  const cache = await caches.open(Cache);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(request.url.split("#")[0], answer.clone());
    return answer;
  } catch {
    const kept = await cache.match(request.url.split("#")[0]) ?? await cache.match(request.url.split(/[?#]/)[0]);
    if (!kept) return Response.error();
    const html = (await kept.text()).replace("<html ", "<html data-offline ");
    return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

// Style, scripts and fonts: from the network, else as they were.
async function part(request) {
  const cache = await caches.open(Cache);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return await cache.match(request) ?? Response.error();
  }
}
