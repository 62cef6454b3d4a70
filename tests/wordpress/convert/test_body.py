"""Bodies: every kind of content of WordPress as our blocks, and no word lost."""

import re
import time
from collections import Counter
from html import unescape

import pytest

from blog.models.articles import texts_in
from blog.wordpress.convert.body import convert_body
from blog.wordpress.convert.result import Picture
from blog.wordpress.read.errors import ExportError
from blog.wordpress.read.files import Export
from blog.wordpress.read.parser import read_items

LIMIT = 10  # seconds, on any machine


class Resolver:
    """Knows every picture, and one page."""

    def link(self, url):
        is_page = url.startswith("https://old.example/knee")
        return {"linktype": "page", "id": 3} if is_page else {"href": url}

    def url(self, url):
        return "/blog/knee/" if url.startswith("https://old.example/knee") else url

    def picture(self, url, number=0):
        return None if "missing" in url else Picture(number or 1, "alt", "caption")

    def reusable(self, number):
        return {8: "<!-- wp:paragraph --><p>Shared.</p><!-- /wp:paragraph -->"}.get(
            number, ""
        )

    def attached(self, number):
        return [11, 12]


def convert(content):
    return convert_body(content, Resolver(), seed="guid", title="Title", post=7)


def blocks(content):
    return [(block["type"], block["value"]) for block in convert(content).blocks]


def one(content):
    (block,) = blocks(content)
    return block


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("One.\n\nTwo,\nthree.", "<p>One.</p><p>Two,<br/>three.</p>"),
        ("a <strong>b</strong> <em>c</em>", "<p>a <b>b</b> <i>c</i></p>"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
        (
            "<ol><li>a<ul><li>b</li></ul></li></ol>",
            "<ol><li>a<ul><li>b</li></ul></li></ol>",
        ),
        (
            '<a href="https://old.example/knee/">x</a>',
            '<p><a linktype="page" id="3">x</a></p>',
        ),
        ("<pre>a\n  b</pre>", "<p>a<br/>\u00a0\u00a0b</p>"),
        ('<a href="javascript:alert(1)">x</a>', "<p>x</p>"),
        ("a<script>alert(1)</script>b", "<p>a</p><p>b</p>"),
        ("[[gallery]] and [sic]", "<p>[gallery] and [sic]</p>"),
        ('[box color="red"]Inside[/box]', "<p>Inside</p>"),
        ("Five &lt; six &amp; seven", "<p>Five &lt; six &amp; seven</p>"),
        ('<img class="wp-smiley" alt=":-)" src="s.gif"> hi', "<p>:-) hi</p>"),
    ],
)
def test_text_becomes_a_paragraph(content, html):
    assert one(content) == ("paragraph", html)


@pytest.mark.parametrize("level", ["h1", "h2", "h4"])
def test_heading_has_a_level_and_an_anchor(level):
    kind, value = one(f'<{level} id="the-knee">The knee</{level}>')
    assert (kind, value["text"], value["anchor"]) == ("heading", "The knee", "the-knee")
    assert value["level"] == ("h3" if level == "h4" else "h2")


def test_anchors_are_unique():
    anchors = [value["anchor"] for _, value in blocks("<h2>A</h2><h2>A</h2>")]
    assert anchors == ["a", "a-2"]


@pytest.mark.parametrize(
    "content",
    [
        '[caption id="attachment_5" align="left"]<img src="k.png" alt="A">Hm[/caption]',
        '<!-- wp:image {"id":5} --><figure class="wp-block-image">'
        '<img src="k.png" alt="A" class="wp-image-5"/><figcaption>Hm</figcaption>'
        "</figure><!-- /wp:image -->",
        '<figure><a href="k.png"><img src="k.png" alt="A" class="wp-image-5"></a>'
        "<figcaption>Hm</figcaption></figure>",
    ],
)
def test_image_with_caption_becomes_a_figure(content):
    kind, value = one(content)
    assert kind == "figure"
    assert value["caption"] == "Hm"
    assert value["image"] == {"image": 5, "alt_text": "A", "decorative": False}


