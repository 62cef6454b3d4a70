"""A valid comment form, and settings that hold no comments by default."""

import pytest

from django.urls import reverse

from blog.comments.models import CommentSettings

TYPED = {
    "name": "Dana Whitfield",
    "email": "dana@example.com",
    "text": "My knee is better since I run less.",
}


@pytest.fixture
def typed():
    return dict(TYPED)


@pytest.fixture
def comment_settings(db):
    """Settings that publish every comment unless another rule matches."""
    settings = CommentSettings.load()
    settings.hold_all = settings.hold_new_authors = False
    settings.seconds_between = settings.per_minute = settings.per_hour = 0
    settings.save()
    return settings


@pytest.fixture
def post(client, article):
    """Post a comment on the article, or on another `page`."""

    def send(data, page=None, **kwargs):
        url = reverse("comments:post_comment", args=[(page or article).pk])
        return client.post(url, data, **kwargs)

    return send
