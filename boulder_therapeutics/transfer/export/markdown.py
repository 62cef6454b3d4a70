"""Every public page as Markdown."""

import json
from os.path import relpath
from urllib.parse import quote, urlsplit

from wagtail.models import Page

from boulder_therapeutics.core.publishing.restrictions import only_public
from boulder_therapeutics.seo.markdown.convert import convert

from .render import Originals, make_absolute, render_page


def export_markdown(folder, progress):
    """Write the pages in folders like those of their URLs; return their number."""
    originals, number = Originals(), 0
    for pk in list(only_public(Page.objects).order_by("path").values_list(flat=True)):
        page = Page.objects.filter(pk=pk, live=True).first()
        if page and page.get_url():
            progress(f"Writing {page.get_url()} as Markdown")
            write_page(folder, page.specific, originals)
            number += 1
    return number


def write_page(folder, page, originals):
    path = folder / "markdown" / urlsplit(page.get_url()).path.strip("/") / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    main = render_page(page)
    make_absolute(main, page.full_url)
    media = relpath(folder / "media", path.parent)
    originals.show(main, lambda pk, name: {"src": f"{media}/{quote(name)}"})
    path.write_text(front_matter(page) + convert(main), encoding="utf-8")


def front_matter(page):
    """Return the front matter of a Markdown file; JSON strings are YAML, too."""
    facts = {
        "title": page.title,
        "description": page.search_description,
        "language": page.locale.language_code,
        "url": page.full_url,
    }
    if date := getattr(page, "date", None) or page.first_published_at:
        facts["date"] = date.isoformat()
    lines = [f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in facts.items()]
    return "---\n{}---\n\n".format("".join(lines))
