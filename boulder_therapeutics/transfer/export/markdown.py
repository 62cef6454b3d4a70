"""A public page as Markdown."""

import json
from os.path import relpath
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup

from blog.models import BlogPage
from boulder_therapeutics.seo.markdown.convert import convert


def write_markdown(folder, rendered):
    """Write a page into a folder like that of its URL."""
    page, content = rendered.page, rendered.content
    path = folder / "markdown" / urlsplit(rendered.url).path.strip("/") / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    media = relpath(folder / "media", path.parent)
    for element, _, name in rendered.images:
        element.attrs = {"alt": element["alt"], "src": f"{media}/{quote(name)}"}
    if isinstance(page, BlogPage):
        add_head(content, page)
    text = front_matter(page, rendered.url) + convert(content)
    path.write_text(text, encoding="utf-8")


def add_head(content, article):
    """Put the title and the lead of an article above its body."""
    tags = BeautifulSoup("", "html.parser")
    lead = tags.new_tag("p", string=article.introduction)
    content.insert(0, tags.new_tag("h1", string=article.title), lead)


def front_matter(page, url):
    """Return the front matter of a Markdown file; JSON strings are YAML, too."""
    facts = {
        "title": page.title,
        "description": page.search_description,
        "language": page.locale.language_code,
        "url": url,
    }
    if date := getattr(page, "date", None) or page.first_published_at:
        facts["date"] = date.isoformat()
    if isinstance(page, BlogPage):
        facts["authors"] = [person.name for person in page.authors]
        facts["categories"] = sorted(each.name for each in page.categories.all())
        facts["tags"] = sorted(each.name for each in page.tags.all())
    lines = [f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in facts.items()]
    return "---\n{}---\n\n".format("".join(lines))
