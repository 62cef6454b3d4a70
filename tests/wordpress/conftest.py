"""Exports: those that were collected, and small ones that a test writes."""

from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from blog.wordpress.engine.runs import finish, start
from blog.wordpress.options import Options
from blog.wordpress.read.files import Export

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old clinic</title><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
"""
TAIL = "</channel></rss>"
DATA = Path(__file__).parent / "data"


def element(name, value):
    return f"<{name}><![CDATA[{value}]]></{name}>"


def comment(number=1, **fields):
    """Return the XML of an approved comment."""
    values = {
        "comment_id": number,
        "comment_author": "Reader",
        "comment_author_email": "reader@example.org",
        "comment_author_IP": "192.0.2.7",
        "comment_date_gmt": "2020-03-05 10:00:00",
        "comment_content": f"Comment number {number}.",
        "comment_approved": 1,
        "comment_type": "comment",
        "comment_parent": 0,
    }
    values |= {f"comment_{name}": value for name, value in fields.items()}
    inside = "".join(element(f"wp:{k}", v) for k, v in values.items())
    return f"<wp:comment>{inside}</wp:comment>"


def item(number=1, content="", extra="", meta=(), **fields):
    """Return the XML of a published post."""
    values = {
        "title": f"Post {number}",
        "link": f"https://old.example/2020/03/post-{number}/",
        "guid": f"https://old.example/?p={number}",
        "dc:creator": "ann",
        "content:encoded": content or f"Text of post {number}.\n\nMore of it.",
        "wp:post_id": number,
        "wp:post_date": "2020-03-04 02:00:00",
        "wp:post_date_gmt": "2020-03-04 09:00:00",
        "wp:comment_status": "open",
        "wp:post_name": f"post-{number}",
        "wp:status": "publish",
        "wp:post_parent": 0,
        "wp:post_type": "post",
    }
    values |= {name.replace("__", ":"): value for name, value in fields.items()}
    inside = "".join(element(name, value) for name, value in values.items())
    for key, value in meta:
        pair = element("wp:meta_key", key) + element("wp:meta_value", value)
        inside += f"<wp:postmeta>{pair}</wp:postmeta>"
    return f"<item>{inside}{extra}</item>"


def attachment(number=5, name="2020/03/knee.png", **fields):
    values = {
        "wp__post_type": "attachment",
        "wp__status": "inherit",
        "title": "Knee",
        "link": f"https://old.example/knee-{number}/",
        "wp__attachment_url": f"https://old.example/wp-content/uploads/{name}",
    }
    meta = [("_wp_attached_file", name), ("_wp_attachment_image_alt", "A knee")]
    return item(number, " ", meta=meta, **values | fields)


def png(color="red"):
    output = BytesIO()
    Image.new("RGB", (60, 40), color).save(output, "PNG")
    return output.getvalue()


def write_export(folder, *items, head="", name="export.xml"):
    """Write an export with some items and return it."""
    path = folder / name
    path.write_text(HEAD + head + "".join(items) + TAIL)
    return Export([path])


def write_uploads(parent):
    """Return a new folder of uploads with one picture."""
    folder = parent / "uploads"
    (folder / "2020/03").mkdir(parents=True)
    (folder / "2020/03/knee.png").write_bytes(png())
    return folder


@pytest.fixture
def write(tmp_path):
    """A function that writes an export with some items and returns it."""
    return partial(write_export, tmp_path)


@pytest.fixture
def uploads(tmp_path):
    """A folder of uploads with one picture."""
    return write_uploads(tmp_path)


def run(export, **options):
    """Import an export; return the job, whose `tally` says what happened."""
    job = start(export, Options(**options))
    job.execute()
    finish(job)
    return job


def target(client, path):
    """Return where `path` redirects to, after checking that this is the last one."""
    response = client.get(path)
    assert response.status_code == 301, path
    location = response.headers["Location"]
    if not location.startswith("/media/"):
        assert client.get(location).status_code == 200, location
    return location


def outcomes(job, name="items"):
    """Return {outcome: number} of the items or comments of a job."""
    found = {}
    for (_, _, outcome, _), number in getattr(job.tally, name).items():
        found[outcome] = found.get(outcome, 0) + number
    return found


@pytest.fixture(scope="session")
def exports(shared_data):
    """The collected exports; the one place that says where they are."""
    return shared_data / "wxr"


def pytest_generate_tests(metafunc):
    """Run a test that takes `export_path` for each collected export."""
    if "export_path" in metafunc.fixturenames:
        from tests.conftest import SHARED_DATA

        paths = sorted(SHARED_DATA.glob("**/*.xml"))
        names = [path.relative_to(SHARED_DATA).as_posix() for path in paths]
        missing = pytest.mark.skip(reason="The collected exports are not here.")
        metafunc.parametrize(
            "export_path",
            paths or [pytest.param(None, marks=missing)],
            ids=names or ["none"],
        )