@pytest.mark.parametrize(
    ("content", "images"),
    [
        ('[gallery ids="4,5"]', [4, 5]),
        ("[gallery]", [11, 12]),
        ('<!-- wp:gallery {"ids":[4,5]} /-->', [4, 5]),
        ('<!-- wp:gallery {"ids":["4",5,null]} /-->', [4, 5]),
        ('<!-- wp:gallery {"ids":"12, 13"} /-->', [12, 13]),
        ('<!-- wp:gallery {"ids":5} /-->', [5]),
        ('<!-- wp:gallery {"ids":{"a":5}} /-->', []),
        (f'[gallery ids="{"9" * 5_000},4"]', [4]),
        (f'[gallery id="{"9" * 5_000}"]', []),
        ('[gallery id="²"]', []),
        (f'<!-- wp:gallery {{"ids":[{"9" * 5_000},5]}} /-->', []),
        (
            '<!-- wp:gallery --><figure class="wp-block-gallery"><ul><li><figure>'
            '<img data-id="4" src="a.png"></figure></li><li><figure>'
            '<img data-id="5" src="b.png"></figure></li></ul></figure>'
            "<!-- /wp:gallery -->",
            [4, 5],
        ),
    ],
)
def test_gallery_becomes_figures_of_the_same_images(content, images):
    found = [value["image"]["image"] for kind, value in blocks(content)]
    assert found == images


def wp(name, html, attributes=""):
    return f"<!-- wp:{name} {attributes}-->{html}<!-- /wp:{name} -->"


@pytest.mark.parametrize(
    ("content", "kinds", "words"),
    [
        (
            wp("pullquote", "<figure><blockquote><p>Q</p><cite>C</cite></blockquote>")
            + "</figure>",
            ["quote"],
            "Q C",
        ),
        (wp("verse", "<pre>Rose\nis a rose</pre>"), ["paragraph"], "Rose"),
        (
            wp("code", "<pre><code>[gallery] &lt;b></code></pre>"),
            ["paragraph"],
            "[gallery]",
        ),
        (wp("preformatted", "<pre>a  b</pre>"), ["paragraph"], "a"),
        (wp("separator", "<hr/>") + "<!-- wp:spacer /--><!-- wp:more /-->", [], ""),
        ("a<!--nextpage-->b<!--more-->c", ["paragraph"], "b"),
        (
            wp(
                "media-text",
                '<figure><img src="k.png"></figure><div><p>Beside</p></div>',
            ),
            ["figure", "paragraph"],
            "Beside",
        ),
        (
            wp("cover", "<div><p>Over</p></div>", '{"url":"k.png","id":5} '),
            ["figure", "paragraph"],
            "Over",
        ),
        (wp("group", "<div><p>In</p></div>"), ["paragraph"], "In"),
        (
            wp(
                "buttons",
                '<div><a class="wp-block-button__link" href="/b">Go</a></div>',
            ),
            ["paragraph"],
            '<a href="/b">Go</a>',
        ),
        (
            wp(
                "file",
                '<div><a href="/a.pdf">Plan</a><a href="/a.pdf">Download</a></div>',
            ),
            ["paragraph"],
            '<a href="/a.pdf">Plan</a>',
        ),
        (
            wp(
                "audio",
                '<figure><audio src="/a.mp3"></audio><figcaption>Hear</figcaption>',
            )
            + "</figure>",
            ["paragraph"],
            "Hear",
        ),
        ('[video mp4="https://x.example/a.mp4"]', ["paragraph"], "x.example/a.mp4"),
        ('[audio src="https://x.example/a.mp3"]', ["paragraph"], "x.example/a.mp3"),
        (wp("details", "<details><summary>Q</summary><p>A</p></details>"), None, "A"),
        (
            '<iframe src="https://maps.example/x"></iframe>',
            ["paragraph"],
            "maps.example",
        ),
        ("<h5>Small</h5>", ["heading"], "Small"),
    ],
)
def test_kind_of_content_has_its_blocks(content, kinds, words):
    found = blocks(content)
    assert kinds is None or [kind for kind, _ in found] == kinds
    texts = " ".join(texts_in([{"value": value} for _, value in found]))
    assert all(word in texts for word in words.split(" "))


