// Adds keyboard shortcuts to the comment queue and submits its forms without a reload.

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog";
const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

let sending = Promise.resolve();
let pendingRequests = 0;
let notices = [];

const queue = () => document.querySelector("[data-queue]");
const rows = () => [...queue().querySelectorAll("[data-row]:not([inert])")];
const currentRow = () => document.activeElement.closest("[data-row]");
const checkboxes = () => [...queue().querySelectorAll("[name=rows][type=checkbox]")];

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

function showSelection() {
  const all = queue().querySelector("[data-select-all]");
  if (!all) return;
  const number = checkboxes().filter(({ checked }) => checked).length;
  queue().querySelector("[data-selection]").textContent = all.checked ? "" : `or ${number} selected:`;
  const selectPage = queue().querySelector("[data-select-page]");
  selectPage.hidden = false;
  selectPage.firstElementChild.checked = number > 0 && number === checkboxes().length;
}

// Sends one request at a time, so that quick key presses arrive in order.
function send(form, button) {
  const body = new FormData(form, button);
  const row = form.closest("[data-row]");
  if (row) {
    const all = rows();
    const at = all.indexOf(row);
    row.inert = true;
    focusRow(all[at + 1] ?? all[at - 1]);
  }
  pendingRequests += 1;
  sending = sending
    .then(() => fetch(form.getAttribute("action"), { method: "POST", body }))
    .then(async (response) => show(response, await response.text()))
    .catch(() => location.reload());
}

function show(response, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const newQueue = page.querySelector("[data-queue]");
  if (!response.ok) throw new Error("Not the queue");
  // A long action shows its progress.
  if (!newQueue) return location.assign(response.url);
  notices.push(...page.querySelectorAll(".messages > ul > li"));
  pendingRequests -= 1;
  // With more requests under way, the list on the screen is newer than this response.
  if (pendingRequests) return;
  replace(newQueue);
  document.querySelector(".messages > ul").replaceChildren(...notices);
  notices = [];
  showPending(newQueue.dataset.pending);
}

// The numbers in the menu, in its item for comments and the one for the queue in it.
function showPending(number) {
  const link = document.querySelector(`#wagtail-sidebar a[href="${location.pathname}"]`);
  const group = link?.closest(".sidebar-sub-menu-item");
  for (const label of [link?.querySelector(".menuitem-label"), group?.querySelector(".menuitem-label")]) {
    if (label) label.textContent = label.textContent.replace(/( \(\d+\))?$/, number > 0 ? ` (${number})` : "");
  }
}

function replace(newQueue) {
  const row = currentRow();
  const at = rows().indexOf(row);
  const selected = new Set(checkboxes().filter(({ checked }) => checked).map(({ value }) => value));
  const opened = [...queue().querySelectorAll(".queue__more")].map(({ open }) => open);
  queue().replaceWith(newQueue);
  newQueue.querySelectorAll(".queue__more").forEach((more, at) => more.toggleAttribute("open", opened[at]));
  for (const box of checkboxes()) box.checked = selected.has(box.value);
  showSelection();
  const replacement = row && document.getElementById(row.id);
  if (row) focusRow(replacement ?? rows()[Math.min(at, rows().length - 1)]);
}

function search() {
  const field = queue().querySelector("[name=q]");
  field.closest("details").open = true;
  field.focus();
}

function press(key, shift) {
  if (key in STEPS) return move(STEPS[key]);
  if (key === "u") return [...document.querySelectorAll(".comment-undo button")].at(-1)?.click();
  if (key === "/") return search();
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
  if (event.target.matches("[data-select-page] > input")) {
    for (const box of checkboxes()) box.checked = event.target.checked;
  }
  if (event.target.closest("[data-queue]")) showSelection();
});

showSelection();
