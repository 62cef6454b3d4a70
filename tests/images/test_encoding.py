"""Missing renditions are encoded in the background, or all at once before the start."""

from functools import partial

import pytest

from django.core.management import call_command

from boulder_therapeutics.images import encoding
from boulder_therapeutics.images.encoding import encode_missing
from boulder_therapeutics.images.missing import find_missing
from boulder_therapeutics.images.models import Rendition
from boulder_therapeutics.images.shapes import SHAPES
from boulder_therapeutics.images.signals import renditions_completed
from tests.factories import BlogPageFactory, ImageFactory, PersonFactory


@pytest.fixture
def woken(monkeypatch, django_capture_on_commit_callbacks):
    """Return a function that returns whether a change wakes the encoder."""

    def woken(change):
        calls = []
        monkeypatch.setattr(encoding.encoder, "wake", lambda: calls.append(True))
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return bool(calls)

    return woken


@pytest.fixture
def article(blog_index):
    """An article whose cover, figure, exercise and author have an image each."""
    return BlogPageFactory(
        parent=blog_index,
        slug="illustrated",
        cover=ImageFactory(),
        body=[
            ("figure", {"image": ImageFactory(), "caption": "A knee."}),
            ("exercise", {"title": "Squat", "picture": ImageFactory(), "steps": []}),
        ],
        authors=[PersonFactory(picture=ImageFactory())],
    )


def specs(image):
    return set(image.renditions.values_list("filter_spec", flat=True))


@pytest.mark.parametrize("path", ["/blog/illustrated/", "/blog/", "/", "/blog/feed/"])
def test_pages_name_only_files_once_the_background_work_is_done(client, article, path):
    encode_missing()
    html = client.get(path).content
    assert b"/media/images/" in html
    assert b"/media/renditions/" not in html


def test_image_gets_only_the_sizes_of_its_uses(article):
    encode_missing()
    image = article.body[0].value["image"]
    # The original is smaller than the wider ones.
    assert specs(image) == {"format-avif|width-640", "format-jpeg|width-960"}


def test_unused_image_is_not_encoded(db):
    ImageFactory()
    assert find_missing() == []


def test_nothing_is_encoded_twice(article, monkeypatch):
    encode_missing()
    encoded = []
    monkeypatch.setattr(encoding, "encode", lambda *args: encoded.append(args))
    encode_missing()
    assert encoded == []


def test_deleted_rendition_is_encoded_again(article):
    encode_missing()
    before = specs(article.cover)
    article.cover.renditions.first().delete()
    encode_missing()
    assert specs(article.cover) == before


def test_signal_names_each_image_whose_renditions_are_complete(article):
    completed = []

    def record(image, **kwargs):
        completed.append(image.pk)

    renditions_completed.connect(record)
    encode_missing()
    encode_missing()
    renditions_completed.disconnect(record)
    assert sorted(completed) == sorted(
        image.pk
        for image in [
            article.cover,
            article.body[0].value["image"],
            article.body[1].value["picture"],
            article.article_authors.first().person.picture,
        ]
    )


def test_publishing_and_saving_wake_the_encoder(woken, article):
    assert woken(lambda: article.save_revision().publish())
    assert woken(article.cover.save)
    assert woken(lambda: PersonFactory(picture=article.cover))
    assert not woken(article.save_revision)


def test_deleting_a_rendition_wakes_the_encoder(woken, article):
    encode_missing()
    assert woken(lambda: article.cover.renditions.all().delete())


def test_command_encodes_everything_and_shows_progress(article, capsys):
    call_command("encode_images")
    assert find_missing() == []
    lines = capsys.readouterr().out.splitlines()
    total = Rendition.objects.count()
    assert lines[-1] == f"Encoding images … {total} of {total}"
    assert len(lines) > 5
    call_command("encode_images")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "encode", [encode_missing, partial(call_command, "encode_images")]
)
def test_broken_image_is_logged_and_does_not_stop_the_others(article, caplog, encode):
    broken, *others = [image for image, _ in find_missing()]
    broken.file.storage.delete(broken.file.name)
    encode()
    assert [image for image, _ in find_missing()] == [broken]
    assert f"Image {broken.pk} could not be encoded" in caplog.text
    assert others


def test_every_use_of_an_image_gets_its_shape(article):
    filters = {
        image_filter for _, filters in find_missing() for image_filter in filters
    }
    for name in ("figure", "exercise", "card", "person", "author"):
        assert filters & set(SHAPES[name].avif), name
        assert filters >= set(SHAPES[name].jpeg), name
