import errno
import resource
import signal

import pytest

from django.core.files.base import ContentFile
from django.test import Client

from boulder_therapeutics.operations.limits.uploads import FolderStorage

PICTURE = "/media/images/knee.width-400.webp"


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for name in ["images/knee.width-400.webp", "images/knee.avif", "documents/a.pdf"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"data")


def test_image_is_cacheable_for_a_year_and_cannot_run_scripts():
    response = Client().get(PICTURE)
    assert response.getvalue() == b"data"
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert not response.cookies


def test_avif_has_its_content_type():
    assert Client().get("/media/images/knee.avif")["Content-Type"] == "image/avif"


def test_unmodified_image_is_not_sent_again():
    modified = Client().get(PICTURE)["Last-Modified"]
    response = Client().get(PICTURE, headers={"if-modified-since": modified})
    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "documents/a.pdf",
        "images/../documents/a.pdf",
        "images/",
        "images/none.webp",
        "images/" + "long" * 100 + ".webp",
    ],
)
def test_only_images_are_served(path):
    assert Client().get(f"/media/{path}").status_code == 404


def test_only_safe_methods_are_allowed():
    assert Client().post(PICTURE).status_code == 405


def test_file_that_does_not_fit_on_the_disk_leaves_nothing(tmp_path):
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            FolderStorage(tmp_path).save("knee.jpg", ContentFile(b"x" * 99))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert not (tmp_path / "knee.jpg").exists()


def test_full_disk_leaves_the_upload_of_the_same_name_that_was_faster(tmp_path):
    folder = tmp_path / "empty"
    storage, slow = FolderStorage(folder), FolderStorage(folder)
    name = slow.get_available_name("knee.pdf")
    storage.save("knee.pdf", ContentFile(b"complete"))

    class Full(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"part"
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        slow._save(name, Full(b"part and more"))
    assert [file.name for file in folder.iterdir()] == ["knee.pdf"]
    assert (folder / "knee.pdf").read_bytes() == b"complete"
