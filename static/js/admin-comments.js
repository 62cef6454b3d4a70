// The comment queue by keyboard, without reloading; every form works without this.

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog";
const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

let sending = Promise.resolve();
let unanswered = 0;
let notices = [];

const queue = () => document.querySelector("[data-queue]");
const rows = () => [...queue().querySelectorAll("[data-row]:not([inert])")];
const currentRow = () => document.activeElement.closest("[data-row]");
const ticks = () => [...queue().querySelectorAll("[name=rows][type=checkbox]")];

function focusRow(row) {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = rows();
  const at = all.indexOf(currentRow());
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1);
  focusRow(all[next]);
}

function showTicked() {
  const all = queue().querySelector("[data-select-all]");
  if (!all) return;
  const number = ticks().filter((tick) => tick.checked).length;
  queue().querySelector("[data-ticked]").textContent = all.checked ? "" : `or ${number} ticked:`;
  const tickAll = queue().querySelector("[data-tick-all]");
  tickAll.hidden = false;
  tickAll.checked = number > 0 && number === ticks().length;
}

// Posts one after the other, so that a burst of keys arrives in order.
function send(form, button) {
  const body = new FormData(form, button);
  const row = form.closest("[data-row]");
  if (row) {
    const all = rows();
    const at = all.indexOf(row);
    row.inert = true;
    focusRow(all[at + 1] ?? all[at - 1]);
  }
  unanswered += 1;
  sending = sending
    .then(() => fetch(form.getAttribute("action"), { method: "POST", body }))
    .then(async (response) => show(response, await response.text()))
    .catch(() => location.reload());
}

function show(response, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.querySelector("[data-queue]");
  if (!response.ok || !fresh) throw new Error("Not the queue");
  notices.push(...page.querySelectorAll(".messages > ul > li"));
  unanswered -= 1;
  // While more keys are on their way, the list on the screen is already newer.
  if (unanswered) return;
  replace(fresh);
  document.querySelector(".messages > ul").replaceChildren(...notices);
  notices = [];
  const badge = document.querySelector(`#wagtail-sidebar a[href="${location.pathname}"] .menuitem-label`);
  if (badge) badge.textContent = fresh.dataset.menuLabel;
}

function replace(fresh) {
  const row = currentRow();
  const at = rows().indexOf(row);
  const ticked = new Set(ticks().filter((tick) => tick.checked).map((tick) => tick.value));
  const keysShown = queue().querySelector(".queue__keys")?.open;
  queue().replaceWith(fresh);
  fresh.querySelector(".queue__keys")?.toggleAttribute("open", Boolean(keysShown));
  for (const tick of ticks()) tick.checked = ticked.has(tick.value);
  showTicked();
  const again = row && document.getElementById(row.id);
  if (row) focusRow(again ?? rows()[Math.min(at, rows().length - 1)]);
}

function press(key, shift) {
  if (key in STEPS) return move(STEPS[key]);
  if (key === "u") return [...document.querySelectorAll(".comment-undo button")].at(-1)?.click();
  if (key === "/") return queue().querySelector("[name=q]").focus();
  if (shift && key === "x") return queue().querySelector("[data-select-all]")?.click();
  if (shift) return queue().querySelector(`#bulk [data-bulk-key="${key}"]`)?.click();
  const row = currentRow();
  if (key === "x") return row?.querySelector("[name=rows][type=checkbox]").click();
  if (key === "o") return row?.querySelector("summary")?.click();
  return row?.querySelector(`[data-key="${key}"]`)?.click();
}

document.addEventListener("keydown", (event) => {
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (isCommand || event.target.closest(TYPING) || "noShortcuts" in queue().dataset) return;
  if (key.startsWith("Arrow") && !currentRow()) return;
  if (!(key in STEPS) && !/^[adenoprstux/]$/.test(key)) return;
  event.preventDefault();
  press(key, event.shiftKey);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-act], .comment-undo");
  if (!form || event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  send(form, event.submitter);
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-tick-all]")) {
    for (const tick of ticks()) tick.checked = event.target.checked;
  }
  if (event.target.closest("[data-queue]")) showTicked();
});

showTicked();
