import pytest

from django.core.exceptions import ValidationError

from boulder_therapeutics.core.blocks.body import BodyBlock, VideoBlock, unique_anchor


def heading(text, anchor=""):
    return ("heading", {"text": text, "level": "h2", "anchor": anchor})


def clean(*blocks):
    block = BodyBlock()
    value = block.clean(block.to_python([{"type": t, "value": v} for t, v in blocks]))
    return [child.value["anchor"] for child in value]


def test_heading_gets_an_anchor_from_its_text():
    assert clean(heading("Symptoms and Causes")) == ["symptoms-and-causes"]


def test_anchor_stays_when_the_words_change():
    assert clean(heading("Other words", anchor="symptoms")) == ["symptoms"]


def test_two_headings_of_the_same_words_get_two_anchors():
    assert clean(heading("Rest"), heading("Rest"), heading("Rest")) == [
        "rest",
        "rest-2",
        "rest-3",
    ]


def test_heading_of_no_latin_letters_gets_an_anchor():
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
def test_film_of_a_known_provider_is_played_without_cookies(url, frame):
    value = VideoBlock().to_python({"url": url, "title": "A film"})
    assert value.player[1] == frame


@pytest.mark.parametrize(
    "url", ["https://evil.example/watch?v=dQw4w9WgXcQ", "https://youtube.com/shorts"]
)
def test_film_of_another_provider_is_refused(url):
    block = VideoBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"url": url, "title": "A film"}))
