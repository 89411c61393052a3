// Seconds on stage, and one key for each of the best places: 1, 2, 3; n calls the next.
setInterval(() => {
  for (const clock of document.querySelectorAll("time[data-since]")) {
    if (clock.dataset.since) clock.textContent = `${Math.max(0, Math.round((Date.now() - clock.dataset.since) / 1000))} s`;
  }
}, 1000);

document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});
