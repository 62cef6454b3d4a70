"""Both indexes hold after an import what rebuilding them would put there."""

import pytest

from django.core.management import call_command

from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry

from blog.models import BlogPage
from boulder_therapeutics.images.models import CustomImage
from tests.wordpress.conftest import attachment, item, run

LINKED = 'See <a href="https://old.example/?p=2">2</a> of <a href="/?p=1">1</a>.'
IMAGE = '<img src="https://old.example/wp-content/uploads/2020/03/knee.png">'
TERMS = '<category domain="category" nicename="news">News</category>'

pytestmark = pytest.mark.usefixtures("blog_index")


def indexes():
    """Return the rows about articles, without ids and what rows share."""
    entries = IndexEntry.objects.filter(content_type__model="blogpage").values()
    references = ReferenceIndex.objects.filter(content_type__model="blogpage").values()
    unlike = {"id", "title_norm"}
    rows = [{k: v for k, v in r.items() if k not in unlike} for r in entries]
    rows += [{k: v for k, v in r.items() if k != "id"} for r in references]
    return sorted(map(repr, rows))


def rebuilt_indexes():
    ReferenceIndex.objects.all().delete()
    call_command("update_index", verbosity=0)
    call_command("rebuild_references_index", verbosity=0)
    return indexes()


def test_new_and_changed_articles_are_indexed_like_any_others(write, uploads):
    first = item(1, f"One.\n\n{LINKED}{IMAGE}", TERMS, meta=[("_thumbnail_id", 5)])
    run(write(first, item(2), attachment()), media_dir=str(uploads))
    assert len(indexes()) > BlogPage.objects.count()
    assert CustomImage.objects.get().get_usage()
    assert indexes() == rebuilt_indexes()
    run(write(first, item(2, f"Changed.\n\n{LINKED}"), attachment()))
    assert indexes() == rebuilt_indexes()
