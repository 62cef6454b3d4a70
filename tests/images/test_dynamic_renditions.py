"""The URL of a missing rendition encodes that one, once."""

import re
import threading
from io import BytesIO

import pytest
from PIL import Image

from django.db import connection
from django.test import Client

from boulder_therapeutics.images import views
from boulder_therapeutics.images.models import CustomImage, Rendition
from boulder_therapeutics.images.pictures import dynamic_url, find_source
from boulder_therapeutics.images.shapes import SHAPES
from tests.factories import ImageFactory

FILTER = SHAPES["card"].avif[0]


@pytest.fixture
def url(db):
    return find_source(ImageFactory(), FILTER).url


def test_url_creates_exactly_its_rendition(client, url):
    response = client.get(url)
    assert response["Content-Type"] == "image/avif"
    assert response["Cache-Control"] == "public, max-age=31536000"
    assert response["X-Content-Type-Options"] == "nosniff"
    with Image.open(BytesIO(response.getvalue())) as picture:
        assert picture.format == "AVIF"
    assert Rendition.objects.get().filter_spec == FILTER.spec


def test_existing_rendition_is_served_as_it_is(client, url, monkeypatch):
    first = client.get(url).getvalue()
    monkeypatch.setattr(views, "encode", None)
    assert client.get(url).getvalue() == first


def test_only_signed_urls_encode(client, url):
    assert client.get(re.sub(r"fill-\d+", "fill-1", url)).status_code == 403
    assert not Rendition.objects.exists()


def test_rendition_of_a_deleted_image_is_not_found(client, url):
    CustomImage.objects.all().delete()
    assert client.get(url).status_code == 404


def test_rendition_of_a_lost_file_is_not_found(client, url):
    image = CustomImage.objects.get()
    image.file.storage.delete(image.file.name)
    assert client.get(url).status_code == 404


def test_unknown_signed_operation_is_not_found(client, url):
    image = CustomImage.objects.get()
    assert client.get(dynamic_url(image, "wobble-3", "")).status_code == 404


def test_request_is_redirected_to_the_original_while_all_slots_are_taken(
    client, url, monkeypatch
):
    monkeypatch.setattr(views, "encoding_slots", threading.Semaphore(0))
    response = client.get(url)
    assert response.url == CustomImage.objects.get().file.url
    assert not Rendition.objects.exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_simultaneous_requests_encode_once(home, monkeypatch):
    monkeypatch.setattr(views, "encoding_slots", threading.Semaphore(9))
    url, encoded = find_source(ImageFactory(), FILTER).url, []
    generate = CustomImage.generate_rendition_file

    def record(self, image_filter, **options):
        encoded.append(image_filter.spec)
        return generate(self, image_filter, **options)

    monkeypatch.setattr(CustomImage, "generate_rendition_file", record)
    statuses = []
    threads = [
        threading.Thread(target=lambda: statuses.append(fetch(url))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 4
    assert encoded == [FILTER.spec]


def fetch(url):
    try:
        return Client().get(url).status_code
    finally:
        connection.close()
