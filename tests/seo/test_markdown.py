"""Every public page is also Markdown, with the same words."""

import pytest
from bs4 import BeautifulSoup

from wagtail.models import Page, PageViewRestriction

from boulder_therapeutics.seo.markdown.convert import to_markdown
from tests.factories import StandardPageFactory

URL = "https://example.com/blog/knees/"


def convert(html):
    return to_markdown(f"<main>{html}</main>", URL)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>A</h2><p>b\n<em>c</em></p>", "## A\n\nb *c*"),
        ("<p># no heading</p>", r"\# no heading"),
        ("<p>1. no<br>- list</p>", "1\\. no  \n\\- list"),
        ("<p>[x](y) &lt;b&gt; `c` *d* _e_</p>", r"\[x\](y) \<b\> \`c\` \*d\* \_e\_"),
        ('<p><a href="/x/">x</a></p>', "[x](https://example.com/x/)"),
        ('<p><a href="#x">x</a></p>', f"[x]({URL}#x)"),
        ('<img alt="A [b]" src="/c.png">', r"![A \[b\]](https://example.com/c.png)"),
        ('<img alt="" src="/decoration.png">', ""),
        ("<details><summary>Why?</summary><div>So.</div></details>", "### Why?\n\nSo."),
        ("<nav>Menu</nav><form>Name</form><p>Text</p>", "Text"),
    ],
)
def test_conversion(html, markdown):
    assert convert(html).strip() == markdown


def test_table_keeps_its_cells():
    row = "<tr><th scope=row>Mon</th><td>8am | 9am</td></tr>"
    assert r"| Mon | 8am \| 9am |" in convert(f"<table><tbody>{row}</tbody></table>")


def test_group_of_rows_does_not_begin_another_table():
    html = """<table>
        <thead><tr><th>Length</th><th>Price</th></tr></thead>
        <tbody><tr><th colspan="2">Knee Pain</th></tr>
        <tr><td>30 minutes</td><td>$65</td></tr></tbody></table>"""
    assert convert(html).split("\n")[1:4] == [
        "| --- | --- |",
        "| Knee Pain | |",
        "| 30 minutes | $65 |",
    ]


def test_caption_stands_before_its_table():
    row = "<tr><th scope=row>Mon</th><td>Closed</td></tr>"
    markdown = convert(f"<table><caption>Hours</caption>{row}{row}</table>")
    head, separator, *rows = markdown.strip().split("\n")[2:]
    assert markdown.startswith("Hours\n\n")
    assert set(separator) == set("|- ")
    assert rows == ["| Mon | Closed |"] * 2


def test_page_and_its_markdown_know_each_other(client, article):
    html = client.get("/blog/runners-knee/").text
    link = BeautifulSoup(html, "html.parser").find("link", type="text/markdown")
    assert link["href"] == "http://testserver/blog/runners-knee/index.md"
    response = client.get(link["href"])
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Link"] == (
        '<http://testserver/blog/runners-knee/>; rel="canonical"'
    )
    assert response.text.startswith("# Runner’s Knee\n")


def test_only_public_pages_are_markdown(client, admin_client, home):
    page = StandardPageFactory(parent=home, slug="page")
    assert client.get("/page/index.md").status_code == 200
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="login"
    )
    assert admin_client.get("/page/index.md").status_code == 404
    restriction.delete()
    Page.objects.get(pk=page.pk).unpublish()
    assert admin_client.get("/page/index.md").status_code == 404
    assert client.get("/nowhere/index.md").status_code == 404
    assert client.get("/blog/feed/index.md").status_code == 404


def test_advice_for_emergencies_is_in_the_markdown_of_the_contact_page(
    client, contact_page
):
    text = client.get("/contact/index.md").text
    assert "call 911" in text
    assert "988" in text
