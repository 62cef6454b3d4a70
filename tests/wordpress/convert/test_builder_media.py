"""Page builders: pictures, galleries and videos in the attributes of shortcodes."""

import pytest

from blog.models import BlogPage
from boulder_therapeutics.images.models import CustomImage
from tests.wordpress.conftest import attachment, item, run
from tests.wordpress.convert.test_body import blocks, convert, one

URL = "https://old.example/wp-content/uploads/x.jpg"
TUBE = "https://www.youtube.com/watch?v=abcdefghijk"
TO = "/missing"  # the resolver here takes most URLs for pictures
VIMEO = "https://vimeo.com/123456"


def lost(content):
    return [loss[:2] for loss in convert(content).losses]


@pytest.mark.parametrize(
    ("content", "number", "link"),
    [
        ('[vc_single_image image="12" img_size="full"]', 12, None),
        ('[vc_single_image image="12" onclick="link_image" link="/a"]', 12, None),
        ('[vc_single_image image="2" onclick="custom_link" link="/missing"]', 2, TO),
        ('[vc_single_image image="12" link="url:%2Fmissing|title:X"]', 12, TO),
        ('[vc_single_image image="12" link="javascript:alert(1)"]', 12, None),
        (f'[vc_single_image source="external_link" custom_src="{URL}"]', 1, None),
        (f'[et_pb_image src="{URL}" url="/missing" /]', 1, TO),
        (f'[et_pb_image src="{URL}" alt=""][/et_pb_image]', 1, None),
        (f'[et_pb_blurb image="{URL}" url="/missing"][/et_pb_blurb]', 1, TO),
        (f'[et_pb_team_member image_url="{URL}"][/et_pb_team_member]', 1, None),
        (f'[fusion_imageframe image_id="12|full"]{URL}[/fusion_imageframe]', 12, None),
        (f'[fusion_imageframe link="/missing"]\n{URL}\n[/fusion_imageframe]', 1, TO),
        (f'[fusion_slide type="image"]{URL}[/fusion_slide]', 1, None),
        (f'[fusion_gallery_image image="{URL}" image_id="12|full" /]', 12, None),
        (
            f'<!-- wp:shortcode -->[et_pb_image src="{URL}"]<!-- /wp:shortcode -->',
            1,
            None,
        ),
    ],
)
def test_picture_of_a_page_builder_becomes_a_figure(content, number, link):
    kind, value = one(content)
    assert kind == "figure"
    assert value["image"]["image"] == number
    assert value.get("link") == link
    assert lost(content) == []


def test_alternative_text_of_a_page_builder_is_kept():
    _, value = one(f'[et_pb_image src="{URL}" alt="A %22red%22 knee" /]')
    assert value["image"]["alt_text"] == 'A "red" knee'


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        ('[vc_gallery type="grid" images="4,5"]', [4, 5]),
        ('[vc_images_carousel images="4, 5"]', [4, 5]),
        ('[et_pb_gallery gallery_ids="4,5"][/et_pb_gallery]', [4, 5]),
        ('[fusion_gallery image_ids="4,5"][/fusion_gallery]', [4, 5]),
        ('[vc_gallery images=""]', []),
        ('[et_pb_gallery gallery_ids="x"][/et_pb_gallery]', []),
        ('[vc_gallery images="4|full,5|full"]', [4, 5]),
        (
            f'[fusion_imageframe]<img class="wp-image-4" src="{URL}">'
            "[/fusion_imageframe]",
            [4],
        ),
        (
            f'[fusion_imageframe image="{URL}" image_id="4|full" /]'
            f'[fusion_imageframe image_id="5"]{URL}[/fusion_imageframe]',
            [4, 5],
        ),
    ],
)
def test_gallery_of_a_page_builder_becomes_figures(content, numbers):
    assert [value["image"]["image"] for _, value in blocks(content)] == numbers


