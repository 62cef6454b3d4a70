import pytest

from blog.wordpress.signals import batch_written
from tests.pagecache.conftest import Visitor

from .conftest import item, run


@pytest.fixture
def announced():
    """A list with an entry for each time that the signal was sent."""
    sent = []

    def note(sender, articles, **kwargs):
        sent.append(articles)

    batch_written.connect(note)
    yield sent
    batch_written.disconnect(note)


@pytest.mark.usefixtures("blog_index")
def test_new_pages_are_announced_now_and_then_and_changes_at_once(write, announced):
    run(write(*map(item, range(1, 7))), batch=1)
    assert len(announced) == 2  # the first, and all others at the end
    changed = [item(number, "Changed.\n\nMore.") for number in range(1, 7)]
    run(write(*changed), batch=1)
    assert len(announced) == 2 + 6


@pytest.mark.usefixtures("blog_index")
@pytest.mark.parametrize(
    "fields", [{"wp__post_password": "secret"}, {"wp__status": "private"}]
)
def test_cached_page_that_is_not_public_any_more_leaves_the_cache(
    write, settings, tmp_path, django_capture_on_commit_callbacks, fields
):
    settings.PAGE_CACHE = tmp_path / "pages"
    visitor = Visitor()
    run(write(item(1, "Lead.\n\nMarker.")))
    assert "Marker" in visitor.text("/blog/post-1/")
    assert visitor.x_cache("/blog/post-1/") == "hit"
    with django_capture_on_commit_callbacks(execute=True):
        run(write(item(1, "Lead.\n\nMarker.", **fields)))
    assert "Marker" not in visitor.text("/blog/post-1/")
