"""URLs of the old site, however they were written."""

import pytest

from blog.wordpress.convert.links import OldUrl, read_url, variants

SITE = "https://www.old.example/wp"
UPLOAD = "2020/03/knee.png"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://old.example/wp/about/", OldUrl("/about/")),
        ("http://www.old.example/about/", OldUrl("/about/")),
        ("//old.example/wp/about/#team", OldUrl("/about/", fragment="team")),
        ("/wp/about/", OldUrl("/about/")),
        ("about/", OldUrl("/about/")),
        ("?p=7", OldUrl("/", number=7)),
        ("https://old.example/wp/?attachment_id=7", OldUrl("/", number=7)),
        ("https://elsewhere.example/about/", None),
        ("mailto:ann@old.example", None),
        ("#team", None),
        ("https://[broken", None),
    ],
)
def test_url_of_the_old_site_is_recognized(url, expected):
    assert read_url(url, SITE) == expected


@pytest.mark.parametrize(
    "url",
    [
        f"https://old.example/wp/wp-content/uploads/{UPLOAD}",
        f"https://i0.wp.com/old.example/wp/wp-content/uploads/{UPLOAD}?w=1024",
        f"http://old.example/wp-content/uploads/sites/2/{UPLOAD}",
        f"/wp-content/uploads/{UPLOAD}?resize=300%2C200",
    ],
)
def test_file_is_recognized(url):
    assert read_url(url, SITE).upload == UPLOAD


@pytest.mark.parametrize(
    "name",
    ["knee-300x200.png", "knee-scaled.png", "knee-rotated.png", "knee-e1234567890.png"]
    + ["knee-e1234567890-150x150.png", "knee.png"],
)
def test_sizes_of_a_file_are_that_file(name):
    assert "knee.png" in variants(name)
