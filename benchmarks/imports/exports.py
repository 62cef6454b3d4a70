"""Exports of any size, with text like that of a clinic's blog."""

from html import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old clinic</title><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>ann</wp:author_login></wp:author>
"""
TAIL = "</channel></rss>\n"
PARAGRAPH = (
    "The knee aches on stairs and <strong>after a run</strong>. Rest for a few days, "
    'then walk on flat ground, as in <a href="https://old.example/?p={link}">another '
    "article</a>. Number {number} of these exercises takes five minutes a day, and it "
    "should never hurt more than you can breathe through."
)
CATEGORIES = ["news", "education", "running"]


def write_export(path, posts, paragraphs=12, comments=0):
    """Write an export with this many posts, each with paragraphs and comments."""
    with open(path, "w") as file:
        file.write(HEAD)
        for number in range(1, posts + 1):
            file.write(_post(number, posts, paragraphs, comments))
        file.write(TAIL)
    return path


def _post(number, posts, paragraphs, comments):
    texts = [
        PARAGRAPH.format(number=each, link=(number * 7 + each) % posts + 1)
        for each in range(paragraphs)
    ]
    texts.insert(len(texts) // 2, f"<h2>What helps, part {number}</h2>")
    fields = {
        "title": f"Article {number}",
        "link": f"https://old.example/2020/article-{number}/",
        "guid": f"https://old.example/?p={number}",
        "dc:creator": "ann",
        "content:encoded": "\n\n".join(texts),
        "excerpt:encoded": f"Lead of article {number}.",
        "wp:post_id": number,
        "wp:post_date": "2020-03-04 02:00:00",
        "wp:post_date_gmt": "2020-03-04 09:00:00",
        "wp:comment_status": "open",
        "wp:post_name": f"article-{number}",
        "wp:status": "publish",
        "wp:post_type": "post",
    }
    category = CATEGORIES[number % len(CATEGORIES)]
    extra = f'<category domain="category" nicename="{category}">{category}</category>'
    first = 1 + number * comments
    extra += "".join(_comment(first + each, first) for each in range(comments))
    return f"<item>{_elements(fields)}{extra}</item>\n"


def _comment(number, first):
    fields = {
        "wp:comment_id": number,
        "wp:comment_author": f"Reader {number}",
        "wp:comment_author_email": f"reader{number}@example.org",
        "wp:comment_author_IP": "192.0.2.7",
        "wp:comment_date_gmt": "2020-03-05 10:00:00",
        "wp:comment_content": f"Two weeks of short runs helped. Number {number}.",
        "wp:comment_approved": 1,
        "wp:comment_parent": first if number % 3 == 0 and number != first else 0,
    }
    return f"<wp:comment>{_elements(fields)}</wp:comment>"


def _elements(fields):
    return "".join(f"<{k}>{escape(str(v))}</{k}>" for k, v in fields.items())
