// Extras of all pages, which work without them. Found by data- attributes.

// What can wait comes after the first words and pictures: typefaces, the pictures
// further down and the page's own module.
function bringTypefaces() {
  document.querySelector("[data-later]").media = "all";
}

function bringTheRest() {
  bringTypefaces();
  document.documentElement.dataset.shown = "";
  const { more } = document.querySelector("[data-more]").dataset;
  if (more) {
    import(more);
  }
}

// The ground is painted first, perhaps without a word on it.
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

// Whoever comes from another page has the typefaces, and need not see them change.
if (document.referrer.startsWith(`${location.origin}/`)) {
  bringTypefaces();
}

// What is ready now is on the screen a frame later.
shown.then(() => requestAnimationFrame(() => requestAnimationFrame(bringTheRest)));

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

// Say whether the clinic is open. The page knows what to say from when on.
function sayStatus() {
  const now = Date.now() / 1000;
  for (const place of document.querySelectorAll("[data-statuses]")) {
    const statuses = JSON.parse(place.dataset.statuses);
    const last = statuses.at(-1)[0] + 24 * 60 * 60;
    const status = statuses.findLast(([moment]) => moment <= now);
    place.textContent = status && now < last ? status[1] : "";
  }
}

sayStatus();
setInterval(sayStatus, 60_000);

// Play a film in its place; without this, the link leads to it.
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
