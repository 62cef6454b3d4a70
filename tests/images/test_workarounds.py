from io import BytesIO

import pytest
from PIL import Image
from willow.plugins.pillow import PillowImage

from boulder_therapeutics.images.workarounds import AVIF_SPEED
from tests.factories import ImageFactory


@pytest.mark.parametrize("format_name", ["avif", "jpeg", "png", "webp"])
def test_rendition_contains_no_metadata(db, format_name):
    image = ImageFactory()
    exif = Image.Exif()
    exif[0x010F] = "Phone of Dana"
    Image.new("RGB", (60, 40)).save(image.file.path, exif=exif)
    rendition = image.get_rendition(f"width-30|format-{format_name}")
    with rendition.file.open() as file:
        assert b"Phone of Dana" not in file.read()


def test_avif_is_encoded_at_the_chosen_speed(monkeypatch):
    options = {}
    monkeypatch.setattr(
        Image.Image, "save", lambda *args, **kwargs: options.update(kwargs)
    )
    PillowImage(Image.new("RGB", (9, 9))).save_as_avif(BytesIO(), quality=61)
    assert (options["speed"], options["quality"]) == (AVIF_SPEED, 61)
