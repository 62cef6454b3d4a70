"""The image of a shared page is drawn when it is published, or first requested."""

from datetime import timedelta
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.seo import background, sharing_card
from boulder_therapeutics.seo.sharing_card import Card
from tests.factories import BlogPageFactory, ImageFactory


@pytest.fixture(autouse=True)
def _folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.VAR_DIR = tmp_path


def card_of(page):
    return sharing_card.card_of_page(page, ClinicSettings.load())


def fetch(client, card):
    return client.get(urlsplit(card.url).path)


def test_card_is_drawn_when_its_url_is_first_requested(client, db):
    card = Card("Runner’s Knee", "Boulder Therapeutics", ImageFactory())
    response = fetch(client, card)
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "public, max-age=31536000"
    content = response.getvalue()
    with Image.open(BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    assert len(content) < 200_000


def test_card_is_drawn_once(client, db, monkeypatch):
    card = Card("Knee", "Boulder Therapeutics")
    first = fetch(client, card).getvalue()
    monkeypatch.setattr(Card, "draw", None)
    assert fetch(client, card).getvalue() == first


def test_page_names_its_card_without_drawing_it(client, article):
    card = card_of(article)
    html = client.get(article.url).content.decode()
    assert f'property="og:image" content="{card.url}"' in html
    assert not default_storage.exists(card.name)


def test_forged_url_draws_nothing(client, db):
    token = urlsplit(Card("Knee", "Clinic").url).path.removesuffix(".jpg")
    assert client.get(f"{token}x.jpg").status_code == 404
    assert not default_storage.exists(sharing_card.FOLDER)


def test_publication_wakes_the_drawer(
    article, monkeypatch, django_capture_on_commit_callbacks
):
    woken = []
    monkeypatch.setattr(background.card_drawer, "wake", lambda: woken.append(True))
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision()
        assert woken == []
        article.save_revision().publish()
    assert woken


def test_only_new_public_pages_get_their_cards_in_the_background(blog_index, home):
    new = BlogPageFactory(parent=blog_index, title="New")
    draft = BlogPageFactory(parent=blog_index, title="Draft", live=False)
    old = BlogPageFactory(parent=blog_index, title="Old")
    old.last_published_at -= timedelta(hours=2)
    old.save()
    background.draw_new_cards()
    drawn = [default_storage.exists(card_of(page).name) for page in (new, draft, old)]
    assert drawn == [True, False, False]


def test_card_that_fails_does_not_stop_the_others(blog_index, caplog):
    broken = BlogPageFactory(parent=blog_index, cover=ImageFactory())
    broken.cover.file.storage.delete(broken.cover.file.name)
    page = BlogPageFactory(parent=blog_index)
    background.draw_new_cards()
    assert default_storage.exists(card_of(page).name)
    assert f"page {broken.pk} could not be drawn" in caplog.text


@pytest.mark.parametrize("height", [500, 300])
def test_card_shows_all_of_a_portrait_drawing(blog_index, height):
    drawing = Image.new("RGB", (400, height), "white")
    drawing.paste("red", (0, 0, 30, height))  # as wide as the start of a label
    file = BytesIO()
    drawing.save(file, "PNG")
    image = ImageFactory(file=ContentFile(file.getvalue(), "knee.png"))
    card = card_of(BlogPageFactory(parent=blog_index, cover=image)).draw()
    reds = [card.getpixel((x, 315)) for x in range(card.width)].count((255, 0, 0))
    assert (reds > 25) == (height > 400)


@pytest.mark.parametrize("title", ["", "Knee", "long words " * 40, "x" * 300, "膝 🦵"])
def test_card_accepts_any_title(client, db, title):
    assert Card(title, "Boulder Therapeutics").draw().size == (1200, 630)
    assert fetch(client, Card(title, "Boulder Therapeutics")).status_code == 200


def test_card_with_another_text_or_image_has_another_file_and_url(db):
    cards = [
        Card("Knee", "Clinic"),
        Card("Knees", "Clinic"),
        Card("Knee", "Clinics"),
        Card("Knee", "Clinic", ImageFactory()),
    ]
    assert len({card.name for card in cards}) == len({card.url for card in cards}) == 4
