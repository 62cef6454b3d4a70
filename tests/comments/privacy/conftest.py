"""A reader with a comment."""

import pytest

from tests.factories import CommentFactory

READER = {
    "name": "Dana",
    "email": "dana@example.com",
    "ip": "203.0.113.77",
    "user_agent": "Browser/1",
}


@pytest.fixture
def comment(article):
    return CommentFactory(page=article, text="My knee.", **READER)
