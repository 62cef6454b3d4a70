import pytest

from django.core.exceptions import ValidationError

from wagtail.blocks import StructBlockValidationError

from boulder_therapeutics.core.blocks.body import BodyBlock
from boulder_therapeutics.core.blocks.headings import unique_anchor
from boulder_therapeutics.core.blocks.media import FigureBlock, VideoBlock
from tests.factories import ImageFactory


def heading(text, anchor=""):
    return ("heading", {"text": text, "level": "h2", "anchor": anchor})


def clean(*blocks):
    block = BodyBlock()
    value = block.clean(block.to_python([{"type": t, "value": v} for t, v in blocks]))
    return [child.value["anchor"] for child in value]


def test_heading_gets_an_anchor_from_its_text():
    assert clean(heading("Symptoms and Causes")) == ["symptoms-and-causes"]


def test_anchor_stays_when_the_text_changes():
    assert clean(heading("New text", anchor="symptoms")) == ["symptoms"]


def test_headings_with_the_same_text_get_different_anchors():
    assert clean(heading("Rest"), heading("Rest"), heading("Rest")) == [
        "rest",
        "rest-2",
        "rest-3",
    ]


def test_heading_without_latin_letters_gets_an_anchor():
    assert unique_anchor("", set()) == "section"


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        (
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
        ),
        (
            "https://youtu.be/dQw4w9WgXcQ?t=3",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
        ),
        (
            "https://vimeo.com/123456",
            "https://player.vimeo.com/video/123456?autoplay=1&dnt=1",
        ),
    ],
)
def test_video_of_a_known_provider_is_played_without_cookies(url, frame):
    value = VideoBlock().to_python({"url": url, "title": "A video"})
    assert value.player[1] == frame


@pytest.mark.parametrize(
    "url", ["https://evil.example/watch?v=dQw4w9WgXcQ", "https://youtube.com/shorts"]
)
def test_video_of_another_provider_is_rejected(url):
    block = VideoBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"url": url, "title": "A video"}))


def clean_figure(link, alt):
    image = {"image": ImageFactory().pk, "alt_text": alt, "decorative": not alt}
    block = FigureBlock()
    return block.clean(block.to_python({"image": image, "caption": "", "link": link}))


@pytest.mark.parametrize(
    "link", ["https://example.com/plan?week=2", "/services/knee-pain/#prices", ""]
)
def test_figure_may_be_a_link(db, link):
    value = clean_figure(link, "A knee")
    html = FigureBlock().render(value)
    assert (f'<a href="{link}">' in html) == bool(link)
    assert html.count("<a ") == html.count("</a>") == bool(link)


@pytest.mark.parametrize(
    ("link", "alt", "field"),
    [
        ("javascript:alert(1)", "A knee", "link"),
        ("//evil.example/", "A knee", "link"),
        ("/\\evil.example/", "A knee", "link"),
        ("knee-pain", "A knee", "link"),
        ("/knee-pain/", "", "image"),
    ],
)
def test_figure_with_a_bad_link_is_rejected(db, link, alt, field):
    with pytest.raises(StructBlockValidationError) as error:
        clean_figure(link, alt)
    assert [*error.value.block_errors] == [field]