@pytest.mark.parametrize(
    ("content", "url"),
    [
        (f'[vc_video link="{TUBE}"]', TUBE),
        (f'[et_pb_video src="{VIMEO}" image_src="{URL}"][/et_pb_video]', VIMEO),
        ('[fusion_youtube id="abcdefghijk" width="600" /]', TUBE),
        (f'[fusion_youtube id="{TUBE}" /]', TUBE),
        ('[fusion_vimeo id="123456" /]', VIMEO),
    ],
)
def test_video_of_a_page_builder_becomes_a_video(content, url):
    kind, value = one(content)
    assert (kind, value["url"]) == ("video", url)
    assert lost(content) == []


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (f'[vc_video title="Watch" link="{TUBE}"]', ["paragraph", "video"]),
        ('[vc_gallery title="Rooms" images="4"]', ["paragraph", "figure"]),
        (
            f'[et_pb_slide heading="Hi" image="{URL}"]a[/et_pb_slide]',
            ["figure", "paragraph"],
        ),
        (
            f'[fusion_imageframe caption_title="A"]{URL}[/fusion_imageframe]',
            ["figure", "paragraph"],
        ),
    ],
)
def test_words_stay_with_the_picture_of_a_page_builder(content, kinds):
    assert [kind for kind, _ in blocks(content)] == kinds


def test_title_does_not_take_the_link_of_the_picture():
    (_, text), (_, figure) = blocks(
        '[vc_single_image title="T" image="2" link="/missing"]'
    )
    assert text == "<p><b>T</b></p>"
    assert figure["link"] == TO


@pytest.mark.parametrize(
    ("inside", "html"),
    [
        ("Go", "Go"),
        ("<em>Go</em>", "<i>Go</i>"),
        ('[fusion_fontawesome icon="x"]Go', "Go"),
    ],
)
def test_button_with_its_text_inside_keeps_its_link(inside, html):
    content = f'[fusion_button link="/missing" title="Tip"]{inside}[/fusion_button]'
    text = f'<p><b><a href="/missing">{html}</a></b></p>'
    assert one(content) == ("paragraph", text)


@pytest.mark.parametrize(
    ("content", "losses"),
    [
        (f'[et_pb_image src="{URL}missing"]', [("image", f"{URL}missing")]),
        ('[vc_single_image source="featured_image"]', "[vc_single_image]"),
        ('[et_pb_image src="@ET-DC@eyJkeW5hbWljIjp0cnVlfQ==@"]', "[et_pb_image]"),
        ('[et_pb_blurb title="@ET-DC@eyJkeW5hbWljIjp0cnVl@"]', "[et_pb_blurb]"),
        ('[vc_gallery source="external_link" custom_srcs="#E-8_aHR0"]', "[vc_gallery]"),
        ('[fusion_youtube id="no code"]', "[fusion_youtube]"),
        ('[fusion_imageframe link="/missing" /]', "[fusion_imageframe]"),
        ("[fusion_imageframe] [/fusion_imageframe]", "[fusion_imageframe]"),
    ],
)
def test_what_is_not_understood_is_reported_and_not_shown(content, losses):
    if isinstance(losses, str):
        losses = [("shortcode", losses)]
    assert blocks(content) == []
    assert lost(content) == losses


def test_links_of_a_gallery_are_reported():
    content = '[vc_gallery images="4" onclick="custom_link" custom_links="#E-8_aHR0"]'
    assert one(content)[0] == "figure"
    assert lost(content) == [("shortcode", "[vc_gallery]")]


@pytest.mark.usefixtures("blog_index")
def test_pictures_of_page_builders_are_those_of_the_library(write, uploads):
    upload = "https://old.example/wp-content/uploads/2020/03/knee-60x40.png"
    content = (
        f'[vc_row][vc_single_image image="5"][et_pb_image src="{upload}" /]'
        '[vc_gallery images="5,6"][/vc_row]'
    )
    job = run(write(item(1, content), attachment()), media_dir=str(uploads))
    body = BlogPage.objects.get().body
    image = CustomImage.objects.get()
    assert [block.value["image"].pk for block in body] == [image.pk] * 3
    notes = {n["text"] for n in job.tally.notes if n["kind"] == "image"}
    assert notes == {"attachment 6 of a gallery"}
