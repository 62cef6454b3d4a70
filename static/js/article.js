// Extras of articles, which work without them. Found by data- attributes. One module,
// because each more is a request more.

// Open the contents where there is room for them, and mark the section being read.
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

// Ways to pass the article on that only scripts can offer.
const share = document.querySelector("[data-share]");

share?.querySelectorAll("[hidden]").forEach((item) => {
  item.hidden = item.querySelector("[data-copy]") && !navigator.clipboard;
});

share?.addEventListener("click", async ({ target }) => {
  if (target.dataset.copy) {
    await navigator.clipboard.writeText(target.dataset.copy);
    target.textContent = "Link copied";
  }
});

// A link that prints an exercise alone does so at once. Without this, it marks the
// exercise for printing, and the visitor prints.
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

// A link to a comment that stands on another page of comments leads there.
const comments = document.querySelector("[data-comments]");
const [, id] = location.hash.match(/^#comment-(\d+)$/) ?? [];
// Whoever was sent here on the way to that comment is not sent on.
const wasSent = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;

if (comments && id && !wasSent && !document.getElementById(`comment-${id}`)) {
  const address = comments.dataset.comments.replace("/0/", `/${id}/`);
  fetch(address, { redirect: "manual" }).then((answer) => {
    if (answer.type === "opaqueredirect") {
      location.replace(address);
    }
  });
}

// Extras of the comment form: a key for each comment, the name and email remembered
// in this browser if that is asked for, and a count of characters near the limit.
const STORE = "comment-author";
const LIMIT = 65525;
const NEAR = 1000;

const form = document.querySelector("[data-comment-form]");

// The page may come from a cache, so the key that it holds may be someone else's, too.
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
    // The browser keeps nothing for this site.
  }
}

function countDown({ text }) {
  const counter = document.createElement("p");
  counter.dataset.counter = "";
  counter.setAttribute("role", "status");
  text.after(counter);
  text.addEventListener("input", () => {
    const left = LIMIT - [...text.value].length;
    counter.textContent = left > NEAR ? "" : `${left.toLocaleString("en-US")} characters left`;
  });
}

if (form) {
  renewKeys(form.elements);
  countDown(form.elements);
  if (form.elements.remember) {
    rememberAuthor(form.elements);
  }
}
