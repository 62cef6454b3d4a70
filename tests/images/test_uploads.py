import json
from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageFile

from django.core.files.uploadedfile import SimpleUploadedFile

from boulder_therapeutics.images import uploads
from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.images.uploads import LONGEST_SIDE

ADD = "/admin/images/multiple/add/"
ACCEPTED = {"accepted", "accepted, no 5xx on renditions"}


def encode(kind="JPEG", size=(60, 40), mode="RGB", **options):
    """Return the bytes of an image whose left half is red."""
    picture = Image.new(mode, size)
    if mode == "RGB":
        picture.paste("red", (0, 0, size[0] // 2, size[1]))
    output = BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue()


def exif_of_a_phone():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Phone of Dana"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (40.0, 1.0, 3.0)
    return exif


@pytest.fixture
def upload(client, admin_user):
    """Return a function that uploads a file in the admin and returns the response."""
    client.force_login(admin_user)

    def upload(name, content):
        file = SimpleUploadedFile(name, content)
        response = client.post(
            ADD,
            {"title": name, "files[]": file},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
        assert response.status_code == 200
        return json.loads(response.content)

    return upload


def test_image_is_accepted(upload):
    assert upload("knee.png", encode("PNG"))["success"]
    assert CustomImage.objects.get().width == 60


def test_photo_with_others_in_its_file_is_accepted(upload):
    preview = Image.new("RGB", (6, 4))
    photos = encode("MPO", save_all=True, append_images=[preview])
    assert upload("knee.jpg", photos)["success"]
    with CustomImage.objects.get().file.open() as file, Image.open(file) as picture:
        assert picture.format == "JPEG"


def test_image_is_decoded_only_by_one_upload_at_a_time(upload, monkeypatch):
    free = []
    load = ImageFile.ImageFile.load

    def note(picture):
        free.append(not uploads._one_at_a_time.locked())
        return load(picture)

    monkeypatch.setattr(ImageFile.ImageFile, "load", note)
    assert upload("knee.jpg", encode())["success"]
    assert free and not any(free[:1])


@pytest.mark.parametrize(("kind", "side"), [("PNG", 11_000), ("JPEG", 14_000)])
def test_huge_image_is_refused_before_it_is_decoded(upload, monkeypatch, kind, side):
    content = encode(kind, (side, side), "L")
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda self: pytest.fail("load"))
    assert "40 million" in upload(f"map.{kind}", content)["error_message"]


def test_metadata_is_removed_from_original_and_renditions(upload):
    assert upload("knee.jpg", encode(exif=exif_of_a_phone()))["success"]
    image = CustomImage.objects.get()
    for file in (image.file, image.get_rendition("width-30|format-jpeg").file):
        with file.open() as opened:
            content = opened.read()
        assert b"Phone of Dana" not in content
        assert not Image.open(BytesIO(content)).getexif()


def test_image_is_rotated_upright(upload):
    upload("knee.jpg", encode(exif=exif_of_a_phone()))
    image = CustomImage.objects.get()
    assert (image.width, image.height) == (40, 60)
    with image.file.open() as file, Image.open(file) as picture:
        red = picture.getpixel((20, 5))
    assert red[0] > 200 > 50 > red[1]


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_metadata_is_removed_from_all_formats(upload, kind):
    name = f"knee.{kind.lower()}"
    assert upload(name, encode(kind, exif=exif_of_a_phone()))["success"]
    with CustomImage.objects.get().file.open() as file:
        assert b"Phone of Dana" not in file.read()


def test_huge_image_is_reduced_to_the_longest_useful_side(upload):
    assert upload("wall.jpg", encode(size=(LONGEST_SIDE + 800, 400)))["success"]
    assert CustomImage.objects.get().width == LONGEST_SIDE


def test_cmyk_becomes_rgb(upload):
    assert upload("knee.jpg", encode(mode="CMYK"))["success"]
    with CustomImage.objects.get().file.open() as file:
        assert Image.open(file).mode == "RGB"


def test_transparency_is_preserved(upload):
    assert upload("mark.png", encode("PNG", mode="RGBA", pnginfo=None))["success"]
    with CustomImage.objects.get().file.open() as file:
        assert Image.open(file).mode == "RGBA"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.jpg", b""),
        ("words.jpg", b"<html>"),
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("half.jpg", encode(size=(900, 900))[:4000]),
        ("other.jpg", encode("PNG")),
        ("wide.png", encode("PNG", size=(30_000, 2000), mode="1")),
        ("wide.webp", encode("WEBP", size=(7000, 3000))),
        ("heavy.png", encode("PNG") + b"\0" * 10 * 1024 * 1024),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_file_is_refused_with_a_reason(upload, name, content):
    result = upload(name, content)
    assert not result["success"]
    assert result["error_message"].strip()
    assert not CustomImage.objects.exists()


def test_collected_bad_files_cause_no_server_error(upload, shared_data):
    folder = shared_data / "badinput"
    for case in json.loads((folder / "uploads.json").read_text()):
        result = upload(case["file"], (folder / "images" / case["file"]).read_bytes())
        if result["success"]:
            image = CustomImage.objects.latest("pk")
            assert image.get_rendition("width-400|format-webp").width
        else:
            assert result["error_message"].strip(), case
            assert case["expect"] not in ACCEPTED, case