def test_missing_image_leaves_its_caption_and_is_reported():
    body = convert('[caption]<img src="missing.png"> Words[/caption]')
    assert [block["value"] for block in body.blocks] == ["<p>Words</p>"]
    assert body.losses == [("image", "missing.png", "the beginning")]
    assert body.has_missing_media


def test_quote_has_its_source():
    content = "<blockquote><p>One.</p><p>Two.</p><cite>Ann</cite></blockquote>"
    assert one(content) == ("quote", {"text": "One.\n\nTwo.", "source": "Ann"})


@pytest.mark.parametrize(
    "content",
    [
        "Before\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\nAfter",
        "Before[embed]https://youtu.be/abcdefghijk[/embed]After",
        "Before[youtube abcdefghijk]After",
        '<p>Before</p><iframe src="//www.youtube.com/embed/abcdefghijk"></iframe>After',
        '<p>Before</p><!-- wp:embed {"url":"https://youtu.be/abcdefghijk"} -->'
        '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n'
        "https://youtu.be/abcdefghijk\n</div></figure><!-- /wp:embed -->After",
    ],
)
def test_video_becomes_a_video(content):
    (_, before), (kind, value), (_, after) = blocks(content)
    assert (before, after) == ("<p>Before</p>", "<p>After</p>")
    assert kind == "video"
    assert value["url"] == "https://www.youtube.com/watch?v=abcdefghijk"


def test_other_embeds_become_links_and_are_reported():
    body = convert("https://maps.example/place")
    assert 'href="https://maps.example/place"' in body.blocks[0]["value"]
    assert ("embed", "https://maps.example/place", "the beginning") in body.losses


def test_table_has_its_header_and_caption():
    content = (
        "<figure><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr>"
        "<td>1</td><td>2</td></tr></tbody></table><figcaption>C</figcaption></figure>"
    )
    kind, value = one(content)
    table = value["table"]
    assert (kind, value["caption"]) == ("table", "C")
    assert [column["heading"] for column in table["columns"]] == ["A", "B"]
    assert table["rows"] == [{"values": ["<p>1</p>", "<p>2</p>"]}]


@pytest.mark.parametrize(
    "content",
    [
        "<h2>{}Knee</h2>",
        "<blockquote>{}Knee</blockquote>",
        "<table><tr><th>{}Knee<tr><td>b",
    ],
)
def test_image_in_a_figure_is_shown_once(content):
    figure = f"<figure>{PHOTO}</figure>"
    kinds = [kind for kind, _ in blocks(content.format(figure))]
    assert kinds[1:] == ["figure"]


PHOTO = '<img src="/a.jpg" class="wp-image-3">'


def test_first_row_with_media_or_links_is_no_header():
    rows = f'<tr><td>{PHOTO}Us</td><td><a href="/x">Book</a></td></tr><tr><td>c</td>'
    (kind, value), (other, figure) = blocks(f"<table>{rows}</table>")
    assert [column["heading"] for column in value["table"]["columns"]] == ["", ""]
    cells = ["<p>Us</p>", '<p><a href="/x">Book</a></p>']
    assert value["table"]["rows"][0]["values"] == cells
    assert (kind, other, figure["image"]["image"]) == ("table", "figure", 3)


def test_header_keeps_its_media_and_its_links_are_reported():
    head = f'<tr><th>{PHOTO}Us</th><th><a href="/x">Book</a></th></tr>'
    body = convert(f"<table>{head}<tr><td>c</td></tr></table>")
    headings = body.blocks[0]["value"]["table"]["columns"]
    assert [column["heading"] for column in headings] == ["Us", "Book"]
    assert [block["type"] for block in body.blocks] == ["table", "figure"]
    assert body.losses == [("header of a table", "link in “Book”", "the beginning")]


