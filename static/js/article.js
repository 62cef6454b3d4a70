// Enhancements of articles, which work without them. Elements have data- attributes. All
// in one module, as each further module costs a request.

// Open the table of contents on wide screens, and mark the current section.
const contents = document.querySelector("[data-contents]");

if (contents) {
  contents.open = matchMedia("(min-width: 64rem)").matches;
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)) ?? link);

  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 160);
    links.forEach((link, index) => {
      if (index === passed.length - 1) {
        link.setAttribute("aria-current", "true");
      } else {
        link.removeAttribute("aria-current");
      }
    });
  };

  const observer = new IntersectionObserver(mark, { rootMargin: "-160px 0px 0px" });
  headings.forEach((heading) => observer.observe(heading));
}

// Ways to share the article that need a script.
const share = document.querySelector("[data-share]");

share?.querySelectorAll("[hidden]").forEach((item) => {
  item.hidden = item.querySelector("[data-copy]") && !navigator.clipboard;
});

share?.addEventListener("click", async ({ target }) => {
  if (target.dataset.copy) {
    await navigator.clipboard.writeText(target.dataset.copy);
    target.textContent = target.dataset.done;
  }
});

// Print an exercise alone when its link is clicked. Without this, the link only selects
// the exercise, and the visitor uses the browser's print command.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print]");
  if (button) {
    event.preventDefault();
    const exercise = button.closest(".exercise");
    exercise?.setAttribute("data-printing", "");
    addEventListener("afterprint", () => exercise?.removeAttribute("data-printing"), { once: true });
    print();
  }
});

// Redirect links to a comment on another page of comments to that page.
const comments = document.querySelector("[data-comments]");
const [, id] = location.hash.match(/^#comment-(\d+)$/) ?? [];
// Do not redirect twice.
const wasSent = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;

if (comments && id && !wasSent && !document.getElementById(`comment-${id}`)) {
  const url = comments.dataset.comments.replace("/0/", `/${id}/`);
  fetch(url, { redirect: "manual" }).then((response) => {
    if (response.type === "opaqueredirect") {
      location.replace(url);
    }
  });
}

// Enhancements of the comment form: a key for each comment, name and email saved in this
// browser if the visitor wants that, and a character count near the limit.
const STORE = "comment-author";
const LIMIT = 65525;
const NEAR = 1000;

const form = document.querySelector("[data-comment-form]");

// A cached page contains the same key for all visitors.
function renewKeys({ key }) {
  let used = true;
  form.addEventListener("input", () => {
    if (used) {
      const numbers = crypto.getRandomValues(new Uint8Array(16));
      key.value = Array.from(numbers, (n) => n.toString(16).padStart(2, "0")).join("");
      used = false;
    }
  });
  form.addEventListener("submit", () => {
    used = true;
  });
}

function rememberAuthor({ name, email, remember }) {
  try {
    const known = JSON.parse(localStorage.getItem(STORE));
    if (known) {
      name.value ||= known.name;
      email.value ||= known.email;
      remember.checked = true;
    }
    remember.addEventListener("change", () => {
      if (!remember.checked) {
        localStorage.removeItem(STORE);
      }
    });
    form.addEventListener("submit", () => {
      if (remember.checked) {
        const author = { name: name.value, email: email.value };
        localStorage.setItem(STORE, JSON.stringify(author));
      }
    });
  } catch {
    // The browser blocks storage for this site.
  }
}

function countDown({ text }) {
  const counter = document.createElement("p");
  counter.dataset.counter = "";
  counter.setAttribute("role", "status");
  text.after(counter);
  text.addEventListener("input", () => {
    const left = LIMIT - [...text.value].length;
    const number = left.toLocaleString(document.documentElement.lang);
    counter.textContent = left > NEAR ? "" : form.dataset.left.replace("{number}", number);
  });
}

if (form) {
  renewKeys(form.elements);
  countDown(form.elements);
  if (form.elements.remember) {
    rememberAuthor(form.elements);
  }
}
