// Enhancements of all pages, which work without them. Elements have data- attributes.

// After the first paint: the fonts, images further down, and the page's own module.
function enableTypefaces() {
  document.querySelector("[data-later]").media = "all";
}

function loadTheRest() {
  enableTypefaces();
  document.documentElement.dataset.shown = "";
  const { more } = document.querySelector("[data-more]").dataset;
  if (more) {
    import(more);
  }
}

// The first paint may show only the background; the first contentful paint has text.
const painted = new Promise((resolve) => {
  if (!PerformanceObserver.supportedEntryTypes.includes("paint")) {
    resolve();
    return;
  }
  new PerformanceObserver((entries) => {
    if (entries.getEntriesByName("first-contentful-paint").length > 0) {
      resolve();
    }
  }).observe({ type: "paint", buffered: true });
});

const pictures = [...document.querySelectorAll('img:not([loading="lazy"])')];
const shown = Promise.allSettled([painted, ...pictures.map((picture) => picture.decode())]);

// Visitors who come from another page have the fonts, and should not see them change.
if (document.referrer.startsWith(`${location.origin}/`)) {
  enableTypefaces();
}

// Two frames later, everything is on the screen.
shown.then(() => requestAnimationFrame(() => requestAnimationFrame(loadTheRest)));

// Close the menu on Escape and on a click outside it.
const menu = document.querySelector("[data-menu]");

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) {
    menu.open = false;
  }
});

// Show whether the clinic is open. The page contains the status for each time.
function showStatus() {
  const now = Date.now() / 1000;
  for (const place of document.querySelectorAll("[data-statuses]")) {
    const statuses = JSON.parse(place.dataset.statuses);
    const last = statuses.at(-1)[0] + 24 * 60 * 60;
    const status = statuses.findLast(([moment]) => moment <= now);
    place.textContent = status && now < last ? status[1] : "";
  }
}

showStatus();
setInterval(showStatus, 60_000);

// Play a video in the page; without this, the link opens it on its site.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-video]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.src = link.dataset.video;
  frame.title = link.dataset.title;
  frame.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
  frame.allowFullscreen = true;
  link.replaceWith(frame);
  frame.focus();
});
