"""Cached articles change when their comments close."""

from datetime import timedelta

import pytest

from django.utils import timezone

FORM = 'id="comment-form"'


@pytest.fixture
def close_in(site, commit):
    """Let the comments on article c close in some minutes; return its URL."""

    def close_in(minutes):
        with commit():
            site.c.comments_close_at = timezone.now() + timedelta(minutes=minutes)
            site.c.save()
        return site.c.url

    return close_in


def test_cached_article_loses_the_form_when_comments_close(
    visitor, close_in, time_machine
):
    noon = timezone.localtime().replace(hour=12)
    time_machine.move_to(noon, tick=False)
    url = close_in(minutes=10)
    assert FORM in visitor.text(url)
    time_machine.shift(timedelta(minutes=9))
    assert visitor.x_cache(url) == "hit"
    time_machine.shift(timedelta(minutes=2))
    assert FORM not in visitor.text(url)


def test_article_with_closed_comments_is_cached(visitor, close_in):
    url = close_in(minutes=-10)
    assert FORM not in visitor.text(url)
    assert visitor.x_cache(url) == "hit"
