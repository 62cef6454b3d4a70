"""Pictures are made when a page is published, for its visitors and for sharers."""

import pickle
import re
import threading
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image
from willow.plugins.pillow import PillowImage

from django.core.files.base import ContentFile

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.images import making
from boulder_therapeutics.images.formats import AVIF_SPEED
from boulder_therapeutics.images.models import Rendition
from boulder_therapeutics.images.shapes import render_picture, share_renditions
from boulder_therapeutics.seo import sharing_card
from boulder_therapeutics.seo.sharing_card import Card
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    ImageFactory,
    PersonFactory,
)


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(sharing_card, "_made", set())


@pytest.fixture
def illustrated(blog_index):
    figure = {"image": ImageFactory(), "caption": "A knee."}
    author = PersonFactory(picture=ImageFactory())
    return BlogPageFactory(
        parent=blog_index,
        slug="illustrated",
        cover=ImageFactory(),
        body=[("figure", figure)],
        authors=[author],
        live=False,
    )


@pytest.fixture
def published(illustrated, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        illustrated.save_revision().publish()
    return illustrated


def card_of(page):
    return sharing_card.card_of_page(page, ClinicSettings.load())


@pytest.mark.parametrize("path", ["/blog/illustrated/", "/blog/", "/"])
def test_first_visitor_of_a_published_article_makes_no_picture(client, published, path):
    before = set(Rendition.objects.values_list("pk", flat=True))
    assert len(before) > 20
    assert client.get(path).status_code == 200
    assert set(Rendition.objects.values_list("pk", flat=True)) == before


def test_sharing_card_is_there_when_the_article_is(published):
    assert card_of(published).is_made


def test_draft_gets_no_pictures(illustrated, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        illustrated.save_revision()
    assert not card_of(illustrated).is_made


def test_pictures_of_a_person_are_made_with_the_person(
    django_capture_on_commit_callbacks, db
):
    with django_capture_on_commit_callbacks(execute=True):
        person = PersonFactory(picture=ImageFactory())
    assert person.picture.renditions.filter(filter_spec__contains="400x500").exists()


def test_changed_picture_is_made_anew_for_all_that_show_it(published):
    published.cover.renditions.all().delete()
    making.make(published.cover)
    specs = published.cover.renditions.values_list("filter_spec", flat=True)
    assert "format-avif|fill-800x450" in specs


def test_what_a_stopped_process_has_left_is_found(published):
    Rendition.objects.all().delete()
    making.find_missing(None)
    assert published.cover.renditions.exists()


def test_thread_makes_what_waits_in_order_and_each_once(monkeypatch):
    gate, made = threading.Event(), []
    monkeypatch.setattr(making, "_mode", "thread")

    def work(thing):
        gate.wait(5)
        made.append(thing)

    for thing in ("first", "second", "third", "second"):
        making._do(work, thing)
    maker = making._maker
    gate.set()
    maker.join(5)
    assert made == ["first", "second", "third"]


def test_nothing_is_made_before_the_site_is_served(monkeypatch, published):
    Rendition.objects.all().delete()
    monkeypatch.setattr(making, "_mode", "later")
    making._do(making.make, published)
    assert not Rendition.objects.exists()


def test_picture_that_cannot_be_made_stops_nobody(published, caplog):
    making._try(lambda thing: 1 / 0, published)
    assert "could not be made" in caplog.text


@pytest.mark.parametrize("kind", ["avif", "jpeg", "png", "webp"])
def test_rendition_holds_nothing_beside_the_picture(db, kind):
    image = ImageFactory()
    exif = Image.Exif()
    exif[0x010F] = "Phone of Dana"
    Image.new("RGB", (60, 40)).save(image.file.path, exif=exif)
    rendition = image.get_rendition(f"width-30|format-{kind}")
    with rendition.file.open() as file:
        assert b"Phone of Dana" not in file.read()


def test_avif_is_made_at_the_speed_that_was_chosen(db, monkeypatch):
    said = {}
    monkeypatch.setattr(
        Image.Image, "save", lambda *args, **kwargs: said.update(kwargs)
    )
    PillowImage(Image.new("RGB", (9, 9))).save_as_avif(BytesIO(), quality=61)
    assert (said["speed"], said["quality"]) == (AVIF_SPEED, 61)


def test_pictures_of_a_page_are_found_together_and_kept_apart(
    db, django_assert_num_queries
):
    first, second = (ImageFactory(), ImageFactory())
    for image in (first, second):
        render_picture(image, "author")
    share_renditions([first, None, second])
    with django_assert_num_queries(1):
        for image in (first, second):
            assert "<picture" in render_picture(image, "author")
    # As the cache of sizes keeps an image.
    assert pickle.loads(pickle.dumps(first)).companions == []


def test_card_is_a_picture_of_the_size_that_sharers_ask_for(db, tmp_path):
    card = Card("Runner’s Knee", "Boulder Therapeutics", ImageFactory())
    card.make()
    with Image.open(tmp_path / card.name) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    assert (tmp_path / card.name).stat().st_size < 200_000


@pytest.mark.parametrize("height", [500, 300])
def test_card_shows_all_of_a_drawing_that_stands_upright(blog_index, height):
    drawing = Image.new("RGB", (400, height), "white")
    drawing.paste("red", (0, 0, 30, height))  # as wide as the start of a label
    file = BytesIO()
    drawing.save(file, "PNG")
    image = ImageFactory(file=ContentFile(file.getvalue(), "knee.png"))
    card = card_of(BlogPageFactory(parent=blog_index, cover=image)).draw()
    reds = [card.getpixel((x, 315)) for x in range(card.width)].count((255, 0, 0))
    assert (reds > 25) == (height > 400)


def test_card_is_there_when_a_page_first_names_it(client, blog_index, monkeypatch):
    monkeypatch.setattr(making, "_mode", "thread")
    monkeypatch.setattr(making, "_wake", lambda *args: None)  # it may be busy
    category = CategoryFactory(name="Strength")
    BlogPageFactory(parent=blog_index, categories=[category])
    html = client.get(f"/blog/category/{category.slug}/").content.decode()
    address = re.search(r'og:image" content="([^"]+)"', html)[1]
    assert client.get(urlsplit(address).path).status_code == 200


@pytest.mark.parametrize("title", ["", "Knee", "long words " * 40, "x" * 300, "膝 🦵"])
def test_card_has_room_for_any_title(title):
    assert Card(title, "Boulder Therapeutics").draw().size == (1200, 630)


def test_card_with_other_words_has_another_name():
    cards = [Card("Knee", "Clinic"), Card("Knees", "Clinic"), Card("Knee", "Clinics")]
    assert len({card.name for card in cards}) == 3


def test_card_is_served_like_any_picture(client, settings):
    card = Card("Knee", "Boulder Therapeutics")
    card.make()
    response = client.get(card.url.removeprefix(settings.SITE_URL))
    assert response["Content-Type"] == "image/jpeg"
