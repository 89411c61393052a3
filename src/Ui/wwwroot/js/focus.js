// What a browser may not do by itself: focus on the errors of a form, and the current entry of a side-scrolling menu.

/** Puts the focus on the error summary, if there is one. */
export function focusErrors(root = document) {
  const summary = root.querySelector(".error-summary");
  // Whoever was quicker than this script and is at the links already stays there.
  if (summary && !summary.contains(document.activeElement)) summary.focus();
}

/** Brings the current entry of each menu into view where scroll-initial-target is unknown. */
export function showCurrentEntry() {
  if (CSS.supports("scroll-initial-target", "nearest")) return;
  for (const entry of document.querySelectorAll('.nav > li:has([aria-current="page"])')) {
    const menu = entry.parentElement;
    const [left, right] = [entry.offsetLeft - menu.offsetLeft, entry.offsetLeft - menu.offsetLeft + entry.offsetWidth];
    if (right > menu.scrollLeft + menu.clientWidth || left < menu.scrollLeft) menu.scrollLeft = right - menu.clientWidth + 32;
  }
}
