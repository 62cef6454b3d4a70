"""Page builders: what visitors read in the attributes of shortcodes, and encoded."""

from base64 import b64encode
from urllib.parse import quote

import pytest

from blog.models import BlogPage
from tests.wordpress.conftest import item, run
from tests.wordpress.convert.test_body import convert

RAW = "<h2>Café</h2>\n<p>Open\n<b>100%</b></p><script>alert(1)</script>"
CODE = b64encode(quote(RAW).encode()).decode()
LINK = "url:%2Fbook%2F|title:Tip|target:_blank"


def html_of(content):
    return "".join(str(block["value"]) for block in convert(content).blocks)


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ('[vc_custom_heading text="Knee" font_container="tag:h2"]', "<b>Knee</b>"),
        (f'[vc_btn title="Book" link="{LINK}"]', '<b><a href="/book/">Book</a></b>'),
        ('[vc_btn title="Book" link="url:javascript%3Aalert(1)"]', "<b>Book</b>"),
        (
            f'[vc_cta h2="In" h4="Now" btn_title="Call" btn_link="{LINK}"]a[/vc_cta]',
            '<b>In</b>|<b>Now</b>|<b><a href="/book/">Call</a></b>|a',
        ),
        ("[vc_row]a[vc_message]b[/vc_message][/vc_row]", "a|b"),
        ('[vc_tta_section title="Tab" tab_id="x"]a[/vc_tta_section]', "<b>Tab</b>|a"),
        (
            '[vc_toggle title="Say ``hi`` `{`1`}`"]a[/vc_toggle]',
            '<b>Say "hi" [1]</b>|a',
        ),
        (
            '[vc_progress_bar values="%5B%7B%22label%22%3A%22Care%22%7D%5D"]',
            "<b>Care</b>",
        ),
        (
            '[et_pb_blurb title="Knee" admin_label="no"]a[/et_pb_blurb]',
            "<b>Knee</b>|a",
        ),
        (
            '[et_pb_button button_text="Go" button_url="/go/"][/et_pb_button]',
            '<b><a href="/go/">Go</a></b>',
        ),
        (
            '[et_pb_fullwidth_header title="T" subhead="S" button_one_text="" '
            'button_two_text="Two" button_two_url="tel:1"][/et_pb_fullwidth_header]',
            '<b>T</b>|<b>S</b>|<b><a href="tel:1">Two</a></b>',
        ),
        ('[et_pb_toggle title="A %22b%22"]a[/et_pb_toggle]', '<b>A "b"</b>|a'),
        ('[et_pb_tab title="Tab"]a[/et_pb_tab]', "<b>Tab</b>|a"),
        (
            '[et_pb_slide heading="Hi" button_text="Go" button_link="/x/"]a'
            "[/et_pb_slide]",
            '<b>Hi</b>|<b><a href="/x/">Go</a></b>|a',
        ),
        (
            '[et_pb_team_member name="Ann" position="Doctor"]a[/et_pb_team_member]',
            "<b>Ann</b>|<b>Doctor</b>|a",
        ),
        ('[et_pb_post_title title="on" meta="off"][/et_pb_post_title]', ""),
        ('[fusion_title size="2"]a[/fusion_title]b', "a|b"),
        ("a[fusion_builder_row]b", "a|b"),
        ('[fusion_highlight color="red"]a[/fusion_highlight]b', "ab"),
        (
            '[fusion_content_box title="T" linktext="More" link="/m/"]a'
            "[/fusion_content_box]",
            '<b>T</b>|<b><a href="/m/">More</a></b>|a',
        ),
        ('[fusion_menu_anchor name="about"]', ""),
        ('[contact-form-7 id="5" title="Form 1"]', ""),
        ('[et_pb_contact_form title="Write"][/et_pb_contact_form]', "<b>Write</b>"),
        ('[information_box title="Hours"]a[/information_box]', "<b>Hours</b>|a"),
    ],
)
def test_words_in_attributes_of_page_builders_are_kept(content, html):
    wanted = "".join(f"<p>{part}</p>" for part in html.split("|") if part)
    assert html_of(content) == wanted


def test_shortcodes_of_page_builders_are_reported():
    body = convert(f'[vc_row][vc_btn title="a"][vc_raw_html]{CODE}[/vc_raw_html]')
    names = [name for kind, name, _ in body.losses if kind == "shortcode"]
    assert names == ["[vc_row]", "[vc_btn]", "[vc_raw_html]"]


@pytest.mark.parametrize(
    "content",
    [
        f"[vc_row][vc_raw_html]{CODE}[/vc_raw_html][/vc_row]",
        f"<p>[vc_raw_html css='x']\n<p>{CODE}</p>\n[/vc_raw_html]</p>",
        f"[vc_raw_html]{CODE.rstrip('=')}[/vc_raw_html]",
        f"[fusion_code]{b64encode(RAW.encode()).decode()}[/fusion_code]",
        f"<!-- wp:shortcode -->[vc_raw_js]{CODE}[/vc_raw_js]<!-- /wp:shortcode -->",
    ],
)
def test_encoded_html_is_converted_as_any_other(content):
    heading, text = convert(content).blocks
    assert heading["value"]["text"] == "Café"
    assert text["value"] == "<p>Open <b>100%</b></p>"


@pytest.mark.parametrize("code", ["A", "/////w==", ""])
def test_damaged_encoded_html_is_not_shown_as_text(code):
    assert html_of(f"a[vc_raw_html]{code}[/vc_raw_html]b") == "<p>a</p><p>b</p>"


@pytest.mark.usefixtures("blog_index")
def test_title_made_from_the_text_has_no_encoded_html(write):
    content = f"[vc_raw_html]{CODE}[/vc_raw_html]"
    run(write(item(1, content, title="", wp__post_name="")))
    assert BlogPage.objects.get().title == "Café Open 100%"