def test_blocks_in_columns_come_in_the_order_of_reading():
    content = (
        '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div>'
        "<!-- wp:paragraph --><p>Left</p><!-- /wp:paragraph --></div>"
        "<!-- /wp:column --><!-- wp:column --><div><!-- wp:heading --><h2>Right</h2>"
        "<!-- /wp:heading --></div><!-- /wp:column --></div><!-- /wp:columns -->"
    )
    assert [kind for kind, _ in blocks(content)] == ["paragraph", "heading"]


def test_reusable_block_is_put_in_its_place():
    assert one('<!-- wp:block {"ref":8} /-->') == ("paragraph", "<p>Shared.</p>")


def test_texts_that_a_post_shows_instead_of_those_of_a_reusable_block_follow_it():
    settings = '{"ref":8,"content":{"Name":{"content":"Our <b>own</b>."}}}'
    body = convert(f"<!-- wp:block {settings} /-->")
    assert body.blocks[0]["value"] == "<p>Shared.</p><p>Our <b>own</b>.</p>"
    assert body.losses[0][1] == "block 8: its changed texts follow it"


def test_unknown_block_keeps_its_words_and_is_reported_if_it_has_none():
    body = convert(
        "<!-- wp:acme/box {broken} --><div>Kept</div><!-- /wp:acme/box -->"
        "<!-- wp:acme/stars /-->"
    )
    assert body.blocks[0]["value"] == "<p>Kept</p>"
    assert ("block", "acme/stars", "the beginning") in body.losses


@pytest.mark.parametrize(
    ("attributes", "texts"),
    [
        ('{"name":"acf/x","data":{"quote":"Wonderful care"}}', ["Wonderful care"]),
        (
            '{"data":{"items_0_name":"Ann","_items_0_name":"field_5f3","color":"red",'
            '"quote":"<p>Very <b>kind</b>.</p>","image":12}}',
            ["Ann", "Very kind."],
        ),
        ('{"items":[{"title":"One"},{"title":"Two"}]}', ["One", "Two"]),
        ('{"cta":"Book now","href":"/a b","className":"is big"}', ["Book now"]),
        ('{"style":{"text":"a b"},"emailTo":"to all of us","fontFamily":"A B"}', []),
        ('{"title":"https://x.example/","label":"#fff","href":"x y z"}', []),
        ("[" * 50_000, []),
        ('{"a":' * 900 + '"Deep words"' + "}" * 900, []),
    ],
)
def test_block_of_a_plugin_without_html_shows_the_words_of_its_settings(
    attributes, texts
):
    body = convert(f"<!-- wp:acf/x {attributes} /-->")
    html = "".join(block["value"] for block in body.blocks)
    found = re.sub("<[^p/][^>]*>|</[^p]>", "", html)
    assert re.findall("<p>(.*?)</p>", found) == texts


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (wp("acf/x", "<p>In</p>", '{"data":{"heading":"Our team"}} '), "Our team In"),
        (wp("acme/x", "\n", '{"heading":"Our team"} '), "Our team"),
        (wp("acme/x", "<p>Our team</p>", '{"heading":"Our team"} '), "Our team"),
        (wp("group", "", '{"heading":"Our team"} '), ""),
    ],
)
def test_words_of_settings_are_shown_once(content, texts):
    html = "".join(block["value"] for block in convert(content).blocks)
    assert re.sub("(</?p>)+", " ", html).strip() == texts


