// Lists the files that were chosen or dropped, and says when they are being uploaded.

const UNITS = ["bytes", "KB", "MB", "GB"];

function size(bytes) {
  const power = Math.min(3, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return `${(bytes / 1000 ** power).toFixed(power && 1)} ${UNITS[power]}`;
}

function listFiles(input, list) {
  list.textContent = [...input.files].map((file) => `${file.name}, ${size(file.size)}`).join(" · ");
}

for (const input of document.querySelectorAll("[data-drop] input[type=file]")) {
  const list = document.createElement("p");
  list.className = "import__files";
  list.setAttribute("role", "status");
  input.after(list);
  input.addEventListener("change", () => listFiles(input, list));
  for (const type of ["dragenter", "dragover"]) {
    input.addEventListener(type, () => input.setAttribute("data-over", ""));
  }
  for (const type of ["dragleave", "drop"]) {
    input.addEventListener(type, () => input.removeAttribute("data-over"));
  }
  listFiles(input, list);
}

const button = document.querySelector("[data-sending]");
button?.form.addEventListener("submit", () => {
  button.textContent = button.dataset.sending;
});
