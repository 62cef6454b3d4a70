"""Pages show images in several sizes without encoding any of them."""

import re

import pytest

from wagtail.images.models import Filter

from boulder_therapeutics.images.models import Rendition
from boulder_therapeutics.images.pictures import (
    cover_jpeg,
    prefetch_renditions,
    render_picture,
)
from boulder_therapeutics.images.shapes import SHAPES, SPECS, resulting_size
from tests.factories import BlogPageFactory, ImageFactory, PersonFactory

FOCAL_POINT = {
    "focal_point_x": 500,
    "focal_point_y": 90,
    "focal_point_width": 150,
    "focal_point_height": 170,
}


def make_image(width, height, **fields):
    return ImageFactory(file__width=width, file__height=height, **fields)


def encode_all(image, shape):
    for filters in SHAPES[shape]:
        image.get_renditions(*filters)


def sources(html):
    """Return the URLs of `src` and `srcset`, and the descriptors of the latter."""
    srcset = re.search(r'srcset="([^"]*)"', html)[1].split(", ")
    urls, widths = zip(*(part.split() for part in srcset), strict=True)
    return [re.search(r' src="([^"]*)"', html)[1], *urls], list(widths)


@pytest.mark.parametrize("focal_point", [{}, FOCAL_POINT], ids=["centered", "focal"])
@pytest.mark.parametrize(
    "size", [(1700, 1203), (700, 907), (641, 301), (200, 133), (3, 1000), (1000, 3)]
)
def test_size_of_a_missing_rendition_is_the_one_it_gets(db, size, focal_point):
    image = make_image(*size, **focal_point)
    for spec in SPECS:
        rendition = image.get_rendition(spec)
        size = (rendition.width, rendition.height)
        assert resulting_size(image, Filter(spec)) == size, spec


def test_missing_renditions_are_not_encoded_but_named_by_dynamic_urls(db):
    html = render_picture(make_image(1600, 800), "figure", sizes="50vw", alt="A knee")
    urls, widths = sources(html)
    assert all(url.startswith("/media/renditions/") for url in urls)
    assert widths == ["640w", "960w", "1472w"]
    for attribute in ('sizes="50vw"', 'width="960"', 'height="480"', 'alt="A knee"'):
        assert html.count(attribute) == 1
    assert not Rendition.objects.exists()


def test_existing_renditions_are_named_by_their_files(db):
    image = make_image(1600, 800)
    encode_all(image, "figure")
    urls, widths = sources(render_picture(image, "figure"))
    files = Rendition.objects.values_list("file", flat=True)
    assert {url.removeprefix("/media/") for url in urls} == set(files)
    assert widths == ["640w", "960w", "1472w"]


def test_small_original_has_each_width_once(db):
    _, widths = sources(render_picture(make_image(700, 300), "figure"))
    assert widths == ["640w", "700w"]


@pytest.mark.parametrize(
    ("attribute", "value"), [("file_hash", "other"), ("focal_point_x", 7)]
)
def test_dynamic_url_changes_with_the_file_and_the_focal_point(db, attribute, value):
    image = make_image(900, 900, **FOCAL_POINT)
    before = render_picture(image, "card")
    setattr(image, attribute, value)
    assert sources(render_picture(image, "card"))[0] != sources(before)[0]


def test_renditions_of_all_images_take_one_query(db, django_assert_num_queries):
    images = [ImageFactory(), None, ImageFactory(), ImageFactory()]
    encode_all(images[0], "card")
    with django_assert_num_queries(1):
        prefetch_renditions(images)
        pages = [render_picture(image, "card") for image in images if image]
    assert "/media/images/" in pages[0]
    assert "/media/renditions/" in pages[2]


def test_image_alone_takes_one_query_for_all_sizes(db, django_assert_num_queries):
    image = ImageFactory()
    with django_assert_num_queries(1):
        render_picture(image, "author")
        render_picture(image, "person")


def test_no_images_take_no_query(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        prefetch_renditions([None])


def test_alt_text_of_the_place_wins(db):
    image = ImageFactory(description="A knee")
    assert 'alt="A knee"' in render_picture(image, "author")
    image.contextual_alt_text = "Where it hurts"
    assert 'alt="Where it hurts"' in render_picture(image, "author")
    image.decorative = True
    assert 'alt=""' in render_picture(image, "author")


@pytest.mark.parametrize(
    ("size", "expected"), [((1800, 900), 1200), ((900, 1800), 337)]
)
def test_jpeg_of_a_cover_is_cropped_unless_it_is_a_portrait(db, size, expected):
    assert cover_jpeg(make_image(*size)).width == expected


@pytest.mark.parametrize("path", ["/blog/illustrated/", "/blog/", "/", "/blog/feed/"])
def test_no_page_encodes_an_image(client, blog_index, path):
    BlogPageFactory(
        parent=blog_index,
        slug="illustrated",
        cover=ImageFactory(),
        body=[("figure", {"image": ImageFactory(), "caption": "A knee."})],
        authors=[PersonFactory(picture=ImageFactory())],
    )
    response = client.get(path)
    assert response.status_code == 200
    assert b"/media/renditions/" in response.content
    assert not Rendition.objects.exists()
