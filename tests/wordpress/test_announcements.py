import pytest

from blog.wordpress.signals import batch_written

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