def test_own_callout_and_notice_are_recognized():
    content = (
        '<div class="callout callout--home"><p class="callout__title"><strong>T'
        '</strong></p><ul><li>a</li></ul></div><div class="notice notice--now">'
        "<h2>Call 911</h2><ul><li>pain</li></ul></div>"
    )
    assert blocks(content) == [
        ("callout", {"kind": "home", "title": "T", "text": "<ul><li>a</li></ul>"}),
        ("notice", {"kind": "now", "items": ["pain"]}),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "mean age = 45",
        "OR 1.5, p=0.03",
        "P < 0.05; n=30",
        "OR p=0.03",
        "n=30",
        "post-op p=0.03",
        "follow-up in 6 weeks",
        "sic",
        "see below",
        "Video",
        "video of it",
        "YouTube channel",
        "Gallery of our rooms",
        "gallery",
    ],
)
@pytest.mark.parametrize("template", ["They [{}] were.", "<p>They</p>\n\n[{}] were."])
def test_words_in_brackets_stay(words, template):
    content = template.format(
        words.replace("<", "&lt;").replace("gallery", "[gallery]")
    )
    (html,) = [value for _, value in blocks(content)]
    assert f"[{words}]" in unescape(html)


def test_words_in_brackets_on_their_own_line_stay():
    assert one("[follow-up in 6 weeks]") == (
        "paragraph",
        "<p>[follow-up in 6 weeks]</p>",
    )


@pytest.mark.parametrize(
    "tag",
    [
        '[contact-form-7 id="5" title="x"]',
        "[contact-form-7 id=&#8221;5&#8243; title=&#8221;x&#8243;]",
        "[wpforms_form id=5]",
        '[button color = "red"]',
        '[contact-form 1 "Contact form 1"]',
        "[toc]\n\n[slider id=4]",
        "[my-slider]",
        "[playlist]",
        "[divider /]",
    ],
)
def test_shortcodes_of_plugins_are_not_shown(tag):
    body = convert(f"a\n\n{tag}\n\nb")
    html = "".join(block["value"] for block in body.blocks)
    assert "[" not in html.replace("[toc]", "")
    assert any(kind == "shortcode" for kind, *_ in body.losses)


@pytest.mark.parametrize(
    "content",
    [
        "{0}[accordion]{1}\n\n{0}<p>b</p>{1}\n\n{0}[/accordion]{1}",
        "[accordion]\n\n{0}<p>b</p>{1}\n\n[/accordion]",
        "[accordion]b <pre>b</pre>[/accordion]",
        "[accordion]<code>b</code>[/accordion]",
    ],
)
def test_shortcode_is_closed_in_another_block_or_after_code(content):
    body = convert(content.format("<!-- wp:shortcode -->", "<!-- /wp:shortcode -->"))
    assert body.losses == [("shortcode", "[accordion]", "the beginning")]
    assert all(b["value"] in {"<p>b</p>", "<p>b</p><p>b</p>"} for b in body.blocks)


def test_literal_shortcode_stays_in_a_post_with_blocks():
    block = "<!-- wp:paragraph --><p>b</p><!-- /wp:paragraph -->"
    assert one(f"a [[gallery]]\n\n{block}") == (
        *("paragraph", "<p>a [gallery]</p><p>b</p>"),
    )


TABLE = "<table><tr><td>{}</td><td>x</td></tr><tr><td>y</td></tr></table>"
NESTED = TABLE.format("<table><tr><td>Mon</td><td>Tue</td></tr></table>")


@pytest.mark.parametrize(
    "content",
    [
        "<li><h3>Mon</h3>Tue</li>",
        "<ul><li><h3>Mon</h3>Tue</li></ul>",
        "<ul><li><dl><dt>Mon</dt><dd>Tue</dd></dl></li></ul>",
        TABLE.format("<p>Mon</p><p>Tue</p>"),
        TABLE.format("<h4>Mon</h4>Tue"),
        TABLE.format("Mon<ul><li>Tue</li></ul>"),
        NESTED,
        f"<table><tr><th>x</th></tr></table>{NESTED}",
        "<table><tr><th>x</th></tr><tr><td><h4>Mon</h4>Tue</td></tr></table>",
        "<h2><div>Mon</div>Tue</h2>",
        "<figure><img src='/a.jpg'><div>Mon</div><div>Tue</div></figure>",
        "<figure><img src='/a.jpg'><figcaption><p>Mon</p>Tue</figcaption></figure>",
        "<blockquote><table><tr><td>Mon</td><td>Tue</td></tr></table></blockquote>",
        "<blockquote>a<cite><div>Mon</div>Tue</cite></blockquote>",
        "<blockquote><span><div>Mon</div>Tue</span></blockquote>",
        "<pre>Mon<div>Tue</div></pre>",
        "<form><label>Mon</label><input><label>Tue</label></form>",
        "<select><option>Mon</option><option>Tue</option></select>",
    ],
)
def test_words_of_neighbors_stay_apart(content):
    body = convert(wp("html", content))
    text = " ".join(texts_in(body.blocks))
    assert {"Mon", "Tue"} <= words(text).keys()


