"""All collected exports, from the file to the rendered page."""

import json
from urllib.parse import urlsplit

import pytest

from blog.wordpress.models import ImportedItem
from blog.wordpress.read.errors import ExportError
from blog.wordpress.read.files import Export
from blog.wordpress.read.scan import distinct_items
from blog.wordpress.report.check import differences
from blog.wordpress.report.tally import IMPORTED, UNCHANGED, UPDATED
from blog.wordpress.workarounds import is_tree_sound
from tests.wordpress.conftest import outcomes, run
from tests.wordpress.convert.test_body import words

# Parts of URLs: a video or link shows its title instead.
NOT_SHOWN = {"com", "http", "https", "watch", "www", "youtube"}


def read_truth(path):
    truth = path.parent / f"{path.stem}.truth.json"
    if not truth.exists():
        pytest.skip("Nobody has counted what it holds.")
    return json.loads(truth.read_text())


@pytest.mark.usefixtures("blog_index")
def test_export_agrees_with_its_truth_and_no_word_is_lost(client, export_path):
    truth, export = read_truth(export_path), Export([export_path])
    try:
        job = run(export)
    except ExportError as error:
        assert not truth["well_formed"] or "wxr_version" not in truth["site"], error
        return
    assert differences(job.scan, job.tally, truth) == []
    assert job.tally.failed == 0
    assert is_tree_sound()
    check_pages(client, job, export)
    again = outcomes(run(export))
    assert not again.keys() & {IMPORTED, UPDATED}
    assert again.get(UNCHANGED, 0) == outcomes(job).get(IMPORTED, 0)


def check_pages(client, job, export):
    """Check that each public page shows all words of its source."""
    rows = ImportedItem.objects.filter(is_public=True, kind__in=["post", "page"])
    rows = {(row.kind, row.wordpress_id, row.copy): row for row in rows}
    for item in distinct_items(export, job.scan, {"post", "page"}):
        if item.key in rows:
            url = rows[item.key].target.url
            response = client.get(url)
            assert response.status_code == 200, url
            html = response.content.decode()
            missing = words(item.content).keys() - words(html).keys() - NOT_SHOWN
            assert {word for word in missing if word not in html} == set(), url
            check_old_urls(client, item)


def check_old_urls(client, item):
    """Check that the URL and the number of an item lead to a page in one step."""
    link = urlsplit(item.get("link"))
    paths = [link.path] if link.path.strip("/") and not link.query else []
    paths += [f"/?p={item.number}"] if item.number else []
    for path in paths:
        response = client.get(path)
        if response.status_code == 301:
            response = client.get(response.headers["Location"])
        assert response.status_code == 200, path