def test_link_around_blocks_is_reported():
    body = convert('<a href="/x"><h3>Knee</h3><p>Words</p></a>')
    assert body.losses == [("link", "/x", "the beginning")]


def test_the_same_content_gives_the_same_blocks():
    assert convert("One.\n\n<hr>Two.").blocks == convert("One.\n\n<hr>Two.").blocks


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("<div>" * 5_000 + "deep" + "</div>" * 5_000, {"deep": 1}),
        ("[word " * 20_000, {"word": 20_000}),
        ('[word "' * 5_000, {"word": 5_000}),
        ("a [word] b " * 20_000, {"word": 20_000}),
        ("[members]b[/members] word " * 5_000, {"word": 5_000}),
        ("[/embed] word" + "[embed]" * 20_000, {"word": 1}),
        ("<code>" * 20_000 + "word", {"word": 1}),
        ("<!-- wp:x {" * 5_000 + "-->seen", {"seen": 1}),
        ("<table><tr>" + "<td colspan=99>cell</td>" * 300, {"cell": 300, "Title": 1}),
        ("\x00<p>seen</p>", {"seen": 1}),
    ],
)
def test_odd_content_is_converted_in_time(content, kept):
    start = time.process_time()
    found = " ".join(texts_in(convert(content).blocks))
    assert time.process_time() - start < LIMIT
    assert Counter(re.findall(r"\w{3,}", found)) == kept


def words(html):
    """Return the words that a visitor would see, in WordPress or here."""
    html = re.sub(r"(?is)<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->", " ", html)
    html = re.sub(r"<[^>]*>", " ", html)
    html = re.sub(r"\[/?[A-Za-z][^\]]*\]", " ", html)
    return Counter(re.findall(r"\w{3,}", unescape(unescape(html))))


def test_no_word_of_the_collected_exports_is_lost(export_path):
    try:
        items = [i for i in read_items(Export([export_path])) if i.status == "publish"]
    except ExportError:
        pytest.skip("It is refused.")
    for item in items:
        if item.type in {"post", "page"}:
            found = convert(item.content)
            kept = words(" ".join(texts_in(found.blocks)))
            urls = " ".join(
                block["value"]["url"]
                for block in found.blocks
                if block["type"] == "video"
            )
            missing = words(item.content) - kept - words(urls)
            assert {
                word
                for word in missing
                if word not in kept and "http" not in word and word not in words(urls)
            } <= {"com", "www", "watch", "youtube"}


class ResolverWithoutWords(Resolver):
    def picture(self, url, number=0):
        return Picture(1) if "/wp-content/" in url else None


@pytest.mark.parametrize(
    ("caption", "words"), [("", "shop.example/mats"), ("Mats we like", "Mats we like")]
)
def test_image_with_a_link_but_without_words_gets_some(caption, words):
    image = '<a href="https://shop.example/mats"><img src="/wp-content/a.png"></a>'
    content = f"<figure>{image}<figcaption>{caption}</figcaption></figure>"
    (block,) = convert_body(content, ResolverWithoutWords(), seed="guid").blocks
    assert block["value"]["link"] == "https://shop.example/mats"
    assert block["value"]["image"]["alt_text"] == words
